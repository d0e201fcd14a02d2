import type { Facts, Ledger } from '@yibu/claim-engine';

/**
 * The three programs of 阳城 2022, written a second time from the words of the rules alone: one day after the other,
 * one person after the other, with text dates and no cleverness. Slow on purpose, and it shares no line with the engine.
 */
export function naiveClaim(facts: Facts, period: string, ledger: Ledger): Map<string, number> {
  const year = period.slice(0, 4);
  const months = Array.from(
    { length: Number(period.slice(5, 7)) },
    (_, index) => `${year}-${String(index + 1).padStart(2, '0')}`,
  );
  const horizon = dayAfter(`${period}-${String(daysIn(period)).padStart(2, '0')}`);
  const due = new Map<string, number>();
  for (const person of facts.people) {
    const life = lifeOf(facts, person.id, year, horizon);
    for (const month of months) {
      due.set(`bed-subsidy|${person.id}|${month}`, bedSubsidy(facts, person.id, life, month));
      due.set(`purchased-services|${person.id}|${month}`, purchased(facts, person.id, month));
    }
  }
  const operating = period.endsWith('-12') ? operatingSubsidy(facts, year) : 'not due';
  if (typeof operating === 'number') {
    due.set(`operating-subsidy|${facts.center.id}|${period}`, operating);
  }
  for (const entry of ledger.entries) {
    if (
      entry.status !== 'RETURNED' &&
      entry.status !== 'WITHDRAWN' &&
      months.includes(entry.month)
    ) {
      const key = `${entry.program}|${entry.subject.id}|${entry.month}`;
      due.set(key, (due.get(key) ?? 0) - entry.amountFen);
    }
  }
  return new Map([...due].filter(([, fen]) => fen !== 0));
}

interface Life {
  /** Days on which the person lives here, absences included. */
  readonly lived: ReadonlySet<string>;
  /** Of these, the days on which the person was really here. */
  readonly present: ReadonlySet<string>;
  readonly passesGate: boolean;
}

function lifeOf(facts: Facts, personId: string, year: string, horizon: string): Life {
  const person = facts.people.find(({ id }) => id === personId);
  const diedOn = person?.diedOn ?? null;
  const stays = facts.stays.filter((stay) => stay.person === personId);
  const lived = new Set<string>();
  for (const stay of stays) {
    for (let day = stay.from; day < (stay.until ?? horizon) && day < horizon; day = dayAfter(day)) {
      if (diedOn === null || day < diedOn) {
        lived.add(day);
      }
    }
  }
  const present = new Set(lived);
  for (const absence of facts.absences) {
    if (stays.some(({ id }) => id === absence.stay)) {
      for (
        let day = absence.from;
        day < (absence.until ?? horizon) && day < horizon;
        day = dayAfter(day)
      ) {
        present.delete(day);
      }
    }
  }
  return { lived, present, passesGate: passesGate(lived, present, year) };
}

/**
 * Longer than three months in the year: one spell by the calendar, or several by ninety days together. A further
 * short stay never takes away what one long stay has earned.
 */
function passesGate(
  lived: ReadonlySet<string>,
  present: ReadonlySet<string>,
  year: string,
): boolean {
  const spells: { from: string; until: string }[] = [];
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = dayAfter(day)) {
    const last = spells.at(-1);
    if (lived.has(day) && last?.until === day) {
      last.until = dayAfter(day);
    } else if (lived.has(day)) {
      spells.push({ from: day, until: dayAfter(day) });
    }
  }
  const isLong = spells.some(({ from, until }) => {
    // Somebody who lived here already on New Year's Eve has 1 January as a full day.
    const wasHere = from === `${year}-01-01` && lived.has(dayBefore(from));
    return until > threeMonthsAfter(wasHere ? dayBefore(from) : from);
  });
  const days = [...present].filter((day) => day.startsWith(year)).length;
  return isLong || (spells.length > 1 && days > 90);
}

const BED_FEN: Readonly<Record<string, number>> = { SEMI: 20_000, FULL: 30_000 };

function bedSubsidy(facts: Facts, personId: string, life: Life, month: string): number {
  const here = daysOf(month).filter((day) => life.present.has(day));
  if (!life.passesGate || here.length < 15) {
    return 0;
  }
  return BED_FEN[monthClass(facts, personId, life, month)] ?? 0;
}

const RANK = ['NONE', 'ABLE', 'SEMI', 'FULL'] as const;
type CareClass = (typeof RANK)[number];

/** The lowest class of the days on which the person was here; one such day without an assessment has none. */
function monthClass(facts: Facts, personId: string, life: Life, month: string): CareClass {
  const days = daysOf(month).filter((day) => life.present.has(day));
  const ranks = days.map((day) => RANK.indexOf(classOn(facts, personId, day)));
  return RANK[Math.min(...ranks, RANK.length - 1)] ?? 'NONE';
}

