import { attributeOf, passes } from './gates.js';
import {
  classOn,
  dayOf,
  daysOf,
  firstDayOf,
  holds,
  lastDayOf,
  meet,
  monthOf,
  monthsAfter,
  NotCovered,
  range,
  residentDays,
  stayDays,
  textOf,
  valueOn,
  type Case,
  type Spec,
} from './world.js';

/** An exact number: n parts of d. */
export interface Ratio {
  readonly n: number;
  readonly d: number;
}

type Measure = (at: Case, spec: Spec) => Ratio | number | null;

export function measure(at: Case, spec: Spec): Ratio | null {
  const known = MEASURES[spec.of as string];
  if (!known) {
    throw new NotCovered(`measure ${String(spec.of)}`);
  }
  meet(`measure:${String(spec.of)}`);
  const value = known(at, spec);
  return typeof value === 'number' ? { n: value, d: 1 } : value;
}

/** The same question for one person, in the same unit. */
export const forPerson = (at: Case, id: string): Case => ({
  ...at,
  subject: { kind: 'person', id },
});

export function daysInWindow(at: Case, spec: Spec, window: readonly number[]): number {
  const mode = spec.absences ?? 'NOT_COUNT';
  const classes = spec.inClass as string[] | undefined;
  const isIn = (person: string, day: number): boolean => {
    const name = classes ? classOn(at, person, day) : null;
    return !classes || (name !== null && classes.includes(name));
  };
  let count = 0;
  for (const stay of at.facts.stays) {
    const { kind, id } = at.subject;
    const isMine = kind === 'person' ? stay.person === id : kind === 'bed' ? stay.bed === id : true;
    if (isMine) {
      const days = new Set(stayDays(at, stay, mode));
      count += window.filter((day) => days.has(day) && isIn(stay.person, day)).length;
    }
  }
  return count;
}

/** The claim year, as far as the period has come. */
const yearOf = (at: Case): number[] => range(at.yearFirst, Math.min(at.yearEnd, at.horizon));

function residentDaysMeasure(at: Case, spec: Spec): number {
  const over = (spec.over ?? 'UNIT') as string;
  meet(`residentDays.over:${over}`);
  return daysInWindow(at, spec, over === 'UNIT' ? daysOf(at) : yearOf(at));
}

function monthsOpen(at: Case, spec: Spec): number | null {
  const text = at.facts.center[(spec.since ?? 'openedOn') as 'openedOn' | 'filedOn'];
  if (!text) {
    return null;
  }
  const over = (spec.over ?? 'EVER') as string;
  meet(`monthsOpen.over:${over}`);
  const since = over === 'YEAR' ? Math.max(dayOf(text), at.yearFirst) : dayOf(text);
  let months = 0;
  while (monthsAfter(since, months + 1) <= Math.min(at.end, at.horizon)) {
    months += 1;
  }
  return months;
}

function occupancyOf(at: Case, spec: Spec, days: readonly number[]): Ratio | null {
  const beds = days.map((day) => valueOn<number>(at.facts.center.registeredBeds, day));
  if (beds.includes(null) || days.length === 0) {
    return null;
  }
  const room = beds.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const used = daysInWindow(
    { ...at, subject: { kind: 'center', id: at.facts.center.id } },
    { absences: spec.absences ?? 'COUNT' },
    days,
  );
  return room === 0 ? null : { n: used * 100, d: room };
}

function occupancy(at: Case, spec: Spec): Ratio | null {
  const over = (spec.over ?? 'UNIT') as string;
  meet(`occupancy.over:${over}`);
  if (over !== 'EVERY_MONTH') {
    return occupancyOf(at, spec, over === 'UNIT' ? daysOf(at) : yearOf(at));
  }
  const opened = at.facts.center.openedOn;
  let worst: Ratio | null = null;
  const last = monthOf(textOf(Math.min(at.yearEnd, at.horizon) - 1));
  for (let month = monthOf(textOf(at.yearFirst)); month <= last; month += 1) {
    const days = range(firstDayOf(month), firstDayOf(month + 1)).filter(
      (day) => !opened || day >= dayOf(opened),
    );
    if (days.length > 0) {
      const one = occupancyOf(at, spec, days);
      if (one === null) {
        return null;
      }
      worst = worst === null || one.n * worst.d < worst.n * one.d ? one : worst;
    }
  }
  return worst;
}

function residents(at: Case, spec: Spec): Ratio {
  const on = (spec.on ?? 'LAST_DAY') as string;
  meet(`residents.on:${on}`);
  const days = daysOf(at);
  const counted = at.facts.people
    .filter(({ id }) => passes(forPerson(at, id), spec.who))
    .map(({ id }) => residentDays(at, id, spec.absences ?? 'COUNT'));
  if (on === 'AVERAGE') {
    const sum = counted.reduce((all, one) => all + days.filter((day) => one.has(day)).length, 0);
    return { n: sum, d: days.length };
  }
  const least = (spec.atLeastDays ?? 1) as number;
  const isCounted = (one: ReadonlySet<number>): boolean =>
    on === 'ANY_DAY'
      ? days.filter((day) => one.has(day)).length >= least
      : one.has(on === 'LAST_DAY' ? Math.min(at.end, at.horizon) - 1 : at.first);
  return { n: counted.filter(isCounted).length, d: 1 };
}

function shareOfResidents(at: Case, spec: Spec): Ratio | null {
  const whole = residents(at, { ...spec, who: undefined });
  const part = residents(at, spec);
  return whole.n === 0 ? null : { n: part.n * 100 * whole.d, d: whole.n * part.d };
}

