import type { Locale } from '../access/scope.js';
import type { SheetText } from './read-sheet.js';
import { writeXlsx, type SheetColumn } from './write-xlsx.js';

const PROBLEM: Readonly<Record<Locale, string>> = { 'zh-CN': '需要修改', en: 'To be mended' };
const ROW: Readonly<Record<Locale, string>> = { 'zh-CN': '原行号', en: 'Row' };

/** The rows that stayed outside, as they were typed, each with its problems: mend it and send it again. */
export async function writeProblemSheet(input: {
  readonly fileName: string;
  readonly sheet: SheetText;
  /** Sentences by row number; rows without any are left out. */
  readonly problems: ReadonlyMap<number, readonly string[]>;
  readonly locale: Locale;
}): Promise<{ fileName: string; bytes: Buffer }> {
  const { sheet, problems, locale } = input;
  type Row = SheetText['rows'][number];
  const columns: SheetColumn<Row>[] = [
    {
      header: PROBLEM[locale],
      kind: 'text',
      width: 60,
      value: ({ number }) => (problems.get(number) ?? []).join(locale === 'en' ? '; ' : '；'),
    },
    { header: ROW[locale], kind: 'integer', width: 8, value: ({ number }) => number },
    ...sheet.header.map((header, index): SheetColumn<Row> => ({
      header,
      kind: 'text',
      value: ({ cells }) => cells[index] ?? '',
    })),
  ];
  const title = `${PROBLEM[locale]}-${input.fileName.replace(/\.\w+$/, '')}`;
  const rows = sheet.rows.filter(({ number }) => problems.has(number));
  return { fileName: `${title}.xlsx`, bytes: await writeXlsx({ title, columns, rows }) };
}