function classOn(facts: Facts, personId: string, day: string): CareClass {
  const valid = facts.assessments
    .filter(
      ({ person, from, until }) =>
        person === personId &&
        from <= day &&
        (until === null || until === undefined || day < until),
    )
    .sort((a, b) =>
      a.kind === b.kind ? (a.from < b.from ? 1 : -1) : a.kind === 'OFFICIAL' ? -1 : 1,
    );
  const level = valid[0]?.level;
  if (level === undefined) {
    return 'NONE';
  }
  return Number(level) === 0 ? 'ABLE' : Number(level) <= 2 ? 'SEMI' : 'FULL';
}

const BUDGET_FEN = 2500;

/** What was delivered in the month, up to 25 yuan, for the groups that the text names. */
function purchased(facts: Facts, personId: string, month: string): number {
  const person = facts.people.find(({ id }) => id === personId);
  if (!person) {
    return 0;
  }
  const lastDay = daysOf(month).at(-1) ?? '';
  const age = ageOn(person.bornOn, lastDay);
  const has = (code: string): boolean =>
    (person.categories ?? []).some(
      (category) =>
        category.code === code &&
        category.from <= lastDay &&
        (category.until === null || category.until === undefined || lastDay < category.until),
    );
  const isAlone = has('LIVING_ALONE') || has('LOST_ONLY_CHILD') || has('EMPTY_NEST');
  // As with the birthday: who belongs to a group on any day of a month belongs to it for the month.
  const isDisabled = (): boolean =>
    daysOf(month).some((day) => classOn(facts, personId, day) === 'FULL');
  const isServed =
    age >= 80 || (age >= 60 && has('LOW_INCOME') && isDisabled()) || (age >= 70 && isAlone);
  const delivered = facts.services
    .filter(({ person: of, on }) => of === personId && on.startsWith(month))
    .reduce((sum, { valueFen }) => sum + (valueFen ?? 0), 0);
  return isServed ? Math.min(delivered, BUDGET_FEN) : 0;
}

const OPERATING_FEN: Readonly<Record<string, number>> = {
  1: 2_500_000,
  2: 5_000_000,
  3: 7_500_000,
};

/** One amount for the year by the grade that held all through it; anything else cannot be answered. */
function operatingSubsidy(facts: Facts, year: string): number | 'refused' {
  const grades = new Set<string>();
  for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = dayAfter(day)) {
    const held = (facts.center.grades ?? []).find(
      ({ scheme, from, until }) =>
        scheme === 'yangcheng-comprehensive' &&
        from <= day &&
        (until === null || until === undefined || day < until),
    );
    grades.add(held?.grade ?? 'none');
  }
  const [grade] = grades;
  return grades.size === 1 ? (OPERATING_FEN[grade ?? ''] ?? 'refused') : 'refused';
}

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function daysIn(month: string): number {
  const number = Number(month.slice(5, 7));
  if (number === 2) {
    return isLeap(Number(month.slice(0, 4))) ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(number) ? 30 : 31;
}

const daysOf = (month: string): string[] =>
  Array.from(
    { length: daysIn(month) },
    (_, index) => `${month.slice(0, 7)}-${String(index + 1).padStart(2, '0')}`,
  );

const known = new Map<string, string>();

export function dayAfter(day: string): string {
  let next = known.get(day);
  if (next === undefined) {
    next = nextDay(day);
    known.set(day, next);
  }
  return next;
}

function nextDay(day: string): string {
  const [year, month, date] = [
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)),
    Number(day.slice(8)),
  ];
  if (date < daysIn(day)) {
    return `${day.slice(0, 8)}${String(date + 1).padStart(2, '0')}`;
  }
  return month < 12 ? `${year}-${String(month + 1).padStart(2, '0')}-01` : `${year + 1}-01-01`;
}

function dayBefore(day: string): string {
  const [year, month, date] = [
    Number(day.slice(0, 4)),
    Number(day.slice(5, 7)),
    Number(day.slice(8)),
  ];
  if (date > 1) {
    return `${day.slice(0, 8)}${String(date - 1).padStart(2, '0')}`;
  }
  const before = month > 1 ? `${year}-${String(month - 1).padStart(2, '0')}` : `${year - 1}-12`;
  return `${before}-${daysIn(before)}`;
}

/** The corresponding day three months on, or the last day of that month. */
function threeMonthsAfter(day: string): string {
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + 3;
  const month = `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`;
  return `${month}-${String(Math.min(Number(day.slice(8)), daysIn(month))).padStart(2, '0')}`;
}

function ageOn(bornOn: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(bornOn.slice(0, 4));
  return day.slice(5) >= bornOn.slice(5) ? years : years - 1;
}
