import exceljs, { type Worksheet } from 'exceljs';

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** How a value is shown and kept: ID numbers as text, fen as yuan numbers with two decimals, days as text, a share of 1 as percent. */
export type CellKind = 'text' | 'integer' | 'number' | 'share' | 'fen' | 'day' | 'moment';

export interface SheetColumn<Row> {
  readonly header: string;
  readonly kind: CellKind;
  readonly width?: number;
  readonly value: (row: Row) => string | number | null | undefined | Date;
  /** Words to choose from, as a drop-down on the first thousand rows (templates). */
  readonly choices?: readonly string[];
  readonly note?: string;
}

export interface SheetInput<Row> {
  readonly title: string;
  readonly columns: readonly SheetColumn<Row>[];
  readonly rows: readonly Row[];
  /** Lines above the table are never written: a table that begins in row 1 can be read back. */
  readonly notes?: readonly string[];
}

const TEMPLATE_ROWS = 1000;

export const writeXlsx = async <Row>(input: SheetInput<Row>): Promise<Buffer> =>
  await writeWorkbook([sheetOf(input)], input.notes);

/** One table of a workbook, whatever its rows are. */
export interface Sheet {
  readonly title: string;
  readonly rowCount: number;
  readonly fill: (sheet: Worksheet) => void;
}

export const sheetOf = <Row>(input: SheetInput<Row>): Sheet => ({
  title: input.title,
  rowCount: input.rows.length,
  fill: (sheet) => fillSheet(sheet, input),
});

export async function writeWorkbook(
  sheets: readonly Sheet[],
  notes: readonly string[] = [],
): Promise<Buffer> {
  const workbook = new exceljs.Workbook();
  for (const { title, fill } of sheets) {
    fill(workbook.addWorksheet(safeSheetName(title), { views: [{ state: 'frozen', ySplit: 1 }] }));
  }
  if (notes.length > 0) {
    const sheet = workbook.addWorksheet('说明 Notes');
    sheet.getColumn(1).width = 100;
    notes.forEach((note) => sheet.addRow([safeText(note)]));
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function fillSheet<Row>(sheet: Worksheet, input: SheetInput<Row>): void {
  sheet.columns = input.columns.map((column) => ({
    header: column.header,
    width: column.width ?? 16,
    style: { numFmt: NUMBER_FORMATS[column.kind] },
  }));
  sheet.getRow(1).font = { bold: true };
  input.rows.forEach((row) => {
    sheet.addRow(input.columns.map((column) => cellValue(column, row)));
  });
  input.columns.forEach((column, index) => {
    if (column.note !== undefined) {
      sheet.getCell(1, index + 1).note = column.note;
    }
    if (column.choices && column.choices.length > 0 && fitsInList(column.choices)) {
      addChoices(sheet, index + 1, column.choices);
    }
  });
}

/** A list in a cell is one text between quotation marks, its words parted by commas, of at most 255 characters. */
const fitsInList = (choices: readonly string[]): boolean =>
  choices.join(',').length <= 255 && choices.every((choice) => !/[",]/.test(choice));

function addChoices(sheet: Worksheet, columnNumber: number, choices: readonly string[]): void {
  for (let row = 2; row <= TEMPLATE_ROWS; row += 1) {
    sheet.getCell(row, columnNumber).dataValidation = {
      type: 'list',
      allowBlank: true,
      formulae: [`"${choices.join(',')}"`],
    };
  }
}

function cellValue<Row>(column: SheetColumn<Row>, row: Row): string | number | null {
  const value = column.value(row);
  if (value === null || value === undefined || value === '') {
    return null;
  }
  switch (column.kind) {
    case 'fen':
      return Number(value) / 100;
    case 'integer':
    case 'number':
    case 'share':
      return Number(value);
    case 'moment':
      return value instanceof Date ? shanghaiText(value) : String(value);
    case 'day':
    case 'text':
      return safeText(String(value));
  }
}

const NUMBER_FORMATS: Readonly<Record<CellKind, string>> = {
  fen: '#,##0.00',
  integer: '0',
  number: '0.0',
  share: '0.0%',
  day: '@',
  moment: '@',
  text: '@',
};

/** A cell is written as a string and never as a formula; the apostrophe keeps it so after a detour over CSV. */
export const safeText = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function shanghaiText(moment: Date): string {
  return new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}

const safeSheetName = (title: string): string =>
  title.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31) || 'Sheet1';
