import { readFileSync } from 'node:fs';
import {
  computeAssessment,
  parseFacts,
  parsePack,
  shippedPackUrl,
  type Assessment,
} from './index.js';

/**
 * Published tables that print no rate, or a rate that does not give what was paid. What is printed goes through the
 * engine as it stands, one line for each printed figure, and the sums, shares and refusals are the engine's.
 */
const PACK_HEAD = {
  schema: 'pack/1',
  id: 'printed',
  version: '1',
  title: 'printed',
  jurisdiction: { name: 'x', counties: ['*'] },
  documents: [{ id: 'D', title: 'a published table' }],
};
const haimen = shippedPackUrl('samples/a05-haimen-2020');
const source = { document: 'D', clause: 'table' };

/** Figures printed in units of 10,000 yuan, to the fen. */
const wan = (printed: number): number => Math.round(printed * 1_000_000);

/** Each printed figure is what its project is paid. */
function paid(printed: Readonly<Record<string, number>>): Assessment {
  const pack = parsePack({
    ...PACK_HEAD,
    programs: [
      {
        id: 'paid',
        title: 'paid',
        source,
        subject: 'project',
        per: 'ONCE',
        rate: {
          percentOf: { of: 'attribute', on: 'project', name: 'printedFen', unit: 'fen' },
          percent: 100,
        },
      },
    ],
  });
  const projects = Object.entries(printed).map(([id, printedFen]) => ({
    id,
    kind: 'ROW',
    completedOn: '2022-11-01',
    attributes: { printedFen },
  }));
  const facts = parseFacts({ schema: 'facts/1', county: '341802', center: { id: 'c1' }, projects });
  return computeAssessment(pack, facts, '2022-11');
}

const sumOf = (printed: readonly number[]): number =>
  paid(Object.fromEntries(printed.map((fen, index) => [`row-${index}`, fen]))).totalFen;

interface Asked {
  readonly group: string;
  readonly atLeast: number;
}

/** So many live here, each in one group: which of the asked shares are reached, as the engine sees it. */
function reached(groups: Readonly<Record<string, number>>, asked: readonly Asked[]): boolean[] {
  const people = Object.entries(groups).flatMap(([code, count]) =>
    Array.from({ length: count }, (_, index) => ({
      id: `${code}-${index}`,
      bornOn: '1940-01-01',
      categories: [{ code, from: '2000-01-01' }],
    })),
  );
  const pack = parsePack({
    ...PACK_HEAD,
    programs: asked.map(({ group, atLeast }, index) => ({
      id: `share-${index}`,
      title: 'share',
      source,
      subject: 'center',
      per: 'MONTH',
      require: {
        test: 'compare',
        measure: {
          of: 'shareOfResidents',
          on: 'LAST_DAY',
          who: { test: 'category', anyOf: [group] },
        },
        atLeast,
      },
      rate: { fen: 1 },
    })),
  });
  const facts = parseFacts({
    schema: 'facts/1',
    county: '341802',
    center: { id: 'c1' },
    people,
    stays: people.map(({ id }) => ({ id: `s-${id}`, person: id, from: '2022-11-01' })),
  });
  const { lines } = computeAssessment(pack, facts, '2022-11', null, { openFrom: '2022-11' });
  return asked.map((_, index) =>
    lines.some(({ program, amountFen }) => program === `share-${index}` && amountFen === 1),
  );
}

/** Whether each share rounds half up to its printed percentage. */
function roundTo(
  groups: Readonly<Record<string, number>>,
  printed: Readonly<Record<string, number>>,
  step: number,
): boolean[] {
  const asked = Object.entries(printed).flatMap(([group, percent]) =>
    [percent - step / 2, percent + step / 2].map((limit) => ({
      group,
      atLeast: Number(limit.toFixed(4)),
    })),
  );
  const answers = reached(groups, asked);
  return Object.keys(printed).map(
    (_, index) => answers[2 * index] === true && answers[2 * index + 1] === false,
  );
}

