import type { Locale } from '@yibu/platform';

import { factText } from './fact.words.js';
import { driftOf, type SheetBody } from './sheet.body.js';
import { isCount, isFact, SECTIONS, type SheetCell } from './sheet.catalogue.js';
import type { SheetCellView, SheetSectionView } from './sheet.graphql.js';
import { CELL_NOTES, CELL_WORDS, SECTION_WORDS } from './sheet.words.js';

type Words = Readonly<Record<string, readonly [string, string]>>;

const wordOf = (words: Words, key: string, locale: Locale): string | null =>
  words[key]?.[locale === 'en' ? 1 : 0] ?? null;

export const cellLabel = (key: string, locale: Locale): string =>
  wordOf(CELL_WORDS, key, locale) ?? key;

/** A figure or fact of a body as people read it; null: not recorded. */
export function cellText(cell: SheetCell, body: SheetBody, locale: Locale): string | null {
  if (isCount(cell)) {
    const figure = body.figures[cell.key];
    return figure === undefined ? null : String(figure);
  }
  const raw = isFact(cell) ? (body.facts[cell.key] ?? null) : null;
  return raw === null || !isFact(cell) ? null : factText(cell, raw, locale);
}

/** The whole sheet in words; against the records of today where it was filed. */
export function viewOf(
  shown: SheetBody,
  live: SheetBody,
  locale: Locale,
): { readonly sections: SheetSectionView[]; readonly driftCount: number } {
  const drift = driftOf(shown, live);
  const sections = SECTIONS.map(({ key, cells }) => ({
    key,
    label: wordOf(SECTION_WORDS, key, locale) ?? key,
    cells: cells.map((cell) => viewOfCell(cell, { shown, live, drift, locale })),
  }));
  return { sections, driftCount: drift.size };
}

function viewOfCell(
  cell: SheetCell,
  at: {
    readonly shown: SheetBody;
    readonly live: SheetBody;
    readonly drift: ReadonlySet<string>;
    readonly locale: Locale;
  },
): SheetCellView {
  const { key } = cell;
  const hasDrifted = at.drift.has(key);
  return {
    key,
    label: cellLabel(key, at.locale),
    note: wordOf(CELL_NOTES, key, at.locale),
    figure: isCount(cell) ? (at.shown.figures[key] ?? null) : null,
    text: isCount(cell) ? null : cellText(cell, at.shown, at.locale),
    rows: isCount(cell) ? cell.set : null,
    recordAt: isFact(cell) ? cell.at : null,
    hasDrifted,
    today: hasDrifted ? cellText(cell, at.live, at.locale) : null,
  };
}
