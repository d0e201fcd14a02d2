import { addDays, dayNumber, fromDayNumber, type LocalDate } from '@yibu/kernel';
import type { CategoryCode } from '@yibu/resident';

import { DemoPeople, type DemoPerson } from './people.js';
import type { DemoCenters } from './places.js';
import { Random } from './random.js';

export interface PlannedAbsence {
  readonly kind: 'HOME_LEAVE' | 'HOSPITAL';
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate;
  /** Days after its return that the absence was written down; 0: as it happened. */
  readonly lateDays: number;
}

export interface PlannedLevel {
  readonly on: LocalDate;
  /** GB/T 42195-2022: 0 (能力完好) to 4 (能力完全丧失). */
  readonly level: number;
}

export interface PlannedResident {
  readonly person: DemoPerson;
  readonly center: keyof DemoCenters;
  /** null: lives at home and gets services there. */
  readonly admitOn: LocalDate | null;
  readonly end: {
    readonly kind: 'DISCHARGE' | 'DEATH';
    readonly on: LocalDate;
    readonly lateDays: number;
  } | null;
  readonly levels: readonly PlannedLevel[];
  readonly absences: readonly PlannedAbsence[];
  readonly categories: readonly CategoryCode[];
}

export interface StorySpan {
  readonly from: LocalDate;
  /** First day after the story: the first of the month in which it is told. */
  readonly until: LocalDate;
}

const HOUSES = [
  { center: 'fengcheng', first: 34, later: 18, atHome: 10 },
  { center: 'runhe', first: 22, later: 12, atHome: 5 },
  { center: 'yunling', first: 16, later: 10, atHome: 4 },
] as const;

const CATEGORIES: readonly CategoryCode[] = [
  'LIVING_ALONE',
  'LOW_INCOME',
  'EMPTY_NEST',
  'LOST_ONLY_CHILD',
  'DESTITUTE',
];

/** Who lives where, from when, how they fare, and how it ends: the same every time. */
export function planResidents(span: StorySpan): PlannedResident[] {
  const random = new Random(20_260_425);
  const people = new DemoPeople(random);
  return HOUSES.flatMap(({ center, first, later, atHome }) => [
    ...Array.from({ length: first }, () =>
      resident({ random, people, span, center, kind: 'FIRST' }),
    ),
    ...Array.from({ length: later }, () =>
      resident({ random, people, span, center, kind: 'LATER' }),
    ),
    ...Array.from({ length: atHome }, () =>
      resident({ random, people, span, center, kind: 'HOME' }),
    ),
  ]);
}

interface Draw {
  readonly random: Random;
  readonly people: DemoPeople;
  readonly span: StorySpan;
  readonly center: keyof DemoCenters;
  readonly kind: 'FIRST' | 'LATER' | 'HOME';
}

function resident(draw: Draw): PlannedResident {
  const { random, span, kind } = draw;
  const person = draw.people.elder();
  const admitOn = admission(draw);
  const beginsOn = admitOn ?? span.from;
  const end = admitOn === null ? null : ending(random, admitOn, span);
  const lastDay = end?.on ?? span.until;
  return {
    person,
    center: draw.center,
    admitOn,
    end,
    levels: levels(random, beginsOn, lastDay),
    absences: admitOn === null ? [] : absences(random, admitOn, lastDay),
    categories: CATEGORIES.filter(() => random.chance(kind === 'HOME' ? 0.45 : 0.12)),
  };
}

function admission({ random, span, kind }: Draw): LocalDate | null {
  if (kind === 'HOME') {
    return null;
  }
  const days = dayNumber(span.until) - dayNumber(span.from);
  return kind === 'FIRST'
    ? addDays(span.from, random.integer(0, 40))
    : addDays(span.from, random.integer(60, days - 10));
}

function ending(random: Random, admitOn: LocalDate, span: StorySpan): PlannedResident['end'] {
  const days = dayNumber(span.until) - dayNumber(admitOn);
  if (days < 30 || !random.chance(0.3)) {
    return null;
  }
  const kind = random.chance(0.45) ? 'DEATH' : 'DISCHARGE';
  const on = addDays(admitOn, random.integer(25, days - 2));
  // A death that the house learnt of late: the family reported it weeks afterwards.
  const latest = dayNumber(span.until) - 1 - dayNumber(on);
  const lateDays =
    kind === 'DEATH' && random.chance(0.3) ? Math.min(latest, random.integer(20, 40)) : 0;
  return { kind, on, lateDays };
}

function levels(random: Random, from: LocalDate, until: LocalDate): PlannedLevel[] {
  const drawn = random.next();
  let level = drawn < 0.12 ? 0 : drawn < 0.42 ? 1 : drawn < 0.66 ? 2 : drawn < 0.9 ? 3 : 4;
  const list: PlannedLevel[] = [{ on: from, level }];
  // A yearly re-assessment, and sometimes one in between.
  for (let on = addDays(from, random.integer(300, 350)); on < until; on = addDays(on, 340)) {
    level = Math.min(4, Math.max(0, level + random.pick([0, 0, 1, 1, -1])));
    list.push({ on, level });
  }
  const between = addDays(from, random.integer(80, 240));
  if (
    random.chance(0.15) &&
    between < until &&
    list.every(({ on }) => Math.abs(dayNumber(on) - dayNumber(between)) > 45)
  ) {
    list.push({ on: between, level: Math.min(4, level + 1) });
  }
  return list.sort((a, b) => (a.on < b.on ? -1 : 1));
}

function absences(random: Random, from: LocalDate, until: LocalDate): PlannedAbsence[] {
  const list: PlannedAbsence[] = [];
  let next = dayNumber(from) + random.integer(20, 120);
  while (next < dayNumber(until) - 3) {
    const kind = random.chance(0.45) ? 'HOSPITAL' : 'HOME_LEAVE';
    const days = kind === 'HOSPITAL' ? random.integer(4, 21) : random.integer(1, 7);
    const end = Math.min(next + days, dayNumber(until) - 1);
    if (end > next) {
      const lateDays = random.chance(0.08) ? random.integer(20, 45) : 0;
      list.push({ kind, fromOn: fromDayNumber(next), untilOn: fromDayNumber(end), lateDays });
    }
    next = end + random.integer(60, 200);
  }
  return list;
}
