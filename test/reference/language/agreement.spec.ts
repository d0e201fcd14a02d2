import { SHIPPED_PACKS, shippedPackUrl, type Pack } from '@yibu/claim-engine';
import fs from 'node:fs';
import path from 'node:path';

import { Chance } from '../random-center.js';
import { compareHistory, differingSeeds, type Outcome } from './agreement.js';
import { randomFacts } from './random-county.js';
import { met } from './world.js';

const PACKS = 1000;
/** Too few of them among the random packs to be called compared would be worse than none. */
const LEAST = 1;
const README = path.join(__dirname, 'README.md');

const packAt = (url: URL): Pack => JSON.parse(fs.readFileSync(url, 'utf8')) as Pack;
const samples = new URL('samples/', shippedPackUrl('yangcheng-2022'));
const shipped: readonly Pack[] = [
  ...SHIPPED_PACKS.map((id) => packAt(shippedPackUrl(id))),
  ...fs
    .readdirSync(samples)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => packAt(new URL(name, samples))),
];

function historiesOf(pack: Pack): Outcome[] {
  const prefix = pack.jurisdiction.counties[0] ?? '*';
  const county = prefix === '*' ? '140522' : prefix.padEnd(6, '1');
  return [1, 2, 3].map((seed) =>
    compareHistory(pack, seed, { ...randomFacts(new Chance(seed)), county }),
  );
}

describe('the language of packs, read a second time from the guide alone', () => {
  it('agrees with the engine on every pack that comes with the product, each of them covered', () => {
    const outcomes = shipped.flatMap(historiesOf);
    expect(outcomes.flatMap((one) => one.differences)).toEqual([]);
    expect(outcomes.flatMap((one) => one.notCovered ?? [])).toEqual([]);
  });

  it(`agrees on ${PACKS} random packs, month after month of facts corrected and learnt late`, () => {
    expect(differingSeeds(1, PACKS)).toEqual([]);
    // Each construct that the README lists decided something, and the random packs held it.
    const text = fs.readFileSync(README, 'utf8');
    const listed = [...text.matchAll(/^- `([^`]+)`$/gm)].map(([, name]) => name as string);
    expect(listed.length).toBeGreaterThan(100);
    expect(listed.filter((name) => (met.get(name) ?? 0) < LEAST)).toEqual([]);
  }, 600_000);
});
