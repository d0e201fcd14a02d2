import type { Facts } from '@yibu/claim-engine';
import {
  addDays,
  firstDay,
  lastDay,
  monthOf,
  shanghaiDay,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';

import { aboutResident, finding, payableLines, type Check, type CheckCode } from './check.types.js';
import type { Match, OutsideRecord, OutsideWhat } from './outside.types.js';

interface Span {
  readonly from: string;
  readonly until?: string | null | undefined;
}

/** What a claim says about one person, and what others say. */
interface View {
  readonly id: string;
  readonly county: string;
  readonly endsBefore: LocalDate;
  /** Months with money in this claim that is not taken back. */
  readonly months: readonly YearMonth[];
  readonly stays: readonly Span[];
  readonly absences: readonly Span[];
  /** Days of meals and services. */
  readonly eventDays: readonly string[];
  readonly categories: readonly (Span & { readonly code: string })[];
  readonly householdCounty: string | null;
  readonly records: readonly OutsideRecord[];
  readonly complete: readonly OutsideRecord[];
}

type Matcher = (view: View) => Match[];

export interface Claimed {
  readonly facts: Facts;
  readonly endsBefore: LocalDate;
  readonly lines: readonly {
    readonly subjectId: string;
    readonly month: string;
    readonly isTakenBack: boolean;
  }[];
}

/** The claim against the records of others. A further kind of record is a further matcher. */
export function matchesOf(claimed: Claimed, outside: readonly OutsideRecord[]): Match[] {
  const matchers: readonly Matcher[] = [deaths, hospitals, moves, support, rollCalls];
  return viewsOf(claimed, outside).flatMap((view) => matchers.flatMap((match) => match(view)));
}

/** R, D and X: what the operator hears of it is the day and the month, never the list or who says so. */
export const outsideChecks: Check = (context) =>
  matchesOf(
    {
      facts: context.bundle.facts,
      endsBefore: context.period.endsBefore,
      lines: payableLines(context)
        .filter(({ subject }) => subject.kind === 'person')
        .map(({ subject, month, kind }) => ({
          subjectId: subject.id,
          month,
          isTakenBack: kind === 'REVERSAL',
        })),
    },
    context.outside,
  ).map(({ code, residentId, month, params }) =>
    finding(code, { ...aboutResident(residentId), month }, params),
  );

function viewsOf(claimed: Claimed, outside: readonly OutsideRecord[]): View[] {
  if (outside.length === 0) {
    return [];
  }
  const { facts } = claimed;
  const months = groupBy(
    claimed.lines.filter(({ isTakenBack }) => !isTakenBack),
    ({ subjectId }) => subjectId,
  );
  const records = groupBy(outside, ({ residentId }) => residentId ?? '');
  const complete = outside.filter(({ what }) => what === 'COMPLETE');
  const stays = groupBy(facts.stays, ({ person }) => person);
  const stayOwner = new Map(facts.stays.map(({ id, person }) => [id, person]));
  const absences = groupBy(facts.absences, ({ stay }) => stayOwner.get(stay) ?? '');
  const events = groupBy([...facts.meals, ...facts.services], ({ person }) => person);
  return facts.people
    .filter(({ id }) => records.has(id) || (complete.length > 0 && months.has(id)))
    .map((person) => ({
      id: person.id,
      county: facts.county,
      endsBefore: claimed.endsBefore,
      months: [
        ...new Set((months.get(person.id) ?? []).map(({ month }) => month as YearMonth)),
      ].sort(),
      stays: stays.get(person.id) ?? [],
      absences: absences.get(person.id) ?? [],
      eventDays: (events.get(person.id) ?? []).map(({ on }) => on),
      categories: person.categories ?? [],
      householdCounty: person.householdCounty ?? null,
      records: records.get(person.id) ?? [],
      complete,
    }));
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) {
      group.push(row);
    } else {
      groups.set(keyOf(row), [row]);
    }
  }
  return groups;
}

const of = (view: View, ...whats: readonly OutsideWhat[]): OutsideRecord[] =>
  view.records.filter(({ what }) => whats.includes(what));

const matched = (
  view: View,
  code: CheckCode,
  record: OutsideRecord,
  found: { readonly month: YearMonth | null; readonly params: Match['params'] },
): Match => ({
  code,
  residentId: view.id,
  source: { id: record.id, what: record.what, listedAt: record.listedAt },
  ...found,
});

const holdsOn = (span: Span, day: string): boolean =>
  span.from <= day && ((span.until ?? null) === null || day < String(span.until));

/** Days from `first` to the last before `before` that somebody is in the house by the center's own records. */
function daysHere(view: View, first: LocalDate, before: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day < before; day = addDays(day, 1)) {
    const isHere =
      view.stays.some((stay) => holdsOn(stay, day)) &&
      !view.absences.some((absence) => holdsOn(absence, day));
    if (isHere) {
      days.push(day);
    }
  }
  return days;
}

