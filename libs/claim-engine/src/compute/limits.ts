import { allocateFen, fen } from '@yibu/kernel';
import type { MonthIndex } from '../base/days.js';
import { grantedWithin } from '../ledger/ledger.js';
import { claimYearOf } from '../nodes/claim-year.js';
import { ProgramRefusal } from '../nodes/node.js';
import type { StackingSpec } from '../pack/pack.types.js';
import { EARNS } from './entitlement.types.js';
import type { ProgramRun } from './program-run.js';
import type { Record_ } from './record.js';

export interface RunRecords {
  readonly run: ProgramRun;
  readonly records: readonly Record_[];
}

function limit(record: Record_, amountFen: number, rule: string): void {
  if (amountFen < record.amountFen) {
    record.amountFen = amountFen;
    record.limitedBy = rule;
  }
}

/** A budget for all lines of a program in one unit: short money is shared out in proportion, to the fen. */
export function applyBudget({ run, records }: RunRecords): void {
  const { budget } = run.spec;
  if (budget == null) {
    return;
  }
  const byUnit = new Map<number, Record_[]>();
  for (const record of records.filter((item) => item.state === EARNS)) {
    const list = byUnit.get(record.unit.month) ?? [];
    list.push(record);
    byUnit.set(record.unit.month, list);
  }
  for (const list of byUnit.values()) {
    const first = list[0] as Record_;
    const available = budgetFen(run, first);
    const wanted = list.reduce((sum, record) => sum + record.amountFen, 0);
    if (wanted > available) {
      const parts = allocateFen(
        fen(available),
        list.map((record) => record.amountFen),
      );
      list.forEach((record, index) => {
        limit(record, parts[index] as number, 'BUDGET');
      });
    }
  }
}

function budgetFen(run: ProgramRun, record: Record_): number {
  const { budget } = run.spec;
  const measure = run.compiled.budget;
  if (measure === null) {
    return budget?.fen ?? 0;
  }
  const value = measure.value({ ...run.cellOf(record.subject, record.unit) });
  if (value === null) {
    throw new ProgramRefusal('FACT_MISSING', { measure: budget?.measure?.of ?? '' });
  }
  return Math.floor((value.n * (budget?.perMeasureFen ?? 1)) / value.d);
}

/** The same subject in the same months, or the same center: what one rule looks at together. */
function groupKey(rule: StackingSpec, run: ProgramRun, record: Record_): string {
  const who = rule.by === 'CENTER' ? '' : (run.subjects[record.subject] ?? '');
  if (rule.over === 'YEAR') {
    return `${who} ${yearOf(run, record)}`;
  }
  const month = record.unit.isOnce ? 'once' : `${record.unit.firstMonth}-${record.unit.lastMonth}`;
  return `${who} ${month}`;
}

interface Member {
  readonly program: string;
  readonly run: ProgramRun;
  readonly record: Record_;
}

/** One program pays, the others give way: the highest, or the first of the list. */
function keepOne(rule: StackingSpec, inOrder: readonly Member[]): void {
  const sums = new Map<string, number>();
  for (const { program, record } of inOrder) {
    sums.set(program, (sums.get(program) ?? 0) + record.amountFen);
  }
  // Of a whole center it is the program, not its largest line, that is the highest.
  const best =
    rule.rule === 'FIRST_ONLY'
      ? inOrder[0]?.program
      : [...sums].sort(([, a], [, b]) => b - a)[0]?.[0];
  for (const member of inOrder.filter((item) => item.program !== best)) {
    limit(member.record, 0, rule.id);
  }
}

/** The later program pays only what the earlier ones leave of its own amount. */
function deductEarlier(rule: StackingSpec, inOrder: readonly Member[]): void {
  let before = 0;
  for (const { record } of inOrder) {
    const own = record.amountFen;
    limit(record, Math.max(0, own - before), rule.id);
    before += own;
  }
}

function capTogether(rule: StackingSpec, inOrder: readonly Member[]): void {
  let left = rule.fen ?? 0;
  for (const { record } of inOrder) {
    limit(record, Math.min(record.amountFen, left), rule.id);
    left -= record.amountFen;
  }
}

const yearOf = (run: ProgramRun, record: Record_): MonthIndex =>
  claimYearOf(record.unit.firstMonth, run.spec.yearStart ?? 1);

