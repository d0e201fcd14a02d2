import type { DatedLicence } from '@yibu/center';
import { fen, yearMonth } from '@yibu/kernel';

import { limitsOf } from './check.limits.js';
import { CHECKS, type CheckCode } from './check.types.js';
import {
  codes,
  day,
  FACTS,
  findings,
  HOUSE,
  LEVEL,
  line,
  meal,
  paper,
  PERSON,
  service,
  STAY,
  type Given,
} from './test/ground.js';

/** A few people who live here all month, of whom only some were fed. */
function house(fed: readonly string[]): Given {
  const ids = ['p1', 'p2', 'p3'];
  return {
    lines: ids.map((id) => line({ id: `bed/${id}`, subject: { kind: 'person', id } })),
    facts: { meals: fed.map((person) => ({ ...meal('2025-04-10'), id: `m-${person}`, person })) },
    bundle: {
      people: new Map(
        ids.map((id, index) => [id, { ...PERSON, id, name: `${PERSON.name}${index}` }]),
      ),
      stays: ids.map((id) => ({ ...STAY, id: `s-${id}`, residentId: id })),
      levels: ids.map((person) => ({ ...LEVEL, id: `a-${person}`, person })),
    },
  };
}

const beds = (registeredBeds: number): NonNullable<Given['facts']> => ({
  center: { ...FACTS.center, registeredBeds },
});

const withHouse = (more: Partial<typeof HOUSE>): Given => ({
  context: { house: { ...HOUSE, ...more } },
});

const EMPLOYEE = { ...HOUSE.staff[0], id: 'e2' } as (typeof HOUSE.staff)[number];

/** Code, the real case it comes from, what happened, and how close one may come without a word. */
const CASES: readonly (readonly [
  code: CheckCode,
  source: string,
  happened: Given,
  quiet: readonly Given[],
])[] = [
  [
    'X06',
    'Zhuting 2019: 39 on the list, 31 living there; a dead man drew money for 17 months',
    house(['p1', 'p2']),
    [
      house(['p1', 'p2', 'p3']),
      // A house that records neither meals nor services says nothing about anybody.
      house([]),
      house(['p1']),
      // Whoever came, left or was assessed in the month was seen.
      {
        ...house(['p1', 'p2']),
        bundle: {
          ...house([]).bundle,
          stays: ['p1', 'p2', 'p3'].map((id) => ({
            ...STAY,
            residentId: id,
            fromOn: day(id === 'p3' ? '2025-04-03' : '2025-01-10'),
          })),
        },
      },
    ],
  ],
  [
    'D07',
    'Baoshan 2008: 80 beds, and proofs that fitted no house',
    { ...house(['p1', 'p2', 'p3']), facts: { ...house(['p1', 'p2', 'p3']).facts, ...beds(2) } },
    [{ ...house(['p1', 'p2', 'p3']), facts: { ...house(['p1', 'p2', 'p3']).facts, ...beds(3) } }],
  ],
  [
    'D08',
    'Shanghai 2019–20: 2,865 beds out of use and 1,606 never used were counted',
    { facts: beds(60), ...withHouse({ beds: 50 }) },
    [
      { facts: beds(55), ...withHouse({ beds: 50 }) },
      { facts: beds(60), ...withHouse({ beds: 0 }) },
    ],
  ],
  [
    'L05',
    'Jingkou 2023: 19 disabled people reported where the house itself counted 16',
    { bundle: { levels: [{ ...LEVEL, level: 1, until: day('2025-04-10') }, RISEN(3)] } },
    [
      { bundle: { levels: [{ ...LEVEL, level: 1, until: day('2025-04-10') }, RISEN(2)] } },
      { bundle: { levels: [{ ...LEVEL, level: 3, until: day('2025-04-10') }, RISEN(1)] } },
    ],
  ],
  [
    'X07',
    'Gongshu: an hour of work, two hours swiped',
    { facts: { services: hours(13) } },
    [{ facts: { services: hours(12) } }],
  ],
  [
    'X08',
    'Jiangning 2015–23: meals that nobody ate, 3 million yuan of rewards',
    { facts: { meals: [{ ...meal('2025-04-10'), count: 4 }] } },
    [{ facts: { meals: [{ ...meal('2025-04-10'), count: 3 }] } }],
  ],
  [
    'C05',
    'She county 2025: wages of people who did not work there',
    withHouse({ staff: [] }),
    [{ lines: [line({ subject: { kind: 'center', id: 'c1' } })], ...withHouse({}) }],
  ],
  [
    'C06',
    'Changzhou 2012: 61 of 96 homes without a fire licence',
    withPapers(paper('FIRE', '2025-04-29')),
    [
      withPapers(paper('FIRE', '2025-07-31')),
      withPapers(paper('FIRE', '2025-04-29'), {
        ...paper('FIRE', null),
        validFrom: day('2025-04-30'),
      }),
    ],
  ],
  [
    'C07',
    'Jinan 2013–14: papers that ran out and were not renewed',
    withPapers(paper('FIRE', '2025-05-20')),
    [
      withPapers(paper('FIRE', '2025-05-20'), {
        ...paper('FIRE', null),
        validFrom: day('2025-05-21'),
      }),
      // Each lift goes by itself.
      withPapers(
        paper('FIRE', null),
        ...['A', 'B'].map((number) => ({ ...paper('SPECIAL_EQUIPMENT', '2026-04-30'), number })),
      ),
    ],
  ],
  [
    'C08',
    'Changzhou 2012: 20 homes that nobody had approved',
    {
      facts: { meals: [meal('2025-04-10')] },
      ...withHouse({ licences: [paper('REGISTRATION', null), paper('FIRE', null)] }),
    },
    [withHouse({ licences: [paper('REGISTRATION', null), paper('FIRE', null)] })],
  ],
  [
    'R08',
    'She county 2025: the same people on two lists',
    withHouse({ staff: [{ ...EMPLOYEE, name: PERSON.name, bornOn: PERSON.bornOn }] }),
    [
      withHouse({ staff: [{ ...EMPLOYEE, name: PERSON.name }] }),
      withHouse({ staff: [EMPLOYEE, { ...EMPLOYEE, name: PERSON.name, bornOn: null }] }),
    ],
  ],
  [
    'T03',
    'Gongshu and Shanghai: visits confirmed afterwards, at the desk',
    withHouse({ entered: 40, enteredLate: 10 }),
    [withHouse({ entered: 50, enteredLate: 10 }), withHouse({ entered: 9, enteredLate: 9 })],
  ],
  [
    'P02',
    'Hangzhou 2010–12: declarations that nobody set against the month before',
    { lines: [line({ amountFen: 300_000 })], ...before(200_000) },
    [
      { lines: [line({ amountFen: 300_000 })], ...before(250_000) },
      { lines: [line({ amountFen: 90_000 })], ...before(30_000) },
    ],
  ],
];

