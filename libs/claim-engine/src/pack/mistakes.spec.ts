// oxlint-disable max-lines -- one list of mistakes
import {
  advisePack,
  checkPack,
  describePack,
  explainAdvice,
  explainProblem,
  parsePack,
  type Pack,
} from '../index.js';

// Mistakes as people make them. Each is told where it stands, what is wrong, and how it is mended.

const source = { document: 'D', clause: '1' };
const program = { title: 'p', source, subject: 'person', per: 'MONTH', rate: { fen: 20000 } };
const base = {
  schema: 'pack/1',
  id: 'x',
  version: '1',
  title: 'x',
  jurisdiction: { name: 'x', counties: ['140522'] },
  documents: [{ id: 'D', title: 'd' }],
};
const of = (part: object, more: object = {}): object => ({
  ...base,
  programs: [{ id: 'p', ...program, ...part }],
  ...more,
});
const both = (stacking: object): object => ({
  ...base,
  programs: ['p', 'q'].map((id) => ({ id, ...program })),
  stacking: [{ id: 's', programs: ['p', 'q'], ...stacking }],
});
const beds = (limits: object): object => ({
  test: 'compare',
  measure: { of: 'number', field: 'center.registeredBeds' },
  ...limits,
});
const bands = (...limits: readonly (object | null)[]): object => ({
  subject: 'center',
  rate: {
    rows: limits.map((one) => ({ fen: 20000, ...(one === null ? {} : { when: beds(one) }) })),
  },
});
const dated = (...list: readonly object[]): object => ({
  rate: { dated: list.map((one) => ({ fen: 20000, ...one })) },
});
const days = (limits: object): object => ({
  require: { test: 'compare', measure: { of: 'residentDays' }, ...limits },
});
const careClasses = {
  order: ['SELF', 'FULL'],
  names: { SELF: 'a', FULL: 'b' },
  scales: { GBT42195: { 0: 'SELF', 1: 'FULL' } },
  month: 'LOWEST',
};
const { rate: _, ...rateless } = program;
const away = (...absences: readonly object[]): object => ({
  quantity: { count: 'residentMonths', partial: 'PER_DAY', absences },
});

type Mistake = readonly [what: string, pack: object, path: string, says: RegExp];

