import { readdirSync, readFileSync } from 'node:fs';
import {
  clauseRequirement,
  computeAssessment,
  parseFacts,
  parseLedger,
  parsePack,
  shippedPackUrl,
  type Pack,
} from './index.js';

/**
 * What has to be covered, written out by id: published rules, published results, golden cases, and every clause of
 * the seed documents that computes money. An id without its case fails here.
 */
interface Case {
  readonly clause: string;
  readonly pack: string;
  readonly period: string;
  readonly decisions?: Readonly<Record<string, string>>;
  readonly facts: unknown;
  readonly ledger?: readonly unknown[];
  readonly expect: { readonly totalFen: number };
}

const casesIn = (file: string): Case[] => {
  const url = new URL(`../cases/${file}`, import.meta.url);
  const read = JSON.parse(readFileSync(url, 'utf8')) as Case | Case[];
  return Array.isArray(read) ? read : [read];
};
const ALL = readdirSync(new URL('../cases/', import.meta.url))
  .filter((name) => name.endsWith('.json'))
  .flatMap(casesIn);
const packOf = (id: string): Pack =>
  parsePack(JSON.parse(readFileSync(shippedPackUrl(id), 'utf8')));

/** Published rule → its packs: programs that pay or wait for the bureau, and programs that refuse. */
const RULES: Readonly<
  Record<string, Readonly<Record<string, { pays?: string[]; refuses?: string[] }>>>
> = {
  A01: { 'a01-beijing-2020': { pays: ['relief'] } },
  A02: { 'a02-beijing-2019': { pays: ['before-2019'], refuses: ['operating'] } },
  A04: {
    'a04-center-2022': {
      pays: ['operating', 'meal-point', 'portion', 'lunch', 'building', 'insurance', 'chain'],
    },
  },
  A05: { 'a05-haimen-2020': { pays: ['operating'] } },
  A06: { 'a06-shuangta-2022': { pays: ['operating'] } },
  A07: { 'a07-tieling-2022': { refuses: ['operating'] } },
  A09: { 'a09-shenzhen': { pays: ['rating'], refuses: ['care', 'new-beds', 'medical'] } },
  A10: {
    'a10-guangzhou-2012': { refuses: ['aid', 'new-beds'] },
    'a10-guangzhou-2012-nonprofit': { pays: ['aid'] },
  },
  A11: { 'a11-hefei-2022': { pays: ['building'], refuses: ['operating'] } },
  A14: { 'a14-shandong-2017': { pays: ['province', 'city'], refuses: ['nursing-building'] } },
  A16: { 'a16-fujian-2020': { pays: ['beds', 'building'] } },
  A18: { 'a18-guiyang-2013': { pays: ['operating'] } },
  A19: { 'a19-liandu-2026': { pays: ['operating'] } },
  A21: { 'a21-fuyang-2024': { pays: ['beds'] } },
  A22: { 'a22-yuzhong': { pays: ['aid'] } },
  A23: { 'a23-chengkou-2021': { refuses: ['operating'] } },
  A25: { 'a25-jiangsu-2023': { pays: ['relief'] } },
  A26: { 'a26-inner-mongolia-2024': { refuses: ['subsidy'] } },
  A27: { 'a27-changzhou-2024': { pays: ['center', 'aid', 'day-care'] } },
  A28: { 'a28-zhaoshan-2016': { pays: ['home-care'] } },
  A29: { 'a29-sheyang-2019': { pays: ['care'] } },
  A31: { 'a31-yubei-2021': { pays: ['meals', 'building'] } },
  A32: { 'a32-bengbu-2023': { pays: ['canteen', 'building'] } },
  A34: { 'a34-chuzhou-2022': { pays: ['lunch'] } },
  A35: { 'a35-jurong-2023': { pays: ['lunch'] } },
  A36: { 'a36-national-2026': { refuses: ['coupon'] } },
  A37: { 'a37-dongyang': { pays: ['new-beds', 'rented-2', 'rented-3'] } },
  A38: { 'a38-shunyi-2014': { pays: ['stars', 'institution', 'per-head'] } },
};

describe('published rules', () => {
  it('have no sample pack that stands for no rule', () => {
    const named = Object.values(RULES).flatMap((packs) => Object.keys(packs));
    const shipped = readdirSync(new URL('../packs/samples/', import.meta.url));
    expect(shipped.map((name) => name.replace('.json', '')).sort()).toEqual(named.sort());
  });

  it.each(Object.entries(RULES))(
    '%s: every program is paid, asked about or refused in a case',
    (id, packs) => {
      for (const [pack, { pays = [], refuses = [] }] of Object.entries(packs)) {
        const told = outcomes(id, `samples/${pack}`);
        expect(
          packOf(`samples/${pack}`)
            .programs.map((one) => one.id)
            .sort(),
        ).toEqual([...pays, ...refuses].sort());
        expect([...told.paid]).toEqual(expect.arrayContaining(pays));
        expect([...told.refused].sort()).toEqual([...refuses].sort());
      }
    },
  );
});

