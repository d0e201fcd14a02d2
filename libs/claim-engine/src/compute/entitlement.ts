import { dayOf, dayOrNever, monthIndexOf, NEVER, type Day } from '../base/days.js';
import { fen, mulRatio } from '@yibu/kernel';
import type { BureauDecision, Facts } from '../facts/facts.types.js';
import {
  FAIL,
  PASS,
  UNDECIDED,
  passesIfKnown,
  type Cell,
  type Ratio,
  type Trace,
} from '../nodes/node.js';
import type { RateReading } from '../nodes/rates.js';
import type { CompiledProgram } from './compile.js';
import {
  EARNS,
  EARNS_NOTHING,
  emptyEntitlement,
  OPEN_QUESTION,
  ZERO,
  type Entitlement,
} from './entitlement.types.js';

const STEP = { FEN: 1, JIAO: 10, YUAN: 100 } as const;

/** Evaluates compiled programs cell by cell. */
export class Evaluator {
  readonly #decided = new Map<string, BureauDecision[]>();
  /** Days on which the program is in force. */
  readonly #from: Day;
  readonly #until: Day;

  constructor(
    readonly program: CompiledProgram,
    readonly subjects: readonly string[],
    readonly facts: Facts,
  ) {
    const { from, until } = program.spec;
    this.#from = from == null ? -NEVER : dayOf(from);
    this.#until = dayOrNever(until);
    for (const decision of facts.decisions) {
      if (decision.program === program.spec.id && decision.subject.kind === program.spec.subject) {
        const list = this.#decided.get(decision.subject.id) ?? [];
        list.push(decision);
        this.#decided.set(decision.subject.id, list);
      }
    }
  }

  evaluate(cell: Cell, out: Entitlement): void {
    out.state = EARNS_NOTHING;
    out.amountFen = 0;
    out.rateFen = null;
    out.quantity = ZERO;
    out.reading = null;
    if (cell.unit.until <= this.#from || cell.unit.from >= this.#until) {
      out.stop = 'OUT_OF_FORCE';
      return;
    }
    if (cell.kind === 'project' && this.#completedOn(cell) === null) {
      out.stop = 'NOT_COMPLETED';
      return;
    }
    const verdict = this.program.require?.test(cell) ?? PASS;
    if (verdict === FAIL) {
      out.stop = 'GATE';
      return;
    }
    this.#pay(cell, out);
    if (verdict === UNDECIDED) {
      out.state = OPEN_QUESTION;
    }
  }

