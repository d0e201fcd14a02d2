import { AppError } from '@yibu/kernel';
import type { FilingLanguage } from '../filing.js';
import { label } from '../parts/shared.js';
import { SIZE, type Align, type Paper, type TextStyle } from '../pdf/paper.js';
import { Table, type Cell } from '../pdf/table.js';
import type { DifferenceFigures } from './paper.types.js';

/** "2025-05-03" as people write it. */
export function dayText(day: string, language: FilingLanguage): string {
  if (language === 'en') {
    return day;
  }
  const [year = '', month = '', date = ''] = day.split('-');
  return `${year}年${Number(month)}月${Number(date)}日`;
}

/** Letters, digits, points and hyphens only: what any file system takes. */
export const fileNameOf = (...parts: readonly string[]): string =>
  `${parts.map((part) => part.replace(/[^A-Za-z0-9.-]/g, '_')).join('-')}.pdf`;

export const zeroFigures: DifferenceFigures = {
  claimedFen: 0,
  returnedFen: 0,
  cutFen: 0,
  heldFen: 0,
  releasedFen: 0,
  decidedFen: 0,
};

export const closes = (figures: DifferenceFigures): boolean =>
  figures.claimedFen ===
  figures.returnedFen + figures.cutFen + figures.heldFen - figures.releasedFen + figures.decidedFen;

/** No paper is made of figures that do not add up. */
export function assertPaper(condition: boolean, message: string): void {
  if (!condition) {
    throw new AppError('FILING_DOES_NOT_CLOSE', message);
  }
}

/** Rows of a label and its value, two pairs a row; the last value takes what is left. */
export function pairs(
  paper: Paper,
  rows: readonly (readonly [string, string, string, string] | readonly [string, string])[],
  size: number = SIZE.five,
): void {
  const table = new Table(
    paper,
    [
      { title: '', share: 17 },
      { title: '', share: 36 },
      { title: '', share: 17 },
      { title: '', share: 30 },
    ],
    { size, hasHead: false },
  );
  for (const row of rows) {
    const [a = '', b = '', c, d = ''] = row as readonly string[];
    const cells: Cell[] =
      c === undefined
        ? [label(a), { text: b, span: 3 }]
        : [label(a), { text: b }, label(c), { text: d }];
    table.row({ cells, minHeight: 22 });
  }
  table.end();
}

/** Two places for a seal, side by side, kept together. */
export function sealRow(
  paper: Paper,
  texts: readonly [string, string],
  { date, language }: { readonly date: string; readonly language: FilingLanguage },
): void {
  paper.y += 16;
  paper.ensure(70);
  const y = paper.y;
  const half = paper.width / 2;
  // A Chinese date holds its own gaps; an English one needs room after its word.
  const place =
    language === 'en' ? { offset: half * 0.45, align: 'left' } : { offset: 0, align: 'right' };
  const style: TextStyle = { face: 'song', size: SIZE.smallFour };
  texts.forEach((text, index) => {
    const element = paper.element('P');
    const box = { x: paper.left + index * half, y, width: half - 12, pitch: 18 };
    element.add(() => {
      paper.line(text, style, box);
      paper.line(
        date,
        { ...style, align: place.align as Align },
        { ...box, x: box.x + place.offset, y: y + 36 },
      );
    });
    element.end();
  });
  paper.y = y + 58;
}
