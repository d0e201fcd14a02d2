import { dayOf, dayOrNever, monthOfDay, type Day, type MonthIndex } from '../base/days.js';
import {
  ABSENCE_KINDS,
  ABSENCE_LIMITS,
  type AbsenceKind,
  type AbsenceLimit,
  type LimitedAbsences,
} from './absence-rule.js';
import type { AbsenceFacts, Facts } from './facts.types.js';
import type { IntervalRow } from './interval-table.js';
import type { Span } from './presence.js';

/** Why the days of a stretch count or do not. */
export type AbsenceReason = 'COUNTED' | 'BEYOND_HELD' | 'NO_RULE' | 'BED_NOT_HELD' | AbsenceLimit;

/** Days of absence side by side, of the same kind and for the same reason. */
export interface AbsenceStretch {
  readonly from: Day;
  readonly until: Day;
  /** Index of the stay. */
  readonly stay: number;
  readonly kinds: readonly string[];
  readonly counts: boolean;
  readonly reason: AbsenceReason;
  /** The limit that was reached, in days, and the kinds of absence that it holds together. */
  readonly limit: number | null;
  readonly limited: readonly string[];
  readonly ids: readonly string[];
}

interface DayAway {
  readonly day: Day;
  readonly stay: number;
  readonly absences: readonly AbsenceFacts[];
}

/** Days that counted by one rule: in the run of days away, the month and the year they belong to. */
interface Used {
  readonly rule: LimitedAbsences;
  lastDay: Day;
  readonly span: Record<AbsenceLimit, number>;
  readonly days: Record<AbsenceLimit, number>;
}

type Verdict = Pick<AbsenceStretch, 'counts' | 'reason' | 'limit' | 'limited'>;

const NOBODY: readonly string[] = [];

const stopped = (reason: AbsenceReason): Verdict => ({
  counts: false,
  reason,
  limit: null,
  limited: NOBODY,
});

const isFor = ({ kinds }: LimitedAbsences, absences: readonly AbsenceFacts[]): boolean =>
  kinds == null || absences.some(({ kind }) => kinds.includes(kind as AbsenceKind));

const isWithout = (rules: readonly LimitedAbsences[], { kind }: AbsenceFacts): boolean =>
  !rules.some(({ kinds }) => kinds == null || kinds.includes(kind as AbsenceKind));

function limitReached({ rule, days }: Used): AbsenceLimit | null {
  return ABSENCE_LIMITS.find((name) => days[name] >= (rule[name] ?? Infinity)) ?? null;
}

/** The days of one person, taken in order: what counts uses up the limits of the rules that let it pass. */
class PersonRules {
  readonly #used: readonly Used[];

  constructor(
    readonly rules: readonly LimitedAbsences[],
    readonly yearStart: number,
  ) {
    const none = { perAbsence: 0, perMonth: 0, perYear: 0 };
    this.#used = rules.map((rule) => ({
      rule,
      lastDay: Number.MIN_SAFE_INTEGER,
      span: { ...none },
      days: { ...none },
    }));
  }

  #enter(used: Used, day: Day, month: MonthIndex): void {
    const year = Math.floor((month - (this.yearStart - 1)) / 12);
    const run = used.lastDay === day - 1 ? used.span.perAbsence : day;
    for (const [name, span] of [
      ['perAbsence', run],
      ['perMonth', month],
      ['perYear', year],
    ] as const) {
      if (used.span[name] !== span) {
        used.span[name] = span;
        used.days[name] = 0;
      }
    }
    used.lastDay = day;
  }

  take({ day, absences }: DayAway): Verdict {
    const asked = this.#used.filter(({ rule }) => isFor(rule, absences));
    const month = monthOfDay(day);
    asked.forEach((used) => {
      this.#enter(used, day, month);
    });
    if (absences.some((absence) => isWithout(this.rules, absence))) {
      return stopped('NO_RULE');
    }
    const isHeld = absences.every(({ bedHeld }) => bedHeld !== false);
    if (!isHeld && asked.some(({ rule }) => rule.count === 'COUNT_IF_BED_HELD')) {
      return stopped('BED_NOT_HELD');
    }
    const full = asked.filter((used) => limitReached(used) !== null);
    const stops = full.find(({ rule }) => !isHeld || rule.beyond !== 'COUNT_IF_BED_HELD');
    if (stops === undefined) {
      asked
        .filter((used) => !full.includes(used))
        .forEach(({ days }) => {
          ABSENCE_LIMITS.forEach((name) => {
            days[name] += 1;
          });
        });
    }
    return this.#verdict(stops ?? full[0], stops === undefined);
  }

  #verdict(full: Used | undefined, counts: boolean): Verdict {
    const reached = full === undefined ? null : limitReached(full);
    if (full === undefined || reached === null) {
      return { counts, reason: 'COUNTED', limit: null, limited: NOBODY };
    }
    return {
      counts,
      reason: counts ? 'BEYOND_HELD' : reached,
      limit: full.rule[reached] ?? null,
      limited: full.rule.kinds ?? ABSENCE_KINDS,
    };
  }
}