const later = (a: LocalDate, b: LocalDate): LocalDate => (a > b ? a : b);
const earlier = (a: LocalDate, b: LocalDate): LocalDate => (a < b ? a : b);
const afterMonth = (month: YearMonth): LocalDate => addDays(lastDay(month), 1);

/** The day of death is no resident day: whoever lives here on it, or is served after it, is asked about. */
function deaths(view: View): Match[] {
  const [record] = of(view, 'DEATH', 'CREMATION').sort((a, b) =>
    String(a.fromOn).localeCompare(String(b.fromOn)),
  );
  const diedOn = record?.fromOn ?? null;
  if (record === undefined || diedOn === null || diedOn >= view.endsBefore) {
    return [];
  }
  const livesOn = (from: LocalDate, before: LocalDate): boolean =>
    from < before &&
    view.stays.some(
      (stay) => stay.from < before && ((stay.until ?? null) === null || from < String(stay.until)),
    );
  const params = { on: diedOn };
  const found = view.months
    .filter(
      (month) =>
        livesOn(later(diedOn, firstDay(month)), afterMonth(month)) ||
        view.eventDays.some((day) => day > diedOn && day.startsWith(month)),
    )
    .map((month) => matched(view, 'R04', record, { month, params }));
  return found.length === 0 && livesOn(diedOn, view.endsBefore)
    ? [matched(view, 'R04', record, { month: null, params })]
    : found;
}

/** On the day of admission and of discharge somebody may be in both houses; the days between count. */
function hospitals(view: View): Match[] {
  return of(view, 'INPATIENT').flatMap((record) => {
    const { fromOn } = record;
    if (fromOn === null) {
      return [];
    }
    // Still there: known for the days up to the list, and not for those that come.
    const until = record.untilOn ?? addDays(shanghaiDay(record.listedAt), 1);
    return view.months.flatMap((month) => {
      const days = daysHere(
        view,
        later(addDays(fromOn, 1), firstDay(month)),
        earlier(until, afterMonth(month)),
      );
      return days.length === 0
        ? []
        : [
            matched(view, 'D06', record, {
              month,
              params: { fromOn, untilOn: record.untilOn, count: days.length },
            }),
          ];
    });
  });
}

/** By the register the household left the county, while the file still has it here. Coming back settles it. */
function moves(view: View): Match[] {
  if (view.householdCounty !== view.county) {
    return [];
  }
  const last = of(view, 'OUT', 'IN')
    .sort((a, b) => String(a.fromOn).localeCompare(String(b.fromOn)))
    .at(-1);
  const movedOn = last?.fromOn ?? null;
  if (last?.what !== 'OUT' || movedOn === null) {
    return [];
  }
  return view.months
    .filter((month) => lastDay(month) >= movedOn)
    .map((month) => matched(view, 'R05', last, { month, params: { on: movedOn } }));
}

const SUPPORTED = ['LOW_INCOME', 'DESTITUTE'] as const;

/** A last day that a list writes is a day of support. */
const supports = (record: OutsideRecord, month: YearMonth): boolean =>
  String(record.fromOn) <= lastDay(month) &&
  (record.untilOn === null || record.untilOn >= firstDay(month));

function support(view: View): Match[] {
  return SUPPORTED.flatMap((code) =>
    view.months.flatMap((month) => {
      const ofFile = view.categories.some(
        (category) =>
          category.code === code &&
          category.from <= lastDay(month) &&
          ((category.until ?? null) === null || String(category.until) > firstDay(month)),
      );
      const listed = of(view, code).find((record) => supports(record, month));
      const params = { category: code, month };
      if (!ofFile) {
        // Other money is for the destitute; whether the county counts somebody so is for the file to say.
        return listed && code === 'DESTITUTE'
          ? [matched(view, 'R07', listed, { month, params })]
          : [];
      }
      const complete = completeIn(view, code, month);
      return !listed && complete ? [matched(view, 'R06', complete, { month, params })] : [];
    }),
  );
}

/** Absence says something only where a list names everybody for the whole month, and the person can be looked up. */
const completeIn = (view: View, code: string, month: YearMonth): OutsideRecord | undefined =>
  of(view, 'NO_NUMBER').length > 0
    ? undefined
    : view.complete.find(
        ({ detail, fromOn, untilOn }) =>
          (detail ?? '').split(',').includes(code) &&
          String(fromOn) <= firstDay(month) &&
          String(untilOn) >= lastDay(month),
      );

/** An inspector looked for somebody on a day that is claimed now, and nobody was there. */
function rollCalls(view: View): Match[] {
  return of(view, 'ROLL_CALL').flatMap((record) => {
    const day = record.fromOn;
    const month = day === null ? null : monthOf(day);
    return day !== null &&
      month !== null &&
      view.months.includes(month) &&
      daysHere(view, day, addDays(day, 1)).length > 0
      ? [matched(view, 'X04', record, { month, params: { on: day } })]
      : [];
  });
}
