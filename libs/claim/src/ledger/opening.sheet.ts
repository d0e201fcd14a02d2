import { AppError } from '@yibu/kernel';

import { yuanToFen, type OpeningDraft } from './opening.rules.js';

const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  program: ['项目', '补贴项目', 'program', 'Program'],
  subject: ['姓名', '对象', 'name', 'Name', 'subject'],
  last4: ['身份证后四位', '后四位', 'last four', 'Last four'],
  month: ['月份', '所属月份', 'month', 'Month'],
  amount: ['金额', '金额(元)', '金额（元）', 'amount', 'Amount', 'Amount (yuan)'],
};

/** The rows of a sheet, found by the words of its header. */
export function draftsOf(
  header: readonly string[],
  rows: readonly { readonly number: number; readonly cells: readonly string[] }[],
): OpeningDraft[] {
  const at = Object.fromEntries(
    Object.entries(COLUMNS).map(([key, names]) => [
      key,
      header.findIndex((title) => names.includes(title.trim())),
    ]),
  );
  const missing = ['program', 'subject', 'month', 'amount'].filter((key) => (at[key] ?? -1) < 0);
  if (missing.length > 0) {
    throw new AppError('SHEET_UNREADABLE', `Columns are missing: ${missing.join(', ')}`, {
      reason: 'COLUMNS_MISSING',
      columns: missing.map((key) => COLUMNS[key]?.[0] ?? key),
    });
  }
  const cell = (cells: readonly string[], key: string): string =>
    cells[at[key] ?? -1]?.trim() ?? '';
  return rows.map(({ number, cells }) => ({
    row: number,
    program: cell(cells, 'program'),
    subject: `${cell(cells, 'subject')}${cell(cells, 'last4')}`,
    month: cell(cells, 'month'),
    amountFen: yuanToFen(cell(cells, 'amount')),
    amountText: cell(cells, 'amount'),
  }));
}