describe('published sums', () => {
  it('B06, five towns of Duji: each column adds up, and both ways of dividing a row give its sum', () => {
    const rows = [
      { sites: [23_139, 73_914], kinds: [83_133, 13_920], sum: 97_053 },
      { sites: [17_025, 75_364], kinds: [81_034, 11_355], sum: 92_389 },
      { sites: [30_586, 134_107], kinds: [146_993, 17_700], sum: 164_693 },
      { sites: [19_504, 162_314], kinds: [163_083, 18_735], sum: 181_818 },
      { sites: [26_470, 50_990], kinds: [67_620, 9840], sum: 77_460 },
    ];
    for (const { sites, kinds, sum } of rows) {
      expect([sumOf(sites), sumOf(kinds)]).toEqual([sum, sum]);
    }
    const column = (pick: (row: (typeof rows)[number]) => number | undefined): number =>
      sumOf(rows.map((row) => pick(row) ?? 0));
    expect([
      column(({ sites }) => sites[0]),
      column(({ sites }) => sites[1]),
      column(({ sum }) => sum),
      column(({ kinds }) => kinds[0]),
      column(({ kinds }) => kinds[1]),
    ]).toEqual([116_724, 496_689, 613_413, 541_863, 71_550]);
    // Households and people, at places of care and at home.
    expect([
      sumOf([16, 11, 21, 14, 20]),
      sumOf([65, 62, 125, 143, 48]),
      sumOf([81, 73, 146, 157, 68]),
      sumOf([65, 68, 128, 150, 49]),
      sumOf([81, 79, 149, 164, 69]),
    ]).toEqual([82, 443, 525, 460, 542]);
  });

  it('B09, Qinchuan 2023: three payments are 209,465 yuan; the table of grades behind them is not printed', () => {
    const printed = { qinchuan: wan(5.1465), shangchuan: wan(13.8), xiaohenglu: wan(2) };
    expect(paid(printed).totalFen).toBe(wan(20.9465));
  });

  it('B10, Pan’an 2015: building, operating and meals are 778,180 yuan', () => {
    expect(sumOf([wan(47), wan(12.7), wan(18.118)])).toBe(wan(77.818));
  });

  it('B16, Xuancheng in November 2022: six rows are 93,155,500 yuan, 100 less than the printed total', () => {
    const printed = [3346.38, 1142.4, 1875.15, 1744.94, 479.32, 727.36].map(wan);
    expect(sumOf(printed)).toBe(wan(9315.55));
    expect(wan(9315.56) - sumOf(printed)).toBe(10_000);
    expect(sumOf([107.98, 128.34, 219.74, 153.13, 64.9, 57.21].map(wan))).toBe(wan(731.3));
    expect(sumOf([3468, 1090, 1352, 1441, 348, 719])).toBe(8418);
    expect(sumOf([629, 381, 896, 681, 268, 202])).toBe(3057);
  });

  it.each([
    ['Xuanzhou', 219, 131, 62.57],
    ['Langxi', 198, 130, 60.37],
    ['Ningguo', 354, 139, 71.81],
    ['Jing', 202, 55, 78.6],
    ['Jixi', 103, 66, 60.95],
    ['Jingde', 50, 21, 70.42],
    ['all six', 1126, 542, 67.51],
  ])(
    'B16, %s: %i of those who need care live in a home, %i at home: %d percent, as printed',
    (_, HOME, AT_HOME, printed) => {
      expect(roundTo({ HOME, AT_HOME }, { HOME: printed }, 0.01)).toEqual([true]);
    },
  );

  it('B19, Putuo 2021: both sums hold', () => {
    expect(sumOf([wan(1024.55), wan(362.68)])).toBe(wan(1387.23));
    expect(sumOf([1212, 29_568])).toBe(30_780);
  });

  it('B20, Anhui in October 2022: the parts are 6,018; four shares are rounded, the last was cut off', () => {
    const canteens = { A: 2352, B: 2044, C: 409, D: 361, E: 852 };
    expect(sumOf(Object.values(canteens))).toBe(6018);
    const printed = { A: 39.1, B: 34, C: 6.8, D: 6, E: 14.1 };
    expect(roundTo(canteens, printed, 0.1)).toEqual([true, true, true, true, false]);
    expect(reached(canteens, [{ group: 'E', atLeast: 14.15 }])).toEqual([true]);
  });
});

