import { readFileSync } from 'node:fs';

import {
  advisePack,
  askedAttributes,
  asksWhetherBedHeld,
  computeAssessment,
  describePack,
  explainLine,
  parseFacts,
  parsePack,
  type Pack,
} from '../index.js';

const read = (path: string): Pack =>
  parsePack(JSON.parse(readFileSync(new URL(`../../${path}.json`, import.meta.url), 'utf8')));
const program = (id: string, subject: string, more: object): object => ({
  id,
  title: { zh: `项目${id}`, en: `Program ${id}` },
  source: { document: 'D', clause: `第${id}条` },
  subject,
  per: 'MONTH',
  quantity: { count: 'one', unit: subject },
  rate: { fen: 10000 },
  ...more,
});
const packOf = (programs: readonly object[], more: object = {}): Pack =>
  parsePack({
    schema: 'pack/1',
    id: 'own',
    version: '1',
    title: '本县办法',
    jurisdiction: { name: '本县', counties: ['*'] },
    documents: [{ id: 'D', title: '本县办法' }],
    programs,
    ...more,
  });
const stars = (limit: number): object => ({ test: 'attribute', name: 'stars', atLeast: limit });
const STARS = {
  of: 'center',
  name: 'stars',
  label: { zh: '评定星级', en: 'rated stars' },
  kind: 'NUMBER',
  unit: { zh: '星', en: 'stars' },
};

describe('what a pack asks under attributes', () => {
  it('is told of whom, how it is recorded, in the words of the pack, with who asks and where', () => {
    const asked = askedAttributes(
      packOf(
        [
          program('1', 'center', { require: { test: 'all', of: [stars(3), stars(4)] } }),
          program('2', 'bed', { require: stars(3) }),
          program('3', 'person', {
            require: {
              test: 'all',
              of: [
                { test: 'attribute', name: 'lot', in: ['A', 'B'] },
                { test: 'attribute', of: 'center', name: 'open', in: [true] },
                {
                  test: 'compare',
                  measure: { of: 'attribute', on: 'center', name: 'leftFen', unit: 'fen' },
                  atLeast: 1,
                },
              ],
            },
          }),
        ],
        { attributes: [STARS] },
      ),
    );
    expect(asked.map(({ of, name, kind, options }) => [of, name, kind, options.length])).toEqual([
      ['center', 'stars', 'NUMBER', 0],
      ['person', 'lot', 'CHOICE', 2],
      ['center', 'open', 'YES_NO', 0],
      ['center', 'leftFen', 'MONEY', 0],
    ]);
    expect(asked[0]).toMatchObject({
      label: { zh: '评定星级', en: 'rated stars' },
      unit: { zh: '星', en: 'stars' },
      asks: [
        { program: '1', source: { clause: '第1条' }, document: { zh: '本县办法' } },
        { program: '2', source: { clause: '第2条' } },
      ],
    });
  });

  it('names what the shipped packs and the samples ask, each by a word', () => {
    expect(askedAttributes(read('packs/yangcheng-2022'))).toEqual([]);
    expect(new Set(askedAttributes(read('packs/jianxi-2019')).map(({ of }) => of))).toEqual(
      new Set(['project']),
    );
    for (const name of ['a04-center-2022', 'a16-fujian-2020', 'a37-dongyang', 'a38-shunyi-2014']) {
      const pack = read(`packs/samples/${name}`);
      expect(askedAttributes(pack).filter(({ label }) => /^\w+$/.test(label.zh))).toEqual([]);
      expect(advisePack(pack).filter(({ code }) => code.startsWith('ATTRIBUTE'))).toEqual([]);
    }
  });

  it('advises a word where there is none, and another kind where it is tested otherwise', () => {
    const advised = (attributes?: readonly object[]): readonly string[] =>
      advisePack(
        packOf([program('1', 'center', { require: stars(3) })], attributes && { attributes }),
      ).map(({ code }) => code);
    expect(advised()).toEqual(['ATTRIBUTE_WITHOUT_WORD']);
    expect(advised([STARS])).toEqual([]);
    expect(advised([{ ...STARS, kind: 'YES_NO' }])).toEqual(['ATTRIBUTE_OTHERWISE']);
    expect(advised([STARS, { ...STARS, name: 'lots' }])).toEqual(['ATTRIBUTE_NOT_ASKED']);
    expect(() => packOf([], { attributes: [STARS, STARS] })).toThrow(/attributes\[1\]/);
  });

  it('says in sentences what the pack calls it; the sum and its cause are the same without', () => {
    const programs = [program('1', 'center', { require: stars(4) })];
    const [bare, worded] = [packOf(programs), packOf(programs, { attributes: [STARS] })];
    const facts = parseFacts({
      schema: 'facts/1',
      county: '140522',
      center: {
        id: 'c',
        attributes: {
          stars: [
            { value: 3, from: '2025-01-01', until: '2025-03-01' },
            { value: 4, from: '2025-03-01' },
          ],
        },
      },
      ...Object.fromEntries(
        'people stays absences assessments services meals staff projects beds decisions'
          .split(' ')
          .map((name) => [name, []]),
      ),
    });
    expect(describePack(worded, 'zh').programs[0]?.lines).toContain('条件：评定星级不低于4');
    const linesOf = (pack: Pack, period: string) =>
      computeAssessment(pack, facts, period, null).toJSON().lines;
    const said = linesOf(worded, '2025-02').map((line) => explainLine(line, 'zh'));
    expect(said.join('\n')).toContain('评定星级：3星，要求不低于4星');
    expect(linesOf(worded, '2025-03').map(({ amountFen }) => amountFen)).toContain(10000);
    const causes = (pack: Pack) =>
      linesOf(pack, '2025-03').map(({ amountFen, status }) => [amountFen, status]);
    expect(causes(worded)).toEqual(causes(bare));
  });

  it('asks whether a bed was kept only where absences count by it', () => {
    expect(asksWhetherBedHeld(read('packs/yangcheng-2022'))).toBe(true);
    expect(asksWhetherBedHeld(packOf([program('1', 'center', {})]))).toBe(false);
  });
});
