import {
  dateName,
  monthEnd,
  monthLength,
  monthStart,
  overlap,
  type Day,
  type MonthIndex,
} from '../base/days.js';
import { array, integer, oneOf, optional, text } from '../base/shape.js';
import { SPELL_ENDED } from '../facts/presence.js';
import { absencesRef } from '../pack/absence.shape.js';
import { absencesIn, tellAbsences } from './absence-trace.js';
import { peopleDays } from './measure-days.js';
import { monthsWords, type EndRule, type MonthsSpec } from './month-words.js';
import type { Cell, CompileContext, QuantityKind, QuantityNode, Ratio, Trace } from './node.js';

const ONE: Ratio = { n: 1, d: 1 };
const ZERO: Ratio = { n: 0, d: 1 };

const gcd = (a: number, b: number): number => (b === 0 ? a : gcd(b, a % b));

function plus(a: Ratio, b: Ratio): Ratio {
  if (a.d === b.d) {
    return { n: a.n + b.n, d: a.d };
  }
  const [n, d] = [a.n * b.d + b.n * a.d, a.d * b.d];
  const factor = gcd(n, d) || 1;
  return { n: n / factor, d: d / factor };
}

/** Months of residence, with the rule for a month that was not lived through. */
class ResidentMonths implements QuantityNode {
  readonly unit: string;
  readonly #days: { count(owner: number, from: Day, until: Day): number };

  constructor(
    readonly spec: MonthsSpec,
    readonly context: CompileContext,
  ) {
    const { world, subject } = context;
    const mode = spec.absences ?? 'NOT_COUNT';
    this.unit = `${subject}-month`;
    this.#days =
      subject === 'bed'
        ? {
            count: (bed, from, until) =>
              world.bedPresence(mode, context.yearStart).days(bed, from, until),
          }
        : peopleDays(spec, context);
  }

  /** The spell ended for good inside the month, its last resident day being in it. */
  #hasExit(cell: Cell, month: MonthIndex): boolean {
    if (cell.kind !== 'person') {
      return false;
    }
    const { spells } = this.context.world;
    for (let row = spells.first(cell.subject); row < spells.end(cell.subject); row += 1) {
      const until = spells.untilAt(row);
      if (
        spells.tagAt(row) === SPELL_ENDED &&
        until > monthStart(month) &&
        until < monthEnd(month)
      ) {
        return true;
      }
    }
    return false;
  }

  /** A spell began inside the month; a change of bed is no admission. */
  #hasEntry(cell: Cell, month: MonthIndex): boolean {
    const { spells } = this.context.world;
    for (let row = spells.first(cell.subject); row < spells.end(cell.subject); row += 1) {
      const from = spells.fromAt(row);
      if (from >= monthStart(month) && from < monthEnd(month)) {
        return cell.kind === 'person';
      }
    }
    return false;
  }

  /** The rule of its own that the month of coming or leaving has; that of leaving goes first. */
  #endRule(cell: Cell, month: MonthIndex): EndRule {
    const { entry = 'DAY_RULE', exit = 'DAY_RULE' } = this.spec;
    if (exit !== 'DAY_RULE' && this.#hasExit(cell, month)) {
      return exit;
    }
    return entry !== 'DAY_RULE' && this.#hasEntry(cell, month) ? entry : 'DAY_RULE';
  }

  #month(cell: Cell, month: MonthIndex): Ratio {
    const days = this.#days.count(cell.subject, monthStart(month), monthEnd(month));
    const rule = days > 0 ? this.#endRule(cell, month) : 'DAY_RULE';
    if (rule !== 'DAY_RULE') {
      return rule === 'FULL_MONTH' ? ONE : ZERO;
    }
    return this.#part(days, monthLength(month));
  }

  /** A month of `days` resident days, by the rule for partial months. */
  #part(days: number, length: number): Ratio {
    switch (this.spec.partial) {
      case 'DAYS_AT_LEAST':
        return days >= (this.spec.days ?? 15) ? ONE : ZERO;
      case 'PER_DAY':
        return { n: days, d: length };
      case 'DAYS_OF_30':
        return { n: days === length ? 30 : Math.min(days, 30), d: 30 };
      case 'ANY_DAY':
        return days > 0 ? ONE : ZERO;
      case 'FULL_MONTH':
        return days === length ? ONE : ZERO;
    }
  }

  value(cell: Cell): Ratio {
    const { firstMonth, lastMonth } = cell.unit;
    let total = this.#month(cell, firstMonth);
    for (let month = firstMonth + 1; month <= lastMonth; month += 1) {
      total = plus(total, this.#month(cell, month));
    }
    return total;
  }

  trace(cell: Cell, out: Trace): void {
    const value = this.value(cell);
    const { from, until } = cell.unit;
    const days = this.#days.count(cell.subject, from, until);
    out.push({
      step: 'quantity',
      code: value.n > 0 ? 'MONTHS_COUNTED' : 'MONTHS_NOT_COUNTED',
      params: {
        rule: this.spec.partial,
        days,
        limit: this.spec.days ?? 15,
        of: until - from,
        absent: this.#stayed(cell) - days,
        from: dateName(from),
        until: dateName(until),
        exit: this.#hasExit(cell, cell.unit.lastMonth) ? (this.spec.exit ?? 'DAY_RULE') : null,
        ...(this.spec.entry !== undefined && this.#hasEntry(cell, cell.unit.firstMonth)
          ? { entry: this.spec.entry }
          : {}),
        n: value.n,
        d: value.d,
      },
      source: this.context.source,
      facts: this.#evidence(cell),
    });
    tellAbsences(this.spec.absences, absencesIn(this.context), cell, out);
  }

  #stayed(cell: Cell): number {
    const { world, subject } = this.context;
    const all = subject === 'bed' ? world.bedPresence('COUNT') : world.presence('COUNT');
    return all.days(cell.subject, cell.unit.from, cell.unit.until);
  }

  /** Stays and absences inside the unit. */
  #evidence(cell: Cell): string[] {
    const { facts } = this.context.world;
    const table =
      cell.kind === 'bed'
        ? this.context.world.bedPresence('COUNT')
        : this.context.world.presence('COUNT');
    const stays = new Set<string>();
    for (let row = table.first(cell.subject); row < table.end(cell.subject); row += 1) {
      if (overlap(table.fromAt(row), table.untilAt(row), cell.unit.from, cell.unit.until) > 0) {
        stays.add(facts.stays[table.tagAt(row)]?.id ?? '');
      }
    }
    const [from, until] = [dateName(cell.unit.from), dateName(cell.unit.until)];
    const away = [...stays]
      .flatMap((stay) => this.context.world.absencesOf(stay))
      .filter((absence) => absence.from < until && (absence.until ?? '9999') > from);
    return [...stays, ...away.map((absence) => absence.id)];
  }
}

export const residentMonths: QuantityKind = {
  name: 'residentMonths',
  fields: {
    partial: oneOf(['DAYS_AT_LEAST', 'PER_DAY', 'DAYS_OF_30', 'ANY_DAY', 'FULL_MONTH']),
    days: optional(integer({ min: 1, max: 31 })),
    absences: optional(absencesRef),
    exit: optional(oneOf(['DAY_RULE', 'FULL_MONTH', 'ZERO'])),
    entry: optional(oneOf(['DAY_RULE', 'FULL_MONTH', 'ZERO'])),
    inClass: optional(array(text, 1)),
  },
  compile: (spec: MonthsSpec, context) => new ResidentMonths(spec, context),
  describe: (spec: MonthsSpec, { locale }) => monthsWords(spec, locale),
};
