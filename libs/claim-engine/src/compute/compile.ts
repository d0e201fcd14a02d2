import { canonicalJson } from '../base/canonical.js';
import type { World } from '../facts/world.js';
import { compileModifier, type ModifierNode } from '../nodes/modifiers.js';
import {
  ProgramRefusal,
  type CompileContext,
  type GateNode,
  type MeasureNode,
  type QuantityNode,
} from '../nodes/node.js';
import { compileQuantity } from '../nodes/quantities.js';
import { RateNode } from '../nodes/rates.js';
import { gateKind, measureKind } from '../nodes/registry.js';
import { declarationOf, ownerOf } from '../pack/declared-attributes.js';
import { decisionsIn, resolve, type Choices } from '../pack/decisions.js';
import { openLimits } from '../pack/open-limits.js';
import type {
  CareClassesSpec,
  GateSpec,
  MeasureSpec,
  Pack,
  ProgramSpec,
  Source,
  UnresolvedSpec,
  WarningSpec,
} from '../pack/pack.types.js';

export interface CompiledWarning {
  readonly gate: GateNode;
  readonly spec: WarningSpec;
  readonly source: Source;
}

/** A program with all its questions decided, as closures over the facts. */
export interface CompiledProgram {
  readonly spec: ProgramSpec;
  readonly require: GateNode | null;
  readonly quantity: QuantityNode;
  readonly rate: RateNode | null;
  readonly adjust: readonly ModifierNode[];
  readonly warn: readonly CompiledWarning[];
  readonly confirm: readonly CompiledWarning[];
  readonly budget: MeasureNode | null;
  /** Set when the program can pay nobody: what is missing. */
  readonly refusal: ProgramRefusal | null;
}

interface Missing {
  readonly parameter: string;
  readonly source: Source | null;
}

/** Compiles programs of one pack over one world; equal nodes are one object, whoever asks for them. */
export class Compiler {
  readonly #gates = new Map<string, GateNode>();
  readonly #measures = new Map<string, MeasureNode>();
  readonly #quantities = new Map<string, QuantityNode>();
  readonly #classes = new Map<string, CareClassesSpec>();
  #stamp = 0;

  constructor(
    readonly pack: Pack,
    readonly world: World,
  ) {}

  nextStamp(): number {
    this.#stamp += 1;
    return this.#stamp;
  }

  readonly #asked = new Map<ProgramSpec, readonly string[]>();

  /** Questions that the amount of a program depends on. */
  decisionsOf(program: ProgramSpec): readonly string[] {
    let asked = this.#asked.get(program);
    if (asked === undefined) {
      const found = decisionsIn(program);
      if (this.#asksClasses(program)) {
        decisionsIn(this.pack.careClasses, found);
      }
      // Sorted: the order of fields in a pack file must not reach a digest.
      asked = [...found].sort();
      this.#asked.set(program, asked);
    }
    return asked;
  }

