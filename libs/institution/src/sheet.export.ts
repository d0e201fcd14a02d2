import { InputError, isYearMonth } from '@yibu/kernel';
import { sheetOf, type Sheet, type WorkbookExport } from '@yibu/platform';

import type { CountySheetService } from './county.service.js';
import { openBody } from './sheet.body.js';
import { CELLS, isCount } from './sheet.catalogue.js';
import type { CountyRow } from './sheet.queries.js';
import { cellLabel } from './sheet.view.js';
import type { SheetPaperService } from './sheet-paper.service.js';

const FIGURES = CELLS.filter(isCount);

/** One filed sheet: `GET /export/institution-sheet?sheetId=…`, figures as numbers. */
export const sheetExport = (papers: SheetPaperService): WorkbookExport => ({
  name: 'institution-sheet',
  permission: 'sheet.read',
  title: (locale) => (locale === 'en' ? 'Institution sheet' : '养老机构基本信息月报'),
  sheets: async (scope, { sheetId = '' }) => {
    const word = (zh: string, en: string): string => (scope.locale === 'en' ? en : zh);
    const { sections, head } = await papers.read(scope, sheetId, scope.locale);
    const filing = sheetOf({
      title: word('报送', 'Filing'),
      columns: [
        { header: word('项目', 'Item'), kind: 'text', width: 20, value: ([name]) => name },
        { header: word('内容', 'Value'), kind: 'text', width: 70, value: ([, value]) => value },
      ],
      rows: head,
    });
    const tables = sections.map(({ label, cells }): Sheet =>
      sheetOf({
        title: label,
        columns: [
          { header: word('项目', 'Item'), kind: 'text', width: 34, value: (cell) => cell.label },
          {
            header: word('数', 'Figure'),
            kind: 'integer',
            width: 10,
            value: (cell) => cell.figure,
          },
          {
            header: word('内容', 'Value'),
            kind: 'text',
            width: 46,
            value: (cell) =>
              cell.figure === null ? (cell.text ?? word('未登记', 'Not recorded')) : null,
          },
          { header: word('说明', 'Note'), kind: 'text', width: 60, value: (cell) => cell.note },
        ],
        rows: cells,
      }),
    );
    return [filing, ...tables];
  },
});

/** A county's month, a center each row: `GET /export/county-sheets?month=2026-10`. */
export const countyExport = (county: CountySheetService): WorkbookExport => ({
  name: 'county-sheets',
  permission: 'sheet.read',
  title: (locale) => (locale === 'en' ? 'Institution sheets of the county' : '养老机构月报汇总'),
  sheets: async (scope, { month = '' }) => {
    if (!isYearMonth(month)) {
      throw new InputError([{ path: 'month', rule: 'month' }]);
    }
    const { locale } = scope;
    const word = (zh: string, en: string): string => (locale === 'en' ? en : zh);
    const rows = await county.all(scope, month);
    const table = rows.map((row) => ({ row, figures: figuresOf(row) }));
    const sums = (key: string): number =>
      table.reduce((sum, { figures }) => sum + (figures?.[key] ?? 0), 0);
    return [
      sheetOf({
        title: `${word('汇总', 'Summary')} ${month}`,
        columns: [
          {
            header: word('机构', 'Center'),
            kind: 'text',
            width: 30,
            value: ({ row }) => row?.centerName ?? word('合计', 'Sum'),
          },
          {
            header: word('编号', 'Code'),
            kind: 'text',
            value: ({ row }) => row?.centerCode ?? null,
          },
          {
            header: word('运营方', 'Operator'),
            kind: 'text',
            width: 30,
            value: ({ row }) => row?.operatorName ?? null,
          },
          {
            header: word('报送', 'Filed'),
            kind: 'text',
            value: ({ row }) => (row === null ? null : filedText(row, word)),
          },
          ...FIGURES.map(({ key }) => ({
            header: cellLabel(key, locale),
            kind: 'integer' as const,
            width: 12,
            value: ({ figures, row }: TableRow) =>
              row === null ? sums(key) : (figures?.[key] ?? null),
          })),
        ],
        rows: [...table, { row: null, figures: null }] as TableRow[],
      }),
    ];
  },
});

interface TableRow {
  readonly row: CountyRow | null;
  readonly figures: Readonly<Record<string, number>> | null;
}

const figuresOf = ({ sheet }: CountyRow): TableRow['figures'] =>
  sheet === null ? null : openBody(sheet.body, sheet.digest).figures;

const filedText = ({ sheet }: CountyRow, word: (zh: string, en: string) => string): string =>
  sheet === null ? word('未报送', 'Missing') : `V${sheet.number}`;
