import { dayOf, dayOrNever, monthIndexOf, monthStart, type MonthIndex } from '../base/days.js';
import type { World } from '../facts/world.js';
import { claimYearOf } from '../nodes/claim-year.js';
import { ProgramRefusal, type Cell, type Unit } from '../nodes/node.js';
import type { Choices } from '../pack/decisions.js';
import type { ProgramSpec } from '../pack/pack.types.js';
import type { LedgerBook } from '../ledger/ledger.js';
import type { CompiledProgram, Compiler } from './compile.js';
import { Evaluator } from './entitlement.js';
import { EARNS_NOTHING, emptyEntitlement, NOT_A_CANDIDATE } from './entitlement.types.js';
import { onceUnits } from './once.js';
import { dueUnits, onceUnit, openUnits, type Period } from './period.js';
import { notAmongThosePaid, type Record_ } from './record.js';

export interface Variant {
  readonly decision: string;
  readonly option: string;
  readonly isAlways: boolean;
  readonly evaluator: Evaluator;
}

export interface RunContext {
  readonly world: World;
  readonly compiler: Compiler;
  readonly choices: Choices;
  readonly period: Period;
  /** The first open month of the programs whose claim year begins with the month. */
  readonly openFrom: (yearStart: number) => MonthIndex;
  readonly book: LedgerBook;
}

/** One program of the pack over the facts: its entitlements, and the ways to ask again about one of them. */
export class ProgramRun {
  readonly compiled: CompiledProgram;
  readonly evaluator: Evaluator;
  readonly subjects: readonly string[];
  readonly #entitlement = emptyEntitlement();
  readonly #cell: Cell;
  #variants: readonly Variant[] | null = null;

  constructor(
    readonly raw: ProgramSpec,
    readonly context: RunContext,
  ) {
    const { world, compiler, choices } = context;
    this.compiled = compiler.compile(raw, choices);
    this.subjects = world.subjects(raw.subject);
    this.evaluator = new Evaluator(this.compiled, this.subjects, world.facts);
    this.#cell = { stamp: 0, kind: raw.subject, subject: 0, unit: onceUnit(0) };
  }

  get spec(): ProgramSpec {
    return this.compiled.spec;
  }

  cellOf(subject: number, unit: Unit): Cell {
    this.#cell.stamp = this.context.compiler.nextStamp();
    this.#cell.subject = subject;
    this.#cell.unit = unit;
    return this.#cell;
  }

  /** Every entitlement of the open months. Throws ProgramRefusal when a fact it needs is missing. */
  records(): Record_[] {
    if (this.compiled.refusal !== null) {
      throw this.compiled.refusal;
    }
    const units = this.#units();
    this.#askOpenUnits(units);
    const order = this.subjects
      .map((id, index) => ({ id, index }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
    const records: Record_[] = [];
    for (const { id, index } of order) {
      const isInLedger =
        this.context.book.entriesOf(this.spec.id, this.spec.subject, id) !== undefined;
      for (const unit of this.spec.per === 'ONCE' ? this.#onceUnits(index, id) : units) {
        const record = this.#record(index, unit, isInLedger);
        if (record !== null) {
          records.push(record);
        }
      }
    }
    return records;
  }

  #record(subject: number, unit: Unit, isInLedger: boolean): Record_ | null {
    const isListed = this.#isListed(subject, unit);
    const isOpenToAll = this.spec.population === 'SERVED_OR_ELIGIBLE';
    if (!isListed && !isOpenToAll) {
      return isInLedger ? this.#takenBack(subject, unit) : null;
    }
    const found = this.#entitlement;
    this.evaluator.evaluate(this.cellOf(subject, unit), found);
    const isNobody = found.state === EARNS_NOTHING && found.stop === 'GATE' && !isListed;
    if (isNobody && !isInLedger) {
      return null;
    }
    // Eligible and unserved is worth a line that says so; a subject that only the ledger knows is worth nothing.
    const isGone = !isListed && isNobody;
    return {
      subject,
      unit,
      state: isGone ? NOT_A_CANDIDATE : found.state,
      stop: found.stop,
      quantity: found.quantity,
      rateFen: found.rateFen,
      ownFen: isGone ? 0 : found.amountFen,
      amountFen: isGone ? 0 : found.amountFen,
      limitedBy: null,
    };
  }

  /** Somebody who is not among those paid owes what the ledger holds; a fact that lacks there refuses nobody. */
  #takenBack(subject: number, unit: Unit): Record_ {
    const found = this.#entitlement;
    const gone = notAmongThosePaid(subject, unit);
    try {
      this.evaluator.evaluate(this.cellOf(subject, unit), found);
    } catch (error) {
      if (error instanceof ProgramRefusal) {
        return gone;
      }
      throw error;
    }
    const { stop, quantity, rateFen } = found;
    return { ...gone, stop: stop ?? gone.stop, quantity, rateFen };
  }

