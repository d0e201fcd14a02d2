import { optional, amount } from '../base/shape.js';
import type { Params } from '../base/problem.js';
import { figureWanted } from '../explain/phrases.js';
import type { SubjectKind } from '../facts/world.js';
import { declaredParams } from '../pack/declared-attributes.js';
import type { MeasureSpec, Source } from '../pack/pack.types.js';
import { measureRef } from '../pack/switchable.js';
import {
  FAIL,
  GateNode,
  PASS,
  defineGate,
  type Cell,
  type CompileContext,
  type MeasureNode,
  type Trace,
  type Verdict,
} from './node.js';

export interface Bounds {
  /** 以上, 不低于: the number itself is in. */
  readonly atLeast?: number | null;
  /** 超过: the number itself is out. */
  readonly above?: number | null;
  /** 以下, 不超过: in. */
  readonly atMost?: number | null;
  /** 不满, 低于: out. */
  readonly below?: number | null;
}

export const boundFields = {
  atLeast: optional(amount),
  above: optional(amount),
  atMost: optional(amount),
  below: optional(amount),
};

/** Bounds are compared as exact fractions: 59.995 % never becomes 60 %. */
const SCALE = 1000;
const scaled = (bound: number): number => Math.round(bound * SCALE);

interface CompareSpec extends Bounds {
  readonly measure: MeasureSpec;
}

class CompareGate extends GateNode {
  readonly #measure: MeasureNode;
  readonly #factor: number;

  constructor(
    readonly spec: CompareSpec & { source?: Source },
    readonly context: CompileContext,
  ) {
    super();
    this.#measure = context.measure(spec.measure);
    this.#factor = this.#measure.unit === 'percent' ? 100 : 1;
  }

  protected decide(cell: Cell): Verdict {
    const value = this.#measure.value(cell);
    if (value === null) {
      return FAIL;
    }
    const left = value.n * this.#factor * SCALE;
    const right = (bound: number): number => scaled(bound) * value.d;
    const { atLeast, above, atMost, below } = this.spec;
    const isEnough =
      (atLeast == null || left >= right(atLeast)) && (above == null || left > right(above));
    const isWithin =
      (atMost == null || left <= right(atMost)) && (below == null || left < right(below));
    return isEnough && isWithin ? PASS : FAIL;
  }

  /** What the pack calls a recorded figure. */
  #declared(cell: Cell): Params {
    const { of, name, on } = this.spec.measure;
    return of === 'attribute' && typeof name === 'string'
      ? declaredParams(this.context.declared(name, (on as SubjectKind) ?? cell.kind), null)
      : {};
  }

  trace(cell: Cell, out: Trace): void {
    const value = this.#measure.value(cell);
    const { atLeast, above, atMost, below } = this.spec;
    out.push({
      step: 'gate',
      code:
        this.test(cell) === PASS
          ? 'COMPARE_PASSED'
          : value === null
            ? 'COMPARE_UNKNOWN'
            : 'COMPARE_FAILED',
      params: {
        measure: this.spec.measure.of,
        field: typeof this.spec.measure.field === 'string' ? this.spec.measure.field : null,
        value: value === null ? null : displayed(value.n * this.#factor, value.d),
        unit: this.#measure.unit,
        atLeast: atLeast ?? null,
        above: above ?? null,
        atMost: atMost ?? null,
        below: below ?? null,
        ...this.#declared(cell),
      },
      source: this.spec.source ?? this.context.source,
      facts: this.#measure.facts(cell),
    });
    this.#measure.tell?.(cell, out);
  }
}

/** Cut, not rounded, to three places: a reader must not see 60 where 59.9996 failed. */
export const displayed = (n: number, d: number): number => Math.floor((n * SCALE) / d) / SCALE;

const isMoney = ({ field, unit }: MeasureSpec): boolean =>
  field === 'project.ownInvestmentFen' || unit === 'fen';

export const compareGate = defineGate<CompareSpec>({
  name: 'compare',
  fields: { measure: measureRef, ...boundFields },
  compile(spec, context) {
    const bounds = [spec.atLeast, spec.above, spec.atMost, spec.below];
    if (bounds.every((bound) => bound === undefined || bound === null) || bounds.includes(null)) {
      context.missing(`limit of ${spec.measure.of}`, spec.source);
    }
    return new CompareGate(spec, context);
  },
  describe({ measure, atLeast, above, atMost, below }, words) {
    const unit = isMoney(measure) ? 'fen' : null;
    const params = { atLeast, above, atMost, below, unit } as Params;
    return figureWanted(words.measure(measure), params, words.locale);
  },
});
