import type { Ledger } from '@yibu/claim-engine';
import { allocateFen, fen } from '@yibu/kernel';

import { measure } from './measures.js';
import { costOfDay } from './pays.js';
import { rounded } from './rounding.js';
import { daysOf, firstDayOf, meet, monthOf, Refused, type Case, type Spec } from './world.js';

export interface Due {
  readonly at: Case;
  /** Among those paid at all; another may still owe what the ledger holds. */
  readonly isThere: boolean;
  fen: number;
}

/** What the programs of one rule leave each other, for one subject in one unit. */
export function stack(due: Map<string, Due>, rule: Spec, ledger: Ledger): void {
  if (rule.over === 'YEAR') {
    stackYear(due, rule, ledger);
    return;
  }
  const groups = new Map<string, Due[]>();
  for (const program of rule.programs as string[]) {
    for (const one of [...due.values()].sort((a, b) => a.at.first - b.at.first)) {
      if (one.at.program.id === program && one.isThere && one.at.doubts.size === 0) {
        const who = rule.by === 'CENTER' ? 'center' : `${one.at.subject.kind} ${one.at.subject.id}`;
        const isOnce = one.at.program.per === 'ONCE';
        const key = `${who} ${isOnce ? 'once' : `${one.at.first} ${one.at.end}`}`;
        groups.set(key, [...(groups.get(key) ?? []), one]);
      }
    }
  }
  meet(`stacking:${String(rule.rule)}:${String(rule.by ?? 'SUBJECT')}`);
  groups.forEach((group) => share(group, rule));
}

const HOLDS = ['SUBMITTED', 'HELD', 'ACCEPTED', 'CUT', 'PAID', 'OPENING'];

/** All units of a claim year together: months in time, within a month the programs as the rule lists them. */
function stackYear(due: Map<string, Due>, rule: Spec, ledger: Ledger): void {
  const programs = rule.programs as string[];
  const place = ({ at }: Due): number => programs.indexOf(at.program.id as string);
  const isOfAll = rule.by === 'CENTER';
  const groups = new Map<string, Due[]>();
  for (const one of due.values()) {
    if (place(one) >= 0 && one.isThere && one.at.doubts.size === 0) {
      const who = isOfAll ? 'center' : one.at.subject.id;
      const key = `${who} ${one.at.yearFirst}`;
      groups.set(key, [...(groups.get(key) ?? []), one]);
    }
  }
  meet(`stacking:CAP in the year:${isOfAll ? 'CENTER' : 'SUBJECT'}`);
  for (const group of groups.values()) {
    let left = (rule.fen as number) - grantedInClosedMonths(group, ledger, rule);
    for (const one of group.toSorted((a, b) => a.at.first - b.at.first || place(a) - place(b))) {
      if (one.fen > Math.max(0, left)) {
        meet('stacking:CAP in the year:reached');
      }
      one.fen = Math.min(one.fen, Math.max(0, left));
      left -= one.fen;
    }
  }
}

/** Months of the year that this claim cannot touch took what the ledger says was granted for them, by any of the programs. */
function grantedInClosedMonths(group: Due[], ledger: Ledger, rule: Spec): number {
  const closed = typeof ledger.closedThrough === 'string' ? monthOf(ledger.closedThrough) : -1;
  const [{ at: first }] = group as [Due];
  return ledger.entries
    .filter(
      ({ status, month, program, subject }) =>
        HOLDS.includes(status) &&
        firstDayOf(monthOf(month)) >= first.yearFirst &&
        firstDayOf(monthOf(month)) < first.yearEnd &&
        monthOf(month) <= closed &&
        (rule.programs as string[]).includes(program) &&
        (rule.by === 'CENTER' || subject.id === first.subject.id),
    )
    .reduce((sum, { amountFen, settledFen }) => sum + (settledFen ?? amountFen), 0);
}

function share(group: Due[], rule: Spec): void {
  if (rule.rule === 'DAY_CAP') {
    dayCap(group, rule.fen as number);
    return;
  }
  const programs = [...new Set(group.map(({ at }) => at.program))];
  const sum = (program: Spec): number =>
    group.filter(({ at }) => at.program === program).reduce((all, one) => all + one.fen, 0);
  const most = Math.max(...programs.map(sum));
  const best = programs.find((program) => sum(program) === most);
  const firstPaying = programs.find((program) => sum(program) > 0);
  let before = 0;
  for (const one of group) {
    const own = one.fen;
    switch (rule.rule) {
      case 'CAP':
        one.fen = Math.min(own, Math.max(0, (rule.fen as number) - before));
        break;
      case 'HIGHEST_ONLY':
        one.fen = one.at.program === best ? own : 0;
        break;
      case 'FIRST_ONLY':
        one.fen = one.at.program === firstPaying ? own : 0;
        break;
      default:
        one.fen = Math.max(0, own - before);
    }
    before += rule.rule === 'CAP' ? one.fen : own;
  }
}

/** Together at most so much on each day, the earlier programs first; a line's own cap comes after. */
function dayCap(group: Due[], limit: number): void {
  const left = new Map<number, number>();
  for (const one of group.filter(({ fen }) => fen > 0)) {
    let sum = 0;
    for (const day of daysOf(one.at)) {
      const paid = Math.min(costOfDay(one.at, day), left.get(day) ?? limit);
      left.set(day, (left.get(day) ?? limit) - paid);
      sum += paid;
    }
    one.fen = Math.min(one.fen, sum);
  }
}

// oxlint-disable-next-line complexity -- one rule, told in one piece
export function withinBudget(due: Map<string, Due>, program: Spec): void {
  const budget = program.budget as Spec | null | undefined;
  const units = new Map<number, Due[]>();
  for (const one of budget ? due.values() : []) {
    if (one.at.program === program && one.isThere && one.at.doubts.size === 0) {
      units.set(one.at.end, [...(units.get(one.at.end) ?? []), one]);
    }
  }
  for (const group of units.values()) {
    const [{ at }] = group as [Due];
    const value = budget?.measure ? measure(at, budget.measure as Spec) : null;
    const isEarning = group.some((one) => one.fen > 0);
    if (budget?.measure && value === null && isEarning) {
      throw new Refused('budget');
    }
    const limit = budget?.measure
      ? rounded((value?.n ?? 0) * (budget.perMeasureFen as number), value?.d ?? 1, 'floor')
      : (budget?.fen as number);
    const asked = group.map((one) => one.fen);
    if (asked.reduce((a, b) => a + b, 0) > limit) {
      meet('budget:short');
      allocateFen(fen(limit), asked).forEach((part, index) => {
        (group[index] as Due).fen = part;
      });
    }
  }
}

export function sharesOf(
  payers: readonly { id: string; parts: number }[],
  entitled: number,
  covered: number,
): string {
  meet('payers');
  const parts = payers.map(({ parts }) => parts);
  const split = (whole: number): number[] =>
    whole < 0 ? payers.map(() => Number.NaN) : allocateFen(fen(whole), parts);
  const held = split(covered);
  return split(entitled)
    .map((part, index) => `${payers[index]?.id ?? ''} ${part - (held[index] ?? 0)}`)
    .join(' ');
}
