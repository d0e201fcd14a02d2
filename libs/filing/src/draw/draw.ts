import { canonicalBytes, sha256 } from '../canonical.js';

export const DRAW_METHODS = ['RANDOM', 'MUS', 'TOP', 'VARIANCE'] as const;
export type DrawMethod = (typeof DRAW_METHODS)[number];

/** What may be drawn: a person in a claim, with what is claimed and how far that is from the month before. */
export interface DrawUnit {
  readonly id: string;
  readonly amountFen: number;
  readonly deltaFen: number;
}

export interface DrawRequest {
  readonly method: DrawMethod;
  readonly size: number;
  readonly seed: string;
  readonly population: readonly DrawUnit[];
}

const SEED_DIGITS = 13;

/** The population in the order of its ids, so that its digest does not depend on who listed it. */
export const inOrder = (population: readonly DrawUnit[]): DrawUnit[] =>
  population
    .map(({ id, amountFen, deltaFen }) => ({ id, amountFen, deltaFen }))
    .sort((a, b) => compare(a.id, b.id));

export const populationDigest = (population: readonly DrawUnit[]): string =>
  sha256(canonicalBytes(inOrder(population)));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Ids of the drawn units in the order of drawing. The same seed and population give the same sample, on any machine:
 * RANDOM ranks by SHA-256 of `seed|id`; MUS takes every interval-th yuan from a start that the seed gives; TOP and
 * VARIANCE take the largest and leave nothing to chance.
 */
export function drawSample(request: DrawRequest): string[] {
  const population = inOrder(request.population);
  const { method, size, seed } = request;
  switch (method) {
    case 'RANDOM':
      return ranked(population, ({ id }) => sha256(`${seed}|${id}`), size);
    case 'MUS':
      return byMoney(population, size, seed);
    case 'TOP':
      return largest(population, ({ amountFen }) => Math.abs(amountFen), size);
    case 'VARIANCE':
      return largest(population, ({ deltaFen }) => Math.abs(deltaFen), size);
  }
}

const ranked = (
  population: readonly DrawUnit[],
  key: (unit: DrawUnit) => string,
  size: number,
): string[] =>
  population
    .map((unit) => ({ id: unit.id, key: key(unit) }))
    .sort((a, b) => compare(a.key, b.key))
    .slice(0, size)
    .map(({ id }) => id);

const largest = (
  population: readonly DrawUnit[],
  of: (unit: DrawUnit) => number,
  size: number,
): string[] =>
  [...population]
    .sort((a, b) => of(b) - of(a) || compare(a.id, b.id))
    .slice(0, size)
    .map(({ id }) => id);

/** Monetary unit sampling: a unit larger than the interval is hit for certain, and stands in the sample once. */
function byMoney(population: readonly DrawUnit[], size: number, seed: string): string[] {
  const total = population.reduce((sum, { amountFen }) => sum + Math.abs(amountFen), 0);
  if (total === 0) {
    return ranked(population, ({ id }) => sha256(`${seed}|${id}`), size);
  }
  const interval = total / size;
  const share = Number.parseInt(sha256(seed).slice(0, SEED_DIGITS), 16) / 16 ** SEED_DIGITS;
  const drawn: string[] = [];
  let [next, reached] = [share * interval, 0];
  for (const { id, amountFen } of population) {
    reached += Math.abs(amountFen);
    if (reached > next && drawn.length < size) {
      drawn.push(id);
      // Passes every point that lies within this unit.
      next += Math.ceil((reached - next) / interval) * interval;
    }
  }
  return drawn;
}
