import type { ListExport, UnitOfWork } from '@yibu/platform';

import type { ClaimLine } from './claim.graphql.js';
import type { ClaimLinesArgs } from './claim.inputs.js';
import { allLines } from './line.queries.js';

/** The lines of a claim with the filter of the screen: `GET /export/claim-lines?claimId=…`. */
export const lineExport = (unitOfWork: UnitOfWork): ListExport<ClaimLine> => ({
  name: 'claim-lines',
  permission: 'claim.read',
  title: (locale) => (locale === 'en' ? 'Claim lines' : '申报明细'),
  columns: (locale) => {
    const word = (zh: string, en: string): string => (locale === 'en' ? en : zh);
    return [
      { header: word('序号', 'No.'), kind: 'integer', width: 8, value: (line) => line.seq },
      { header: word('项目', 'Program'), kind: 'text', value: (line) => line.program },
      { header: word('对象', 'Subject'), kind: 'text', value: (line) => line.subjectName },
      { header: word('月份', 'Month'), kind: 'text', width: 10, value: (line) => line.month },
      { header: word('类别', 'Kind'), kind: 'text', value: (line) => line.kind },
      { header: word('状态', 'Status'), kind: 'text', value: (line) => line.status },
      { header: word('数量', 'Quantity'), kind: 'text', width: 10, value: (line) => line.quantity },
      { header: word('标准(元)', 'Rate (yuan)'), kind: 'fen', value: (line) => line.rateFen },
      { header: word('金额(元)', 'Amount (yuan)'), kind: 'fen', value: (line) => line.amountFen },
      { header: word('审核意见', 'Verdict'), kind: 'text', value: (line) => line.verdict },
      { header: word('意见代码', 'Code'), kind: 'text', value: (line) => line.verdictCode },
      { header: word('说明', 'Text'), kind: 'text', width: 30, value: (line) => line.verdictText },
      { header: word('核减(元)', 'Cut (yuan)'), kind: 'fen', value: (line) => line.cutFen },
    ];
  },
  rows: async (scope, filters, limit) =>
    await allLines(unitOfWork.read(scope), argsOf(filters), limit),
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
