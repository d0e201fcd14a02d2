import type { SheetText } from '@yibu/platform';

import {
  FIELDS_OF,
  HEADINGS,
  REQUIRED_OF,
  type RosterField,
  type RosterKind,
} from './roster.fields.js';

/** Which column says what; a column that says nothing we keep is null. By position. */
export type ColumnMapping = readonly (RosterField | null)[];

/** Headings are compared without spaces, brackets and what stands in them, marks of required fields, and case. */
const tidyHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replace(/[\s*:：_\-/、.。]/g, '')
    .toLowerCase();

/** The first column of several with one meaning wins; exact headings go before headings that only contain one. */
export function guessMapping(kind: RosterKind, header: readonly string[]): ColumnMapping {
  const headings = header.map(tidyHeading);
  const mapping: (RosterField | null)[] = headings.map(() => null);
  const taken = new Set<RosterField>();
  const take = (index: number, field: RosterField): void => {
    if (mapping[index] === null && !taken.has(field)) {
      mapping[index] = field;
      taken.add(field);
    }
  };
  for (const field of FIELDS_OF[kind]) {
    const exact = HEADINGS[field].map((word) => headings.indexOf(tidyHeading(word)));
    const index = exact.find((at) => at >= 0 && mapping[at] === null);
    if (index !== undefined) {
      take(index, field);
    }
  }
  headings.forEach((heading, index) => {
    const field = FIELDS_OF[kind].find(
      (candidate) => !taken.has(candidate) && isAbout(heading, HEADINGS[candidate]),
    );
    if (field !== undefined) {
      take(index, field);
    }
  });
  return mapping;
}

/** Words of at least three characters may stand inside a longer heading: 紧急联系人手机号码 is about 联系人手机. */
const isAbout = (heading: string, words: readonly string[]): boolean =>
  words.some((word) => {
    const known = tidyHeading(word);
    return known.length >= 3 && heading.includes(known);
  });

export function missingFields(kind: RosterKind, mapping: ColumnMapping): RosterField[] {
  return REQUIRED_OF[kind].filter((field) => !mapping.includes(field));
}

const HEADER_SEARCH_ROWS = 10;

/** Lists carry titles, dates and group headings above the real header: the row that names the most fields is it. */
export function findHeader(kind: RosterKind, sheet: SheetText): SheetText {
  const candidates = [
    { header: sheet.header, rows: sheet.rows },
    ...sheet.rows.slice(0, HEADER_SEARCH_ROWS).map(({ cells }, index) => ({
      header: cells.map((cell) => cell.trim()),
      rows: sheet.rows.slice(index + 1),
    })),
  ];
  const scored = candidates.map((candidate) => ({
    ...candidate,
    score: guessMapping(kind, candidate.header).filter((field) => field !== null).length,
  }));
  const best = scored.reduce((winner, next) => (next.score > winner.score ? next : winner));
  return { sheetName: sheet.sheetName, header: best.header, rows: best.rows };
}
