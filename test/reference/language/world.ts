import type { Facts, Pack } from '@yibu/claim-engine';

import { daysOff } from './absences.js';

export interface Spec {
  readonly [field: string]: unknown;
}

/** A day as the number of days since 1970, so that a set of days is a set of numbers. */
const known = { days: new Map<string, number>(), texts: new Map<number, string>() };

/** Looked up: the same few thousand dates are asked over and over. */
export function dayOf(text: string): number {
  const day = known.days.get(text) ?? Date.parse(`${text}T00:00:00Z`) / 86_400_000;
  known.days.set(text, day);
  return day;
}
export function textOf(day: number): string {
  const text = known.texts.get(day) ?? new Date(day * 86_400_000).toISOString().slice(0, 10);
  known.texts.set(day, text);
  return text;
}
/** Months since year 0. */
export const monthOf = (text: string): number =>
  Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1;
export const monthText = (month: number): string =>
  `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
export const firstDayOf = (month: number): number => dayOf(`${monthText(month)}-01`);

/** The first month of the claim year that holds the month. */
export const yearOf = (month: number, start: number): number =>
  month - ((month - start + 1 + 1200) % 12);

/** The corresponding day so many months on, or the last day of that month. */
export function monthsAfter(day: number, months: number): number {
  const text = textOf(day);
  const month = monthOf(text) + months;
  return Math.min(firstDayOf(month) + Number(text.slice(8)) - 1, firstDayOf(month + 1) - 1);
}

export const range = (from: number, until: number): number[] =>
  Array.from({ length: Math.max(0, until - from) }, (_, index) => from + index);

export interface Held {
  readonly from: string;
  readonly until?: string | null;
}

export const holds = ({ from, until }: Held, day: number): boolean =>
  dayOf(from) <= day && (until === null || until === undefined || day < dayOf(until));

/** A construct that nobody taught this implementation: it says so instead of guessing. */
export class NotCovered extends Error {}
/** The program has no lines at all. */
export class Refused extends Error {}

/** How often each construct decided something; a test asks that none stayed at nothing. */
export const met = new Map<string, number>();
export const meet = (construct: string): void =>
  void met.set(construct, (met.get(construct) ?? 0) + 1);

export const MODES = ['NOT_COUNT', 'COUNT', 'COUNT_IF_BED_HELD'] as const;

export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** One unit of one program for one subject: [first, end) inside the claim year that begins on yearFirst. */
export interface Case {
  readonly facts: Facts;
  readonly pack: Pack;
  readonly program: Spec;
  readonly subject: Subject;
  readonly first: number;
  readonly end: number;
  readonly yearFirst: number;
  readonly yearEnd: number;
  /** The first day after the period: nothing from then on exists. */
  readonly horizon: number;
  /** What a human must settle on the way. */
  readonly doubts: Set<string>;
}

/** The days of the unit, as far as the period has come: a year that still runs is asked early. */
export const daysOf = (at: Case): number[] => range(at.first, Math.min(at.end, at.horizon));

/** The last day of the unit, of a year that still runs the last one of the period. */
export const lastDayOf = (at: Case): number => Math.min(at.end, at.horizon) - 1;

/** The days on which somebody is a resident, the ones away taken off as the mode says. */
export function residentDays(at: Case, person: string, mode: unknown = 'NOT_COUNT'): Set<number> {
  const days = new Set<number>();
  for (const stay of at.facts.stays) {
    if (stay.person === person) {
      stayDays(at, stay, mode).forEach((day) => days.add(day));
    }
  }
  return days;
}

const remembered = new WeakMap<object, Map<string, readonly number[]>>();

export function stayDays(at: Case, stay: Facts['stays'][number], mode: unknown): readonly number[] {
  const known = remembered.get(stay) ?? new Map<string, readonly number[]>();
  remembered.set(stay, known);
  const key = `${JSON.stringify([mode, at.program.yearStart])} ${at.horizon}`;
  const days = known.get(key) ?? countStayDays(at, stay, mode);
  known.set(key, days);
  return days;
}

function countStayDays(at: Case, stay: Facts['stays'][number], mode: unknown): readonly number[] {
  meet(`absences:${Array.isArray(mode) ? 'rules' : String(mode)}`);
  if (Array.isArray(mode)) {
    const lived = (id: string): readonly number[] => {
      const other = at.facts.stays.find((one) => one.id === id);
      return other ? stayDays(at, other, 'COUNT') : [];
    };
    const off = daysOff(at, stay.person, mode as Spec[], lived);
    return lived(stay.id).filter((day) => !off.has(day));
  }
  const diedOn = at.facts.people.find(({ id }) => id === stay.person)?.diedOn;
  const away = at.facts.absences.filter(
    (absence) =>
      absence.stay === stay.id &&
      (mode === 'NOT_COUNT' || (mode === 'COUNT_IF_BED_HELD' && absence.bedHeld === false)),
  );
  return range(dayOf(stay.from), at.horizon)
    .filter((day) => holds(stay, day) && !(typeof diedOn === 'string' && day >= dayOf(diedOn)))
    .filter((day) => !away.some((absence) => holds(absence, day)));
}

/** A value that holds for ever, or the one of a list that holds on the day. */
export function valueOn<T>(value: unknown, day: number): T | null {
  if (!Array.isArray(value)) {
    return (value ?? null) as T | null;
  }
  const held = (value as (Held & { value: T })[]).find((one) => holds(one, day));
  return held?.value ?? null;
}

/** The policy's class of a person on a day, by the assessment that goes first; null without one. */
export function classOn(at: Case, person: string, day: number): string | null {
  const scales = at.pack.careClasses?.scales ?? {};
  const valid = at.facts.assessments.filter(
    (one) => one.person === person && one.scale in scales && holds(one, day),
  );
  const [first] = valid.sort(
    (a, b) =>
      Number(b.kind === 'OFFICIAL') - Number(a.kind === 'OFFICIAL') ||
      dayOf(b.from) - dayOf(a.from) ||
      Number(a.level) - Number(b.level) ||
      (a.id < b.id ? -1 : 1),
  );
  if (!first) {
    return null;
  }
  const named = scales[first.scale]?.[String(first.level)];
  if (named === undefined) {
    throw new NotCovered('a level that the scale does not map');
  }
  return named ?? null;
}

/** The one class of the whole unit, by the rule of the pack. */
export function classOfUnit(at: Case, person: string): string | null {
  const classes = at.pack.careClasses;
  if (!classes) {
    return null;
  }
  meet(`careClasses.month:${classes.month}`);
  const here = residentDays(at, person, classes.absences ?? 'NOT_COUNT');
  const days = daysOf(at).filter((day) => here.has(day));
  const held = days.map((day) => classOn(at, person, day));
  if (held.length === 0) {
    return null;
  }
  if (classes.month === 'FIRST_DAY') {
    return held[0] ?? null;
  }
  if (classes.month === 'LAST_DAY') {
    return held.at(-1) ?? null;
  }
  if (classes.month === 'LOWEST') {
    return held.includes(null) ? null : (classes.order.find((name) => held.includes(name)) ?? null);
  }
  const count = (name: string | null): number => held.filter((one) => one === name).length;
  const most = [null, ...classes.order].map(count);
  return [null, ...classes.order][most.indexOf(Math.max(...most))] ?? null;
}
