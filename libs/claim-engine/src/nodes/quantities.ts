import {
  dateName,
  monthEnd,
  monthLength,
  monthStart,
  overlap,
  type Day,
  type MonthIndex,
} from '../base/days.js';
import { array, integer, oneOf, optional, text, type Shape } from '../base/shape.js';
import { SPELL_ENDED } from '../facts/presence.js';
import { word } from '../explain/vocabulary.js';
import { peopleDays } from './measure-days.js';
import { absencesIn, tellAbsences } from './absence-trace.js';
import { notBelowNothing } from './measure-window.js';
import { monthsWords, type MonthsSpec } from './month-words.js';
import type { MeasureSpec, QuantitySpec } from '../pack/pack.types.js';
import { absencesRef } from '../pack/absence.shape.js';
import { measureRef } from '../pack/switchable.js';
import type { Cell, CompileContext, Describe, Ratio, Trace } from './node.js';

export interface QuantityNode {
  readonly unit: string;
  value(cell: Cell): Ratio;
  trace(cell: Cell, out: Trace): void;
  daily?(cell: Cell): ReadonlyMap<Day, number>;
}

export interface QuantityKind {
  readonly name: string;
  readonly fields: Readonly<Record<string, Shape | { readonly optional: Shape }>>;
  compile(spec: never, context: CompileContext): QuantityNode;
  describe(spec: never, words: Describe): string;
}

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

const one: QuantityKind = {
  name: 'one',
  fields: { unit: optional(text) },
  compile(spec: { unit?: string }, context) {
    const unit = spec.unit ?? context.subject;
    return {
      unit,
      value: () => ONE,
      trace: () => undefined,
    };
  },
  describe: (_: unknown, { locale }) => (locale === 'zh' ? '按次/按个计' : 'one flat sum'),
};

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

  #month(cell: Cell, month: MonthIndex): Ratio {
    const days = this.#days.count(cell.subject, monthStart(month), monthEnd(month));
    const exit = this.spec.exit ?? 'DAY_RULE';
    if (days > 0 && exit !== 'DAY_RULE' && this.#hasExit(cell, month)) {
      return exit === 'FULL_MONTH' ? ONE : ZERO;
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

const residentMonths: QuantityKind = {
  name: 'residentMonths',
  fields: {
    partial: oneOf(['DAYS_AT_LEAST', 'PER_DAY', 'DAYS_OF_30', 'ANY_DAY', 'FULL_MONTH']),
    days: optional(integer({ min: 1, max: 31 })),
    absences: optional(absencesRef),
    exit: optional(oneOf(['DAY_RULE', 'FULL_MONTH', 'ZERO'])),
    inClass: optional(array(text, 1)),
  },
  compile: (spec: MonthsSpec, context) => new ResidentMonths(spec, context),
  describe: (spec: MonthsSpec, { locale }) => monthsWords(spec, locale),
};

interface MeasuredSpec {
  readonly measure: MeasureSpec;
  readonly unit: string;
  /** Counted in parts of so many: 每满15天 is 15 with `round: DOWN`. */
  readonly each?: number;
  readonly atMost?: number | null;
  readonly round?: 'DOWN' | 'UP' | 'HALF_UP';
}

/** A recorded figure goes by its own name. */
const nameOf = ({ of, name, field }: MeasureSpec): string => String(name ?? field ?? of);

const measured: QuantityKind = {
  name: 'measure',
  fields: {
    measure: measureRef,
    unit: text,
    each: optional(integer({ min: 1 })),
    atMost: optional(integer({ min: 0 })),
    round: optional(oneOf(['DOWN', 'UP', 'HALF_UP'])),
  },
  compile(spec: MeasuredSpec, context) {
    const measure = context.measure(spec.measure);
    const rounded = (value: Ratio): Ratio => {
      if (spec.round === undefined) {
        return value;
      }
      switch (spec.round) {
        case 'DOWN':
          return { n: Math.floor(value.n / value.d), d: 1 };
        case 'UP':
          return { n: Math.ceil(value.n / value.d), d: 1 };
        case 'HALF_UP':
          return { n: Math.floor((2 * value.n + value.d) / (2 * value.d)), d: 1 };
      }
    };
    const value = (cell: Cell): Ratio => {
      const { n, d } = notBelowNothing(measure.value(cell));
      const found = rounded({ n, d: d * (spec.each ?? 1) });
      const limit = spec.atMost;
      return limit != null && found.n > limit * found.d ? { n: limit, d: 1 } : found;
    };
    return {
      unit: spec.unit,
      value,
      ...(measure.daily === undefined ? {} : { daily: measure.daily.bind(measure) }),
      trace(cell, out) {
        const found = value(cell);
        out.push({
          step: 'quantity',
          code: 'QUANTITY_MEASURED',
          params: {
            measure: nameOf(spec.measure),
            n: found.n,
            d: found.d,
            unit: spec.unit,
            atMost: spec.atMost ?? null,
          },
          source: context.source,
          facts: measure.facts(cell),
        });
        measure.tell?.(cell, out);
      },
    };
  },
  describe(spec: MeasuredSpec, words) {
    const isZh = words.locale === 'zh';
    const unit = word(spec.unit, words.locale);
    const most =
      spec.atMost == null ? '' : isZh ? `，最多${spec.atMost}${unit}` : `, at most ${spec.atMost}`;
    const each = spec.each === undefined ? '' : isZh ? `，每${spec.each}计一` : ` by ${spec.each}`;
    return isZh
      ? `数量：${words.measure(spec.measure)}${each}${most}`
      : `quantity: ${words.measure(spec.measure)}${each}${most}`;
  },
};

export const QUANTITIES: readonly QuantityKind[] = [one, residentMonths, measured];

export function compileQuantity(spec: QuantitySpec, context: CompileContext): QuantityNode {
  const kind = QUANTITIES.find((candidate) => candidate.name === spec.count);
  if (kind === undefined) {
    throw new Error(`Invariant broken: a checked pack has no quantity ${spec.count}`);
  }
  return kind.compile(spec as never, context);
}
