import type { Facts, Ledger, Pack } from '@yibu/claim-engine';

import { stack, withinBudget, type Due } from './limits.js';
import { worthOf } from './pays.js';
import { isForceless, isInPopulation } from './population.js';
import { resolved } from './resolved.js';
import { settle } from './settle.js';
import {
  firstDayOf,
  meet,
  monthOf,
  monthText,
  range,
  Refused,
  textOf,
  yearOf,
  type Case,
  type Spec,
  type Subject,
} from './world.js';

export interface ReferenceClaim {
  /** "program|kind|id|month" → "amount kind status". */
  readonly lines: ReadonlyMap<string, string>;
  readonly refused: readonly string[];
  readonly shares: ReadonlyMap<string, string>;
  /** What a line rests on, as text: the same text, the same cause. */
  readonly restsOn: (key: string) => string;
}

export interface Asked {
  readonly pack: Pack;
  readonly facts: Facts;
  readonly period: string;
  readonly ledger: Ledger;
  /** Answers other than the pack's. */
  readonly decisions?: Readonly<Record<string, string>>;
  /** What the entries of the ledger rested on when they were claimed, by their place in it. */
  readonly restedOn: ReadonlyMap<number, string>;
}

const LENGTH: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };

/** A month's claim by the words of the guide: what is due of every month, less what the ledger holds. */
export function referenceClaim(asked: Asked): ReferenceClaim {
  const pack = resolved(asked.pack, asked.decisions ?? {});
  const due = new Map<string, Due>();
  const refused: string[] = [];
  for (const program of pack.programs as unknown as Spec[]) {
    try {
      refuseWhatIsMissing(program, pack);
      const own = dueOf({ ...asked, pack }, program);
      withinBudget(own, program);
      own.forEach((one, key) => due.set(key, one));
    } catch (error) {
      if (!(error instanceof Refused)) {
        throw error;
      }
      refused.push(program.id as string);
    }
  }
  for (const rule of pack.stacking ?? []) {
    if (rule) {
      stack(due, rule as unknown as Spec, asked.ledger);
    }
  }
  return settle({ ...asked, pack }, due, refused);
}

function refuseWhatIsMissing(program: Spec, pack: Pack): void {
  refuseWithoutNotice(program, pack);
  const isMissing = (value: unknown): boolean =>
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).some(
      ([name, one]) =>
        (one === null && ['fen', 'percent', 'parts', 'minFen', 'maxFen'].includes(name)) ||
        isMissing(one),
    );
  const { rate, adjust, budget, payers, unresolved } = program;
  if (isMissing({ rate, adjust, budget, payers }) || ((unresolved ?? []) as unknown[]).length > 0) {
    meet('refusal:missing');
    throw new Refused('missing');
  }
}

/** A figure that only a notice can give, where the pack holds none for it. */
function refuseWithoutNotice({ rate }: Spec, pack: Pack): void {
  const { notice, id, rows } = (rate ?? {}) as Spec;
  const ids = [id, ...((rows ?? []) as Spec[]).map((row) => row.id)];
  if (notice === 'REQUIRED' && !(pack.notices ?? []).some((one) => ids.includes(one.rate))) {
    throw new Refused('notice');
  }
}

/** First month of the claim years that are open: the one of the period, and those the ledger speaks of. */
function openFrom({ pack, ledger, period }: Asked, start: number): number {
  const isOfStart = (id: string): boolean =>
    (pack.programs.find((one) => one.id === id)?.yearStart ?? 1) === start;
  const now = monthOf(period);
  const months = ledger.entries
    .filter(({ program, month }) => isOfStart(program) && monthOf(month) <= now)
    .map(({ month }) => monthOf(month));
  const closed = closedThrough(ledger);
  const first = Math.min(now, ...months);
  return Math.min(yearOf(now, start), yearOf(Math.max(first, closed + 1), start));
}

export const closedThrough = ({ closedThrough: month }: Ledger): number =>
  typeof month === 'string' ? monthOf(month) : -1;

function dueOf(asked: Asked, program: Spec): Map<string, Due> {
  const due = new Map<string, Due>();
  if (program.per === 'ONCE') {
    return dueOnce(asked, program);
  }
  const length = LENGTH[program.per as string] as number;
  const cycle = LENGTH[(program.cycle ?? program.per) as string] as number;
  const now = monthOf(asked.period);
  const yearStart = (program.yearStart ?? 1) as number;
  const open = openFrom(asked, yearStart);
  meet(`per:${String(program.per)}:${String(program.cycle ?? 'as per')}`);
  let isAnyDue = false;
  for (let first = open; first <= now; first += length) {
    const start = yearOf(first, yearStart);
    const last = first + length - 1;
    const dueMonth = start + Math.ceil((last - start + 1) / cycle) * cycle - 1;
    const unit = {
      facts: asked.facts,
      pack: asked.pack,
      program,
      first: firstDayOf(first),
      end: firstDayOf(last + 1),
      yearFirst: firstDayOf(start),
      yearEnd: firstDayOf(start + 12),
      horizon: firstDayOf(now + 1),
      doubts: new Set<string>(),
    };
    isAnyDue ||= dueMonth <= now && last > closedThrough(asked.ledger);
    if (!isAnyDue && now <= last) {
      askEarly(unit);
    }
    const isOpen = dueMonth <= now && last > closedThrough(asked.ledger);
    for (const subject of isOpen ? subjectsOf(asked.facts, program) : []) {
      const at: Case = { ...unit, subject, doubts: new Set() };
      due.set(keyOf(program, subject, monthText(last)), paidOr(at, isInPopulation(at)));
    }
  }
  return due;
}