const REFUSED: readonly Mistake[] = [
  ['a misspelt field', of({ requires: {} }), '.requires', /did you mean require\?/],
  ['a misspelt gate', of({ require: { test: 'agee' } }), '.require.test', /did you mean age\?/],
  [
    'a field in small letters',
    of({ require: { test: 'age', atleast: 1 } }),
    '.require.atleast',
    /atLeast\?/,
  ],
  ['yuan for fen', of({ rate: { yuan: 200 } }), '.rate.yuan', /did you mean fen\?/],
  ['a fraction of a fen', of({ rate: { fen: 12.5 } }), '.rate.fen', /200 yuan is 20000/],
  ['an amount in quotes', of({ rate: { fen: '20000' } }), '.rate.fen', /without quotes/],
  ['no rate', { ...base, programs: [{ id: 'p', ...rateless }] }, '.rate', /"fen": null/],
  ['an empty rate', of({ rate: {} }), '.rate', /give one of fen, dated/],
  ['two rates', of({ rate: { fen: 1, dated: [{ fen: 2 }] } }), '.rate', /only one of fen, dated/],
  [
    'figures out of order',
    of(dated({ from: '2025-07-01' }, { from: '2025-01-01' })),
    '.rate.dated[1].from',
    /by their first day/,
  ],
  [
    'a figure that ends before it begins',
    of(dated({ from: '2025-07-01', until: '2025-01-01' })),
    '.rate.dated[0].until',
    /before it starts/,
  ],
  [
    'a program that ends before it begins',
    of({ from: '2025-07-01', until: '2025-01-01' }),
    '.until',
    /before it starts/,
  ],
  ['a day that is none', of({ from: '2025-02-30' }), '.from', /no calendar date \(YYYY-MM-DD\)/],
  ['no category', of({ require: { test: 'category', anyOf: [] } }), '.require.anyOf', /at least 1/],
  ['payers of nothing', of({ payers: [{ id: 'a', name: 'a', parts: 0 }] }), '.payers', /60 and 40/],
  [
    'a payer twice',
    of({
      payers: [
        { id: 'a', name: 'a', parts: 1 },
        { id: 'a', name: 'a', parts: 1 },
      ],
    }),
    '.payers[1].id',
    /used twice/,
  ],
  [
    'months after nothing',
    of({ afterMonths: 12 }),
    '.afterMonths',
    /only with subject: project, per: ONCE/,
  ],
  [
    'months after a month',
    of({ subject: 'project', afterMonths: 12 }),
    '.afterMonths',
    /per: ONCE/,
  ],
  [
    'kinds of projects of a person',
    of({ projectKinds: ['A'] }),
    '.projectKinds',
    /subject: project/,
  ],
  [
    'a population of a center',
    of({ subject: 'center', population: 'FED' }),
    '.population',
    /subject: person/,
  ],
  ['a question without a limit', of(days({})), '.require', /give one of atLeast, above/],
  [
    'limits the wrong way round',
    of(days({ atLeast: 90, atMost: 60 })),
    '.require',
    /wrong way round/,
  ],
  [
    'ages the wrong way round',
    of({ require: { test: 'age', atLeast: 80, below: 60 } }),
    '.require',
    /wrong way round/,
  ],
  [
    'a threshold without its days',
    of({ require: { test: 'stayInYear', method: 'DAYS', months: 3 } }),
    '.require.days',
    /is missing/,
  ],
  [
    'a month of how many days',
    of({ quantity: { count: 'residentMonths', partial: 'DAYS_AT_LEAST' } }),
    '.quantity.days',
    /is missing/,
  ],
  [
    'days that nobody asks',
    of({ quantity: { count: 'residentMonths', partial: 'PER_DAY', days: 15 } }),
    '.quantity.days',
    /DAYS_AT_LEAST/,
  ],
  [
    'an age of a center',
    of({ subject: 'center', require: { test: 'age', atLeast: 60 } }),
    '.require',
    /only be asked of a person/,
  ],
  [
    'a class that is none',
    of({ require: { test: 'careClass', in: ['HALF'] } }, { careClasses }),
    '.require.in[0]',
    /there are: SELF, FULL/,
  ],
  [
    'a level of no class',
    of({}, { careClasses: { ...careClasses, scales: { GBT42195: { 0: 'HALF' } } } }),
    '$.careClasses.scales.GBT42195["0"]',
    /there are: SELF, FULL/,
  ],
  [
    'a class without a name',
    of({}, { careClasses: { ...careClasses, names: { SELF: 'a' } } }),
    '$.careClasses.names.FULL',
    /is missing/,
  ],
  [
    'a year claimed by the month',
    of({ per: 'YEAR', cycle: 'MONTH' }),
    '.cycle',
    /not one of: YEAR/,
  ],
  [
    'a rule for a program that is none',
    of({}, { stacking: [{ id: 's', rule: 'CAP', fen: 1, programs: ['p', 'q'] }] }),
    '$.stacking[0].programs[1]',
    /there are: p/,
  ],
  [
    'a limit of one program that is not of the year',
    of({}, { stacking: [{ id: 's', rule: 'CAP', fen: 1, programs: ['p'] }] }),
    '$.stacking[0].programs',
    /is missing/,
  ],
  [
    'the highest of the year',
    both({ rule: 'HIGHEST_ONLY', over: 'YEAR' }),
    '$.stacking[0].over',
    /only with rule: CAP/,
  ],
  [
    'a limit of the year over what is paid once',
    of(
      { per: 'ONCE' },
      { stacking: [{ id: 's', rule: 'CAP', fen: 1, over: 'YEAR', programs: ['p'] }] },
    ),
    '$.stacking[0].programs[0]',
    /only with per: MONTH/,
  ],
  [
    'a limit over two kinds of year',
    {
      ...both({ rule: 'CAP', fen: 1, over: 'YEAR' }),
      programs: [
        { id: 'p', ...program },
        { id: 'q', ...program, yearStart: 7 },
      ],
    },
    '$.stacking[0].programs',
    /begin their year in different months/,
  ],
  [
    'a measure by the wrong key, told what could stand there',
    of({ quantity: { count: 'measure', unit: 'day', measure: { measure: 'residentDays' } } }),
    '$.programs[0].quantity.measure.of',
    /is missing: give one of residentDays, monthsOpen/,
  ],
  ['a limit without a figure', both({ rule: 'CAP' }), '$.stacking[0].fen', /is missing/],
  [
    'a limit a day of what has no days',
    both({ rule: 'DAY_CAP', fen: 300 }),
    '$.stacking[0].programs[0]',
    /quantity: meals/,
  ],
  [
    'each day of what has no days',
    of({ rate: { fen: 20000, on: 'EACH_DAY' } }),
    '.rate.on',
    /quantity: meals/,
  ],
  [
    'a document that is none',
    of({ source: { document: 'E', clause: '1' } }),
    '.source.document',
    /there are: D/,
  ],
  [
    'a notice of no figure',
    of({}, { notices: [{ rate: 'r', from: '2025-01-01', fen: 1, source }] }),
    '$.notices[0].rate',
    /no record with the id r/,
  ],
  [
    'a figure that no notice can name',
    of({ rate: { fen: 20000, notice: 'RAISES' } }),
    '.rate.id',
    /is missing/,
  ],
  [
    'a range the wrong way round',
    of({ rate: { range: { minFen: 10, maxFen: 5 } } }),
    '.rate.range',
    /wrong way round/,
  ],
  [
    'the name of a county',
    of({}, { jurisdiction: { name: 'x', counties: ['阳城县'] } }),
    '$.jurisdiction.counties[0]',
    /write 140522/,
  ],
  [
    'a factor of nothing',
    of({ adjust: [{ do: 'multiply' }] }),
    '.adjust[0]',
    /give one of percent, measure/,
  ],
  ['an empty budget', of({ budget: {} }), '.budget', /give one of fen, measure/],
  ['a subsidy a day', of({ per: 'DAY' }), '.per', /not one of: MONTH/],
  [
    'a limit in two ways',
    of({ adjust: [{ do: 'cap', fen: 100, measure: { of: 'residents' } }] }),
    '.adjust[0]',
    /only one of fen, measure/,
  ],
  [
    'a factor in two ways',
    of({ adjust: [{ do: 'multiply', percent: 50, measure: { of: 'residents' } }] }),
    '.adjust[0]',
    /only one of percent, measure/,
  ],
  [
    'a part of a measure and so much for each',
    of({
      adjust: [{ do: 'cap', measure: { of: 'residents' }, percent: 50, perMeasureFen: 100 }],
    }),
    '.adjust[0]',
    /only one of percent, perMeasureFen/,
  ],
  [
    'so much for each of nothing',
    of({ adjust: [{ do: 'floor', fen: 100, perMeasureFen: 100 }] }),
    '.adjust[0].perMeasureFen',
    /only with measure/,
  ],
  [
    'counted months that are exceeded',
    of({
      require: {
        test: 'stayInYear',
        method: 'COUNTED_MONTHS',
        countedMonths: 4,
        passes: 'AT_LEAST',
      },
    }),
    '.require.passes',
    /only with method: ANNIVERSARY/,
  ],
  [
    'absences that are no rule',
    of(away({ kinds: ['HOSPITAL'], perMonths: 5 })),
    '.quantity.absences[0].perMonths',
    /did you mean perMonth\?/,
  ],
  [
    'a kind of absence that nobody records',
    of(away({ kinds: ['HOLIDAY'], perMonth: 5 })),
    '.quantity.absences[0].kinds[0]',
    /not one of: HOSPITAL, HOME_LEAVE/,
  ],
  ['no absences at all', of(away()), '.quantity.absences', /at least 1/],
  [
    'no day of absence',
    of(away({ perMonth: 0 })),
    '.quantity.absences[0].perMonth',
    /0 is outside 1 to 31/,
  ],
  [
    'all days of a month',
    of(away({ perMonth: 31 })),
    '.quantity.absences[0].perMonth',
    /stops nothing: no month is longer/,
  ],
  [
    'all days of a year',
    of(away({ perYear: 366 })),
    '.quantity.absences[0].perYear',
    /stops nothing: no year is longer/,
  ],
  [
    'more days a month than a year',
    of(away({ perMonth: 20, perYear: 15 })),
    '.quantity.absences[0].perMonth',
    /20 days stops nothing: perYear lets only 15 count/,
  ],
  [
    'more days a year than twelve months have',
    of(away({ perMonth: 5, perYear: 90 })),
    '.quantity.absences[0].perYear',
    /90 days stops nothing: perMonth × 12 lets only 60 count/,
  ],
  [
    'days beyond no limit',
    of(away({ kinds: ['HOSPITAL'], beyond: 'COUNT_IF_BED_HELD' })),
    '.quantity.absences[0].beyond',
    /only with perAbsence/,
  ],
  [
    'a limit that stops nothing',
    of(away({ count: 'COUNT_IF_BED_HELD', perYear: 60, beyond: 'COUNT_IF_BED_HELD' })),
    '.quantity.absences[0].beyond',
    /only with count: COUNT/,
  ],
  [
    'two rules for one kind',
    of(away({ kinds: ['HOSPITAL'], perAbsence: 30 }, { kinds: ['HOSPITAL'], perYear: 60 })),
    '.quantity.absences[1]',
    /only one of absences\[0\], absences\[1\]/,
  ],
  [
    'all days of a month, as one answer to a question',
    of(
      {
        quantity: {
          count: 'residentMonths',
          partial: 'PER_DAY',
          absences: { decision: 'Q', cases: { A: 'COUNT', B: [{ perMonth: 31 }] } },
        },
      },
      {
        decisions: [
          {
            id: 'Q',
            question: 'q',
            chosen: 'A',
            options: ['A', 'B'].map((id) => ({ id, text: id })),
          },
        ],
      },
    ),
    '.quantity.absences.cases.B[0].perMonth',
    /stops nothing/,
  ],
  [
    'an absence of the class of a month without end',
    of({}, { careClasses: { ...careClasses, absences: [{ perMonth: 31 }] } }),
    '$.careClasses.absences[0].perMonth',
    /stops nothing/,
  ],
];

