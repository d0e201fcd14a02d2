// oxlint-disable max-lines -- one list of what rules say
import { computeAssessment, parseFacts, parsePack } from './index.js';
import { source } from './test/one-person.js';

interface Said {
  readonly program: object;
  readonly more?: object;
  readonly facts?: object;
  readonly center?: object;
  readonly period?: string;
}

const FULL = { test: 'careClass', in: ['FULL'] };
const careClasses = {
  order: ['SELF', 'SEMI', 'FULL'],
  names: { SELF: 'a', SEMI: 'b', FULL: 'c' },
  scales: { S: { '0': 'SELF', '1': 'SEMI', '2': 'FULL' } },
  month: 'FIRST_DAY',
};
const stay = (from: string, until: string | null = null, person = 'p1'): object => ({
  id: `s-${person}-${from}`,
  person,
  bed: `b-${person}`,
  from,
  until,
});
const level = (value: number, from: string, until: string | null = null): object => ({
  id: `a-${from}`,
  person: 'p1',
  scale: 'S',
  level: value,
  kind: 'OFFICIAL',
  from,
  until,
});
const compare = (measure: object, limit: object): object => ({
  test: 'compare',
  measure,
  ...limit,
});
const ofCenter = (name: string, limit: object): object => ({
  test: 'attribute',
  of: 'center',
  name,
  ...limit,
});
const beds = { of: 'number', field: 'center.registeredBeds' };
const months = { count: 'residentMonths', partial: 'DAYS_AT_LEAST', days: 15 };
const perBed = { count: 'measure', measure: beds, unit: 'bed' };
const center = { subject: 'center', per: 'YEAR' };

/** `month fen` of every line, or its state where a person has to settle it. */
function paid({ program, more, facts, center: own, period = '2025' }: Said): string[] {
  const pack = parsePack({
    schema: 'pack/1',
    id: 'x',
    version: '1',
    title: 'x',
    jurisdiction: { name: 'x', counties: ['*'] },
    documents: [{ id: 'D', title: 'd' }],
    careClasses,
    programs: [{ id: 'a', title: 'a', source, subject: 'person', per: 'MONTH', ...program }],
    ...more,
  });
  const known = parseFacts({
    schema: 'facts/1',
    county: '140522',
    center: { id: 'c1', registeredBeds: 10, openedOn: '2020-01-01', forProfit: false, ...own },
    people: [{ id: 'p1', bornOn: '1940-01-01' }],
    stays: [stay('2024-01-01')],
    ...facts,
  });
  return computeAssessment(pack, known, period, null).lines.map((line) =>
    line.status === 'NEEDS_DECISION'
      ? `${line.month} asks`
      : [
          `${line.month} ${line.amountFen}`,
          ...(line.shares ?? []).map((one) => one.amountFen),
        ].join(' '),
  );
}

