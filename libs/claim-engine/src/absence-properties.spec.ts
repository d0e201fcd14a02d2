import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { factsOf, life } from './test/random-lives.js';
import { computeAssessment, parsePack, shippedPackUrl, type Facts } from './index.js';

const body = JSON.parse(readFileSync(shippedPackUrl('yangcheng-2022'), 'utf8')) as {
  programs: { id: string; quantity?: object; require?: unknown }[];
};
const bed = body.programs[0];
const lives = fc.array(life, { minLength: 1, maxLength: 3 });
const limit = fc.integer({ min: 1, max: 30 });

/** Months that count in the year, by person and month, where `absences` stands in months and in the gate. */
function months(facts: Facts, absences: unknown): Record<string, number> {
  const require = { test: 'stayInYear', method: 'DAYS', days: 45, absences };
  const quantity = { count: 'residentMonths', partial: 'PER_DAY', absences };
  const program = { ...bed, require, quantity, rate: { fen: 30_000 }, until: null, from: null };
  const pack = parsePack({ ...body, programs: [program], clauses: [] });
  const { lines } = computeAssessment(pack, facts, '2025', null);
  return Object.fromEntries(
    lines.map(({ subject, month, amountFen }) => [`${subject.id} ${month}`, amountFen]),
  );
}

const sum = (of: Record<string, number>): number => Object.values(of).reduce((a, b) => a + b, 0);

describe('rules for absences, over random lives', () => {
  it('that say what one word says pay what it pays', () => {
    fc.assert(
      fc.property(lives, (some) => {
        const facts = factsOf(some);
        expect(months(facts, [{}])).toEqual(months(facts, 'COUNT'));
        expect(months(facts, [{ count: 'COUNT_IF_BED_HELD' }])).toEqual(
          months(facts, 'COUNT_IF_BED_HELD'),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('pay no less for a longer limit, no more than without one, no less than for no day', () => {
    fc.assert(
      fc.property(lives, limit, limit, (some, days, more) => {
        const facts = factsOf(some);
        const [short, long] = [[{ perAbsence: days }], [{ perAbsence: days + more }]].map((rule) =>
          sum(months(facts, rule)),
        ) as [number, number];
        expect(short).toBeGreaterThanOrEqual(sum(months(facts, 'NOT_COUNT')));
        expect(long).toBeGreaterThanOrEqual(short);
        expect(sum(months(facts, 'COUNT'))).toBeGreaterThanOrEqual(long);
      }),
      { numRuns: 60 },
    );
  });
});
