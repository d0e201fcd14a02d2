import { yearMonth } from '@yibu/kernel';

import { CHECKS } from './check.types.js';
import {
  absence,
  claimedThere,
  codes,
  day,
  LEVEL,
  line,
  meal,
  PERSON,
  service,
  STAY,
  type Given,
} from './test/ground.js';
import type { AskedAttribute } from '@yibu/claim-engine';

import type { AssessmentLine } from '../engine.js';

/** Their cases stand in outside.checks.spec.ts, application.checks.spec.ts and real-cases.spec.ts. */
const OF_OTHERS = [
  ...'R04 R05 R06 R07 D06 X04 X05 F07 F08 F09 F10 F11 N05'.split(' '),
  ...'R08 L05 D07 D08 P02 X06 X07 X08 C05 C06 C07 C08 T03'.split(' '),
];
const asked = (of: 'center' | 'person'): AskedAttribute => ({
  of,
  name: 'stars',
  kind: 'NUMBER',
  label: { zh: '评定星级', en: 'rated stars' },
  unit: null,
  options: [],
  asks: [
    {
      program: line().program,
      title: { zh: '', en: '' },
      source: { document: 'D', clause: '一' },
      document: { zh: '', en: '' },
    },
  ],
});
const CASES: readonly (readonly [string, Given])[] = [
  ['F01', { context: { hasPayee: false } }],
  ['F02', { context: { opening: 'UNANSWERED' } }],
  ['F03', { refusals: [{ program: 'operating-subsidy', code: 'GRADE_UNMAPPED', params: {} }] }],
  ['F04', { lines: [line(), line({ month: '2025-03', status: 'NEEDS_DECISION' })] }],
  ['F06', { context: { unclaimedMonths: [yearMonth('2025-03')] } }],
  ['F12', { lines: [line()], context: { asked: [asked('center')] } }],
  ['R01', { person: { idIndexHex: null as never } }],
  ['R02', { person: { householdCounty: '140521' } }],
  [
    'R03',
    {
      person: { diedOn: day('2025-01-01') },
      bundle: { stays: [{ ...STAY, untilOn: day('2025-01-11') }], levels: [] },
    },
  ],
  ['L01', { bundle: { levels: [] } }],
  ['L02', { bundle: { levels: [{ ...LEVEL, until: day('2025-04-10') }] } }],
  ['L03', { bundle: { levels: [{ ...LEVEL, until: day('2025-05-20') }] } }],
  ['L04', { bundle: { levels: [LEVEL, { ...LEVEL, id: 'a2', level: 1, kind: 'INSTITUTION' }] } }],
  ['D01', { person: { diedOn: day('2025-04-20') } }],
  ['D02', { bundle: { absences: [absence('2025-04-01', null, '2025-04-05')] } }],
  ['D03', { bundle: { absences: [absence('2025-01-01', '2025-01-05')] } }],
  [
    'D04',
    {
      bundle: {
        stays: [{ ...STAY, untilOn: day('2025-04-20') }],
        absences: [absence('2025-04-10', '2025-04-25')],
      },
    },
  ],
  ['D05', { bundle: { stays: [{ ...STAY, untilOn: day('2025-04-20'), endKind: 'DEATH' }] } }],
  ['S01', { lines: [line({ warnings: ['NEAR_THRESHOLD'] })] }],
  ['N01', { context: { elsewhere: [claimedThere()] } }],
  ['N04', { context: { elsewhere: [claimedThere({ program: 'meal-subsidy' })] } }],
  [
    'N03',
    {
      context: {
        elsewhere: [
          claimedThere({ kind: 'LIVES', month: null, program: null, fromOn: day('2025-04-01') }),
        ],
      },
    },
  ],
  [
    'P01',
    {
      lines: [line({ kind: 'REVERSAL', amountFen: -100 })],
      context: { openingKeys: new Set(['bed-subsidy|p1|2025-04']) },
    },
  ],
  [
    'X01',
    {
      facts: { meals: [meal('2025-04-10')] },
      bundle: { absences: [absence('2025-04-05', '2025-04-15')] },
    },
  ],
  [
    'X02',
    {
      facts: { services: [service('2025-04-10')] },
      bundle: { absences: [absence('2025-04-05', '2025-04-15')] },
    },
  ],
  [
    'X03',
    {
      facts: { meals: [meal('2025-04-21')] },
      person: { diedOn: day('2025-04-20') },
      bundle: { stays: [{ ...STAY, untilOn: day('2025-04-20') }] },
    },
  ],
  [
    'C01',
    { facts: { services: [service('2025-04-10')], staff: [{ id: 'e1', from: '2024-01-01' }] } },
  ],
  [
    'C02',
    {
      facts: {
        services: [service('2025-04-10')],
        staff: [{ id: 'e1', from: '2024-01-01', until: '2025-04-01' }],
      },
    },
  ],
  ['C03', { facts: { center: { id: 'c1', filedOn: null } } }],
  ['C04', { facts: { services: [service('2025-04-10', null)] } }],
  ['T01', { context: { today: day('2025-04-30') } }],
  ['T02', { context: { isYearClosed: true } }],
];

