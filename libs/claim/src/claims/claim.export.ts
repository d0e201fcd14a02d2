import type { ListExport, UnitOfWork } from '@yibu/platform';

import { nameBook, programNames, type NamedProgram } from '../packs/program-names.js';
import { findClaim } from './claim.access.js';
import type { ClaimLine } from './claim.graphql.js';
import type { ClaimLinesArgs } from './claim.inputs.js';
import { allLines } from './line.queries.js';

type Said = Readonly<Record<string, readonly [zh: string, en: string]>>;

const KINDS: Said = {
  NORMAL: ['本期', 'This period'],
  CATCH_UP: ['补报', 'Catch-up'],
  REVERSAL: ['冲回', 'Reversal'],
};
const STATUSES: Said = {
  PAYABLE: ['可申报', 'Payable'],
  NOT_PAYABLE: ['不予申报', 'Not payable'],
  NEEDS_DECISION: ['待决定', 'Needs a decision'],
};
const VERDICTS: Said = {
  ACCEPTED: ['同意', 'Accepted'],
  RETURNED: ['退回', 'Returned'],
  HELD: ['暂缓', 'Held'],
  CUT: ['核减', 'Cut'],
};

/** The lines of a claim with the filter of the screen: `GET /export/claim-lines?claimId=…`. */
type Row = ClaimLine & { readonly programName: NamedProgram };

export const lineExport = (unitOfWork: UnitOfWork): ListExport<Row> => ({
  name: 'claim-lines',
  permission: 'claim.read',
  title: (locale) => (locale === 'en' ? 'Claim lines' : '申报明细'),
  columns: (locale) => {
    const word = (zh: string, en: string): string => (locale === 'en' ? en : zh);
    const said = (words: Said, code: string | null | undefined): string | null =>
      code ? (words[code]?.[locale === 'en' ? 1 : 0] ?? code) : null;
    return [
      { header: word('序号', 'No.'), kind: 'integer', width: 8, value: (line) => line.seq },
      {
        header: word('项目', 'Program'),
        kind: 'text',
        value: ({ programName }) => word(programName.zh, programName.en),
      },
      { header: word('对象', 'Subject'), kind: 'text', value: (line) => line.subjectName },
      { header: word('月份', 'Month'), kind: 'text', width: 10, value: (line) => line.month },
      { header: word('类别', 'Kind'), kind: 'text', value: (line) => said(KINDS, line.kind) },
      {
        header: word('状态', 'Status'),
        kind: 'text',
        value: (line) => said(STATUSES, line.status),
      },
      { header: word('数量', 'Quantity'), kind: 'text', width: 10, value: (line) => line.quantity },
      { header: word('标准(元)', 'Rate (yuan)'), kind: 'fen', value: (line) => line.rateFen },
      { header: word('金额(元)', 'Amount (yuan)'), kind: 'fen', value: (line) => line.amountFen },
      {
        header: word('审核意见', 'Verdict'),
        kind: 'text',
        value: (line) => said(VERDICTS, line.verdict),
      },
      { header: word('意见代码', 'Code'), kind: 'text', value: (line) => line.verdictCode },
      { header: word('说明', 'Text'), kind: 'text', width: 30, value: (line) => line.verdictText },
      { header: word('核减(元)', 'Cut (yuan)'), kind: 'fen', value: (line) => line.cutFen },
    ];
  },
  rows: async (scope, filters, limit) => {
    const db = unitOfWork.read(scope);
    const args = argsOf(filters);
    const { countyCode } = await findClaim(db, args.claimId);
    const nameOf = nameBook(await programNames(db));
    const lines = await allLines(db, args, limit);
    return lines.map((line) => ({ ...line, programName: nameOf(line.program, countyCode) }));
  },
});

function argsOf(
  filters: Readonly<Record<string, string>>,
): Omit<ClaimLinesArgs, 'page' | 'pageSize'> {
  const { claimId, program, kind, status, verdict, month, search, hasWarning } = filters;
  return {
    claimId: claimId ?? '',
    ...(program ? { program } : {}),
    ...(kind ? { kind } : {}),
    ...(status ? { status } : {}),
    ...(verdict ? { verdict } : {}),
    ...(month ? { month: month as ClaimLine['month'] } : {}),
    ...(search ? { search } : {}),
    ...(hasWarning === undefined ? {} : { hasWarning: hasWarning === 'true' }),
  };
}
