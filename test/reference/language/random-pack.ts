// oxlint-disable max-lines -- one list of everything a pack may say
import type { Pack } from '@yibu/claim-engine';

import type { Chance } from '../random-center.js';
import type { Spec } from './world.js';

const SOURCE = { document: 'D', clause: '1' };
const CATEGORIES = ['LOW_INCOME', 'DESTITUTE', 'LIVING_ALONE'];
export const CLASSES = ['SELF', 'SEMI', 'FULL'];
const MODES = ['NOT_COUNT', 'COUNT', 'COUNT_IF_BED_HELD'];

/** One word for all absences, or rules by kind with limits. */
const absences = (chance: Chance): unknown =>
  chance.is(0.6) ? chance.pick(MODES) : absenceRules(chance);

function absenceRules(chance: Chance): Spec[] {
  const kinds = [['HOSPITAL'], ['HOME_LEAVE'], ['HOSPITAL', 'HOME_LEAVE'], undefined];
  const chosen = kinds.filter(() => chance.is(0.45));
  return (chosen.length > 0 ? chosen : [undefined]).map((named) => {
    const perMonth = maybe(chance, 0.4, () => chance.integer(1, 12));
    const limits = {
      perAbsence: maybe(chance, 0.5, () => chance.integer(1, 15)),
      perMonth,
      perYear: maybe(chance, 0.4, () => (perMonth ?? 1) + chance.integer(0, 11)),
    };
    const count = maybe(chance, 0.3, () => chance.pick(['COUNT', 'COUNT_IF_BED_HELD']));
    const isLimited = Object.values(limits).some((one) => one !== undefined);
    const beyond =
      isLimited && count !== 'COUNT_IF_BED_HELD'
        ? maybe(chance, 0.4, () => chance.pick(['NOT_COUNT', 'COUNT_IF_BED_HELD']))
        : undefined;
    return only({ kinds: named, count, ...limits, beyond });
  });
}

type Maker = (chance: Chance) => Spec;

const maybe = <T>(chance: Chance, share: number, make: () => T): T | undefined =>
  chance.is(share) ? make() : undefined;
const some = (chance: Chance, list: readonly string[]): string[] => {
  const kept = list.filter(() => chance.is(0.5));
  return kept.length > 0 ? kept : [chance.pick(list)];
};
/** Without the fields that were not chosen. */
const only = (spec: Spec): Spec =>
  Object.fromEntries(Object.entries(spec).filter(([, value]) => value !== undefined));

const optionalOf = (chance: Chance, list: readonly string[]): string | undefined =>
  chance.is(0.35) ? undefined : chance.pick(list);

const PERSON_GATES: readonly Maker[] = [
  (chance) => {
    const atLeast = chance.integer(60, 90);
    return only({
      test: 'age',
      atLeast,
      below: maybe(chance, 0.2, () => atLeast + chance.integer(1, 15)),
      on: optionalOf(chance, ['LAST_DAY', 'FIRST_DAY', 'YEAR_START', 'YEAR_END']),
    });
  },
  (chance) =>
    only({
      test: 'category',
      anyOf: some(chance, CATEGORIES),
      held: optionalOf(chance, ['ANY_DAY', 'FIRST_DAY', 'LAST_DAY', 'EVERY_DAY']),
    }),
  (chance) =>
    only({
      test: 'careClass',
      in: some(chance, CLASSES),
      held: optionalOf(chance, ['MONTH', 'ANY_DAY', 'FIRST_DAY', 'LAST_DAY']),
    }),
  (chance) => ({ test: 'household', in: chance.pick<unknown>(['COUNTY', ['1405'], ['999999']]) }),
  (chance) => stayGate(chance),
  (chance) => ({ test: 'is', field: 'person.sex', in: [chance.pick(['M', 'F'])] }),
  (chance) => ({ test: 'attribute', of: 'person', name: 'pension', atMost: chance.integer(1, 9) }),
];

