import type { Facts, Ledger, Pack } from '@yibu/claim-engine';

import { sharesOf, stack, withinBudget, type Due } from './limits.js';
import { isForceless, worthOf } from './pays.js';
import { measure } from './measures.js';
import { resolved } from './resolved.js';
import {
  dayOf,
  daysOf,
  firstDayOf,
  holds,
  meet,
  monthOf,
  monthText,
  NotCovered,
  Refused,
  residentDays,
  type Case,
  type Spec,
  type Subject,
} from './world.js';
import { COVERS_NOTHING, sentBack, standsAgainst } from './standing.js';

export interface ReferenceClaim {
  /** "program|kind|id|month" → "amount kind status". */
  readonly lines: ReadonlyMap<string, string>;
  readonly refused: readonly string[];
  readonly shares: ReadonlyMap<string, string>;
}

export interface Asked {
  readonly pack: Pack;
  readonly facts: Facts;
  readonly period: string;
  readonly ledger: Ledger;
  /** Whether what a returned line rested on is still the same: only the one who wrote the history knows. */
  readonly isAsReturned: (key: string, digest: string) => boolean;
}

const LENGTH: Readonly<Record<string, number>> = { MONTH: 1, QUARTER: 3, HALF_YEAR: 6, YEAR: 12 };

/** A month's claim by the words of the guide: what is due of every month, less what the ledger holds. */
export function referenceClaim(asked: Asked): ReferenceClaim {
  const pack = resolved(asked.pack);
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
      stack(due, rule as unknown as Spec);
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

const yearOf = (month: number, start: number): number => month - ((month - start + 1 + 1200) % 12);

/** First month of the claim years that are open: the one of the period, and those the ledger speaks of. */
function openFrom({ pack, ledger, period }: Asked, start: number): number {
  if (ledger.closedThrough) {
    throw new NotCovered('closedThrough');
  }
  const isOfStart = (id: string): boolean =>
    (pack.programs.find((one) => one.id === id)?.yearStart ?? 1) === start;
  const now = monthOf(period);
  const months = ledger.entries
    .filter(({ program, month }) => isOfStart(program) && monthOf(month) <= now)
    .map(({ month }) => monthOf(month));
  return yearOf(Math.min(now, ...months), start);
}

function dueOf(asked: Asked, program: Spec): Map<string, Due> {
  const due = new Map<string, Due>();
  if (program.afterMonths !== undefined) {
    throw new NotCovered('afterMonths');
  }
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
    isAnyDue ||= dueMonth <= now;
    if (!isAnyDue && now <= last) {
      askEarly(unit);
    }
    for (const subject of dueMonth <= now ? subjectsOf(asked.facts, program) : []) {
      const at: Case = { ...unit, subject, doubts: new Set() };
      if (isInPopulation(at)) {
        due.set(keyOf(program, subject, monthText(last)), {
          at,
          fen: isForceless(at) ? 0 : worthOf(at),
        });
      }
    }
  }
  return due;
}

function dueOnce(asked: Asked, program: Spec): Map<string, Due> {
  const due = new Map<string, Due>();
  if (program.subject !== 'project') {
    throw new NotCovered('once for others than projects');
  }
  const now = monthOf(asked.period);
  for (const project of asked.facts.projects) {
    const kinds = program.projectKinds as string[] | undefined;
    const done = project.completedOn ? monthOf(project.completedOn) : Infinity;
    if (done <= now && (!kinds || kinds.includes(project.kind))) {
      meet('per:ONCE');
      const start = done - (done % 12);
      const at: Case = {
        facts: asked.facts,
        pack: asked.pack,
        program,
        subject: { kind: 'project', id: project.id },
        first: firstDayOf(done),
        end: firstDayOf(done + 1),
        yearFirst: firstDayOf(start),
        yearEnd: firstDayOf(start + 12),
        horizon: firstDayOf(now + 1),
        doubts: new Set(),
      };
      due.set(keyOf(program, at.subject, monthText(done)), {
        at,
        fen: isForceless(at) ? 0 : worthOf(at),
      });
    }
  }
  return due;
}

