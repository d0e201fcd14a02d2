import { readFileSync } from 'node:fs';
import {
  computeAssessment,
  parseFacts,
  parsePack,
  shippedPackUrl,
  type Facts,
  type Pack,
} from './index.js';

const sample = (id: string): Pack =>
  parsePack(JSON.parse(readFileSync(shippedPackUrl(`samples/${id}`), 'utf8')));
const many = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => make(index));

interface Group {
  readonly category: string;
  readonly people: number;
  readonly fen: number;
}

/** So many people of each category, each paid a sum a month. */
function byCategory(groups: readonly Group[]): { pack: Pack; facts: Facts } {
  const pack = parsePack({
    schema: 'pack/1',
    id: 'published',
    version: '1',
    title: 'published',
    jurisdiction: { name: 'x', counties: ['*'] },
    documents: [{ id: 'D', title: 'published result' }],
    programs: [
      {
        id: 'care',
        title: 'care',
        source: { document: 'D', clause: 'table' },
        subject: 'person',
        per: 'MONTH',
        population: 'EVERYONE',
        rate: {
          rows: groups.map(({ category, fen }) => ({
            id: category,
            fen,
            when: { test: 'category', anyOf: [category] },
          })),
        },
      },
    ],
  });
  const people = groups.flatMap(({ category, people: count }) =>
    many(count, (index) => ({
      id: `${category}-${index}`,
      bornOn: '1950-01-01',
      categories: [{ code: category, from: '2000-01-01', until: null }],
    })),
  );
  return {
    pack,
    facts: parseFacts({ schema: 'facts/1', county: '350112', center: { id: 'c1' }, people }),
  };
}

describe('published results', () => {
  it('B01, Shuangta, July 2021 to June 2022: 3,815 bed-months at 130 yuan are 495,950 yuan', () => {
    const people = many(318, (index) => ({ id: `p${index}`, bornOn: '1940-01-01' }));
    const stays = people.map(({ id }, index) => ({
      id: `s${index}`,
      person: id,
      bed: `b${index}`,
      until: null,
      // 317 beds for twelve months and one for eleven.
      from: index === 0 ? '2021-08-01' : '2021-07-01',
    }));
    const facts = parseFacts({
      schema: 'facts/1',
      county: '211302',
      center: { id: 'c1' },
      people,
      stays,
    });
    expect(computeAssessment(sample('a06-shuangta-2022'), facts, '2022-06').totalFen).toBe(
      49_595_000,
    );
  });

  it('B02, Guiyang 2013: 1,479 beds at 300 yuan are 443,700 yuan, half from the city and half from the districts', () => {
    const people = many(1479, (index) => ({ id: `p${index}`, bornOn: '1940-01-01' }));
    const stays = people.map(({ id }, index) => ({
      id: `s${index}`,
      person: id,
      bed: `b${index}`,
      from: '2013-05-01',
      until: null,
    }));
    const facts = parseFacts({
      schema: 'facts/1',
      county: '520102',
      center: { id: 'c1' },
      people,
      stays,
    });
    const result = computeAssessment(sample('a18-guiyang-2013'), facts, '2013');
    const of = (payer: string): number =>
      result.lines.reduce(
        (sum, line) => sum + (line.shares?.find((share) => share.payer === payer)?.amountFen ?? 0),
        0,
      );
    expect([result.totalFen, of('city'), of('district')]).toEqual([
      44_370_000, 22_185_000, 22_185_000,
    ]);
  });

  it('B04, Changle, third quarter 2022: four classes for three months are 1,327,686 yuan', () => {
    const { pack, facts } = byCategory([
      { category: 'POOR_1', people: 936, fen: 11_900 },
      { category: 'OTHER_1', people: 647, fen: 11_500 },
      { category: 'POOR_2', people: 1772, fen: 9900 },
      { category: 'OTHER_2', people: 957, fen: 8500 },
    ]);
    expect(
      computeAssessment(pack, facts, '2022-Q3', null, { openFrom: '2022-07' })
        .lines.filter((line) => line.month >= '2022-07')
        .reduce((sum, line) => sum + line.amountFen, 0),
    ).toBe(132_768_600);
    // The other of the two subsidies, and both together.
    const living = byCategory([{ category: 'LIVING', people: 3824, fen: 28_500 }]);
    const livingFen = computeAssessment(living.pack, living.facts, '2022-Q3')
      .lines.filter((line) => line.month >= '2022-07')
      .reduce((sum, line) => sum + line.amountFen, 0);
    expect([livingFen, livingFen + 132_768_600]).toEqual([326_952_000, 459_720_600]);
  });

  it('B18, a district in August 2023: 706 people at 80 yuan are 56,480 yuan, printed 5.65万', () => {
    const { pack, facts } = byCategory([{ category: 'POOR', people: 706, fen: 8000 }]);
    const august = computeAssessment(pack, facts, '2023-08').lines.filter(
      (line) => line.month === '2023-08',
    );
    const total = august.reduce((sum, line) => sum + line.amountFen, 0);
    expect(total).toBe(5_648_000);
    expect(Math.round(total / 10_000) / 100).toBe(5.65);
  });

  it('B11, Laoshan 2014 does not add up: its printed rates give 890,000 yuan, its printed sum is 660,000', () => {
    const centers = [
      { count: 2, fen: 5_000_000 },
      { count: 11, fen: 3_000_000 },
      { count: 23, fen: 2_000_000 },
    ];
    const total = (rates: readonly number[]): number =>
      centers.reduce((sum, { count }, index) => {
        const { pack, facts } = byCategory([
          { category: 'CENTER', people: count, fen: rates[index] ?? 0 },
        ]);
        return sum + computeAssessment(pack, facts, '2014-01').totalFen;
      }, 0);
    expect(total(centers.map(({ fen }) => fen))).toBe(89_000_000);
    // With 10,000 yuan for the third grade the printed sum comes out: the third printed rate is the likely slip.
    expect(total([5_000_000, 3_000_000, 1_000_000])).toBe(66_000_000);
  });
});