describe('the checks before a submission', () => {
  it('find nothing in a clean month', () => {
    expect(codes({})).toEqual([]);
  });

  it.each(CASES)('%s is found, alone', (code, given) => {
    expect(codes(given)).toEqual([code]);
  });

  it('count who has not passed the stay gate, and say when nothing is payable', () => {
    expect(codes({ lines: [line({ status: 'NOT_PAYABLE', amountFen: 0 })] })).toEqual([
      'F05',
      'S02',
    ]);
  });

  it('ask about two files that may be one person', () => {
    const people = new Map(['p1', 'p2'].map((id) => [id, { ...PERSON, id }]));
    const stays = [STAY, { ...STAY, id: 's2', residentId: 'p2' }];
    const levels = [LEVEL, { ...LEVEL, id: 'a2', person: 'p2' }];
    expect(codes({ bundle: { people, stays, levels } })).toEqual(['N02']);
  });

  it('leave a meal on the day of leaving or returning alone', () => {
    const facts = { meals: [meal('2025-04-05'), { ...meal('2025-04-15'), id: 'm2' }] };
    expect(codes({ facts, bundle: { absences: [absence('2025-04-05', '2025-04-15')] } })).toEqual(
      [],
    );
  });

  it('put what blocks before what warns', () => {
    const found = codes({
      context: { hasPayee: false, isYearClosed: true },
      person: { diedOn: day('2025-04-20') },
    });
    expect(found.map((code) => CHECKS[code as keyof typeof CHECKS])).toEqual([
      'BLOCK',
      'BLOCK',
      'WARN',
    ]);
  });

  it.each([
    ['both claim the whole month', {}, {}, 'N01'],
    ['one claims the whole month and the other days', { outOf: 30 }, {}, 'N01'],
    ['both claim days, and one day is in both', { outOf: 30 }, { isByDay: true, days: 1 }, 'N01'],
    ['both claim days, and none is in both', { outOf: 30 }, { isByDay: true }, 'N04'],
    ['the other was claimed on paper', {}, { unit: null }, 'N01'],
    ['both claim services', { unit: 'hour' }, { unit: 'hour' }, 'N04'],
    ['the other is for something else', {}, { program: 'meal-subsidy', days: 30 }, 'N04'],
  ] as const)('when a month is claimed in two centers and %s: %o %o %s', (_, own, there, code) => {
    const lines = [line(own as Partial<AssessmentLine>)];
    expect(codes({ lines, context: { elsewhere: [claimedThere(there)] } })).toEqual([code]);
  });

  it('have a case for every code', () => {
    const tried = new Set([...CASES.map(([code]) => code), 'F05', 'S02', 'N02', ...OF_OTHERS]);
    expect([...tried].sort()).toEqual(Object.keys(CHECKS).sort());
  });
});
