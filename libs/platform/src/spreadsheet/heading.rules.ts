import type { SheetText } from './read-sheet.js';

/** What a list may say, and under which headings lists say it. */
export interface Headings<Field extends string> {
  readonly fields: readonly Field[];
  readonly words: Readonly<Record<Field, readonly string[]>>;
}

/** Which column says what; a column that says nothing we keep is null. By position. */
export type Columns<Field extends string> = readonly (Field | null)[];

/** Headings are compared without spaces, brackets and what stands in them, marks of required fields, and case. */
const tidyHeading = (heading: string): string =>
  heading
    .normalize('NFKC')
    .replace(/\(.*?\)|\[.*?\]|【.*?】/g, '')
    .replace(/[\s*:：_\-/、.。]/g, '')
    .toLowerCase();

/** The first column of several with one meaning wins; exact headings go before headings that only contain one. */
export function guessColumns<Field extends string>(
  { fields, words }: Headings<Field>,
  header: readonly string[],
): Columns<Field> {
  const headings = header.map(tidyHeading);
  const columns: (Field | null)[] = headings.map(() => null);
  const taken = new Set<Field>();
  const take = (index: number, field: Field): void => {
    if (columns[index] === null && !taken.has(field)) {
      columns[index] = field;
      taken.add(field);
    }
  };
  for (const field of fields) {
    const exact = words[field].map((word) => headings.indexOf(tidyHeading(word)));
    const index = exact.find((at) => at >= 0 && columns[at] === null);
    if (index !== undefined) {
      take(index, field);
    }
  }
  headings.forEach((heading, index) => {
    const field = fields.find(
      (candidate) => !taken.has(candidate) && isAbout(heading, words[candidate]),
    );
    if (field !== undefined) {
      take(index, field);
    }
  });
  return columns;
}

/** Words of at least three characters may stand inside a longer heading: 紧急联系人手机号码 is about 联系人手机. */
const isAbout = (heading: string, words: readonly string[]): boolean =>
  words.some((word) => {
    const known = tidyHeading(word);
    return known.length >= 3 && heading.includes(known);
  });

const HEADER_SEARCH_ROWS = 10;

/** Lists carry titles, dates and group headings above the real header: the row that names the most fields is it. */
export function findHeaderRow<Field extends string>(
  headings: Headings<Field>,
  sheet: SheetText,
): SheetText {
  const candidates = [
    { header: sheet.header, rows: sheet.rows },
    ...sheet.rows.slice(0, HEADER_SEARCH_ROWS).map(({ cells }, index) => ({
      header: cells.map((cell) => cell.trim()),
      rows: sheet.rows.slice(index + 1),
    })),
  ];
  const scored = candidates.map((candidate) => ({
    ...candidate,
    score: guessColumns(headings, candidate.header).filter((field) => field !== null).length,
  }));
  const best = scored.reduce((winner, next) => (next.score > winner.score ? next : winner));
  return { sheetName: sheet.sheetName, header: best.header, rows: best.rows };
}