function stayGate(chance: Chance): Spec {
  const shared = {
    pays: maybe(chance, 0.3, () => chance.pick(['PROSPECTIVE', 'RETROACTIVE'])),
    yearStart: maybe(chance, 0.1, () => chance.pick([4, 7])),
    spells: chance.pick(['CUMULATIVE', 'LONGEST']),
    absences: absences(chance),
    window: optionalOf(chance, ['CLAIM_YEAR', 'ROLLING_12']),
  };
  if (chance.is(0.2)) {
    const countedMonths = chance.integer(1, 4);
    const daysInMonth = chance.integer(5, 20);
    return only({
      test: 'stayInYear',
      method: 'COUNTED_MONTHS',
      countedMonths,
      daysInMonth,
      ...shared,
    });
  }
  if (chance.is(0.1)) {
    const low = chance.integer(0, 40);
    const high = low + chance.integer(0, 60);
    const { pays: _, ...rest } = shared;
    return only({ test: 'stayDaysBetween', method: 'DAYS', days: 90, low, high, ...rest });
  }
  const passes = maybe(chance, 0.5, () => chance.pick(['ABOVE', 'AT_LEAST']));
  return only(
    chance.is(0.5)
      ? {
          test: 'stayInYear',
          passes,
          method: 'ANNIVERSARY',
          months: chance.integer(1, 3),
          days: chance.integer(30, 90),
          ...shared,
        }
      : { test: 'stayInYear', passes, method: 'DAYS', days: chance.integer(20, 100), ...shared },
  );
}

const CENTER_GATES: readonly Maker[] = [
  (chance) => ({ test: 'is', field: 'center.ownership', in: [chance.pick(['PUBLIC', 'PRIVATE'])] }),
  (chance) => ({ test: 'is', field: 'center.forProfit', in: [chance.is(0.5)] }),
  (chance) => ({ test: 'attribute', of: 'center', name: 'stars', atLeast: chance.integer(1, 5) }),
  (chance) => ({ test: 'grade', scheme: 'G', in: some(chance, ['1', '2']), known: ['1', '2'] }),
  (chance) =>
    compare(
      chance,
      only({
        of: 'occupancy',
        over: chance.pick(['UNIT', 'YEAR', 'EVERY_MONTH']),
        absences: maybe(chance, 0.4, () => absences(chance)),
      }),
      70,
    ),
  (chance) =>
    compare(
      chance,
      {
        of: 'monthsOpen',
        since: chance.pick(['openedOn', 'filedOn']),
        over: chance.pick(['EVER', 'YEAR']),
      },
      12,
    ),
  (chance) => compare(chance, { of: 'number', field: 'center.registeredBeds' }, 12),
  (chance) => compare(chance, { of: 'number', field: 'center.areaM2' }, 900),
  (chance) => compare(chance, { of: 'staff' }, 3),
  (chance) =>
    compare(
      chance,
      only({
        of: 'shareOfResidents',
        on: 'LAST_DAY',
        who: chance.pick(PERSON_GATES)(chance),
        absences: maybe(chance, 0.3, () => absences(chance)),
      }),
      60,
    ),
  (chance) =>
    compare(
      chance,
      only({
        of: 'residents',
        on: chance.pick(['LAST_DAY', 'FIRST_DAY', 'ANY_DAY', 'AVERAGE']),
        absences: maybe(chance, 0.3, () => absences(chance)),
      }),
      4,
    ),
];

function compare(chance: Chance, measure: Spec, most: number): Spec {
  const word = chance.pick(['atLeast', 'above', 'atMost', 'below']);
  return { test: 'compare', measure, [word]: chance.integer(0, most) };
}

