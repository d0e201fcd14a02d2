import type { SheetText } from '@yibu/platform';

const SAMPLE_ROWS = 3;
const SAMPLE_LENGTH = 24;

/** Long digits are numbers of papers and phones, also with gaps: only their ends are shown. */
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
  cell.replace(/\d(?:[ -]?[\dXx]){8,}/g, (number) => `***${number.slice(-4)}`);
