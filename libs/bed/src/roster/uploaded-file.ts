import { AppError } from '@yibu/kernel';
import { XLSX_TYPE, type SheetText } from '@yibu/platform';

const SAMPLE_ROWS = 3;
const SAMPLE_LENGTH = 24;

/** Long digits are numbers of papers and phones: only their ends are shown. */
export function samplesOf(sheet: SheetText): string[][] {
  return sheet.header.map((_, column) =>
    sheet.rows
      .map(({ cells }) => cells[column] ?? '')
      .filter((cell) => cell !== '')
      .slice(0, SAMPLE_ROWS)
      .map((cell) => mask(cell).slice(0, SAMPLE_LENGTH)),
  );
}

const mask = (cell: string): string =>
  cell.replace(/\d[\dXx]{8,}/g, (number) => `***${number.slice(-4)}`);

const ZIP = Buffer.from('PK');

export function mediaTypeOf(bytes: Buffer): string {
  if (bytes.subarray(0, 2).equals(ZIP)) {
    return XLSX_TYPE;
  }
  if (bytes.length > 0 && !bytes.subarray(0, 4096).includes(0)) {
    return 'text/csv';
  }
  throw new AppError('FILE_TYPE_REFUSED', 'The roster is neither XLSX nor CSV', {
    allowed: 'XLSX, CSV',
  });
}