function gate(chance: Chance, subject: string, depth = 0): Spec {
  if (depth < 2 && chance.is(0.3)) {
    const of = (): Spec[] => [gate(chance, subject, depth + 1), gate(chance, subject, depth + 1)];
    return chance.pick<() => Spec>([
      () => ({ test: 'all', of: of() }),
      () => ({ test: 'any', of: of() }),
      () => ({ test: 'not', gate: gate(chance, subject, depth + 1) }),
    ])();
  }
  const own: Readonly<Record<string, readonly Maker[]>> = {
    person: PERSON_GATES,
    staff: [
      (one) => ({ test: 'certificate', type: 'CAREGIVER', levelAtMost: one.integer(1, 5) }),
      (one) => compare(one, { of: 'monthsEmployed', over: one.pick(['UNIT', 'EVER']) }, 12),
    ],
    project: [
      (one) => compare(one, { of: 'number', field: 'project.areaM2' }, 300),
      (one) => compare(one, { of: 'number', field: 'project.communities' }, 6),
      (one) => compare(one, { of: 'number', field: 'project.ownInvestmentFen' }, 90000),
      (one) => ({ test: 'attribute', of: 'project', name: 'seats', atLeast: one.integer(1, 50) }),
      (one) => ({ test: 'is', field: 'project.kind', in: [one.pick(['MEAL_CENTER', 'HOME'])] }),
    ],
    bed: [
      (one) => ({ test: 'is', field: 'bed.type', in: [one.pick(['NURSING', 'PLAIN'])] }),
      (one) =>
        compare(
          one,
          only({
            of: 'residentDays',
            over: one.pick(['UNIT', 'YEAR']),
            absences: maybe(one, 0.5, () => absences(one)),
          }),
          40,
        ),
    ],
  };
  return chance.pick(chance.is(0.75) ? (own[subject] ?? CENTER_GATES) : CENTER_GATES)(chance);
}

function happenings(chance: Chance): Spec {
  const shared = {
    perPersonDay: maybe(chance, 0.5, () => chance.integer(1, 3)),
    average: maybe(chance, 0.2, () => chance.pick(['CALENDAR_DAY', 'SERVICE_DAY', 'MONTH'])),
  };
  return only(
    chance.is(0.5)
      ? { of: 'meals', meals: maybe(chance, 0.5, () => ['LUNCH', 'DINNER']), ...shared }
      : {
          of: 'services',
          by: chance.pick(['TIMES', 'MINUTES']),
          types: maybe(chance, 0.5, () => ['CLEANING']),
          ...shared,
        },
  );
}

function quantity(chance: Chance, program: Spec): Spec | undefined {
  const measured = (measure: Spec): Spec =>
    only({
      count: 'measure',
      measure,
      unit: 'unit',
      each: maybe(chance, 0.2, () => chance.integer(2, 15)),
      atMost: maybe(chance, 0.3, () => chance.integer(1, 20)),
      round: optionalOf(chance, ['DOWN', 'UP', 'HALF_UP']),
    });
  if (program.subject === 'person' && program.per === 'MONTH' && chance.is(0.6)) {
    const partial = chance.pick([
      'DAYS_AT_LEAST',
      'PER_DAY',
      'DAYS_OF_30',
      'ANY_DAY',
      'FULL_MONTH',
    ]);
    return only({
      count: 'residentMonths',
      partial,
      days: partial === 'DAYS_AT_LEAST' ? chance.integer(5, 20) : undefined,
      absences: maybe(chance, 0.65, () => absences(chance)),
      exit: maybe(chance, 0.2, () => chance.pick(['DAY_RULE', 'FULL_MONTH', 'ZERO'])),
      entry: maybe(chance, 0.2, () => chance.pick(['DAY_RULE', 'FULL_MONTH', 'ZERO'])),
      inClass: maybe(chance, 0.2, () => some(chance, CLASSES)),
    });
  }
  if (program.subject === 'person' || program.subject === 'center') {
    return chance.pick<() => Spec | undefined>([
      () => undefined,
      () => measured(happenings(chance)),
      () =>
        measured(
          only({
            of: 'residentDays',
            absences: absences(chance),
            over: maybe(chance, 0.3, () => chance.pick(['UNIT', 'YEAR'])),
            inClass: maybe(chance, 0.2, () => some(chance, CLASSES)),
          }),
        ),
      () =>
        program.subject === 'center'
          ? measured(
              only({
                of: 'operatingDays',
                mealsAtLeast: 1,
                residentsAtLeast: maybe(chance, 0.5, () => 2),
              }),
            )
          : undefined,
    ])();
  }
  return undefined;
}