  /** Whether it asks for a class, of the month or of a day. */
  #asksClasses(program: ProgramSpec): boolean {
    return /"careClass"|"inClass"/.test(JSON.stringify(program));
  }

  #careClasses(choices: Choices): CareClassesSpec | null {
    if (this.pack.careClasses === undefined) {
      return null;
    }
    const resolved = resolve(this.pack.careClasses, choices) as CareClassesSpec;
    const key = canonicalJson(resolved);
    const known = this.#classes.get(key) ?? resolved;
    this.#classes.set(key, known);
    return known;
  }

  compile(raw: ProgramSpec, choices: Choices): CompiledProgram {
    const spec = resolve(raw, choices) as ProgramSpec;
    const missing: Missing[] = [];
    const context = this.#context(spec, this.#careClasses(choices), missing);
    const cleared = <T>(items: readonly (T | null)[] | undefined): T[] =>
      (items ?? []).filter((item): item is T => item !== null);
    const warnings = (items: readonly (WarningSpec | null)[] | undefined): CompiledWarning[] =>
      cleared(items).map((item) => ({
        gate: context.gate(item.when),
        spec: item,
        source: item.source ?? spec.source,
      }));
    const payers = spec.payers?.filter((payer) => payer.parts === null) ?? [];
    for (const payer of payers) {
      context.missing(`share of ${payer.id}`);
    }
    if (spec.per === null) {
      context.missing('per');
    }
    const classes = this.#asksClasses(raw) ? context.careClasses : null;
    for (const limit of openLimits([spec, classes])) {
      context.missing(`${limit} of absences`);
    }
    const compiled = {
      spec,
      require: spec.require == null ? null : context.gate(spec.require),
      quantity: this.#quantity(spec, context),
      rate: spec.rate == null ? null : new RateNode(spec.rate, context),
      adjust: cleared(spec.adjust).map((item) => compileModifier(item, context)),
      warn: warnings(spec.warn),
      confirm: warnings(spec.confirm),
      budget: this.#budget(spec, context),
    };
    if (spec.rate == null && (spec.unresolved ?? []).length === 0) {
      context.missing('rate');
    }
    const refusal = refusalOf(spec, missing) ?? noticeRefusal(spec, this.pack);
    return { ...compiled, refusal };
  }

  #budget(spec: ProgramSpec, context: CompileContext): MeasureNode | null {
    const { budget } = spec;
    if (budget == null) {
      return null;
    }
    if (budget.fen === null || budget.perMeasureFen === null) {
      context.missing('budget', budget.source);
    }
    return budget.measure === undefined ? null : context.measure(budget.measure);
  }

  #quantity(spec: ProgramSpec, context: CompileContext): QuantityNode {
    const wanted = spec.quantity ?? { count: 'one' };
    // Days of a year or in a class are others where the year begins later or levels mean another class.
    const scope = `${context.yearStart} ${canonicalJson(context.careClasses)}`;
    const key = `${spec.subject} ${scope} ${canonicalJson(spec.source)} ${canonicalJson(wanted)}`;
    const known = this.#quantities.get(key) ?? compileQuantity(wanted, context);
    this.#quantities.set(key, known);
    return known;
  }

  #context(
    spec: ProgramSpec,
    careClasses: CareClassesSpec | null,
    missing: Missing[],
  ): CompileContext {
    const yearStart = spec.yearStart ?? 1;
    const scope = `${spec.subject} ${yearStart} ${canonicalJson(spec.source)} ${canonicalJson(careClasses)}`;
    const context: CompileContext = {
      world: this.world,
      county: this.world.facts.county,
      subject: spec.subject,
      yearStart,
      source: spec.source,
      careClasses,
      notices: this.pack.notices ?? [],
      rounding: spec.rounding ?? 'half-up',
      declared: (name, of) => declarationOf(this.pack, ownerOf(of), name),
      gate: (gate) => this.#gate(gate, scope, context),
      measure: (measure) => this.#measure(measure, scope, context),
      missing: (parameter, source) => {
        missing.push({ parameter, source: source ?? null });
      },
      nextStamp: () => this.nextStamp(),
    };
    return context;
  }

  #gate(spec: GateSpec, scope: string, context: CompileContext): GateNode {
    const key = `${scope} ${canonicalJson(spec)}`;
    const known = this.#gates.get(key);
    if (known !== undefined) {
      return known;
    }
    const kind = gateKind(spec.test);
    if (kind === undefined) {
      throw new Error(`Invariant broken: a checked pack has no gate ${spec.test}`);
    }
    const missingBefore = { count: 0 };
    const counting: CompileContext = {
      ...context,
      missing: (parameter, source) => {
        missingBefore.count += 1;
        context.missing(parameter, source);
      },
    };
    const node = kind.compile(spec as never, counting);
    // A gate that lacks a parameter is compiled again by whoever asks next, so that each is told of it.
    if (missingBefore.count === 0) {
      this.#gates.set(key, node);
    }
    return node;
  }

  #measure(spec: MeasureSpec, scope: string, context: CompileContext): MeasureNode {
    const key = `${scope} ${canonicalJson(spec)}`;
    const known = this.#measures.get(key);
    if (known !== undefined) {
      return known;
    }
    const kind = measureKind(spec.of);
    if (kind === undefined) {
      throw new Error(`Invariant broken: a checked pack has no measure ${spec.of}`);
    }
    const node = kind.compile(spec as never, context);
    this.#measures.set(key, node);
    return node;
  }
}

const plain = (words: UnresolvedSpec['what'] | undefined): string =>
  words === undefined ? '' : typeof words === 'string' ? words : words.zh;

/** A figure that only a county notice can give, and there is none at all. */
function noticeRefusal(spec: ProgramSpec, pack: Pack): ProgramRefusal | null {
  if (spec.rate?.notice !== 'REQUIRED') {
    return null;
  }
  const ids = (spec.rate.rows ?? [spec.rate]).map((row) => row.id ?? '');
  const isNoticed = (pack.notices ?? []).some((notice) => ids.includes(notice.rate));
  return isNoticed ? null : new ProgramRefusal('NOTICE_MISSING', { rate: ids.join(', ') });
}

function refusalOf(spec: ProgramSpec, missing: readonly Missing[]): ProgramRefusal | null {
  const unresolved = spec.unresolved?.[0];
  if (unresolved !== undefined) {
    return new ProgramRefusal(unresolved.code, {
      what: (spec.unresolved ?? []).map((item) => plain(item.what)),
      supplier: plain(unresolved.supplier),
      clause: unresolved.source?.clause ?? spec.source.clause,
    });
  }
  if (missing.length > 0) {
    return new ProgramRefusal('PARAMETER_MISSING', {
      what: [...new Set(missing.map((item) => item.parameter))],
      supplier: '',
      clause: missing[0]?.source?.clause ?? spec.source.clause,
    });
  }
  return null;
}