const sameVerdict = (one: Verdict, other: Verdict): boolean =>
  one.reason === other.reason &&
  one.counts === other.counts &&
  one.limit === other.limit &&
  one.limited === other.limited;

const sameRecords = (one: DayAway, other: DayAway): boolean =>
  one.stay === other.stay &&
  one.absences.length === other.absences.length &&
  one.absences.every((absence, index) => absence === other.absences[index]);

function stretches(days: readonly DayAway[], rules: PersonRules): AbsenceStretch[] {
  const found: AbsenceStretch[] = [];
  let open: { first: DayAway; last: DayAway; verdict: Verdict } | null = null;
  const close = (): void => {
    if (open !== null) {
      const { first, last, verdict } = open;
      found.push({
        from: first.day,
        until: last.day + 1,
        stay: first.stay,
        kinds: [...new Set(first.absences.map(({ kind }) => kind))].sort(),
        ids: first.absences.map(({ id }) => id).sort(),
        ...verdict,
      });
    }
  };
  for (const away of days) {
    const verdict = rules.take(away);
    const isNext =
      open !== null &&
      open.last.day + 1 === away.day &&
      sameRecords(open.last, away) &&
      sameVerdict(open.verdict, verdict);
    if (isNext && open !== null) {
      open.last = away;
    } else {
      close();
      open = { first: away, last: away, verdict };
    }
  }
  close();
  return found;
}

/** Days of the stays on which somebody was away, by person and in order. */
function daysAway(facts: Facts, stays: readonly IntervalRow[]): Map<number, DayAway[]> {
  const byStay = new Map<string, AbsenceFacts[]>();
  for (const absence of facts.absences) {
    byStay.set(absence.stay, [...(byStay.get(absence.stay) ?? []), absence]);
  }
  const found = new Map<number, DayAway[]>();
  for (const { owner, from, until, tag } of stays) {
    const absences = byStay.get(facts.stays[tag]?.id ?? '') ?? [];
    const days = new Map<Day, AbsenceFacts[]>();
    for (const absence of absences) {
      const end = Math.min(dayOrNever(absence.until), until);
      const alone = [absence];
      for (let day = Math.max(dayOf(absence.from), from); day < end; day += 1) {
        const others = days.get(day);
        days.set(day, others === undefined ? alone : [...others, absence]);
      }
    }
    const own = [...days].map(([day, list]) => ({ day, stay: tag, absences: list }));
    found.set(owner, [...(found.get(owner) ?? []), ...own]);
  }
  return found;
}

/** Which days of absence count by rules of kind and limit; looked at for the person, over all stays and beds. */
export class AbsenceDays {
  readonly #byPerson = new Map<number, readonly AbsenceStretch[]>();
  /** Days that do not count, by stay. */
  readonly off = new Map<string, Span[]>();

  constructor(
    facts: Facts,
    stays: readonly IntervalRow[],
    rules: readonly LimitedAbsences[],
    yearStart: number,
  ) {
    for (const [person, days] of daysAway(facts, stays)) {
      days.sort((a, b) => a.day - b.day);
      const found = stretches(days, new PersonRules(rules, yearStart));
      this.#byPerson.set(person, found);
      for (const { stay, from, until } of found.filter(({ counts }) => !counts)) {
        const id = facts.stays[stay]?.id ?? '';
        this.off.set(id, [...(this.off.get(id) ?? []), { from, until }]);
      }
    }
  }

  of(person: number): readonly AbsenceStretch[] {
    return this.#byPerson.get(person) ?? [];
  }

  get all(): readonly AbsenceStretch[] {
    return [...this.#byPerson.values()].flat();
  }
}