const ADVISED: readonly Mistake[] = [
  [
    'bands that share a figure',
    of(bands({ atMost: 50 }, { atLeast: 50 })),
    '.rate.rows[1]',
    /write below for 不满/,
  ],
  [
    'bands that leave one out',
    of(bands({ atMost: 50 }, { atLeast: 100 })),
    '.rate.rows[1]',
    /between 50 and 100 gets nothing.*below 100/,
  ],
  [
    'a row behind one for everybody',
    of(bands(null, { atLeast: 100 })),
    '.rate.rows[1]',
    /put it last/,
  ],
  [
    'a time without a figure',
    of(dated({ until: '2025-03-01' }, { from: '2025-07-01' })),
    '.rate.dated[0]',
    /leave out until/,
  ],
  [
    'a percentage as a fraction',
    of({ adjust: [{ do: 'multiply', percent: 0.8 }] }),
    '.adjust[0].percent',
    /write 80 for 80 %/,
  ],
  [
    'an occupancy as a fraction',
    of({ require: { test: 'compare', measure: { of: 'occupancy' }, atLeast: 0.6 } }),
    '.require.atLeast',
    /write 80 for 80 %/,
  ],
  ['an amount in yuan', of({ rate: { fen: 50 } }), '.rate.fen', /is 0.5 yuan/],
  [
    'shares that are not a hundred',
    of({
      payers: [
        { id: 'a', name: 'a', parts: 60 },
        { id: 'b', name: 'b', parts: 30 },
      ],
    }),
    '.payers',
    /add up to 90/,
  ],
  [
    'a category nobody has',
    of({ require: { test: 'category', anyOf: ['LOWINCOME'] } }),
    '.require.anyOf[0]',
    /did you mean LOW_INCOME/,
  ],
  [
    'a meal nobody eats',
    of({
      quantity: { count: 'measure', unit: 'meal', measure: { of: 'meals', meals: ['lunch'] } },
    }),
    '.quantity.measure.meals[0]',
    /did you mean LUNCH/,
  ],
  [
    'days of operation that are every day',
    of({
      subject: 'center',
      quantity: { count: 'measure', unit: 'day', measure: { of: 'operatingDays' } },
    }),
    '.quantity.measure',
    /also before the opening; give one of mealsAtLeast/,
  ],
  [
    'one absence longer than the days of a year',
    of(away({ kinds: ['HOSPITAL'], perAbsence: 60, perYear: 30 })),
    '.quantity.absences[0].perAbsence',
    /the wrong way round/,
  ],
];