const SAID: readonly (readonly [what: string, said: Said, lines: readonly string[]])[] = [
  [
    'a figure for each registered bed and month',
    { program: { subject: 'center', quantity: perBed, rate: { fen: 13000 } }, period: '2025-01' },
    ['2025-01 130000'],
  ],
  [
    'a figure for a nursing bed, from the month in which it became one',
    {
      program: {
        subject: 'bed',
        require: { test: 'is', field: 'bed.type', in: ['NURSING'] },
        rate: { fen: 20000 },
      },
      facts: {
        beds: [
          {
            id: 'b-p1',
            type: [
              { value: 'ORDINARY', from: '2024-01-01', until: '2025-02-10' },
              { value: 'NURSING', from: '2025-02-10' },
            ],
          },
        ],
      },
      period: '2025-03',
    },
    ['2025-01 0', '2025-02 20000', '2025-03 20000'],
  ],
  [
    'a yearly figure by months lived here',
    {
      program: {
        per: 'YEAR',
        quantity: months,
        rate: { fen: 70000 },
        adjust: [{ do: 'multiply', percent: 100, over: 12 }],
      },
      facts: { stays: [stay('2025-04-10')] },
    },
    ['2025-12 52500'],
  ],
  [
    'nothing for the month of admission, and the last month by its days',
    {
      program: {
        quantity: { count: 'residentMonths', partial: 'PER_DAY', entry: 'ZERO' },
        rate: { fen: 31000 },
      },
      facts: { stays: [stay('2025-01-01', '2025-03-11')] },
      period: '2025-Q1',
    },
    ['2025-01 0', '2025-02 31000', '2025-03 10000'],
  ],
  [
    'a whole month for that of admission, and none for a stay that ends in it',
    {
      program: {
        quantity: {
          count: 'residentMonths',
          partial: 'PER_DAY',
          entry: 'FULL_MONTH',
          exit: 'ZERO',
        },
        rate: { fen: 31000 },
      },
      facts: {
        people: ['p1', 'p2'].map((id) => ({ id, bornOn: '1940-01-01' })),
        stays: [stay('2025-01-20'), stay('2025-01-20', '2025-01-25', 'p2')],
      },
      period: '2025-01',
    },
    ['2025-01 31000', '2025-01 0'],
  ],
  ...(
    [
      ['first', { quantity: { ...perBed, atMost: 50 }, rate: { fen: 2000 } }, '2025-12 100000'],
      [
        'further',
        { quantity: perBed, rate: { fen: 3000 }, adjust: [{ do: 'deduct', fen: 150000 }] },
        '2025-12 90000',
      ],
    ] as const
  ).map(
    ([which, program, line]) =>
      [
        `the ${which} of 80 beds, of which those beyond 50 earn more`,
        { program: { ...center, ...program }, center: { registeredBeds: 80 } },
        [line],
      ] as const,
  ),
  [
    'half a month for fewer than 15 days',
    {
      program: {
        quantity: { count: 'residentMonths', partial: 'ANY_DAY' },
        rate: { fen: 20000 },
        adjust: [
          { do: 'multiply', percent: 50, when: compare({ of: 'residentDays' }, { below: 15 }) },
        ],
      },
      facts: { stays: [stay('2025-01-17', '2025-02-15')] },
      period: '2025-Q1',
    },
    ['2025-01 20000', '2025-02 10000'],
  ],
  ...(['2025-03-01', '2025-03-02'] as const).map(
    (openedOn, index) =>
      [
        `ten months open in the year, of a home opened on ${openedOn}`,
        {
          program: {
            ...center,
            require: compare({ of: 'monthsOpen', over: 'YEAR' }, { atLeast: 10 }),
            rate: { fen: 700 },
          },
          center: { openedOn },
        },
        [index === 0 ? '2025-12 700' : '2025-12 0'],
      ] as const,
  ),
  ...(['2025-04-10', '2025-04-09'] as const).map(
    (until, index) =>
      [
        `a whole month of stay, until ${until}`,
        {
          program: {
            per: 'YEAR',
            require: { test: 'stayInYear', method: 'ANNIVERSARY', months: 1, passes: 'AT_LEAST' },
            rate: { fen: 300 },
          },
          facts: { stays: [stay('2025-03-10', until)] },
        },
        [index === 0 ? '2025-12 300' : '2025-12 0'],
      ] as const,
  ),
  ...(
    [
      ['YEAR', 40, '2025-12 5'],
      ['EVERY_MONTH', 60, '2025-12 0'],
    ] as const
  ).map(
    ([over, atLeast, line]) =>
      [
        `occupancy of ${atLeast} percent over ${over}`,
        {
          program: {
            ...center,
            require: compare({ of: 'occupancy', over }, { atLeast }),
            rate: { fen: 5 },
          },
          center: { registeredBeds: 1 },
          facts: { stays: [stay('2025-03-01')] },
        },
        [line],
      ] as const,
  ),
  [
    'a claim year from July to June',
    {
      program: { ...center, yearStart: 7, quantity: perBed, rate: { fen: 100 } },
      period: '2025-06',
    },
    ['2025-06 1000'],
  ],
  [
    'three payers by a coefficient of their means, to the fen',
    {
      program: {
        ...center,
        rate: { fen: 10001 },
        payers: [335, 400, 265].map((parts, index) => ({ id: `${index}`, name: 'x', parts })),
      },
    },
    ['2025-12 10001 3350 4001 2650'],
  ],
  ...(
    [
      [3000, '2025-12 7000'],
      [12000, '2025-12 0'],
    ] as const
  ).map(
    ([unspentFen, line]) =>
      [
        `an award less ${unspentFen} fen unspent of last year`,
        {
          program: {
            ...center,
            rate: { fen: 10000 },
            adjust: [
              { do: 'deduct', measure: { of: 'attribute', name: 'unspentFen', unit: 'fen' } },
            ],
          },
          center: { attributes: { unspentFen: [{ value: unspentFen, from: '2025-01-01' }] } },
        },
        [line],
      ] as const,
  ),
  [
    'a part of the price after the insurance, at most 800 yuan',
    {
      program: {
        population: 'SERVED',
        rate: { percentOf: { of: 'services', by: 'VALUE' }, percent: 100 },
        adjust: [
          {
            do: 'deduct',
            measure: { of: 'attribute', on: 'person', name: 'insuranceFen', unit: 'fen' },
          },
          { do: 'multiply', percent: 40 },
          { do: 'cap', fen: 80000 },
        ],
      },
      facts: {
        people: [{ id: 'p1', bornOn: '1940-01-01', attributes: { insuranceFen: 100000 } }],
        services: [
          { id: 'v', person: 'p1', type: 'CARE', on: '2025-02-03', valueFen: 250000 },
          { id: 'w', person: 'p1', type: 'CARE', on: '2025-03-03', valueFen: 510000 },
        ],
      },
      period: '2025-Q1',
    },
    ['2025-02 60000', '2025-03 80000'],
  ],
  ...(
    [
      [10, '2025-12 1050000'],
      [2, '2025-12 500000'],
    ] as const
  ).map(
    ([registeredBeds, line]) =>
      [
        `a cap for each of ${registeredBeds} beds and a floor for the home`,
        {
          program: {
            ...center,
            rate: { fen: 2000000 },
            adjust: [
              { do: 'cap', measure: beds, perMeasureFen: 105000 },
              { do: 'floor', fen: 500000 },
            ],
          },
          center: { registeredBeds },
        },
        [line],
      ] as const,
  ),
  ...(
    [
      ['PUBLIC_BUILT_PRIVATE_RUN', 50, '2025-05 40000'],
      ['PRIVATE', 50, '2025-05 60000'],
      ['PUBLIC', 50, '2025-05 0'],
    ] as const
  ).map(
    ([ownership, percent, line]) =>
      [
        `building aid of a home that is ${ownership}`,
        {
          program: {
            subject: 'project',
            per: 'ONCE',
            require: {
              test: 'not',
              gate: { test: 'is', field: 'center.ownership', in: ['PUBLIC'] },
            },
            rate: { fen: 60000 },
            adjust: [
              {
                do: 'cap',
                measure: { of: 'number', field: 'project.ownInvestmentFen' },
                percent,
                when: { test: 'is', field: 'center.ownership', in: ['PUBLIC_BUILT_PRIVATE_RUN'] },
              },
            ],
          },
          center: { ownership },
          facts: {
            projects: [
              { id: 'j', kind: 'HOME', completedOn: '2025-05-10', ownInvestmentFen: 80000 },
            ],
          },
        },
        [line],
      ] as const,
  ),
  ...(
    [
      [3, '2025-01 80000'],
      [4, '2025-01 105000'],
    ] as const
  ).map(
    ([stars, line]) =>
      [
        `a cap that ${stars} stars raise, over uplifts of the class`,
        {
          program: {
            require: FULL,
            rate: { fen: 40000 },
            adjust: [
              { do: 'multiply', percent: 300, when: FULL },
              { do: 'cap', fen: 80000, when: ofCenter('stars', { atMost: 3 }) },
              { do: 'cap', fen: 105000, when: ofCenter('stars', { atLeast: 4 }) },
            ],
          },
          center: { attributes: { stars } },
          facts: { assessments: [level(2, '2024-01-01')] },
          period: '2025-01',
        },
        [line],
      ] as const,
  ),
  [
    'three years from the first grant',
    {
      program: {
        per: 'HALF_YEAR',
        subject: 'center',
        require: ofCenter('inFirstThreeYears', { in: [true] }),
        rate: { fen: 9 },
      },
      center: {
        attributes: {
          inFirstThreeYears: [{ value: true, from: '2022-07-01', until: '2025-07-01' }],
        },
      },
    },
    ['2025-06 9', '2025-12 0'],
  ],
  [
    'a new class from the month after, up and down, claimed by the quarter',
    {
      program: {
        cycle: 'QUARTER',
        quantity: months,
        rate: { rows: [{ fen: 600, when: FULL }, { fen: 400 }] },
      },
      facts: {
        assessments: [
          level(0, '2024-01-01', '2025-01-10'),
          level(2, '2025-01-10', '2025-03-05'),
          level(1, '2025-03-05'),
        ],
      },
      period: '2025-Q1',
    },
    ['2025-01 400', '2025-02 600', '2025-03 600'],
  ],
  [
    'only the months that were filed online',
    {
      program: {
        subject: 'center',
        require: ofCenter('filedOnline', { in: [true] }),
        rate: { fen: 1 },
      },
      center: {
        attributes: { filedOnline: [{ value: true, from: '2025-02-01', until: '2025-03-01' }] },
      },
      period: '2025-Q1',
    },
    ['2025-01 0', '2025-02 1', '2025-03 0'],
  ],
  [
    'eighty percent for a home that works for profit, by its grade',
    {
      program: {
        ...center,
        rate: { fen: 1000 },
        adjust: [
          {
            do: 'multiply',
            percent: 110,
            when: { test: 'grade', scheme: 'G', in: ['4'], known: ['3', '4', '5'] },
          },
          {
            do: 'multiply',
            percent: 80,
            when: { test: 'is', field: 'center.forProfit', in: [true] },
          },
        ],
      },
      center: { forProfit: true, grades: [{ scheme: 'G', grade: '4', from: '2024-01-01' }] },
    },
    ['2025-12 880'],
  ],
  [
    'an area of which a part was claimed elsewhere',
    {
      program: {
        ...center,
        quantity: {
          count: 'measure',
          measure: { of: 'number', field: 'center.areaM2' },
          unit: 'm2',
        },
        rate: { fen: 5000 },
        adjust: [
          {
            do: 'deduct',
            measure: { of: 'attribute', name: 'areaElsewhereM2' },
            perMeasureFen: 5000,
          },
        ],
      },
      center: { areaM2: 900.5, attributes: { areaElsewhereM2: 300 } },
    },
    ['2025-12 3002500'],
  ],
  [
    'a category from the month after it was granted to the month in which it ends',
    {
      program: {
        require: { test: 'category', anyOf: ['LOW_INCOME'], held: 'FIRST_DAY' },
        rate: { fen: 1 },
      },
      facts: {
        people: [
          {
            id: 'p1',
            bornOn: '1940-01-01',
            categories: [{ code: 'LOW_INCOME', from: '2025-01-02', until: '2025-03-02' }],
          },
        ],
      },
      period: '2025-H1',
    },
    ['2025-01 0', '2025-02 1', '2025-03 1', '2025-04 0', '2025-05 0', '2025-06 0'],
  ],
];

// What counties wrote into their rules, value by value: each can be said, and pays what the rule says.
describe('a pack says', () => {
  it.each(SAID)('%s', (_, said, lines) => {
    expect(paid(said)).toEqual(lines);
  });
});
