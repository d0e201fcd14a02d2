import type { ListExport, UnitOfWork } from '@yibu/platform';

import { kindWords } from '../life/claim.words.js';
import { accountStatement } from './account.queries.js';
import type { AccountEntry } from './recovery.graphql.js';

const KINDS: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  DECIDED: { zh: '核定', en: 'Decided' },
  PAID: { zh: '拨付', en: 'Paid' },
  RECOVERED: { zh: '退回', en: 'Paid back' },
  OFFSET: { zh: '抵扣', en: 'Netted' },
};

/** A center's account of a year, entry by entry: `GET /export/account-entries?centerId=…&year=…`. */
export const accountExport = (unitOfWork: UnitOfWork): ListExport<AccountEntry> => ({
  name: 'account-entries',
  permission: 'claim.read',
  reachesFormer: true,
  title: (locale) => (locale === 'en' ? 'Statement of account' : '往来对账'),
  columns: (locale) => {
    const word = (zh: string, en: string): string => (locale === 'en' ? en : zh);
    return [
      { header: word('日期', 'Date'), kind: 'day', value: (row) => row.on },
      {
        header: word('事项', 'Entry'),
        kind: 'text',
        value: (row) => word(KINDS[row.kind]?.zh ?? row.kind, KINDS[row.kind]?.en ?? row.kind),
      },
      { header: word('所属期', 'Period'), kind: 'text', value: (row) => row.period },
      {
        header: word('申报类型', 'Kind'),
        kind: 'text',
        width: 16,
        value: (row) => kindWords(row.claimKind, locale),
      },
      { header: word('申报编号', 'Claim'), kind: 'text', width: 24, value: (row) => row.number },
      {
        header: word('凭证或文号', 'Voucher or document'),
        kind: 'text',
        width: 28,
        value: (row) => row.reference,
      },
      { header: word('金额(元)', 'Amount (yuan)'), kind: 'fen', value: (row) => row.amountFen },
      { header: word('余额(元)', 'Balance (yuan)'), kind: 'fen', value: (row) => row.balanceFen },
    ];
  },
  rows: async (scope, { centerId, year }) =>
    (await accountStatement(unitOfWork.read(scope), centerId ?? '', year)).entries,
});