describe('published totals without a breakdown', () => {
  it('B13, Nan’an in the first half of 2020: 516,000 yuan lie between the least and the most for 219 people', () => {
    const pack = parsePack({
      ...PACK_HEAD,
      programs: [
        {
          id: 'stay',
          title: 'stay',
          source,
          subject: 'person',
          per: 'MONTH',
          rate: {
            rows: [
              { fen: 150_000, when: { test: 'category', anyOf: ['MOST'] } },
              { fen: 20_000, when: { test: 'category', anyOf: ['LEAST'] } },
            ],
          },
        },
      ],
    });
    const total = (code: string, from: string): number => {
      const people = Array.from({ length: 219 }, (_, index) => ({
        id: `p${index}`,
        bornOn: '1940-01-01',
        categories: [{ code, from: '2000-01-01' }],
      }));
      const stays = people.map(({ id }) => ({ id: `s-${id}`, person: id, from }));
      const facts = parseFacts({
        schema: 'facts/1',
        county: '350583',
        center: { id: 'c1' },
        people,
        stays,
      });
      return computeAssessment(pack, facts, '2020-06').totalFen;
    };
    expect(total('LEAST', '2020-06-01')).toBe(4_380_000); // at most 51,600,000
    expect(total('MOST', '2020-01-01')).toBe(197_100_000); // at least 51,600,000
    expect(51_600_000 % 10_000).toBe(0);
  });

  it('B14, Haimen 2020: 2,071,920 yuan are a whole number of bed-months at the lowest rate', () => {
    const facts = parseFacts({
      schema: 'facts/1',
      county: '320614',
      center: { id: 'c1', registeredBeds: 50, openedOn: '2015-01-01' },
      people: [{ id: 'p1', bornOn: '1940-01-01', householdCounty: '320614' }],
      stays: [{ id: 's1', person: 'p1', from: '2020-12-01' }],
    });
    const pack = parsePack(JSON.parse(readFileSync(haimen, 'utf8')));
    const oneMonth = computeAssessment(pack, facts, '2020-12').totalFen;
    expect(oneMonth).toBe(2000);
    expect(207_192_000 / oneMonth).toBe(103_596);
  });

  it('B15, Changzhou and Liyang 2022: 10,700 and 1,146 beds at 1,000 yuan', () => {
    const relief = (beds: number): number => {
      const pack = parsePack({
        ...PACK_HEAD,
        programs: [
          {
            id: 'relief',
            title: 'relief',
            source,
            subject: 'center',
            per: 'ONCE',
            from: '2022-12-01',
            quantity: {
              count: 'measure',
              measure: { of: 'number', field: 'center.registeredBeds' },
              unit: 'bed',
            },
            rate: { fen: 100_000 },
          },
        ],
      });
      const facts = parseFacts({
        schema: 'facts/1',
        county: '320402',
        center: { id: 'c1', registeredBeds: beds },
      });
      return computeAssessment(pack, facts, '2022-12').totalFen;
    };
    expect([relief(10_700), relief(1146)]).toEqual([1_070_000_000, 114_600_000]);
  });

  it('B21: where a printed rate is known, a bare total either is a sum of it or shows that more is in it', () => {
    const perPerson = 110_000;
    // Jiangsu 2023: 125 million at 1,100 a person would be a part of a person: the headline is a rounded figure.
    expect(12_500_000_000 % perPerson).not.toBe(0);
    // Fuyang 2024: 6,000 a bed, 4,800 for profit; no number of beds gives 3,174,700.
    expect(317_470_000 % 120_000).not.toBe(0);
    // Liandu 2025: every step is a multiple of 1,000 yuan, and so is the total.
    expect(220_500_000 % 100_000).toBe(0);
    // Ningjin 2021: the page prints 452 yuan; only 4.52 million and 100,000 come to the 4.62 million of its head.
    expect(sumOf([wan(452), wan(10)])).toBe(wan(462));
    expect(sumOf([45_200, wan(10)])).not.toBe(wan(462));
  });
});
