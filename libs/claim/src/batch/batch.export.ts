import type { ListExport, UnitOfWork } from '@yibu/platform';

import { kindWords } from '../life/claim.words.js';
import type { PaymentBatchItem } from './batch.graphql.js';
import { findBatch } from './batch.queries.js';

/** What the finance bureau pays from: `GET /export/payment-batch?batchId=…`. */
export const batchExport = (unitOfWork: UnitOfWork): ListExport<PaymentBatchItem> => ({
  name: 'payment-batch',
  permission: 'review.read',
  title: (locale) => (locale === 'en' ? 'Payment batch' : '拨付批次'),
  columns: (locale) => {
    const word = (zh: string, en: string): string => (locale === 'en' ? en : zh);
    return [
      { header: word('申报编号', 'Claim'), kind: 'text', width: 24, value: (row) => row.number },
      { header: word('中心', 'Center'), kind: 'text', width: 28, value: (row) => row.centerName },
      {
        header: word('运营方', 'Operator'),
        kind: 'text',
        width: 28,
        value: (row) => row.organizationName,
      },
      { header: word('所属期', 'Period'), kind: 'text', width: 10, value: (row) => row.period },
      {
        header: word('申报类型', 'Kind'),
        kind: 'text',
        width: 16,
        value: (row) => kindWords(row.kind, locale),
      },
      {
        header: word('收款户名', 'Payee'),
        kind: 'text',
        width: 24,
        value: (row) => row.payeeHolder,
      },
      { header: word('开户行', 'Bank'), kind: 'text', width: 24, value: (row) => row.payeeBank },
      {
        header: word('账号后四位', 'Account ends in'),
        kind: 'text',
        width: 12,
        value: (row) => row.payeeLast4,
      },
      { header: word('请拨金额(元)', 'Asked (yuan)'), kind: 'fen', value: (row) => row.amountFen },
      { header: word('实拨金额(元)', 'Paid (yuan)'), kind: 'fen', value: (row) => row.paidFen },
      { header: word('拨付日期', 'Paid on'), kind: 'day', value: (row) => row.paidOn },
      { header: word('凭证号', 'Voucher'), kind: 'text', value: (row) => row.receiptNumber },
      {
        header: word('不予拨付的原因', 'Refused because'),
        kind: 'text',
        value: (row) => row.reason,
      },
    ];
  },
  rows: async (scope, { batchId }) =>
    (await findBatch(unitOfWork.read(scope), batchId ?? '')).items,
});