  #units(): Unit[] {
    const { spec } = this;
    const { openFrom, period, book } = this.context;
    const start = spec.yearStart ?? 1;
    const units = dueUnits({
      per: spec.per,
      cycle: spec.cycle ?? spec.per,
      yearStart: start,
      openFrom: openFrom(start),
      period,
    });
    return units.filter((unit) => unit.month > book.closedThrough);
  }

  /** A yearly program that lacks a fact says so in every month, not only in the last one. */
  #askOpenUnits(units: readonly Unit[]): void {
    if (this.spec.subject !== 'center' || units.length > 0) {
      return;
    }
    const { openFrom, period } = this.context;
    const asked = {
      per: this.spec.per,
      cycle: this.spec.per,
      yearStart: this.spec.yearStart ?? 1,
      openFrom: openFrom(this.spec.yearStart ?? 1),
      period,
    };
    for (const unit of openUnits(asked)) {
      this.evaluator.evaluate(this.cellOf(0, unit), this.#entitlement);
    }
  }

  #onceUnits(subject: number, id: string): Unit[] {
    const { period, world, book, openFrom } = this.context;
    const { spec } = this;
    return onceUnits({
      period,
      closedThrough: book.closedThrough,
      held: book.entriesOf(spec.id, spec.subject, id)?.at(-1)?.month ?? null,
      completed:
        spec.subject === 'project'
          ? { on: world.facts.projects[subject]?.completedOn ?? null, plus: spec.afterMonths ?? 0 }
          : null,
      since: spec.from == null ? openFrom(spec.yearStart ?? 1) : monthIndexOf(spec.from),
      isDue: (unit) => this.#isDue(subject, unit),
    });
  }

  #isDue(subject: number, unit: Unit): boolean {
    if (!this.#isListed(subject, unit)) {
      return false;
    }
    this.evaluator.evaluate(this.cellOf(subject, unit), this.#entitlement);
    return this.#entitlement.state !== EARNS_NOTHING;
  }

  #isListed(subject: number, unit: Unit): boolean {
    const { world } = this.context;
    switch (this.spec.subject) {
      case 'person':
        return this.#isPersonListed(subject, unit);
      case 'bed':
        return world.bedPresence('COUNT').touches(subject, unit.from, unit.until);
      case 'center': {
        const opened = world.facts.center.openedOn;
        return opened == null || dayOf(opened) < unit.until;
      }
      case 'project': {
        const kinds = this.spec.projectKinds;
        return kinds === undefined || kinds.includes(world.facts.projects[subject]?.kind ?? '');
      }
      case 'staff': {
        const member = world.facts.staff[subject];
        return (
          member !== undefined &&
          dayOf(member.from) < unit.until &&
          dayOrNever(member.until) > unit.from
        );
      }
    }
  }

  #isPersonListed(subject: number, unit: Unit): boolean {
    const { world } = this.context;
    switch (this.spec.population ?? 'RESIDENTS') {
      case 'RESIDENTS':
        return world.presence('COUNT').touches(subject, unit.from, unit.until);
      case 'SERVED':
      case 'SERVED_OR_ELIGIBLE':
        return world.services.touches(subject, unit.from, unit.until);
      case 'FED':
        return world.meals.touches(subject, unit.from, unit.until);
      case 'EVERYONE':
        return true;
    }
  }

  /** The program under each other option of each question it depends on; an option that lacks a figure is left out. */
  get variants(): readonly Variant[] {
    this.#variants ??= this.#makeVariants();
    return this.#variants;
  }

  #makeVariants(): Variant[] {
    const { compiler, choices, world } = this.context;
    const asked = new Set(compiler.decisionsOf(this.raw));
    return (compiler.pack.decisions ?? [])
      .filter((decision) => asked.has(decision.id) && decision.compare !== 'NEVER')
      .flatMap((decision) =>
        decision.options
          .filter((option) => option.id !== choices[decision.id])
          .flatMap((option) => {
            const compiled = compiler.compile(this.raw, { ...choices, [decision.id]: option.id });
            return compiled.refusal !== null
              ? []
              : [
                  {
                    decision: decision.id,
                    option: option.id,
                    isAlways: decision.compare === 'ALWAYS',
                    evaluator: new Evaluator(compiled, this.subjects, world.facts),
                  },
                ];
          }),
      );
  }

  /** The amount of one cell by another evaluator; null where it refuses. */
  amountBy(evaluator: Evaluator, subject: number, unit: Unit): number | null {
    const found = emptyEntitlement();
    try {
      evaluator.evaluate(this.cellOf(subject, unit), found);
    } catch (error) {
      if (error instanceof ProgramRefusal) {
        return null;
      }
      throw error;
    }
    return found.amountFen;
  }
}

export const yearStartDay = (unit: Unit, yearStart: number): number =>
  monthStart(claimYearOf(unit.firstMonth, yearStart));
