import { monthEnd, monthStart, type Day, type MonthIndex } from '../base/days.js';
import { refuse } from '../base/problem.js';
import { claimYearOf } from '../nodes/claim-year.js';
import type { Unit } from '../nodes/node.js';
import type { UnitKind } from '../pack/pack.types.js';

/** The span that a claim is for. */
export interface Period {
  readonly name: string;
  readonly first: MonthIndex;
  readonly last: MonthIndex;
  /** First day after it: what happened from then on does not count. */
  readonly horizon: Day;
}

/** `2025-04`, `2025-Q2`, `2025-H1` or `2025`. */
export function parsePeriod(name: string): Period {
  const parts = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/.exec(name);
  if (parts === null || name.startsWith('0000')) {
    return refuse('$.period', 'PERIOD_INVALID', { value: name.slice(0, 40) });
  }
  const january = Number(parts[1]) * 12;
  const [month, quarter, half] = [parts[2], parts[3], parts[4]];
  const [first, length] =
    month !== undefined
      ? [january + Number(month) - 1, 1]
      : quarter !== undefined
        ? [january + (Number(quarter) - 1) * 3, 3]
        : half !== undefined
          ? [january + (Number(half) - 1) * 6, 6]
          : [january, 12];
  return { name, first, last: first + length - 1, horizon: monthEnd(first + length - 1) };
}

const LENGTH: Readonly<Record<Exclude<UnitKind, 'ONCE'>, number>> = {
  MONTH: 1,
  QUARTER: 3,
  HALF_YEAR: 6,
  YEAR: 12,
};

/** Last month of the span of the given kind that holds the month, counted from the start of the claim year. */
export function lastMonthOf(kind: UnitKind, month: MonthIndex, yearStart: number): MonthIndex {
  if (kind === 'ONCE') {
    return month;
  }
  const year = claimYearOf(month, yearStart);
  const length = LENGTH[kind];
  return year + Math.floor((month - year) / length) * length + length - 1;
}

const unit = (firstMonth: MonthIndex, lastMonth: MonthIndex): Unit => ({
  month: lastMonth,
  firstMonth,
  lastMonth,
  from: monthStart(firstMonth),
  until: monthEnd(lastMonth),
  isOnce: false,
});

interface UnitsAsked {
  readonly per: UnitKind;
  readonly cycle: UnitKind;
  readonly yearStart: number;
  readonly openFrom: MonthIndex;
  readonly period: Period;
}

/** The units that are due by the end of the period: those whose cycle has ended. */
export function dueUnits(asked: UnitsAsked): Unit[] {
  const { per, cycle, yearStart, period } = asked;
  if (per === 'ONCE') {
    return [];
  }
  const units: Unit[] = [];
  for (let month = claimYearOf(asked.openFrom, yearStart); month <= period.last;) {
    const last = lastMonthOf(per, month, yearStart);
    if (lastMonthOf(cycle, last, yearStart) <= period.last && last >= asked.openFrom) {
      units.push(unit(month, last));
    }
    month = last + 1;
  }
  return units;
}

/** What is paid once belongs to the month in which it became due. */
export const onceUnit = (month: MonthIndex): Unit => ({ ...unit(month, month), isOnce: true });

/** All units of the period and the open year, also those not due yet: a missing fact is told early. */
export function openUnits(asked: UnitsAsked): Unit[] {
  if (asked.per === 'ONCE') {
    return [];
  }
  const last = lastMonthOf(asked.per, asked.period.last, asked.yearStart);
  const first = asked.per === 'MONTH' ? last : claimYearOf(last, asked.yearStart);
  return [unit(Math.max(first, last - LENGTH[asked.per] + 1), last)];
}
