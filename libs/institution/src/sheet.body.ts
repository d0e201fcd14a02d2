import { AppError, type YearMonth } from '@yibu/kernel';
import type { Db } from '@yibu/platform';
import { createHash } from 'node:crypto';

import { CELLS, isCount, isFact } from './sheet.catalogue.js';
import { readFacts, type Facts } from './sheet.facts.js';
import { daysOf, readFigures, type Figures } from './sheet.figures.js';

/** What is filed: every figure and fact of the sheet by its key, in the order of the sheet. */
export interface SheetBody {
  readonly schema: 'institution-sheet/1';
  readonly month: YearMonth;
  readonly centerId: string;
  readonly figures: Figures;
  readonly facts: Facts;
}

/** The sheet as the records say today. Read it in one snapshot. */
export async function readBody(db: Db, centerId: string, month: YearMonth): Promise<SheetBody> {
  const days = daysOf(month);
  const facts = await readFacts(db, centerId, days.last);
  const figures = await readFigures(db, { ...days, centerId });
  return {
    schema: 'institution-sheet/1',
    month,
    centerId,
    figures: Object.fromEntries(CELLS.filter(isCount).map(({ key }) => [key, figures[key] ?? 0])),
    facts: Object.fromEntries(CELLS.filter(isFact).map(({ key }) => [key, facts[key] ?? null])),
  };
}

export interface SealedBody {
  readonly text: string;
  readonly digest: string;
}

/** Keys stand in the order of the sheet, so the same sheet is the same text. */
export function sealBody(body: SheetBody): SealedBody {
  const text = JSON.stringify(body);
  return { text, digest: digestOf(text) };
}

const digestOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** A stored text that is not what was filed is shown to nobody. */
export function openBody(text: string, digest: string): SheetBody {
  if (digestOf(text) !== digest) {
    throw new AppError('SHEET_DAMAGED', 'The stored sheet is not what its digest says');
  }
  return JSON.parse(text) as SheetBody;
}

/** Keys whose figure or fact is another one today. */
export function driftOf(filed: SheetBody, live: SheetBody): ReadonlySet<string> {
  return new Set(
    CELLS.filter((cell) =>
      isCount(cell)
        ? // A sheet filed before the count was asked for has none to compare.
          filed.figures[cell.key] !== undefined &&
          filed.figures[cell.key] !== live.figures[cell.key]
        : isFact(cell) && (filed.facts[cell.key] ?? null) !== (live.facts[cell.key] ?? null),
    ).map(({ key }) => key),
  );
}
