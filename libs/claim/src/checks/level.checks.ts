import { addDays, dayNumber, firstDay, fromDayNumber, type LocalDate } from '@yibu/kernel';

import type { LevelLabel } from '../facts/facts.types.js';
import {
  aboutResident,
  finding,
  type Check,
  type CheckContext,
  type Finding,
} from './check.types.js';

const SOON_DAYS = 30;

/** L: a resident day without a valid assessment has no care class, so the month may pay nothing. */
export const levelChecks: Check = (context) => {
  const byPerson = new Map<string, LevelLabel[]>();
  for (const level of context.bundle.levels) {
    const own = byPerson.get(level.person) ?? [];
    own.push(level);
    byPerson.set(level.person, own);
  }
  return [...residentDays(context)].flatMap(([personId, days]) => {
    const levels = byPerson.get(personId) ?? [];
    return [...missing(personId, days, levels), ...changing(context, personId, days, levels)];
  });
};

/** Days of the period that each person lived here, as one span for each stay. */
function residentDays(context: CheckContext): Map<string, { from: LocalDate; until: LocalDate }[]> {
  const { bundle, period } = context;
  const opens = firstDay(period.firstMonth);
  const byPerson = new Map<string, { from: LocalDate; until: LocalDate }[]>();
  for (const stay of bundle.stays) {
    const from = stay.fromOn > opens ? stay.fromOn : opens;
    const until =
      stay.untilOn !== null && stay.untilOn < period.endsBefore ? stay.untilOn : period.endsBefore;
    if (from < until) {
      byPerson.set(stay.residentId, [...(byPerson.get(stay.residentId) ?? []), { from, until }]);
    }
  }
  return byPerson;
}

type Span = { readonly from: LocalDate; readonly until: LocalDate };

const covers = (level: LevelLabel, day: string): boolean =>
  level.from <= day && (level.until === null || day < level.until);

const holds = (level: LevelLabel, from: LocalDate, until: LocalDate): boolean =>
  level.from <= from && (level.until === null || until <= level.until);

function missing(
  personId: string,
  spans: readonly Span[],
  levels: readonly LevelLabel[],
): Finding[] {
  // Most stays lie within one level: no need to look at their days one by one.
  const doubtful = spans.filter(
    ({ from, until }) => !levels.some((level) => holds(level, from, until)),
  );
  const days = doubtful.flatMap(({ from, until }) =>
    Array.from({ length: dayNumber(until) - dayNumber(from) }, (_, index) =>
      fromDayNumber(dayNumber(from) + index),
    ),
  );
  const open = days.filter((day) => !levels.some((level) => covers(level, day)));
  const [first] = open;
  if (first === undefined) {
    return [];
  }
  const ranOut = levels.some((level) => level.until !== null && level.until <= first);
  return [
    finding(
      ranOut ? 'L02' : 'L01',
      { ...aboutResident(personId), entity: 'assessment' },
      { days: open.length, firstDay: first },
    ),
  ];
}

function changing(
  context: CheckContext,
  personId: string,
  spans: readonly Span[],
  levels: readonly LevelLabel[],
): Finding[] {
  const lastDay = addDays(spans.at(-1)?.until ?? context.period.endsBefore, -1);
  const valid = levels.filter((level) => covers(level, lastDay));
  const found: Finding[] = [];
  const ends = valid
    .map(({ until }) => until)
    .filter((until): until is LocalDate => until !== null);
  const soon = addDays(context.period.endsBefore, SOON_DAYS);
  if (valid.length > 0 && ends.length === valid.length && ends.every((until) => until <= soon)) {
    found.push(
      finding(
        'L03',
        { ...aboutResident(personId), entity: 'assessment' },
        { until: ends.sort().at(-1) ?? null },
      ),
    );
  }
  if (new Set(valid.map(({ scale, level }) => `${scale} ${level}`)).size > 1) {
    found.push(
      finding(
        'L04',
        { ...aboutResident(personId), entity: 'assessment' },
        { levels: valid.map(({ kind, level }) => `${kind} ${level}`).join(' / ') },
      ),
    );
  }
  return found;
}
