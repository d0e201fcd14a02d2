import type { LedgerEntry } from '@yibu/claim-engine';

export const COVERS_NOTHING = ['RETURNED', 'WITHDRAWN'];

const sumOf = (numbers: readonly number[]): number =>
  numbers.reduce((total, number) => total + number, 0);

/** Above what was claimed is claimed, below what was granted is given back; between them the cut stands. */
export function standsAgainst(covering: readonly LedgerEntry[], entitled: number): number {
  const claimed = sumOf(covering.map(({ amountFen }) => amountFen));
  const granted = sumOf(covering.map(({ amountFen, settledFen }) => settledFen ?? amountFen));
  const [low, high] = claimed < granted ? [claimed, granted] : [granted, claimed];
  return entitled > high ? high : entitled < low ? low : entitled;
}

/**
 * The last entry that was sent back without an objection, and what was claimed beside it afterwards. Nothing, once as
 * much was claimed in its place.
 */
export function sentBack(own: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const at = own.findLastIndex(({ status }) => status === 'RETURNED');
  const returned = own[at];
  if (!returned || returned.objection) {
    return [];
  }
  const since = own.slice(at + 1).filter(({ status }) => !COVERS_NOTHING.includes(status));
  const isReplaced = since.some((_, index) => {
    const again = sumOf(since.slice(0, index + 1).map(({ amountFen }) => amountFen));
    return returned.amountFen < 0 ? again <= returned.amountFen : again >= returned.amountFen;
  });
  return isReplaced ? [] : [returned, ...since];
}
