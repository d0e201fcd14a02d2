import { integer, oneOf, optional, text } from '../base/shape.js';
import { word } from '../explain/vocabulary.js';
import type { MeasureSpec, QuantitySpec } from '../pack/pack.types.js';
import { measureRef } from '../pack/switchable.js';
import { notBelowNothing } from './measure-window.js';
import type { Cell, CompileContext, QuantityKind, QuantityNode, Ratio } from './node.js';
import { residentMonths } from './resident-months.js';

const ONE: Ratio = { n: 1, d: 1 };

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
