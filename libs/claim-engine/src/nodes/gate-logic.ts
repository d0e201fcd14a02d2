import type { GateSpec } from '../pack/pack.types.js';
import { gateRef, list } from '../pack/switchable.js';
import {
  FAIL,
  GateNode,
  PASS,
  UNDECIDED,
  defineGate,
  traceIfKnown,
  type Cell,
  type Trace,
  type Verdict,
} from './node.js';

class All extends GateNode {
  constructor(readonly parts: readonly GateNode[]) {
    super();
  }

  /** The first failure decides: what is undecided behind it does not matter. */
  protected decide(cell: Cell): Verdict {
    let verdict: Verdict = PASS;
    for (const part of this.parts) {
      const answer = part.test(cell);
      if (answer === FAIL) {
        return FAIL;
      }
      if (answer === UNDECIDED) {
        verdict = UNDECIDED;
      }
    }
    return verdict;
  }

  trace(cell: Cell, out: Trace): void {
    for (const part of this.parts) {
      traceIfKnown(part, cell, out);
    }
  }
}

class Any extends GateNode {
  constructor(readonly parts: readonly GateNode[]) {
    super();
  }

  protected decide(cell: Cell): Verdict {
    let verdict: Verdict = FAIL;
    for (const part of this.parts) {
      const answer = part.test(cell);
      if (answer === PASS) {
        return PASS;
      }
      if (answer === UNDECIDED) {
        verdict = UNDECIDED;
      }
    }
    return verdict;
  }

  /** Of a passed choice only what passed is told; of a failed one everything that was tried. */
  trace(cell: Cell, out: Trace): void {
    const hasPassed = this.test(cell) === PASS;
    const passed = hasPassed ? this.parts.find((part) => part.test(cell) === PASS) : undefined;
    const told = passed === undefined ? this.parts : [passed];
    if (!hasPassed && this.parts.length > 1) {
      out.push({
        step: 'gate',
        code: 'NONE_OF',
        params: { count: this.parts.length },
        source: null,
        facts: [],
      });
    }
    for (const part of told) {
      part.trace(cell, out);
    }
  }
}

class Not extends GateNode {
  constructor(readonly inner: GateNode) {
    super();
  }

  protected decide(cell: Cell): Verdict {
    const answer = this.inner.test(cell);
    if (answer === UNDECIDED) {
      return UNDECIDED;
    }
    return answer === PASS ? FAIL : PASS;
  }

  trace(cell: Cell, out: Trace): void {
    const code = this.test(cell) === PASS ? 'EXCLUSION_DOES_NOT_APPLY' : 'EXCLUSION_APPLIES';
    out.push({ step: 'gate', code, params: {}, source: null, facts: [] });
    this.inner.trace(cell, out);
  }
}

const partsOf = (gate: GateSpec): readonly GateSpec[] => {
  const { test, of } = gate as { readonly test: string; readonly of?: unknown };
  return test === 'all' && Array.isArray(of) ? (of as GateSpec[]) : [gate];
};

export const allGate = defineGate<{ of: readonly GateSpec[] }>({
  name: 'all',
  fields: { of: list(gateRef, 1) },
  compile: (spec, context) => new All(spec.of.map((part) => context.gate(part))),
  describe: (spec, words) =>
    spec.of.map((part) => words.gate(part)).join(words.locale === 'zh' ? '，且' : ', and '),
});

export const anyGate = defineGate<{ of: readonly GateSpec[] }>({
  name: 'any',
  fields: { of: list(gateRef, 1) },
  compile: (spec, context) => new Any(spec.of.map((part) => context.gate(part))),
  describe: (spec, words) => {
    const isZh = words.locale === 'zh';
    // Inside a choice "and" binds without a comma: the commas part the choices.
    const parts = spec.of.map((part) =>
      partsOf(part)
        .map((one) => words.gate(one))
        .join(isZh ? '且' : ' and '),
    );
    return isZh ? `（${parts.join('，或者')}）` : `(${parts.join(', or ')})`;
  },
});

export const notGate = defineGate<{ gate: GateSpec }>({
  name: 'not',
  fields: { gate: gateRef },
  compile: (spec, context) => new Not(context.gate(spec.gate)),
  describe(spec, words) {
    const inner = words.gate(spec.gate);
    if (words.locale !== 'zh') {
      return `not: ${inner}`;
    }
    // 属于特困 is denied as 不属于特困; several conditions are named after a colon.
    const isOne = !['all', 'any', 'not'].includes(spec.gate.test);
    return isOne && inner.startsWith('属于')
      ? `不${inner}`
      : isOne && inner.startsWith('有')
        ? `没${inner}`
        : `排除以下情形：${inner}`;
  },
});
