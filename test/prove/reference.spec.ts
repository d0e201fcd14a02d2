import { differingSeeds } from '../reference/language/agreement.js';

// A second reading of the pack language, written from the guide alone, against the engine: the long version of
// test/reference/language. `npm run prove -- reference --seeds 1-20000`.

const [FIRST, LAST] = (process.env.PROVE_SEEDS ?? '1-20000').split('-').map(Number) as [
  number,
  number,
];
const STEP = 1000;

describe('the language of packs, read a second time', () => {
  it(`agrees on the packs of the seeds ${FIRST} to ${LAST}`, () => {
    const told: string[] = [];
    for (let first = FIRST; first <= LAST; first += STEP) {
      told.push(...differingSeeds(first, Math.min(LAST, first + STEP - 1)));
      process.stderr.write(
        `  ${Math.min(LAST, first + STEP - 1)} of ${LAST}, ${told.length} differences\n`,
      );
    }
    const [seed] = told.map((one) => /^seed (\d+)/.exec(one)?.[1]);
    expect({ told: told.slice(0, 40), repeat: repeatOf(seed) }).toEqual({ told: [], repeat: null });
  }, 7_200_000);
});

const repeatOf = (seed: string | undefined): string | null =>
  seed === undefined
    ? null
    : `npm run prove -- reference --seeds ${Number(seed) % 1_000_003}-${Number(seed) % 1_000_003}`;
