import { dayOf, monthIndexOf, type MonthIndex } from '../base/days.js';
import { ProgramRefusal, type Unit } from '../nodes/node.js';
import { onceUnit, type Period } from './period.js';

interface Asked {
  readonly period: Period;
  readonly closedThrough: MonthIndex;
  /** The month for which the ledger holds it. */
  readonly held: string | null;
  /** Of a project: when it was completed, and so many months later. */
  readonly completed: { readonly on: string | null; readonly plus: number } | null;
  readonly since: MonthIndex;
  readonly isDue: (unit: Unit) => boolean;
}

/** The month to which something belongs that is paid once; none while it is not due or when its month is closed. */
export function onceUnits(asked: Asked): Unit[] {
  const { period, completed, held, closedThrough } = asked;
  if (held !== null && monthIndexOf(held) <= closedThrough) {
    return [];
  }
  if (completed === null) {
    return [firstDue(asked)];
  }
  if (completed.on === null) {
    return [onceUnit(period.last)];
  }
  const month = monthIndexOf(completed.on) + completed.plus;
  return month <= period.last && dayOf(completed.on) < period.horizon ? [onceUnit(month)] : [];
}

/** The month it was claimed for as long as that one earns it, or the first one that does. */
function firstDue({ period, held, since, closedThrough, isDue }: Asked): Unit {
  const months = held === null ? [] : [monthIndexOf(held)];
  for (let month = Math.max(since, closedThrough + 1); month <= period.last; month += 1) {
    months.push(month);
  }
  let refusal: ProgramRefusal | null = null;
  for (const unit of months.map(onceUnit)) {
    try {
      if (isDue(unit)) {
        return unit;
      }
    } catch (error) {
      if (!(error instanceof ProgramRefusal)) {
        throw error;
      }
      refusal = error;
    }
  }
  if (refusal !== null) {
    throw refusal;
  }
  return onceUnit(held === null ? period.last : monthIndexOf(held));
}