/** Whoever is not among those paid is owed nothing, and nothing is asked. */
const paidOr = (at: Case, isPaid: boolean): Due => ({
  at,
  isThere: isPaid,
  fen: isPaid && !isForceless(at) ? worthOf(at) : 0,
});

/** What is paid once: for a project the month of its completion, for others the first month that earns it. */
function dueOnce(asked: Asked, program: Spec): Map<string, Due> {
  const due = new Map<string, Due>();
  const now = monthOf(asked.period);
  const kinds = program.projectKinds as string[] | undefined;
  const subjects =
    program.subject === 'project'
      ? asked.facts.projects
          .filter(({ kind }) => !kinds || kinds.includes(kind))
          .map(({ id }) => ({ kind: 'project', id }))
          .sort(byId)
      : subjectsOf(asked.facts, program);
  for (const subject of subjects) {
    const held = lastMonthHeld(asked, program, subject);
    const isClosed = held !== null && held <= closedThrough(asked.ledger);
    const one = isClosed ? null : onceOf(asked, program, subject, held ?? null);
    if (one !== null && monthOf(textOf(one.at.first)) <= now) {
      meet(`per:ONCE:${String(program.subject)}`);
      due.set(keyOf(program, subject, textOf(one.at.first).slice(0, 7)), one);
    }
  }
  return due;
}

const lastMonthHeld = (
  { ledger, period }: Asked,
  program: Spec,
  subject: Subject,
): number | null => {
  const entry = ledger.entries.findLast(
    (one) =>
      one.program === program.id &&
      one.subject.kind === subject.kind &&
      one.subject.id === subject.id &&
      one.month <= period,
  );
  return entry ? monthOf(entry.month) : null;
};

// oxlint-disable-next-line max-params, complexity -- who, of what, and where it stood
function onceOf(asked: Asked, program: Spec, subject: Subject, held: number | null): Due | null {
  const now = monthOf(asked.period);
  const inMonth = (month: number): Due => {
    const start = yearOf(month, (program.yearStart ?? 1) as number);
    const at: Case = {
      facts: asked.facts,
      pack: asked.pack,
      program,
      subject,
      first: firstDayOf(month),
      end: firstDayOf(month + 1),
      yearFirst: firstDayOf(start),
      yearEnd: firstDayOf(start + 12),
      horizon: firstDayOf(now + 1),
      doubts: new Set(),
    };
    return paidOr(at, subject.kind === 'project' || isInPopulation(at));
  };
  if (subject.kind === 'project') {
    const on = asked.facts.projects.find(({ id }) => id === subject.id)?.completedOn;
    const month =
      typeof on === 'string' ? monthOf(on) + ((program.afterMonths ?? 0) as number) : null;
    return month !== null && month <= now ? inMonth(month) : null;
  }
  const since =
    typeof program.from === 'string'
      ? monthOf(program.from)
      : openFrom(asked, (program.yearStart ?? 1) as number);
  const months = range(Math.max(since, closedThrough(asked.ledger) + 1), now + 1);
  const refused: Refused[] = [];
  for (const month of held === null ? months : [held, ...months]) {
    try {
      const one = inMonth(month);
      if (one.fen !== 0 || one.at.doubts.size > 0) {
        return one;
      }
    } catch (error) {
      if (!(error instanceof Refused)) {
        throw error;
      }
      refused.push(error);
    }
  }
  if (refused[0]) {
    throw refused[0];
  }
  return inMonth(held ?? now);
}

const keyOf = (program: Spec, subject: Subject, month: string): string =>
  `${String(program.id)}|${subject.kind}|${subject.id}|${month}`;

const byId = (a: Subject, b: Subject): number => (a.id < b.id ? -1 : 1);

function subjectsOf(facts: Facts, program: Spec): Subject[] {
  const of = (kind: string, rows: readonly { readonly id: string }[]): Subject[] =>
    rows.map(({ id }) => ({ kind, id })).sort(byId);
  meet(`subject:${String(program.subject)}`);
  const all: Readonly<Record<string, Subject[]>> = {
    person: of('person', facts.people),
    bed: of('bed', facts.beds),
    center: of('center', [facts.center]),
    staff: of('staff', facts.staff),
  };
  return all[program.subject as string] ?? [];
}

/** A program of the whole center that is not due yet and lacks a fact says so early. */
function askEarly(at: Omit<Case, 'subject'>): void {
  if (at.program.subject === 'center') {
    const subject = { kind: 'center', id: at.facts.center.id };
    const one = { ...at, subject };
    if (!isForceless(one)) {
      worthOf(one);
    }
  }
}
