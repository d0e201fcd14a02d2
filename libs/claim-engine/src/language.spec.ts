import { computeAssessment, parseFacts, parsePack, type Assessment } from './index.js';

const source = { document: 'D', clause: '1' };
const base = {
  schema: 'pack/1',
  id: 'x',
  version: '1',
  title: 'x',
  jurisdiction: { name: 'x', counties: ['*'] },
  documents: [{ id: 'D', title: 'd' }],
  careClasses: {
    order: ['SEMI', 'FULL'],
    names: { SEMI: 'semi', FULL: 'full' },
    scales: { S: { '1': 'SEMI', '2': 'FULL' } },
    month: 'LOWEST',
  },
};
const day = { subject: 'person', per: 'MONTH', source };
const facts = (more: object): ReturnType<typeof parseFacts> =>
  parseFacts({
    schema: 'facts/1',
    county: '140522',
    center: { id: 'c1' },
    people: [{ id: 'p1', bornOn: '1940-01-01' }],
    ...more,
  });
const compute = (pack: object, more: object, period: string): Assessment =>
  computeAssessment(parsePack({ ...base, ...pack }), facts(more), period);
const money = (result: Assessment): Record<string, number> =>
  Object.fromEntries(result.lines.map((line) => [`${line.program} ${line.month}`, line.amountFen]));

