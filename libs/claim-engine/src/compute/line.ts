import { monthName } from '../base/days.js';
import { heldAgainst, restsOnReturned, type Holding } from '../ledger/ledger.js';
import { claimedBeside, shrinkCode } from '../ledger/words.js';
import type { Trace, TraceStep } from '../nodes/node.js';
import type { Alternative, LineJson, LineKind, LineStatus } from './assessment.types.js';
import { OPEN_QUESTION } from './entitlement.types.js';
import { yearStartDay, type ProgramRun } from './program-run.js';
import { limitStep, type Record_ } from './record.js';
import { digestOf } from './rests-on.js';
import { sharesOf } from './shares.js';

/** Asks what the same cell was worth when its own unit ended: to tell why it comes late. */
export type LookBack = (line: Line) => number | null;

/**
 * A line: its figures are there, its explanation, digest and alternatives are worked out when read. Explanations are
 * not kept: a county's year of them is larger than the facts, and each is read once.
 */
export class Line {
  kind: LineKind;
  status: LineStatus;
  readonly amountFen: number;
  #digest: string | null = null;

  constructor(
    readonly run: ProgramRun,
    readonly record: Record_,
    readonly holding: Holding | null,
    readonly lookBack: LookBack,
  ) {
    this.amountFen = this.entitlementFen - this.coveredFen;
    this.kind = this.#kind();
    this.status = this.#status();
  }

  get program(): string {
    return this.run.spec.id;
  }

  get subject(): { readonly kind: string; readonly id: string } {
    return { kind: this.run.spec.subject, id: this.run.subjects[this.record.subject] ?? '' };
  }

  get month(): string {
    return monthName(this.record.unit.month);
  }

  get id(): string {
    return `${this.program}/${this.subject.id}/${this.month}`;
  }

  /** What the ledger holds against the entitlement: what was claimed, or, where less is due than was granted, that. */
  get coveredFen(): number {
    return heldAgainst(this.holding, this.entitlementFen);
  }

  get entitlementFen(): number {
    return this.record.amountFen;
  }

  get quantity(): number {
    return this.record.quantity.n;
  }

  /** The quantity is a part of this many; undefined for whole numbers. */
  get outOf(): number | undefined {
    const { d } = this.record.quantity;
    return d === 1 ? undefined : d;
  }

  get unit(): string {
    return this.run.compiled.quantity.unit;
  }

  get rateFen(): number | null {
    return this.record.rateFen;
  }

  get replaces(): string | null {
    return (this.holding?.returned ?? this.holding?.last)?.line ?? null;
  }