const figure = (chance: Chance): number => chance.integer(1, 400) * chance.pick([1, 25, 100]);

function rate(chance: Chance, program: Spec): Spec {
  const plain = (): Spec => ({ id: `${String(program.id)}-fen`, fen: figure(chance) });
  const dated = (): Spec => ({
    dated: [
      { fen: figure(chance) },
      { from: '2025-03-01', fen: figure(chance) },
      { from: '2025-05-16', fen: figure(chance) },
    ],
    ...(chance.is(0.3) ? { on: 'LAST_DAY' } : {}),
  });
  const rows = (): Spec => ({
    rows: [
      {
        id: `${String(program.id)}-a`,
        when: gate(chance, program.subject as string),
        fen: figure(chance),
      },
      {
        id: `${String(program.id)}-b`,
        when: gate(chance, program.subject as string),
        fen: figure(chance),
      },
      ...(chance.is(0.5) ? [{ fen: figure(chance) }] : []),
    ],
    ...(chance.is(0.5) ? { pick: chance.pick(['FIRST', 'HIGHEST']) } : {}),
    ...(chance.is(0.03) ? { otherwise: 'REFUSE' } : {}),
  });
  const daily = (): Spec =>
    (program.quantity as Spec | undefined)?.count === 'measure' && isDaily(program)
      ? { ...dated(), on: 'EACH_DAY' }
      : dated();
  const noticed = (): Spec => ({
    ...plain(),
    notice: chance.pick(['RAISES', 'RAISES', 'REQUIRED']),
  });
  const ofValue = (): Spec =>
    program.quantity === undefined && program.subject === 'person'
      ? { percentOf: { of: 'services', by: 'VALUE' }, percent: chance.integer(10, 90) }
      : plain();
  const missing = (): Spec => (chance.is(0.15) ? { fen: null } : plain());
  const range = (): Spec => ({ range: { minFen: 3000, maxFen: chance.pick([8000, 10000]) } });
  if (chance.is(0.08)) {
    return range();
  }
  return chance.pick([plain, dated, rows, rows, daily, noticed, ofValue, missing])();
}

/** Sums of days: the only ones of which every day has a part. */
function isDaily(program: Spec): boolean {
  const spec = program.quantity as Spec;
  const measure = spec.measure as Spec;
  return (
    ['meals', 'services'].includes(measure.of as string) &&
    measure.average === undefined &&
    spec.atMost === undefined &&
    spec.each === undefined
  );
}

function adjustment(chance: Chance, program: Spec): Spec {
  const when = maybe(chance, 0.4, () => gate(chance, program.subject as string));
  const make: readonly (() => Spec)[] = [
    () => ({ do: 'multiply', percent: chance.integer(50, 150), when }),
    () => ({ do: 'multiply', measure: { of: 'staff' }, over: chance.integer(1, 7), when }),
    () => ({ do: 'add', fen: figure(chance), each: chance.pick(['LINE', 'QUANTITY']), when }),
    () => ({ do: 'cap', fen: figure(chance), when }),
    () => ({
      do: 'cap',
      measure: { of: 'number', field: 'center.areaM2' },
      percent: chance.integer(100, 900),
      when,
    }),
    () => ({ do: 'floor', fen: figure(chance), when }),
    () => ({
      do: chance.pick(['cap', 'floor', 'deduct']),
      measure: { of: chance.pick(['residents', 'residentDays']) },
      perMeasureFen: figure(chance),
      when,
    }),
    () => ({ do: 'deduct', fen: figure(chance), when }),
    () => ({
      do: 'deduct',
      measure: { of: 'attribute', on: 'center', name: 'othersFen', unit: 'fen' },
      percent: chance.integer(10, 100),
      when,
    }),
  ];
  return only(chance.pick(make)());
}