const keyOf = (program: Spec, subject: Subject, month: string): string =>
  `${String(program.id)}|${subject.kind}|${subject.id}|${month}`;

function subjectsOf(facts: Facts, program: Spec): Subject[] {
  const of = (kind: string, rows: readonly { readonly id: string }[]): Subject[] =>
    rows.map(({ id }) => ({ kind, id })).sort((a, b) => (a.id < b.id ? -1 : 1));
  meet(`subject:${String(program.subject)}`);
  const all: Readonly<Record<string, Subject[]>> = {
    person: of('person', facts.people),
    bed: of('bed', facts.beds),
    center: of('center', [facts.center]),
    staff: of('staff', facts.staff),
  };
  return all[program.subject as string] ?? [];
}

/** A bed somebody lived in, a member of staff who was employed, a center that had opened. */
function isThere(at: Case): boolean {
  const { kind, id } = at.subject;
  if (kind === 'center') {
    const { openedOn } = at.facts.center;
    return !openedOn || dayOf(openedOn) < at.end;
  }
  const days = daysOf(at);
  const member = at.facts.staff.find((one) => one.id === id);
  return kind === 'bed'
    ? (measure(at, { of: 'residentDays', absences: 'COUNT' })?.n ?? 0) > 0
    : days.some((day) => member !== undefined && holds(member, day));
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

function isInPopulation(at: Case): boolean {
  if (at.subject.kind !== 'person') {
    return isThere(at);
  }
  const population = (at.program.population ?? 'RESIDENTS') as string;
  meet(`population:${population}`);
  const days = new Set(daysOf(at));
  const lives = (): boolean =>
    [...residentDays(at, at.subject.id, 'COUNT')].some((day) => days.has(day));
  const count = (of: string): number => measure(at, { of })?.n ?? 0;
  switch (population) {
    case 'RESIDENTS':
      return lives();
    case 'SERVED':
      return count('services') > 0;
    case 'FED':
      return count('meals') > 0;
    default:
      return true;
  }
}

// oxlint-disable-next-line complexity -- the whole subtraction in one place
function settle(asked: Asked, due: ReadonlyMap<string, Due>, refused: string[]): ReferenceClaim {
  const now = monthOf(asked.period);
  const lines = new Map<string, string>();
  const shares = new Map<string, string>();
  const keys = new Set(due.keys());
  const entries = asked.ledger.entries.map((entry) => ({
    entry,
    key: `${entry.program}|${entry.subject.kind}|${entry.subject.id}|${entry.month}`,
  }));
  for (const { entry, key } of entries) {
    const program = asked.pack.programs.find(({ id }) => id === entry.program);
    const month = monthOf(entry.month);
    if (program && month <= now) {
      keys.add(key);
    }
  }
  for (const key of keys) {
    const program = key.split('|')[0] as string;
    if (refused.includes(program)) {
      continue;
    }
    const own = entries.filter((one) => one.key === key).map(({ entry }) => entry);
    const covering = own.filter(({ status }) => !COVERS_NOTHING.includes(status));
    const entitled = due.get(key)?.fen ?? 0;
    const covered = standsAgainst(covering, entitled);
    const difference = entitled - covered;
    const isNow = key.endsWith(asked.period) && covering.length === 0;
    const kind = isNow ? 'NORMAL' : difference < 0 ? 'REVERSAL' : 'CATCH_UP';
    const isSentBack = sentBack(own).some(
      ({ digest }) => !!digest && asked.isAsReturned(key, digest),
    );
    const isOpen = (due.get(key)?.at.doubts.size ?? 0) > 0 || isSentBack;
    meet(`line:${kind}${isSentBack ? ':sent back' : ''}`);
    if (difference !== 0) {
      lines.set(key, `${difference} ${kind} ${isOpen ? 'NEEDS_DECISION' : 'PAYABLE'}`);
      const payers = due.get(key)?.at.program.payers as { id: string; parts: number }[] | undefined;
      if (payers) {
        shares.set(key, sharesOf(payers, entitled, covered));
      }
    }
  }
  return { lines, refused, shares };
}
