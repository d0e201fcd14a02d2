import { computeAssessment, parseFacts, parsePack, shippedPackUrl } from '@yibu/claim-engine';
import fs from 'node:fs';

import { naiveClaim } from './naive.js';
import { Chance, randomCenter, randomLedger } from './random-center.js';

const pack = parsePack(JSON.parse(fs.readFileSync(shippedPackUrl('yangcheng-2022'), 'utf8')));
const CENTER_MONTHS = 1000;

describe('a second implementation, day by day', () => {
  it(`agrees with the engine on ${CENTER_MONTHS} random center-months to the fen`, () => {
    const seen = { payable: 0, reversals: 0, refused: 0 };
    for (let seed = 1; seed <= CENTER_MONTHS; seed += 1) {
      const chance = new Chance(seed);
      const facts = randomCenter(chance);
      const period = `2025-${String(chance.is(0.3) ? 12 : chance.integer(1, 11)).padStart(2, '0')}`;
      const ledger = randomLedger(chance, facts, period);
      const result = computeAssessment(pack, parseFacts(facts), period, ledger);
      const computed = new Map(
        result.lines
          .filter(({ status }) => status === 'PAYABLE')
          .map((line) => [`${line.program}|${line.subject.id}|${line.month}`, line.amountFen]),
      );
      const expected = naiveClaim(facts, period, ledger);
      const sorted = (map: ReadonlyMap<string, number>): string[] =>
        [...map].map(([key, fen]) => `seed ${seed} ${period} ${key} ${fen}`).sort();
      expect(sorted(computed)).toEqual(sorted(expected));
      seen.payable += [...computed.values()].filter((fen) => fen > 0).length;
      seen.reversals += [...computed.values()].filter((fen) => fen < 0).length;
      seen.refused += result.refusals.length;
    }
    // The centers are random, not empty: every kind of outcome must have been compared.
    expect(Math.min(seen.payable, seen.reversals, seen.refused)).toBeGreaterThan(100);
  });
});