function withPapers(...papers: readonly DatedLicence[]): Given {
  return withHouse({ licences: [paper('REGISTRATION', null), ...papers] });
}

function RISEN(level: number): typeof LEVEL {
  return { ...LEVEL, id: 'a2', level, from: day('2025-04-10') };
}

function hours(count: number): ReturnType<typeof service>[] {
  return Array.from({ length: count }, (_, index) => ({
    ...service('2025-04-10'),
    id: `v${index}`,
  }));
}

function before(amountFen: number): Given {
  return withHouse({ monthBefore: { month: yearMonth('2025-03'), amountFen: fen(amountFen) } });
}

describe('what bureaus and auditors found', () => {
  it.each(CASES)('%s, after %s', (code, _, happened) => {
    expect([...new Set(codes(happened))]).toEqual([code]);
  });

  it.each(CASES)('%s is quiet where nothing is wrong', (_code, _source, _happened, quiet) => {
    expect(quiet.map(codes)).toEqual(quiet.map(() => []));
  });

  it('none of it stops a claim', () => {
    const severities = CASES.map(([code]) => CHECKS[code] as string);
    expect(severities).not.toContain('BLOCK');
  });

  it('a county may say from where on it asks', () => {
    const limits = limitsOf({ workMinutesADay: 800, portionsADay: null });
    expect(limits).toMatchObject({ workMinutesADay: 800, portionsADay: 3 });
    expect(codes({ facts: { services: hours(13) }, ...withHouse({ limits }) })).toEqual([]);
  });

  it('names the worst day of a worker, and nobody twice', () => {
    const services = [...hours(13), ...hours(14).map((one) => ({ ...one, on: '2025-04-11' }))];
    expect(findings({ facts: { services } }).map(({ params }) => params)).toEqual([
      { minutes: 840, firstDay: '2025-04-11', limit: 720 },
    ]);
  });
});

/** Every case and pattern on record → the codes that would have asked; or what fact it would take. */
const ON_RECORD: Readonly<Record<string, readonly CheckCode[] | string>> = {
  'Hangzhou 2010–12, untrue declarations': ['X06', 'P02', 'T03', 'X04'],
  'Shanghai 2019–20, beds out of use, counted twice': ['D08', 'N01', 'N04'],
  'Jingkou 2023, more disabled people than the house counted': ['L04', 'L05'],
  'Zhuting 2019, 39 on the list and 31 in the house': ['X06', 'X04', 'D07'],
  'She county 2025, false staff and forged forms': ['C01', 'C02', 'C05', 'R08', 'L05'],
  'Jintang, dead for 17 months': ['D01', 'R04', 'X03', 'X06'],
  'Jiangning 2015–23, meals that were not served': ['X01', 'X03', 'X08', 'T03'],
  'Baoshan 2008, beds that were not filled': ['D07', 'D08', 'X06'],
  'Gongshu, an hour swiped as two': ['X07', 'X02', 'T03', 'X05'],
  'Shanghai, forged confirmations of visits': ['X02', 'X05', 'X07', 'T03'],
  'Cangnan 2021–22, paid twice, carers without certificates': ['N01', 'C01', 'C04'],
  'Cangnan 2021–22, fewer hours than the contract': 'contracts with hours are not recorded',
  'Jingde 2023, suppliers of meals': 'suppliers are not recorded',
  'Changzhou 2012 and Jinan 2013–14, without approval or licence': ['C03', 'C06', 'C07', 'C08'],
  'Jiangyan and Le’an, boarders beside the books': 'fees are not recorded',
  'Shuozhou 2025, paid after death': ['R04', 'D01', 'D05'],
  'away or in hospital, claimed in full': ['X01', 'X02', 'D02', 'D06'],
  'enrolled twice': ['N01', 'N02', 'N03', 'N04'],
  'the wrong group of people': ['R06', 'R07', 'R02'],
  'one phone or account for many': 'phones are sealed and accounts of residents are not recorded',
  'another party’s figure copied': 'claimed, adjusted, decided and paid stand apart on every line',
};

it('every case on record has its codes, or says which fact it would take', () => {
  const named = Object.values(ON_RECORD)
    .filter((one) => typeof one !== 'string')
    .flat();
  expect(named.filter((code) => !(code in CHECKS))).toEqual([]);
  expect(CASES.map(([code]) => code).filter((code) => !named.includes(code))).toEqual([]);
});