describe('the pack language', () => {
  const levels = [
    {
      id: 'a1',
      person: 'p1',
      scale: 'S',
      level: 1,
      kind: 'OFFICIAL',
      from: '2024-01-01',
      until: '2025-01-11',
    },
    {
      id: 'a2',
      person: 'p1',
      scale: 'S',
      level: 2,
      kind: 'OFFICIAL',
      from: '2025-01-11',
      until: null,
    },
  ];
  const stays = [{ id: 's1', person: 'p1', from: '2024-01-01', until: null }];

  it('pays each day at the class of the day', () => {
    const by = (id: string, fen: number): object => ({
      ...day,
      id,
      title: id,
      rate: { fen },
      quantity: { count: 'measure', measure: { of: 'residentDays', inClass: [id] }, unit: 'day' },
    });
    const result = compute(
      { programs: [by('SEMI', 1000), by('FULL', 2000)] },
      { stays, assessments: levels },
      '2025-01',
    );
    expect(money(result)).toEqual({ 'SEMI 2025-01': 10_000, 'FULL 2025-01': 42_000 });
  });

  const inFull = (id: string, more: object = {}): object => ({
    ...day,
    id,
    title: id,
    rate: { fen: 1000 },
    quantity: {
      count: 'measure',
      measure: { of: 'residentDays', inClass: ['FULL'], ...more },
      unit: 'day',
    },
  });

  it('counts days in a class without absences, whatever the class of a month is taken from', () => {
    const absences = [
      { id: 'x', stay: 's1', kind: 'HOSPITAL', from: '2025-01-21', until: '2025-01-26' },
    ];
    const careClasses = { ...base.careClasses, absences: 'COUNT' };
    const known = { stays, assessments: levels, absences };
    const programs = [inFull('without'), inFull('with', { absences: 'COUNT' })];
    expect(money(compute({ programs, careClasses }, known, '2025-01'))).toEqual({
      'without 2025-01': 16_000,
      'with 2025-01': 21_000,
    });
  });

  it('shows what days in a class would pay if levels were mapped otherwise', () => {
    const scales = {
      S: {
        decision: 'Q',
        cases: { A: { '1': 'SEMI', '2': 'FULL' }, B: { '1': 'FULL', '2': 'FULL' } },
      },
    };
    const decisions = [
      {
        id: 'Q',
        question: 'q',
        chosen: 'A',
        options: ['A', 'B'].map((id) => ({ id, text: id })),
      },
    ];
    const pack = {
      programs: [inFull('days')],
      careClasses: { ...base.careClasses, scales },
      decisions,
    };
    const [line] = compute(pack, { stays, assessments: levels }, '2025-01').lines;
    expect(line?.amountFen).toBe(21_000);
    expect(line?.alternatives.map(({ option, amountFen }) => [option, amountFen])).toEqual([
      ['B', 31_000],
    ]);
  });

  it('counts the days of a year by the claim year of each program of one clause', () => {
    const yearly = (id: string, more: object): object => ({
      ...day,
      id,
      title: id,
      rate: { fen: 1 },
      quantity: { count: 'measure', measure: { of: 'residentDays', over: 'YEAR' }, unit: 'day' },
      ...more,
    });
    const programs = [yearly('january', {}), yearly('july', { yearStart: 7 })];
    const known = { stays: [{ ...stays[0], from: '2024-07-01' }] };
    expect(money(compute({ programs }, known, '2025-01'))).toMatchObject({
      'january 2025-01': 31,
      'july 2025-01': 215,
    });
  });

  it('pays a part of a month by the days in the class', () => {
    const program = {
      ...day,
      id: 'care',
      title: 'care',
      rate: { fen: 31_000 },
      quantity: { count: 'residentMonths', partial: 'PER_DAY', inClass: ['FULL'] },
    };
    expect(
      money(compute({ programs: [program] }, { stays, assessments: levels }, '2025-01')),
    ).toEqual({ 'care 2025-01': 21_000 });
  });

  it('pays each day at the figure of the day when a rate changes inside a month', () => {
    const program = {
      ...day,
      id: 'meals',
      title: 'meals',
      population: 'FED',
      quantity: { count: 'measure', measure: { of: 'meals', perPersonDay: 2 }, unit: 'meal' },
      rate: { on: 'EACH_DAY', dated: [{ fen: 100 }, { from: '2025-01-15', fen: 300 }] },
    };
    const meals = [
      { id: 'm1', person: 'p1', on: '2025-01-14', meal: 'LUNCH', count: 3 },
      { id: 'm2', person: 'p1', on: '2025-01-15', meal: 'LUNCH' },
    ];
    const result = compute({ programs: [program] }, { meals }, '2025-01');
    expect(money(result)).toEqual({ 'meals 2025-01': 500 });
    expect(result.lines[0]?.rateFen).toBeNull();
  });

  const fed = (id: string, fen: number): object => ({
    ...day,
    id,
    title: id,
    population: 'FED',
    rate: { fen },
    quantity: { count: 'measure', measure: { of: 'meals' }, unit: 'meal' },
  });
  const eaten = {
    meals: [
      { id: 'm1', person: 'p1', on: '2025-01-14', meal: 'LUNCH', count: 2 },
      { id: 'm2', person: 'p1', on: '2025-01-15', meal: 'LUNCH' },
    ],
  };

  it.each([
    ['DAY_CAP', 350, { 'a 2025-01': 300, 'b 2025-01': 350 }],
    ['CAP', 700, { 'a 2025-01': 300, 'b 2025-01': 400 }],
    ['HIGHEST_ONLY', null, { 'a 2025-01': 0, 'b 2025-01': 600 }],
    ['FIRST_ONLY', null, { 'a 2025-01': 300, 'b 2025-01': 0 }],
    ['DEDUCT', null, { 'a 2025-01': 300, 'b 2025-01': 300 }],
  ])('stacks two programs by %s', (rule, fen, expected) => {
    const stacking = [{ id: 's', rule, programs: ['a', 'b'], ...(fen === null ? {} : { fen }) }];
    expect(
      money(compute({ programs: [fed('a', 100), fed('b', 200)], stacking }, eaten, '2025-01')),
    ).toEqual(expected);
  });

  it('refuses programs under a limit whose figure is not given', () => {
    const stacking = [{ id: 's', rule: 'CAP', programs: ['a', 'b'], fen: null }];
    const result = compute(
      { programs: [fed('a', 100), fed('b', 200)], stacking },
      eaten,
      '2025-01',
    );
    expect(result.refusals.map(({ program, code }) => `${program} ${code}`)).toEqual([
      'a PARAMETER_MISSING',
      'b PARAMETER_MISSING',
    ]);
    expect(result.totals).toEqual([]);
  });

  it('shares out a short budget in proportion, to the fen', () => {
    const people = ['p1', 'p2', 'p3'].map((id) => ({ id, bornOn: '1940-01-01' }));
    const program = {
      ...day,
      id: 'a',
      title: 'a',
      population: 'EVERYONE',
      rate: { fen: 100 },
      budget: { fen: 200 },
    };
    const result = compute({ programs: [program] }, { people }, '2025-01');
    expect(result.lines.map((line) => line.amountFen)).toEqual([67, 67, 66]);
    expect(result.totalFen).toBe(200);
  });

  it.each([
    ['half-up', 'FEN', 3333],
    ['half-up', 'YUAN', 3300],
    ['ceil', 'JIAO', 3340],
  ])('rounds %s to the %s', (rounding, roundTo, expected) => {
    const program = {
      ...day,
      id: 'a',
      title: 'a',
      population: 'EVERYONE',
      rate: { fen: 10_000 },
      rounding,
      roundTo,
      adjust: [{ do: 'multiply', percent: 33.333 }],
    };
    expect(compute({ programs: [program] }, {}, '2025-01').totalFen).toBe(expected);
  });
});