const pathOf = (path: string): string => (path.startsWith('$') ? path : `$.programs[0]${path}`);

describe('a pack with a mistake', () => {
  it.each(REFUSED)('%s: path, reason and what to write', (_what, pack, path, says) => {
    const told = checkPack(pack).find((one) => one.path === pathOf(path));
    expect(told && explainProblem(told, 'en')).toMatch(says);
    expect(told && explainProblem(told, 'zh')).toMatch(/[一-鿿]/);
    expect(told && explainProblem(told, 'zh')).not.toMatch(/undefined|null,|\[object/);
  });

  it('is told together with every other one, whatever their kind, and brings no others with it', () => {
    const single = REFUSED.filter(([, pack]) => (pack as Pack).programs.length === 1).filter(
      ([, pack]) => Object.keys(pack).length === Object.keys(of({})).length,
    );
    expect(single.length).toBeGreaterThan(40);
    const told = (programs: readonly unknown[]): string[] =>
      checkPack({ ...base, programs, careClasses })
        .map(({ path, code }) => `${path} ${code}`)
        .sort();
    const apart: string[] = [];
    for (const [one, first] of single) {
      for (const [other, second] of single) {
        const [a] = (first as Pack).programs;
        const b = { ...(second as Pack).programs[0], id: 'q' };
        const each = [...told([a]), ...told([{ ...program, id: 'f' }, b])].sort();
        if (JSON.stringify(told([a, b])) !== JSON.stringify(each)) {
          apart.push(`${one} + ${other}`);
        }
      }
    }
    expect(apart).toEqual([]);
  });

  it('is told where it stands in a gate of the same program whose rate is wrong', () => {
    const pack = of({
      rate: { fen: '20000' },
      require: { test: 'stayInYear', method: 'DAYS' },
      adjust: [{ do: 'multiply' }],
      payers: [{ id: 'a', name: 'a', parts: 0 }],
    });
    expect(checkPack(pack).map(({ path, code }) => `${path.slice(14)} ${code}`)).toEqual([
      'rate.fen WRONG_TYPE',
      'payers PARTS_OF_NOTHING',
      'require.days MISSING',
      'adjust[0] MISSING',
    ]);
  });

  it.each(ADVISED)('%s: taken, and pointed out', (_what, pack, path, says) => {
    const told = advisePack(parsePack(pack)).find((one) => one.path === pathOf(path));
    expect(told && explainAdvice(told, 'en')).toMatch(says);
    expect(told && explainAdvice(told, 'zh')).toMatch(/[一-鿿]/);
    expect(told && explainAdvice(told, 'zh')).not.toMatch(/undefined|\[object/);
  });

  it('is not looked for where there is none: whole numbers, ends that meet, a row for the rest', () => {
    for (const fine of [
      bands({ atMost: 50 }, { atLeast: 51 }),
      bands({ below: 50 }, { atLeast: 50 }),
      bands({ atMost: 50 }, { atLeast: 100 }, null),
    ]) {
      expect(advisePack(parsePack(of(fine)))).toEqual([]);
    }
  });
});

describe('a subsidy for each meal', () => {
  it('is told as one: how much a meal, which, how many a day, for whom', () => {
    const measure = {
      of: 'meals',
      meals: ['LUNCH', 'DINNER'],
      perPersonDay: 2,
      who: { test: 'age', atLeast: 80 },
    };
    const pack = of({
      subject: 'center',
      quantity: { count: 'measure', unit: 'meal', measure, atMost: 900 },
      rate: { fen: 300 },
    });
    const lines = (locale: 'zh' | 'en'): readonly string[] =>
      describePack(parsePack(pack) as Pack, locale).programs[0]?.lines.slice(0, 2) ?? [];
    expect(lines('zh')).toEqual([
      '每餐3.00元',
      '数量：用餐份数（午餐、晚餐），每人每天最多计2，限满80周岁，最多900餐',
    ]);
    expect(lines('en')).toEqual([
      '3.00 yuan per meal',
      'Quantity: meals (lunch, dinner), at most 2 a person a day, of those aged 80 or over, at most 900',
    ]);
  });
});