function number(at: Case, spec: Spec): number | null {
  const project = at.facts.projects.find(({ id }) => id === at.subject.id);
  const communities = project?.communities ?? null;
  const fields: Readonly<Record<string, number | null>> = {
    'center.registeredBeds': valueOn<number>(at.facts.center.registeredBeds, lastDayOf(at)),
    'center.areaM2': at.facts.center.areaM2 ?? null,
    'project.areaM2': project?.areaM2 ?? null,
    'project.communities':
      typeof communities === 'number' || communities === null ? communities : communities.length,
    'project.ownInvestmentFen': project?.ownInvestmentFen ?? null,
  };
  meet(`number:${String(spec.field)}`);
  return fields[spec.field as string] ?? null;
}

interface Happening {
  readonly person: string;
  readonly on: string;
  readonly size: number;
}

/** What happened in the unit, in life, at most so much for one person on one day. */
function sumOf(at: Case, spec: Spec, all: readonly Happening[]): Ratio {
  const { kind, id } = at.subject;
  const most = (spec.perPersonDay ?? Infinity) as number;
  let sum = 0;
  const served = new Set<number>();
  for (const person of at.facts.people) {
    if ((kind === 'person' && person.id !== id) || !passes(forPerson(at, person.id), spec.who)) {
      continue;
    }
    const theirs = all.filter((one) => one.person === person.id);
    for (const day of daysOf(at).filter((one) => one < at.horizon)) {
      const size = theirs
        .filter((one) => dayOf(one.on) === day)
        .filter(() => !person.diedOn || day <= dayOf(person.diedOn))
        .reduce((total, one) => total + one.size, 0);
      sum += Math.min(size, most);
      if (size > 0) {
        served.add(day);
      }
    }
  }
  return averaged(at, spec, sum, served.size);
}

function averaged(at: Case, spec: Spec, sum: number, servedDays: number): Ratio {
  meet(`average:${String(spec.average ?? 'none')}`);
  if (spec.average === 'CALENDAR_DAY') {
    return { n: sum, d: at.end - at.first };
  }
  if (spec.average === 'SERVICE_DAY') {
    return { n: sum, d: Math.max(servedDays, 1) };
  }
  const months = monthOf(textOf(at.end - 1)) - monthOf(textOf(at.first)) + 1;
  return { n: sum, d: spec.average === 'MONTH' ? months : 1 };
}

const isListed = (list: unknown, value: string): boolean =>
  list === undefined || (list as string[]).includes(value);

const meals: Measure = (at, spec) =>
  sumOf(
    at,
    spec,
    at.facts.meals
      .filter(({ meal }) => isListed(spec.meals, meal))
      .map(({ person, on, count }) => ({ person, on, size: count ?? 1 })),
  );

const services: Measure = (at, spec) => {
  const by = (spec.by ?? 'TIMES') as string;
  meet(`services.by:${by}`);
  return sumOf(
    at,
    spec,
    at.facts.services
      .filter(({ type }) => isListed(spec.types, type))
      .map(({ person, on, minutes, valueFen }) => ({
        person,
        on,
        size: by === 'TIMES' ? 1 : ((by === 'MINUTES' ? minutes : valueFen) ?? 0),
      })),
  );
};

function operatingDays(at: Case, spec: Spec): number {
  return daysOf(at).filter((day) => {
    const on = { ...at, first: day, end: day + 1 };
    const center: Case = { ...on, subject: { kind: 'center', id: at.facts.center.id } };
    const isEnough = (least: unknown, of: string): boolean =>
      least === undefined || (measure(center, { of })?.n ?? 0) >= (least as number);
    return (
      isEnough(spec.mealsAtLeast, 'meals') &&
      isEnough(spec.servicesAtLeast, 'services') &&
      (spec.residentsAtLeast === undefined ||
        daysInWindow(center, {}, [day]) >= (spec.residentsAtLeast as number))
    );
  }).length;
}

const staff: Measure = (at, spec) =>
  at.facts.staff.filter(
    (one) =>
      holds(one, lastDayOf(at)) &&
      (spec.certificate === undefined ||
        (one.certificates ?? []).some(
          (paper) => paper.type === spec.certificate && holds(paper, lastDayOf(at)),
        )),
  ).length;

function monthsEmployed(at: Case, spec: Spec): number | null {
  const member = at.facts.staff.find(({ id }) => id === at.subject.id);
  if (!member) {
    return null;
  }
  meet(`monthsEmployed.over:${String(spec.over ?? 'UNIT')}`);
  if (spec.over === 'EVER') {
    const left = member.until ? dayOf(member.until) : Infinity;
    const end = Math.min(at.end, at.horizon, left);
    return range(1, 600).filter((count) => monthsAfter(dayOf(member.from), count) <= end).length;
  }
  const months = range(monthOf(textOf(at.first)), monthOf(textOf(at.end - 1)) + 1);
  return months.filter((month) =>
    range(firstDayOf(month), firstDayOf(month + 1)).every(
      (day) => holds(member, day) && day < at.horizon,
    ),
  ).length;
}

const MEASURES: Readonly<Record<string, Measure>> = {
  residentDays: residentDaysMeasure,
  monthsOpen,
  occupancy,
  residents,
  shareOfResidents,
  number,
  attribute: (at, spec) => {
    const value = attributeOf(at, (spec.on ?? 'center') as string, spec.name as string);
    return typeof value === 'number' ? value : null;
  },
  meals,
  services,
  operatingDays,
  staff,
  monthsEmployed,
};
