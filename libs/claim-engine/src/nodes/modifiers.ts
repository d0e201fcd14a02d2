import { fen, mulRatio, type Rounding } from '@yibu/kernel';
import type { Params } from '../base/problem.js';
import { amount, integer, nullable, oneOf, optional, type Fields } from '../base/shape.js';
import { yuan } from '../explain/phrases.js';
import type { MeasureSpec, ModifierSpec, Source } from '../pack/pack.types.js';
import { measureRef } from '../pack/switchable.js';
import { notBelowNothing } from './measure-window.js';
import {
  PASS,
  type Cell,
  type CompileContext,
  type Describe,
  type GateNode,
  type MeasureNode,
  type Ratio,
  type Trace,
} from './node.js';

export interface ModifierNode {
  apply(amountFen: number, quantity: Ratio, cell: Cell): number;
  trace(amountFen: number, quantity: Ratio, cell: Cell, out: Trace): void;
}

export interface ModifierKind {
  readonly name: string;
  readonly fields: Fields;
  /** The amount after it, and what to tell of it; null where a fact it needs is absent. */
  compile(
    spec: never,
    context: CompileContext,
  ): (amountFen: number, quantity: Ratio, cell: Cell) => Applied;
  describe(spec: never, words: Describe): string;
}

interface Applied {
  readonly fen: number;
  readonly params: Params;
}

const times = (amountFen: number, by: Ratio, rounding: Rounding): number =>
  mulRatio(fen(amountFen), by.n, by.d, rounding);

/** A percentage may have three decimals. */
const percentRatio = (percent: number): Ratio => ({ n: Math.round(percent * 1000), d: 100_000 });

interface MultiplySpec {
  readonly percent?: number | null;
  readonly measure?: MeasureSpec;
  readonly over?: number;
}

const multiply: ModifierKind = {
  name: 'multiply',
  fields: {
    percent: optional(nullable(amount)),
    measure: optional(measureRef),
    over: optional(integer({ min: 1 })),
  },
  compile(spec: MultiplySpec, context) {
    if (spec.percent === null || (spec.percent === undefined && spec.measure === undefined)) {
      context.missing('percent');
    }
    const measure = spec.measure === undefined ? null : context.measure(spec.measure);
    return (amountFen, _, cell) => {
      const factor =
        measure === null ? percentRatio(spec.percent ?? 100) : notBelowNothing(measure.value(cell));
      const by = { n: factor.n, d: factor.d * (spec.over ?? 1) };
      return {
        fen: times(amountFen, by, context.rounding),
        params: { n: by.n, d: by.d, percent: spec.percent ?? null },
      };
    };
  },
  describe(spec: MultiplySpec, words) {
    const isZh = words.locale === 'zh';
    const over = spec.over === undefined || spec.over === 1 ? '' : ` ÷ ${spec.over}`;
    if (spec.measure !== undefined) {
      return `× ${words.measure(spec.measure)}${over}`;
    }
    if (spec.percent == null) {
      return isZh ? '按比例计，比例未定' : 'a part that is not given';
    }
    return spec.percent === 100 && over !== '' ? over.trim() : `× ${spec.percent}%${over}`;
  },
};

interface AddSpec {
  readonly fen: number | null;
  readonly each?: 'LINE' | 'QUANTITY';
}

const add: ModifierKind = {
  name: 'add',
  fields: { fen: nullable(integer()), each: optional(oneOf(['LINE', 'QUANTITY'])) },
  compile(spec: AddSpec, context) {
    if (spec.fen === null) {
      context.missing('amount to add');
    }
    const value = spec.fen ?? 0;
    return (amountFen, quantity) => ({
      fen:
        amountFen + (spec.each === 'QUANTITY' ? times(value, quantity, context.rounding) : value),
      params: { addFen: value },
    });
  },
  describe({ fen: added, each }: AddSpec, { locale }) {
    const isZh = locale === 'zh';
    const sum = added === null ? null : `${yuan(added)}${isZh ? '元' : ' yuan'}`;
    const unit = each !== 'QUANTITY' ? '' : isZh ? '每单位' : ' for each unit';
    return isZh
      ? `${unit}另加${sum ?? '（金额未定）'}`
      : `plus ${sum ?? 'an amount not given'}${unit}`;
  },
};

interface LimitSpec {
  readonly fen?: number | null;
  readonly each?: 'LINE' | 'QUANTITY';
  readonly measure?: MeasureSpec;
  readonly percent?: number | null;
  /** So much for each that is measured: 1,050 yuan a bed. */
  readonly perMeasureFen?: number | null;
}

const limitFields: Fields = {
  fen: optional(nullable(integer({ min: 0 }))),
  each: optional(oneOf(['LINE', 'QUANTITY'])),
  measure: optional(measureRef),
  percent: optional(nullable(amount)),
  perMeasureFen: optional(nullable(integer({ min: 0 }))),
};