/** A program that a rule names, whether or not it pays anything today. */
export interface NamedProgram {
  readonly id: string;
  readonly subject: string;
  readonly yearStart: number;
}

/**
 * Months that are closed to this claim took of the limit what the ledger has of them: also for a program that refuses
 * or pays nothing now.
 */
function takenByClosedMonths(
  rule: StackingSpec,
  { run, record }: Member,
  named: readonly NamedProgram[],
): number {
  const { book, openFrom } = run.context;
  const from = yearOf(run, record);
  let taken = 0;
  for (const { id, subject, yearStart } of named) {
    if (claimYearOf(from, yearStart) === from) {
      const before = Math.max(openFrom(yearStart), book.closedThrough + 1);
      const subjects =
        rule.by === 'CENTER' ? book.subjectsOf(id, subject) : [run.subjects[record.subject] ?? ''];
      for (const one of subjects) {
        taken += grantedWithin(book.entriesOf(id, subject, one), { from, before });
      }
    }
  }
  return taken;
}

/** Month by month: what the earlier ones take of the year's limit is no longer there for the later ones. */
function capYear(
  rule: StackingSpec,
  inOrder: readonly Member[],
  named: readonly NamedProgram[],
): void {
  const limitFen = rule.fen ?? 0;
  const inTime = inOrder.toSorted((a, b) => a.record.unit.firstMonth - b.record.unit.firstMonth);
  const [first] = inTime;
  let usedFen = first === undefined ? 0 : takenByClosedMonths(rule, first, named);
  for (const { record } of inTime) {
    const left = Math.max(0, limitFen - usedFen);
    if (left < record.amountFen) {
      record.within = { limitFen, usedFen };
      limit(record, left, rule.id);
    }
    usedFen += record.amountFen;
  }
}

/** Day by day: what the earlier programs take of the day's limit is no longer there for the later ones. */
function capEachDay(rule: StackingSpec, inOrder: readonly Member[]): void {
  const used = new Map<number, number>();
  const most = rule.fen ?? 0;
  for (const { run, record } of inOrder) {
    const daily = run.compiled.quantity.daily?.(run.cellOf(record.subject, record.unit));
    let allowed = 0;
    for (const [day, count] of daily ?? []) {
      const cost = run.evaluator.fenOfDay(run.cellOf(record.subject, record.unit), day, count);
      const taken = Math.min(cost, most - (used.get(day) ?? 0));
      used.set(day, (used.get(day) ?? 0) + taken);
      allowed += taken;
    }
    limit(record, daily === undefined ? record.amountFen : allowed, rule.id);
  }
}

const SETTLE: Readonly<
  Record<StackingSpec['rule'], (rule: StackingSpec, inOrder: readonly Member[]) => void>
> = {
  HIGHEST_ONLY: keepOne,
  FIRST_ONLY: keepOne,
  DEDUCT: deductEarlier,
  CAP: capTogether,
  DAY_CAP: capEachDay,
};

/** Programs as the rule names them; of one program what was due earlier comes first, so that it is not taken back again. */
function settle(
  rule: StackingSpec,
  members: readonly Member[],
  named: readonly NamedProgram[],
): void {
  const inOrder = [...members].sort(
    (a, b) =>
      rule.programs.indexOf(a.program) - rule.programs.indexOf(b.program) ||
      a.record.unit.month - b.record.unit.month,
  );
  if (rule.over === 'YEAR') {
    capYear(rule, inOrder, named);
  } else {
    SETTLE[rule.rule](rule, inOrder);
  }
}

/** `named`: every program of the rule. */
export function applyStacking(
  rule: StackingSpec,
  runs: readonly RunRecords[],
  named: readonly NamedProgram[],
): void {
  const groups = new Map<string, Member[]>();
  for (const { run, records } of runs) {
    if (!rule.programs.includes(run.spec.id)) {
      continue;
    }
    for (const record of records) {
      if (record.state === EARNS) {
        const key = groupKey(rule, run, record);
        const list = groups.get(key) ?? [];
        list.push({ program: run.spec.id, run, record });
        groups.set(key, list);
      }
    }
  }
  for (const members of groups.values()) {
    settle(rule, members, named);
  }
}
