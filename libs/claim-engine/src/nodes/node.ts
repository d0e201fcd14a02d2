import type { Rounding } from '@yibu/kernel';
import type { Params } from '../base/problem.js';
import type { Day, MonthIndex } from '../base/days.js';
import type { Shape } from '../base/shape.js';
import type { Scalar } from '../facts/facts.types.js';
import type { SubjectKind, World } from '../facts/world.js';
import type {
  AttributeSpec,
  CareClassesSpec,
  GateSpec,
  MeasureSpec,
  NoticeSpec,
  Source,
} from '../pack/pack.types.js';

/** A span of time that earns one line: a month, a quarter, a year, or once. */
export interface Unit {
  /** The month a line of this unit carries. */
  readonly month: MonthIndex;
  readonly firstMonth: MonthIndex;
  readonly lastMonth: MonthIndex;
  readonly from: Day;
  readonly until: Day;
  readonly isOnce: boolean;
}

/** What is being asked now: this subject in this unit. `stamp` is new for each pair, so that nodes can remember. */
export interface Cell {
  stamp: number;
  kind: SubjectKind;
  subject: number;
  unit: Unit;
}

export const FAIL = 0;
export const PASS = 1;
export const UNDECIDED = 2;
export type Verdict = typeof FAIL | typeof PASS | typeof UNDECIDED;

/** One sentence of an explanation, as data. */
export interface TraceStep {
  readonly step: 'gate' | 'quantity' | 'rate' | 'adjust' | 'ledger' | 'note' | 'result';
  readonly code: string;
  readonly params: Params;
  readonly source: Source | null;
  readonly facts: readonly string[];
}

export type Trace = TraceStep[];

/** A fact or parameter is missing so that the whole program can pay nobody. */
export class ProgramRefusal extends Error {
  override readonly name = 'ProgramRefusal';

  constructor(
    readonly code: string,
    readonly params: Params,
  ) {
    super(code);
  }
}

/** Asks and remembers the last answer: variants of one program share the nodes on which they agree. */
export abstract class GateNode {
  #stamp = -1;
  #last: Verdict = FAIL;

  test(cell: Cell): Verdict {
    if (cell.stamp !== this.#stamp) {
      this.#last = this.decide(cell);
      this.#stamp = cell.stamp;
    }
    return this.#last;
  }

  protected abstract decide(cell: Cell): Verdict;
  abstract trace(cell: Cell, out: Trace): void;
}

/** Tells of a gate that may never have been asked: where it lacks a fact, there is nothing to tell. */
export function traceIfKnown(gate: GateNode, cell: Cell, out: Trace): void {
  const own: Trace = [];
  try {
    gate.trace(cell, own);
  } catch (error) {
    if (!(error instanceof ProgramRefusal)) {
      throw error;
    }
    return;
  }
  out.push(...own);
}

/** Whether a remark applies: what is not known is not remarked on. */
export function passesIfKnown(gate: GateNode, cell: Cell): boolean {
  try {
    return gate.test(cell) === PASS;
  } catch (error) {
    if (!(error instanceof ProgramRefusal)) {
      throw error;
    }
    return false;
  }
}

/** An exact number: a count has the denominator 1, a share or an average another. */
export interface Ratio {
  readonly n: number;
  readonly d: number;
}

export interface MeasureNode {
  value(cell: Cell): Ratio | null;
  /** Ids of records it rests on; only asked when an explanation is read. */
  facts(cell: Cell): readonly string[];
  /** A percentage is compared and shown as one. */
  readonly unit: 'number' | 'percent' | 'fen' | 'days' | 'months';
  /** Sentences of its own beside the value: which days of absence counted. */
  tell?(cell: Cell, out: Trace): void;
  /** What happened on each day, where a limit per day may ask. */
  daily?(cell: Cell): ReadonlyMap<Day, number>;
}

export interface CompileContext {
  readonly world: World;
  readonly county: string;
  readonly subject: SubjectKind;
  readonly yearStart: number;
  readonly source: Source;
  readonly careClasses: CareClassesSpec | null;
  readonly notices: readonly NoticeSpec[];
  readonly rounding: Rounding;
  /** How the pack itself declares something recorded; undefined: it does not. */
  declared(name: string, of: SubjectKind): AttributeSpec | undefined;
  gate(spec: GateSpec): GateNode;
  measure(spec: MeasureSpec): MeasureNode;
  /** Remembers that a parameter is absent: the program refuses, with all that is missing. */
  missing(parameter: string, source?: Source): void;
  nextStamp(): number;
}

export type Locale = 'zh' | 'en';

export interface Describe {
  readonly locale: Locale;
  gate(spec: GateSpec): string;
  measure(spec: MeasureSpec): string;
  careClass(id: string): string;
  /** The pack's own word for something recorded, else the general one. */
  attribute(name: string, of?: SubjectKind): string;
  attributeValue(value: Scalar, name: string, of?: SubjectKind): string;
}

export interface GateKind<S> {
  readonly name: string;
  readonly fields: Readonly<Record<string, Shape | { readonly optional: Shape }>>;
  compile(spec: S & { source?: Source }, context: CompileContext): GateNode;
  describe(spec: S, words: Describe): string;
}

export interface MeasureKind<S> {
  readonly name: string;
  readonly fields: Readonly<Record<string, Shape | { readonly optional: Shape }>>;
  compile(spec: S, context: CompileContext): MeasureNode;
  describe(spec: S, words: Describe): string;
}

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

export const defineGate = <S>(kind: GateKind<S>): GateKind<never> =>
  kind as unknown as GateKind<never>;
export const defineMeasure = <S>(kind: MeasureKind<S>): MeasureKind<never> =>
  kind as unknown as MeasureKind<never>;