function limitOf(
  spec: LimitSpec,
  context: CompileContext,
): (quantity: Ratio, cell: Cell) => number {
  if (
    spec.fen === null ||
    spec.percent === null ||
    spec.perMeasureFen === null ||
    (spec.fen === undefined && spec.measure === undefined)
  ) {
    context.missing('limit');
  }
  const measure: MeasureNode | null =
    spec.measure === undefined ? null : context.measure(spec.measure);
  return (quantity, cell) => {
    if (measure === null) {
      const value = spec.fen ?? 0;
      return spec.each === 'QUANTITY' ? times(value, quantity, context.rounding) : value;
    }
    const value = notBelowNothing(measure.value(cell));
    if (spec.perMeasureFen != null) {
      return times(spec.perMeasureFen, value, context.rounding);
    }
    const percent = percentRatio(spec.percent ?? 100);
    return mulRatio(fen(percent.n), value.n, value.d * percent.d, context.rounding);
  };
}

function limitMoney({ fen: limitFen, each }: LimitSpec, { locale }: Describe): string {
  const isZh = locale === 'zh';
  const sum =
    limitFen == null
      ? isZh
        ? '（金额未定）'
        : '(not given)'
      : `${yuan(limitFen)}${isZh ? '元' : ' yuan'}`;
  if (each !== 'QUANTITY') {
    return sum;
  }
  return isZh ? `每单位${sum}` : `${sum} for each unit`;
}

const limitText = (spec: LimitSpec, words: Describe): string =>
  spec.measure === undefined
    ? limitMoney(spec, words)
    : spec.perMeasureFen != null
      ? `${words.measure(spec.measure)} × ${limitMoney({ fen: spec.perMeasureFen }, words)}`
      : `${words.measure(spec.measure)}${spec.percent == null ? '' : ` × ${spec.percent}%`}`;

const cap: ModifierKind = {
  name: 'cap',
  fields: limitFields,
  compile(spec: LimitSpec, context) {
    const limit = limitOf(spec, context);
    return (amountFen, quantity, cell) => {
      const limitFen = limit(quantity, cell);
      return {
        fen: Math.min(amountFen, limitFen),
        params: { limitFen, measure: spec.measure?.of ?? null },
      };
    };
  },
  describe: (spec: LimitSpec, words) =>
    words.locale === 'zh'
      ? `最高不超过${limitText(spec, words)}`
      : `at most ${limitText(spec, words)}`,
};

const floor: ModifierKind = {
  name: 'floor',
  fields: limitFields,
  compile(spec: LimitSpec, context) {
    const limit = limitOf(spec, context);
    return (amountFen, quantity, cell) => {
      const limitFen = limit(quantity, cell);
      return { fen: Math.max(amountFen, limitFen), params: { limitFen } };
    };
  },
  describe: (spec: LimitSpec, words) =>
    words.locale === 'zh'
      ? `最低不少于${limitText(spec, words)}`
      : `at least ${limitText(spec, words)}`,
};

const deduct: ModifierKind = {
  name: 'deduct',
  fields: limitFields,
  compile(spec: LimitSpec, context) {
    const limit = limitOf(spec, context);
    return (amountFen, quantity, cell) => {
      const deductFen = limit(quantity, cell);
      return { fen: Math.max(0, amountFen - deductFen), params: { deductFen } };
    };
  },
  describe: (spec: LimitSpec, words) =>
    words.locale === 'zh' ? `先扣除${limitText(spec, words)}` : `less ${limitText(spec, words)}`,
};

export const MODIFIERS: readonly ModifierKind[] = [multiply, add, cap, floor, deduct];

class Modifier implements ModifierNode {
  readonly #apply: (amountFen: number, quantity: Ratio, cell: Cell) => Applied;
  readonly #gate: GateNode | null;
  readonly #source: Source;

  constructor(
    readonly spec: ModifierSpec,
    context: CompileContext,
  ) {
    const kind = MODIFIERS.find((candidate) => candidate.name === spec.do);
    if (kind === undefined) {
      throw new Error(`Invariant broken: a checked pack has no modifier ${spec.do}`);
    }
    this.#apply = kind.compile(spec as never, context);
    this.#gate = spec.when === undefined ? null : context.gate(spec.when);
    this.#source = spec.source ?? context.source;
  }

  #isOn(cell: Cell): boolean {
    return this.#gate === null || this.#gate.test(cell) === PASS;
  }

  apply(amountFen: number, quantity: Ratio, cell: Cell): number {
    return this.#isOn(cell) ? this.#apply(amountFen, quantity, cell).fen : amountFen;
  }

  trace(amountFen: number, quantity: Ratio, cell: Cell, out: Trace): void {
    if (!this.#isOn(cell)) {
      return;
    }
    this.#gate?.trace(cell, out);
    const { fen: after, params } = this.#apply(amountFen, quantity, cell);
    out.push({
      step: 'adjust',
      code: `ADJUST_${this.spec.do.toUpperCase()}`,
      params: { ...params, beforeFen: amountFen, afterFen: after },
      source: this.#source,
      facts: [],
    });
  }
}

export const compileModifier = (spec: ModifierSpec, context: CompileContext): ModifierNode =>
  new Modifier(spec, context);