const SUBJECTS = ['person', 'person', 'person', 'center', 'center', 'bed', 'staff', 'project'];

function program(chance: Chance, id: string): Spec {
  const subject = chance.pick(SUBJECTS);
  const isOnce = subject === 'project' || (subject !== 'bed' && chance.is(0.08));
  const per = isOnce
    ? 'ONCE'
    : chance.is(0.7)
      ? 'MONTH'
      : chance.pick(['QUARTER', 'HALF_YEAR', 'YEAR']);
  const base: Spec = { id, title: id, source: SOURCE, subject, per };
  const withQuantity = only({ ...base, quantity: quantity(chance, base) });
  return only({
    ...withQuantity,
    cycle: per === 'MONTH' ? maybe(chance, 0.15, () => 'QUARTER') : undefined,
    projectKinds: subject === 'project' ? maybe(chance, 0.3, () => ['MEAL_CENTER']) : undefined,
    afterMonths: subject === 'project' ? maybe(chance, 0.4, () => chance.integer(0, 4)) : undefined,
    yearStart: maybe(chance, 0.15, () => 7),
    from: maybe(chance, 0.1, () => '2025-02-10'),
    until: maybe(chance, 0.1, () => '2025-05-01'),
    population:
      subject === 'person'
        ? optionalOf(chance, ['RESIDENTS', 'SERVED', 'FED', 'EVERYONE'])
        : undefined,
    require: maybe(chance, 0.7, () => gate(chance, subject)),
    rate: rate(chance, withQuantity),
    adjust: maybe(chance, 0.4, () => [
      adjustment(chance, withQuantity),
      adjustment(chance, withQuantity),
    ]),
    confirm: maybe(chance, 0.08, () => [
      { when: gate(chance, subject), code: 'ASK', text: 'somebody must say' },
    ]),
    rounding: optionalOf(chance, ['half-up', 'floor', 'ceil']),
    roundTo: maybe(chance, 0.3, () => chance.pick(['JIAO', 'YUAN'])),
    budget: maybe(chance, 0.1, () =>
      chance.is(0.5)
        ? { fen: chance.integer(100, 5000) * 10 }
        : {
            measure: { of: 'number', field: 'center.registeredBeds' },
            perMeasureFen: figure(chance),
          },
    ),
    payers: maybe(chance, 0.3, () => [
      { id: 'city', name: 'City', parts: chance.integer(1, 5) },
      { id: 'county', name: 'County', parts: chance.integer(1, 5) },
    ]),
  });
}

export function randomPack(chance: Chance): Pack {
  const programs = ['a', 'b', 'c'].slice(0, chance.integer(1, 3)).map((id) => program(chance, id));
  const ids = programs.map(({ id }) => id as string);
  if (chance.is(0.08)) {
    return dayLimited(chance);
  }
  const rule = chance.pick(['HIGHEST_ONLY', 'FIRST_ONLY', 'DEDUCT', 'CAP']);
  const isYearly =
    chance.is(0.25) &&
    programs.every(({ per, yearStart }) => per !== 'ONCE' && yearStart === programs[0]?.yearStart);
  const stacking = isYearly
    ? [
        only({
          id: 's',
          rule: 'CAP',
          over: 'YEAR',
          programs: ids,
          fen: figure(chance) * chance.integer(1, 6),
          by: maybe(chance, 0.2, () => 'CENTER'),
        }),
      ]
    : ids.length > 1 && chance.is(0.5)
      ? [
          only({
            id: 's',
            rule,
            programs: ids,
            fen: rule === 'CAP' ? figure(chance) : undefined,
            by: maybe(chance, 0.2, () => 'CENTER'),
          }),
        ]
      : [];
  const named = programs.flatMap(({ id, rate: one }) => ((one as Spec).id ? [id as string] : []));
  const notices = named.flatMap((id) =>
    chance.is(0.5)
      ? [{ rate: `${id}-fen`, from: '2025-03-01', fen: figure(chance), source: SOURCE }]
      : [],
  );
  return asPack(chance, { notices, programs, stacking });
}