  #completedOn(cell: Cell): string | null {
    return this.facts.projects[cell.subject]?.completedOn ?? null;
  }

  #pay(cell: Cell, out: Entitlement): void {
    const quantity = this.program.quantity.value(cell);
    out.quantity = quantity;
    if (quantity.n <= 0) {
      out.stop = 'QUANTITY';
      return;
    }
    const reading = this.program.rate?.read(cell) ?? null;
    out.reading = reading;
    if (reading === null || reading.state === 'NOTHING') {
      out.stop = 'RATE';
      return;
    }
    const base = this.#base(reading, quantity, cell);
    out.rateFen = this.#oneRate(reading, base, quantity);
    out.amountFen = this.#adjusted(base, quantity, cell);
    out.stop = null;
    out.state = EARNS;
    // Asked in any case: a gate that lacks a fact refuses now, not when the line is explained.
    const needsConfirmation = this.#needsConfirmation(cell);
    const isAsked = needsConfirmation || reading.state === 'DECISION';
    if (isAsked) {
      this.#decide(cell, reading, out);
    } else if (out.amountFen === 0) {
      out.state = EARNS_NOTHING;
      out.stop = 'AMOUNT';
    }
  }

  #needsConfirmation(cell: Cell): boolean {
    return this.program.confirm.some((confirm) => confirm.gate.test(cell) === PASS);
  }

  /** The bureau's decision document settles an open question; a sum outside the printed range settles nothing. */
  #decide(cell: Cell, reading: RateReading, out: Entitlement): void {
    out.state = OPEN_QUESTION;
    const decision = this.decisionFor(cell);
    if (decision === null) {
      return;
    }
    const range = reading.row?.range ?? null;
    if (range === null || (decision.amountFen >= range.min && decision.amountFen <= range.max)) {
      out.amountFen = decision.amountFen;
      out.state = decision.amountFen > 0 ? EARNS : EARNS_NOTHING;
    }
  }

  decisionFor(cell: Cell): BureauDecision | null {
    const id = this.subjects[cell.subject] ?? '';
    const fitting = (this.#decided.get(id) ?? []).filter(
      (decision) =>
        decision.month == null ||
        (monthIndexOf(decision.month) >= cell.unit.firstMonth &&
          monthIndexOf(decision.month) <= cell.unit.lastMonth),
    );
    return fitting.at(-1) ?? null;
  }

  #adjusted(base: number, quantity: Ratio, cell: Cell): number {
    let amount = base;
    for (const modifier of this.program.adjust) {
      amount = modifier.apply(amount, quantity, cell);
    }
    return this.#rounded(amount);
  }

  #base(reading: RateReading, quantity: Ratio, cell: Cell): number {
    const { rate, spec } = this.program;
    const row = reading.row;
    const isDaily = spec.rate?.on === 'EACH_DAY' && row !== null && row.range === null;
    const daily = isDaily ? this.program.quantity.daily?.(cell) : undefined;
    if (rate !== null && row !== null && daily !== undefined) {
      return rate.fenOfDays(row, daily);
    }
    return quantity.d === 1
      ? reading.fen * quantity.n
      : mulRatio(fen(reading.fen), quantity.n, quantity.d, spec.rounding ?? 'half-up');
  }

  /** What was given on one day costs by the figure of that day, or of the unit. */
  fenOfDay(cell: Cell, day: Day, count: number): number {
    const { rate, spec } = this.program;
    const reading = rate?.read(cell) ?? null;
    if (rate === null || reading === null) {
      return 0;
    }
    const row = spec.rate?.on === 'EACH_DAY' ? reading.row : null;
    return row !== null ? rate.fenOfDays(row, new Map([[day, count]])) : reading.fen * count;
  }

  /** The rate of the line, where it has one: a range has none, and days at different figures have several. */
  #oneRate(reading: RateReading, base: number, quantity: Ratio): number | null {
    const hasNoFigure = reading.row === null || reading.row.range !== null;
    const isMixed = this.program.spec.rate?.on === 'EACH_DAY' && base !== reading.fen * quantity.n;
    return hasNoFigure || isMixed ? null : reading.fen;
  }

  #rounded(amount: number): number {
    const step = STEP[this.program.spec.roundTo ?? 'FEN'];
    return step === 1
      ? amount
      : mulRatio(fen(amount), 1, step, this.program.spec.rounding ?? 'half-up') * step;
  }

  /** The same way again, told. */
  trace(cell: Cell, out: Trace): void {
    const entitlement = emptyEntitlement();
    this.evaluate(cell, entitlement);
    const { spec } = this.program;
    if (entitlement.stop === 'OUT_OF_FORCE') {
      const params = { from: spec.from ?? null, until: spec.until ?? null };
      out.push({ step: 'gate', code: 'NOT_IN_FORCE', params, source: spec.source, facts: [] });
      return;
    }
    if (entitlement.stop === 'NOT_COMPLETED') {
      out.push({ step: 'gate', code: 'NOT_COMPLETED', params: {}, source: spec.source, facts: [] });
      return;
    }
    this.program.require?.trace(cell, out);
    if (entitlement.stop === 'GATE') {
      return;
    }
    this.program.quantity.trace(cell, out);
    if (entitlement.stop === 'QUANTITY') {
      return;
    }
    this.program.rate?.trace(cell, out);
    if (entitlement.stop === 'RATE') {
      return;
    }
    this.#traceAmount(cell, entitlement, out);
  }

  #traceAmount(cell: Cell, entitlement: Entitlement, out: Trace): void {
    const { quantity, rateFen } = entitlement;
    const { reading } = entitlement;
    let amount = reading === null ? 0 : this.#base(reading, quantity, cell);
    if (rateFen !== null) {
      out.push({
        step: 'result',
        code: 'RATE_TIMES_QUANTITY',
        params: {
          rateFen,
          n: quantity.n,
          d: quantity.d,
          unit: this.program.quantity.unit,
          amountFen: amount,
        },
        source: null,
        facts: [],
      });
    }
    if (rateFen === null && amount > 0) {
      const params = {
        n: quantity.n,
        d: quantity.d,
        unit: this.program.quantity.unit,
        amountFen: amount,
      };
      out.push({ step: 'result', code: 'RATES_BY_DAY', params, source: null, facts: [] });
    }
    for (const modifier of this.program.adjust) {
      modifier.trace(amount, quantity, cell, out);
      amount = modifier.apply(amount, quantity, cell);
    }
    if (this.#rounded(amount) !== amount) {
      const params = {
        beforeFen: amount,
        afterFen: this.#rounded(amount),
        to: this.program.spec.roundTo ?? 'FEN',
      };
      out.push({
        step: 'adjust',
        code: 'ROUNDED',
        params,
        source: this.program.spec.source,
        facts: [],
      });
    }
    this.#traceNotes(cell, entitlement, out);
  }

  #traceNotes(cell: Cell, entitlement: Entitlement, out: Trace): void {
    for (const { gate, spec, source } of [...this.program.confirm, ...this.program.warn]) {
      if (passesIfKnown(gate, cell)) {
        gate.trace(cell, out);
        const isQuestion = this.program.confirm.some((confirm) => confirm.spec === spec);
        const zh = typeof spec.text === 'string' ? spec.text : spec.text.zh;
        const en = typeof spec.text === 'string' ? spec.text : spec.text.en;
        const code = isQuestion ? 'NEEDS_CONFIRMATION' : 'WARNING';
        out.push({ step: 'note', code, params: { reason: spec.code, zh, en }, source, facts: [] });
      }
    }
    const decision = this.decisionFor(cell);
    if (decision !== null && entitlement.reading !== null) {
      const isTaken =
        entitlement.state !== OPEN_QUESTION && entitlement.amountFen === decision.amountFen;
      out.push({
        step: 'note',
        code: isTaken ? 'BUREAU_DECIDED' : 'BUREAU_DECISION_NOT_USED',
        params: {
          amountFen: decision.amountFen,
          on: decision.on ?? null,
          document: decision.document ?? null,
        },
        source: null,
        facts: [decision.id],
      });
    }
  }

  warnings(cell: Cell): string[] {
    return this.program.warn
      .filter((warning) => passesIfKnown(warning.gate, cell))
      .map((warning) => warning.spec.code);
  }
}
