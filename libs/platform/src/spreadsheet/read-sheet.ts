import { AppError } from '@yibu/kernel';
import { parse as parseCsv } from 'csv-parse/sync';
import exceljs, { type Cell, type Worksheet } from 'exceljs';

import { decodePlainText } from './plain-text.js';
import { unpackedSize, type UnpackedSize } from './unpacked-size.js';

/** One sheet as text: what a person sees in each cell. Row numbers are those of the sheet. */
export interface SheetText {
  readonly sheetName: string;
  readonly header: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

const MAX_ROWS = 20_000;
const MAX_COLUMNS = 200;
/** Of one sheet, with rows that are only formatted: parsing stops there, before memory is filled. */
const PARSE_OPTIONS = { ignoreNodes: [] as string[], maxRows: 100_000 };
/** A million cells are fifty columns of the longest list, and half a gigabyte once they are parsed. */
const MAX_UNPACKED: UnpackedSize = { bytes: 200 * 1024 * 1024, cells: 1_000_000 };

/** Reads the first sheet of an XLSX that holds a list, or a CSV in UTF-8, UTF-16 or GB 18030. Throws SHEET_UNREADABLE with the reason. */
export async function readSheet(bytes: Buffer, mediaType: string): Promise<SheetText> {
  const table = mediaType === 'text/csv' ? readCsv(bytes) : await readXlsx(bytes);
  const headerIndex = headerOf(table);
  const header = table.rows[headerIndex];
  if (!header) {
    throw new AppError('SHEET_UNREADABLE', 'No header row', { reason: 'EMPTY' });
  }
  const rows = table.rows
    .slice(headerIndex + 1)
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  if (rows.length > MAX_ROWS) {
    throw tooManyRows(rows.length);
  }
  return { sheetName: table.sheetName, header: header.cells.map((cell) => cell.trim()), rows };
}

const tooManyRows = (rows: number): AppError =>
  new AppError('SHEET_UNREADABLE', `${rows} rows or more`, {
    reason: 'TOO_MANY_ROWS',
    max: MAX_ROWS,
  });

interface Table {
  readonly sheetName: string;
  readonly rows: SheetText['rows'];
}

/** Titles and dates above the list fill one cell; names of columns fill more. */
const headerOf = ({ rows }: Table): number =>
  rows.findIndex(({ cells }) => cells.filter((cell) => cell !== '').length >= 2);

/** Columns are named and a row is filled below them: neither a cover nor an empty form. */
function holdsList(table: Table): boolean {
  const header = headerOf(table);
  return header >= 0 && table.rows.slice(header + 1).some(({ cells }) => cells.some(Boolean));
}

function readCsv(bytes: Buffer): Table {
  try {
    const text = decodePlainText(bytes);
    const rows = parseCsv(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      skip_empty_lines: false,
    });
    return {
      sheetName: 'CSV',
      rows: (rows as string[][]).map((cells, index) => ({ number: index + 1, cells })),
    };
  } catch (error) {
    throw new AppError(
      'SHEET_UNREADABLE',
      'CSV does not parse',
      { reason: 'BROKEN' },
      { cause: error },
    );
  }
}

const MARKS = [',', '\t', ';'];
const MARK_LINES = 20;

/**
 * Spreadsheets in some settings write semicolons or tabs and still call it CSV. A title has no mark, and an address may
 * have another one: the mark of the most lines is it, and among equals the one that makes the most cells.
 */
function delimiterOf(text: string): string {
  const lines = text
    .split(/\r?\n/, MARK_LINES)
    .map((line) => line.replace(/"[^"]*"/g, ''))
    .filter((line) => line.trim() !== '');
  const found = MARKS.map((mark) => {
    const cuts = lines.map((line) => line.split(mark).length - 1);
    return {
      mark,
      lines: cuts.filter((count) => count > 0).length,
      cuts: cuts.reduce((sum, count) => sum + count, 0),
    };
  }).toSorted((one, other) => other.lines - one.lines || other.cuts - one.cuts);
  return found[0]?.mark ?? ',';
}

async function readXlsx(bytes: Buffer): Promise<Table> {
  await refuseBombs(bytes);
  const workbook = new exceljs.Workbook();
  try {
    await workbook.xlsx.load(bytes as unknown as ArrayBuffer, PARSE_OPTIONS);
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Max row count')) {
      throw tooManyRows(PARSE_OPTIONS.maxRows);
    }
    throw new AppError(
      'SHEET_UNREADABLE',
      'XLSX does not open',
      { reason: 'BROKEN' },
      { cause: error },
    );
  }
  const sheets = workbook.worksheets.filter((sheet) => sheet.actualRowCount > 0);
  // A cover, a page of instructions or a hidden list of choices often stands before the list itself.
  for (const sheet of sheets.filter(({ state }) => state === 'visible')) {
    const table = { sheetName: sheet.name, rows: rowsOf(sheet) };
    if (holdsList(table)) {
      return table;
    }
  }
  const [first] = sheets;
  if (!first) {
    throw new AppError('SHEET_UNREADABLE', 'No sheet has a row', { reason: 'EMPTY' });
  }
  return { sheetName: first.name, rows: rowsOf(first) };
}

function rowsOf(sheet: Worksheet): SheetText['rows'] {
  const rows: { number: number; cells: string[] }[] = [];
  const columns = Math.min(sheet.columnCount, MAX_COLUMNS);
  // What is not there is not asked for: `getRow` and `getCell` would make every cell of an empty sheet.
  sheet.eachRow((row, number) => {
    const cells = Array.from({ length: columns }, (_, index) => {
      const cell = row.findCell(index + 1);
      return cell ? cellText(cell) : '';
    });
    rows.push({ number, cells });
  });
  return rows;
}

/** Dates become YYYY-MM-DD (spreadsheets keep them without a zone), formulas their result, rich text its text. */
function cellText(cell: Cell): string {
  const { master } = cell;
  // Cells merged downwards say the same for every row (one room, two people); a title merged sideways says it once.
  const isRepeated = cell.isMerged && master !== cell && master.col !== cell.col;
  return textOf(isRepeated ? null : master.value).trim();
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }
  if (value instanceof Date) {
    return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  }
  if (typeof value === 'object') {
    const rich = value as { richText?: { text: string }[]; result?: unknown; text?: unknown };
    if (rich.richText) {
      return rich.richText.map(({ text }) => text).join('');
    }
    return textOf(rich.result ?? rich.text ?? null);
  }
  // A number that a spreadsheet holds exactly is written out; ID numbers typed as numbers have lost digits, and
  // String() shows that as an exponent only beyond 1e21, so long ones are marked here.
  if (typeof value === 'number' && Math.abs(value) >= 1e15) {
    return value.toExponential(5).toUpperCase();
  }
  return String(value);
}

/** A small file that unpacks to gigabytes, or to more cells than memory takes, is refused before it is parsed. */
async function refuseBombs(bytes: Buffer): Promise<void> {
  const size = await unpackedSize(bytes, MAX_UNPACKED).catch((error: unknown) => {
    throw new AppError(
      'SHEET_UNREADABLE',
      'Not a workbook',
      { reason: 'BROKEN' },
      { cause: error },
    );
  });
  if (size.bytes > MAX_UNPACKED.bytes || size.cells > MAX_UNPACKED.cells) {
    throw new AppError('SHEET_UNREADABLE', `${size.bytes} bytes, ${size.cells} cells or more`, {
      reason: 'TOO_LARGE',
    });
  }
}