function outcomes(clause: string, pack: string): { paid: Set<string>; refused: Set<string> } {
  const paid = new Set<string>();
  const refused = new Set<string>();
  for (const one of ALL.filter((each) => each.clause === clause && each.pack === pack)) {
    const ledger = one.ledger && parseLedger({ schema: 'ledger/1', entries: one.ledger });
    const { lines, refusals } = computeAssessment(
      packOf(pack),
      parseFacts(one.facts),
      one.period,
      ledger ?? null,
      { decisions: one.decisions ?? {} },
    );
    for (const line of lines) {
      if (line.status === 'NEEDS_DECISION' || line.amountFen > 0) {
        paid.add(line.program);
      }
    }
    refusals
      .filter(({ code }) => code === 'PARAMETER_MISSING')
      .forEach(({ program }) => refused.add(program));
  }
  return { paid, refused };
}

/** Published result → the test that carries it. */
const RESULTS: Readonly<Record<string, 'results' | 'sums'>> = {
  B01: 'results',
  B02: 'results',
  B04: 'results',
  B06: 'sums',
  B09: 'sums',
  B10: 'sums',
  B11: 'results',
  B13: 'sums',
  B14: 'sums',
  B15: 'sums',
  B16: 'sums',
  B18: 'results',
  B19: 'sums',
  B20: 'sums',
  B21: 'sums',
};

it.each(Object.entries(RESULTS))('published result %s has a case', (id, file) => {
  const url = new URL(`./published-${file}.spec.ts`, import.meta.url);
  expect(readFileSync(url, 'utf8')).toContain(`'${id}, `.replace('B21, ', 'B21: '));
});

/** Golden case → file, its place there, and the sum of what is payable, in fen. */
const GOLDEN: Readonly<Record<string, readonly [file: string, place: number, totalFen: number]>> = {
  'G-1': ['G-1.json', 1, 180_000],
  'G-2': ['G-2-3-6.json', 1, 0],
  'G-3': ['G-2-3-6.json', 2, 90_000],
  'G-6': ['G-2-3-6.json', 3, 5_000_000],
  'G-7': ['jianxi.json', 1, 0], // 300,000 yuan wait for the bureau
  'G-8': ['jianxi.json', 3, 20_000_000],
  'G-9': ['jianxi.json', 16, 30_000_000],
  'G-11': ['jianxi.json', 19, 0], // between 50,000 and 100,000, as the bureau decides
};

it.each(Object.entries(GOLDEN))('golden case %s stands as it is written', (_, golden) => {
  const [file, place, totalFen] = golden;
  expect(casesIn(file)[place - 1]?.expect.totalFen).toBe(totalFen);
});

it.each([
  ['G-12', 'yuxi-2022', 'YX-05', 300],
  ['G-13', 'yangcheng-2022', 'YC-04', 360],
])('golden case %s is a standard of area', (_, id, clause, squareMetres) => {
  const value = packOf(id).clauses?.find((one) => one.id === clause)?.values?.[0];
  expect(value && clauseRequirement(value, 1200)?.value).toBe(squareMetres);
});

/** Clause of a seed document that computes money, or open question on which money hangs → clauses of its cases. */
const SEEDS: Readonly<Record<string, readonly string[]>> = {
  'YC-20': ['YC-20'],
  'YC-21': ['YC-21'],
  'YC-22': ['YC-22'],
  'YC-23': ['YC-23'],
  'JX-10': ['JX-10'],
  'JX-12': ['JX-12'],
  'JX-13': ['JX-C3'],
  'JX-14': ['JX-14'],
  'JX-15': ['JX-C6'],
  'JX-16': ['JX-16'],
  'JX-17': ['JX-C1'],
  'JX-18': ['JX-C2'],
  'JX-19': ['JX-C6'],
  'JX-21': ['JX-21'],
};

const SEED_PACKS = [
  'yangcheng-2022',
  'jianxi-2019',
  'yuxi-2022',
  'linfen-2022',
  'template-2024',
] as const;

describe('seed documents', () => {
  const computed = SEED_PACKS.flatMap((id) =>
    (packOf(id).clauses ?? [])
      .filter(({ treatment }) => treatment === 'COMPUTED')
      .map((clause) => clause.id),
  );
  const asked = new Set(ALL.map(({ clause }) => clause));

  it('have a case for every clause that computes', () => {
    expect(computed.sort()).toEqual(Object.keys(SEEDS).sort());
    expect(
      Object.values(SEEDS)
        .flat()
        .filter((clause) => !asked.has(clause)),
    ).toEqual([]);
  });

  /** The template's figures are all blank: it refuses whatever is answered. */
  it('have a case for every open question on which money hangs', () => {
    const switched = SEED_PACKS.filter((id) => id !== 'template-2024').flatMap((id) => {
      const text = readFileSync(shippedPackUrl(id), 'utf8');
      return (packOf(id).decisions ?? [])
        .map((decision) => decision.id)
        .filter((question) => text.includes(`"decision": "${question}"`));
    });
    expect(switched.filter((question) => !asked.has(question))).toEqual([]);
    expect(switched).toHaveLength(19);
  });

  it.each([
    ['yuxi-2022', 'YX-C1'],
    ['linfen-2022', 'LF-05'],
    ['template-2024', 'TP-C1'],
  ])('%s pays nothing, and a case shows that it refuses', (pack, clause) => {
    const own = ALL.filter((one) => one.pack === pack);
    expect(own.map((one) => one.clause)).toContain(clause);
    expect(own.map((one) => one.expect.totalFen)).toEqual([0]);
  });
});