/** Programs by the meal or the service, limited together day by day. */
function dayLimited(chance: Chance): Pack {
  const programs = ['a', 'b', 'c'].slice(0, chance.integer(2, 3)).map((id) => {
    const on = maybe(chance, 0.5, () => 'EACH_DAY');
    const figures = [
      { fen: chance.integer(50, 300) },
      { from: '2025-02-10', fen: chance.integer(50, 300) },
      { from: '2025-03-16', fen: chance.integer(50, 300) },
    ];
    return only({
      id,
      title: id,
      source: SOURCE,
      subject: 'person',
      per: 'MONTH',
      population: 'FED',
      require: maybe(chance, 0.4, () => gate(chance, 'person')),
      quantity: {
        count: 'measure',
        unit: 'meal',
        measure: only({ of: chance.pick(['meals', 'meals', 'services']), perPersonDay: 2 }),
      },
      rate: only({ dated: figures, on }),
      adjust: maybe(chance, 0.3, () => [{ do: 'cap', fen: chance.integer(100, 900) }]),
    });
  });
  const limit = {
    id: 's',
    rule: 'DAY_CAP',
    programs: programs.map(({ id }) => id),
    fen: chance.integer(100, 500),
  };
  return asPack(chance, { notices: [], programs, stacking: [limit] });
}

/** One figure or one word of a program becomes an open question. */
function questioned(chance: Chance, program: Spec): Spec {
  const rate = program.rate as Spec;
  const sw = (A: unknown, B: unknown): Spec => ({ decision: 'Q', cases: { A, B } });
  const asked: Spec[] = [
    { ...program, roundTo: sw(program.roundTo ?? 'FEN', 'YUAN') },
    { ...program, rounding: sw(program.rounding ?? 'half-up', 'floor') },
    { ...program, require: sw(program.require ?? null, gate(chance, program.subject as string)) },
    { ...program, rate: typeof rate.fen === 'number' ? { ...rate, fen: sw(rate.fen, 777) } : rate },
  ];
  return chance.pick(asked);
}

function asPack(
  chance: Chance,
  { notices, programs, stacking }: Readonly<Record<'notices' | 'programs' | 'stacking', Spec[]>>,
): Pack {
  const isAsked = chance.is(0.25);
  const decisions = isAsked
    ? [
        {
          id: 'Q',
          question: 'Which?',
          chosen: chance.pick(['A', 'B']),
          options: ['A', 'B'].map((id) => ({ id, text: id })),
        },
      ]
    : [];
  return {
    schema: 'pack/1',
    id: 'random',
    version: '1',
    title: 'Random',
    jurisdiction: { name: 'Anywhere', counties: ['*'] },
    documents: [{ id: 'D', title: 'Notice' }],
    careClasses: {
      order: CLASSES,
      names: { SELF: 'SELF', SEMI: 'SEMI', FULL: 'FULL' },
      scales: { GBT42195: { 0: 'SELF', 1: 'SEMI', 2: 'SEMI', 3: 'FULL', 4: 'FULL' } },
      month: chance.pick(['LOWEST', 'FIRST_DAY', 'LAST_DAY', 'MOST_DAYS']),
      ...only({ absences: maybe(chance, 0.4, () => absences(chance)) }),
    },
    decisions,
    notices,
    programs: programs.map((one) => (isAsked ? questioned(chance, one) : one)),
    stacking,
  } as unknown as Pack;
}
