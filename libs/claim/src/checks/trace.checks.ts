import { firstDay, monthOf, type LocalDate, type YearMonth } from '@yibu/kernel';

import {
  aboutResident,
  claimedPeople,
  finding,
  payableLines,
  type Check,
  type CheckContext,
} from './check.types.js';
import { daysOf, isOn } from './house.checks.js';

/** X: a month is claimed for somebody of whom no record of the month speaks, in a house that keeps such records. */
export const traceChecks: Check = (context) => {
  const { limits } = context.house;
  return monthsClaimed(context).flatMap((month) => {
    const present = presentPeople(context, month, limits.traceDays);
    const traced = tracedPeople(context, month);
    const fed = [...present].filter((id) => traced.has(id)).length;
    if (fed * 100 < present.size * limits.traceSharePercent || fed === 0) {
      return [];
    }
    return payableLines(context)
      .filter(
        (line) =>
          line.subject.kind === 'person' && line.month === month && line.kind !== 'REVERSAL',
      )
      .map(({ subject }) => subject.id)
      .filter((id, index, all) => all.indexOf(id) === index)
      .filter((id) => present.has(id) && !traced.has(id) && !isSeen(context, id, month))
      .map((id) => finding('X06', { ...aboutResident(id), month }, { month }));
  });
};

const monthsClaimed = (context: CheckContext): YearMonth[] => [
  ...new Set(
    payableLines(context)
      .map(({ month }) => month as YearMonth)
      .filter((month) => month >= context.period.firstMonth && month <= context.period.lastMonth),
  ),
];

/** Who lived here for so many days of the month without being away. */
function presentPeople(context: CheckContext, month: YearMonth, least: number): Set<string> {
  const days = daysOf(context).filter((day) => monthOf(day) === month);
  const { stays, absences } = context.bundle;
  const count = new Map<string, number>();
  for (const stay of stays) {
    const away = absences.filter(({ residentId }) => residentId === stay.residentId);
    const here = days.filter((day) => isOn(stay, day) && !away.some((one) => isOn(one, day)));
    count.set(stay.residentId, (count.get(stay.residentId) ?? 0) + here.length);
  }
  return new Set([...count].filter(([, days_]) => days_ >= least).map(([id]) => id));
}

function tracedPeople({ bundle }: CheckContext, month: YearMonth): Set<string> {
  const inMonth = ({ on }: { readonly on: string }): boolean => on.startsWith(month);
  return new Set(
    [...bundle.facts.meals.filter(inMonth), ...bundle.facts.services.filter(inMonth)].map(
      ({ person }) => person,
    ),
  );
}

/** Admission, discharge, leave and assessment are traces too: somebody of the house saw the person that month. */
function isSeen({ bundle }: CheckContext, id: string, month: YearMonth): boolean {
  const on = (day: LocalDate | null): boolean => day !== null && monthOf(day) === month;
  const ofPerson = [
    ...bundle.stays.filter(({ residentId }) => residentId === id),
    ...bundle.absences.filter(({ residentId }) => residentId === id),
  ];
  return (
    ofPerson.some(({ fromOn, untilOn }) => on(fromOn) || on(untilOn)) ||
    bundle.levels.some(({ person, from }) => person === id && on(from))
  );
}

/** X: more than one person can do or eat in a day. */
export const plentyChecks: Check = (context) => {
  const { limits } = context.house;
  const { services, meals } = context.bundle.facts;
  const work = perDay(
    services.filter(({ staff }) => (staff ?? null) !== null),
    (one) => ({ who: one.staff ?? '', on: one.on, count: one.minutes ?? 0 }),
  );
  const portions = perDay(meals, (one) => ({ who: one.person, on: one.on, count: one.count ?? 1 }));
  const isHere = ({ on }: Day): boolean => on >= firstDay(context.period.firstMonth);
  return [
    ...over(work.filter(isHere), limits.workMinutesADay).map(({ who, most }) =>
      finding(
        'X07',
        { entity: 'staff', entityId: who },
        { minutes: most.count, firstDay: most.on, limit: limits.workMinutesADay },
      ),
    ),
    ...over(portions.filter(isHere), limits.portionsADay).map(({ who, most }) =>
      finding(
        'X08',
        { ...aboutResident(who), entity: 'meal' },
        { portions: most.count, firstDay: most.on, limit: limits.portionsADay },
      ),
    ),
  ];
};

interface Day {
  readonly who: string;
  readonly on: string;
  readonly count: number;
}

function perDay<T>(events: readonly T[], read: (event: T) => Day): Day[] {
  const sums = new Map<string, Day>();
  for (const event of events) {
    const one = read(event);
    const key = `${one.who}|${one.on}`;
    sums.set(key, { ...one, count: one.count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums.values()];
}

/** Everybody over the limit once, with the worst day. */
function over(days: readonly Day[], limit: number): { who: string; most: Day }[] {
  const worst = new Map<string, Day>();
  for (const day of days.filter(({ count }) => count > limit)) {
    const known = worst.get(day.who);
    if (known === undefined || day.count > known.count) {
      worst.set(day.who, day);
    }
  }
  return [...worst].map(([who, most]) => ({ who, most }));
}

/** L: a level that rose by several steps at once within the period, on the same scale. */
export const levelJumpChecks: Check = (context) => {
  const { period, bundle, house } = context;
  const opens = firstDay(period.firstMonth);
  const claimed = claimedPeople(context);
  return bundle.levels.flatMap((level) => {
    const isNew = level.from >= opens && level.from < period.endsBefore;
    if (!isNew || !claimed.has(level.person)) {
      return [];
    }
    const [before] = bundle.levels
      .filter(
        ({ person, scale, from }) =>
          person === level.person && scale === level.scale && from < level.from,
      )
      .sort((a, b) => (a.from < b.from ? 1 : -1));
    return before !== undefined && level.level - before.level >= house.limits.levelJump
      ? [
          finding(
            'L05',
            { ...aboutResident(level.person), entity: 'assessment' },
            { from: before.level, to: level.level, firstDay: level.from },
          ),
        ]
      : [];
  });
};
