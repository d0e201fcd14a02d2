import type { ListExport, UnitOfWork } from '@yibu/platform';

import type { PolicyRunChange } from './run.graphql.js';
import { nameBook, programNames, type NamedProgram } from './program-names.js';
import { allRunChanges } from './run.queries.js';

type Row = PolicyRunChange & { readonly programName: NamedProgram };

/** `GET /export/policy-run?runId=…`: every line that would be another one. */
export const runExport = (unitOfWork: UnitOfWork): ListExport<Row> => ({
  name: 'policy-run',
  permission: 'pack.manage',
  title: (locale) => (locale === 'en' ? 'Trial run' : '政策测算'),
  columns: (locale) => {
    const word = (inZh: string, inEn: string): string => (locale === 'en' ? inEn : inZh);
    return [
      { header: word('机构', 'Center'), kind: 'text', width: 28, value: (row) => row.centerName },
      {
        header: word('项目', 'Program'),
        kind: 'text',
        value: ({ programName }) => word(programName.zh, programName.en),
      },
      {
        header: word('对象', 'Subject'),
        kind: 'text',
        value: (row) => row.subjectName ?? row.subjectKind,
      },
      { header: word('月份', 'Month'), kind: 'text', width: 10, value: (row) => row.month },
      { header: word('现行(元)', 'Now (yuan)'), kind: 'fen', value: (row) => Number(row.oldFen) },
      { header: word('测算(元)', 'Tried (yuan)'), kind: 'fen', value: (row) => Number(row.newFen) },
      {
        header: word('增减(元)', 'Change (yuan)'),
        kind: 'fen',
        value: (row) => Number(row.newFen) - Number(row.oldFen),
      },
    ];
  },
  rows: async (scope, { runId = '' }, limit) => {
    const db = unitOfWork.read(scope);
    const nameOf = nameBook(await programNames(db));
    const changes = await allRunChanges(db, runId, limit);
    // A county tries rules over its own centers.
    const countyCode = scope.countyCodes[0] ?? '';
    return changes.map((row) => ({ ...row, programName: nameOf(row.program, countyCode) }));
  },
});