  /** Nothing is asked of a subject that only the ledger knows in this unit. */
  get #isNotListed(): boolean {
    return this.record.stop === 'NOT_LISTED';
  }

  /** What was taken back stands, what it was taken back from was returned: more was taken than was ever held. */
  get #undoesReversal(): boolean {
    return this.amountFen > 0 && this.coveredFen < 0 && this.holding?.returned != null;
  }

  get warnings(): readonly string[] {
    if (this.#isNotListed) {
      return [];
    }
    return this.run.evaluator.warnings(this.run.cellOf(this.record.subject, this.record.unit));
  }

  #kind(): LineKind {
    if (this.amountFen < 0) {
      return 'REVERSAL';
    }
    const isEarlier =
      this.record.unit.month < this.run.context.period.first && !this.record.unit.isOnce;
    return this.amountFen > 0 && (isEarlier || this.coveredFen !== 0) ? 'CATCH_UP' : 'NORMAL';
  }

  #status(): LineStatus {
    if (this.record.state === OPEN_QUESTION) {
      return 'NEEDS_DECISION';
    }
    if (this.amountFen === 0) {
      return 'NOT_PAYABLE';
    }
    return this.holding?.returned != null && this.isReturnedUnchanged
      ? 'NEEDS_DECISION'
      : 'PAYABLE';
  }

  /** The bureau sent it back, nothing it rests on has changed, and nobody objected. */
  get isReturnedUnchanged(): boolean {
    const returned = this.holding?.returned ?? null;
    return returned?.objection == null && restsOnReturned(this.holding, this.digest);
  }

  get digest(): string {
    this.#digest ??= this.#computeDigest();
    return this.#digest;
  }

  #computeDigest(): string {
    const { run, record } = this;
    const { choices, compiler } = run.context;
    return digestOf(
      {
        facts: run.context.world.facts,
        spec: run.spec,
        subject: record.subject,
        id: this.subject.id,
        unit: record.unit,
        since: yearStartDay(record.unit, run.spec.yearStart ?? 1),
      },
      {
        subject: this.subject,
        amountFen: record.amountFen,
        rateFen: record.rateFen,
        quantity: record.quantity,
        stop: record.stop,
        decisions: compiler.decisionsOf(run.raw).map((id) => `${id}=${choices[id] ?? ''}`),
      },
    );
  }

  get alternatives(): readonly Alternative[] {
    const { run, record } = this;
    const found: Alternative[] = this.#openOptions();
    if (this.#isNotListed) {
      return found;
    }
    for (const { decision, option, isAlways, evaluator } of run.variants) {
      const amount = run.amountBy(evaluator, record.subject, record.unit);
      if (amount !== null && (isAlways || amount !== record.ownFen)) {
        found.push({ decision, option, amountFen: this.#differenceTo(amount) });
      }
    }
    return found;
  }

  #differenceTo(entitlementFen: number): number {
    return entitlementFen - heldAgainst(this.holding, entitlementFen);
  }

  /** The answers among which a human has to choose. */
  #openOptions(): Alternative[] {
    const { run, record } = this;
    if (record.state === OPEN_QUESTION) {
      const reading = run.compiled.rate?.read(run.cellOf(record.subject, record.unit)) ?? null;
      const range = reading?.row?.range ?? null;
      if (range !== null) {
        const decision = 'BUREAU_DECISION';
        return [
          { decision, option: 'MINIMUM', amountFen: this.#differenceTo(range.min) },
          { decision, option: 'MAXIMUM', amountFen: this.#differenceTo(range.max) },
        ];
      }
      const confirmation = reading?.confirmation ?? null;
      const decision = confirmation?.decision ?? 'BUREAU_DECISION';
      return Object.entries(confirmation?.options ?? {}).map(([option, amount]) => ({
        decision,
        option,
        amountFen: this.#differenceTo(amount),
      }));
    }
    return this.status === 'NEEDS_DECISION'
      ? [
          { decision: 'RETURNED_LINE', option: 'ACCEPT_RETURN', amountFen: 0 },
          { decision: 'RETURNED_LINE', option: 'OBJECT', amountFen: this.amountFen },
        ]
      : [];
  }

  get trace(): readonly TraceStep[] {
    return this.#explain();
  }

  #explain(): Trace {
    const { run, record } = this;
    const out: Trace = [];
    if (this.#isNotListed && !this.#undoesReversal) {
      const params = { id: this.subject.id, month: this.month };
      out.push({
        step: 'gate',
        code: 'NOT_AMONG_THOSE_PAID',
        params,
        source: run.spec.source,
        facts: [],
      });
    } else if (!this.#isNotListed) {
      run.evaluator.trace(run.cellOf(record.subject, record.unit), out);
    }
    if (record.limitedBy !== null) {
      out.push(limitStep(record));
    }
    out.push({
      step: 'ledger',
      code: this.#ledgerCode(),
      params: {
        entitlementFen: this.entitlementFen,
        coveredFen: this.coveredFen,
        ...claimedBeside(this.holding, this.coveredFen),
        amountFen: this.amountFen,
        line: this.replaces,
      },
      source: null,
      facts: [],
    });
    return out;
  }

  #ledgerCode(): string {
    if (this.status === 'NEEDS_DECISION') {
      return this.record.state === OPEN_QUESTION ? 'WAITS_FOR_DECISION' : 'RETURNED_UNCHANGED';
    }
    if (this.amountFen === 0) {
      return 'EARNS_NOTHING';
    }
    if (this.kind === 'REVERSAL') {
      return shrinkCode(this.holding);
    }
    if (this.#undoesReversal) {
      return 'REVERSAL_UNDONE';
    }
    if (this.holding?.returned != null) {
      return this.holding.returned.objection == null ? 'RETURNED_AND_MENDED' : 'RETURN_OBJECTED';
    }
    if (this.coveredFen !== 0) {
      return 'ENTITLEMENT_GREW';
    }
    if (this.kind === 'CATCH_UP') {
      const then = this.lookBack(this);
      return then !== null && then < this.entitlementFen ? 'DUE_LATER' : 'NOT_CLAIMED_BEFORE';
    }
    return 'CLAIMED_FIRST_TIME';
  }

  /** The payers' parts; those of a difference are the difference of the parts, so that they close to the fen. */
  get shares(): LineJson['shares'] {
    const payers = this.run.spec.payers;
    return payers === undefined || this.status === 'NOT_PAYABLE'
      ? undefined
      : sharesOf(payers, this.entitlementFen, this.coveredFen);
  }

  toJSON(): LineJson {
    const { d } = this.record.quantity;
    const { shares } = this;
    return {
      id: this.id,
      program: this.program,
      subject: this.subject,
      month: this.month,
      kind: this.kind,
      status: this.status,
      quantity: this.quantity,
      ...(d === 1 ? {} : { outOf: d }),
      unit: this.unit,
      rateFen: this.rateFen,
      amountFen: this.amountFen,
      entitlementFen: this.entitlementFen,
      coveredFen: this.coveredFen,
      replaces: this.replaces,
      warnings: this.warnings,
      digest: this.digest,
      trace: this.trace,
      alternatives: this.alternatives,
      ...(shares === undefined ? {} : { shares }),
    };
  }
}
