import { fen, mulRatio } from '@yibu/kernel';
import type { Day } from '../base/days.js';
import type { RateRow, RateSpec, Source, Words } from '../pack/pack.types.js';
import { datedFen, latest, noticesFor, type DatedFen } from './dated-fen.js';
import {
  PASS,
  ProgramRefusal,
  UNDECIDED,
  type Cell,
  type CompileContext,
  type GateNode,
  type MeasureNode,
  type Trace,
} from './node.js';

/** What a rate says about a cell. One object per rate is reused: nothing is allocated in the loop. */
export interface RateReading {
  state: 'PAID' | 'NOTHING' | 'DECISION';
  fen: number;
  row: CompiledRow | null;
  code: string;
  confirmation: CompiledConfirmation | null;
}

export interface CompiledConfirmation {
  readonly gate: GateNode;
  readonly code: string;
  readonly text: { readonly zh: string; readonly en: string };
  readonly decision: string | null;
  readonly options: Readonly<Record<string, number>>;
}

export interface CompiledRow {
  readonly spec: RateRow;
  readonly gate: GateNode | null;
  readonly amounts: readonly DatedFen[];
  readonly range: { readonly min: number; readonly max: number } | null;
  readonly confirmations: readonly CompiledConfirmation[];
  readonly source: Source;
}

/** Which row pays cannot be said: an assessed level that the pack maps to no class. */
const OPEN = Symbol('open');

const rangeParams = ({ range }: CompiledRow): { minFen: number | null; maxFen: number | null } => ({
  minFen: range?.min ?? null,
  maxFen: range?.max ?? null,
});

const inBoth = (words: Words): { zh: string; en: string } =>
  typeof words === 'string' ? { zh: words, en: words } : words;

export class RateNode {
  readonly #rows: readonly CompiledRow[];
  readonly #value: MeasureNode | null;
  readonly #reading: RateReading = {
    state: 'NOTHING',
    fen: 0,
    row: null,
    code: '',
    confirmation: null,
  };

  constructor(
    readonly spec: RateSpec,
    readonly context: CompileContext,
  ) {
    const rows: readonly RateRow[] = spec.rows ?? [
      { ...spec, ...(spec.source ? { source: spec.source } : {}) },
    ];
    this.#value = spec.percentOf === undefined ? null : context.measure(spec.percentOf);
    if (spec.percentOf !== undefined && spec.percent === null) {
      context.missing('percent of the rate', spec.source);
    }
    this.#rows = rows.map((row, index) => this.#compileRow(row, index));
  }

  #compileRow(row: RateRow, index: number): CompiledRow {
    const { context } = this;
    const label = row.id ?? this.spec.id ?? String(index + 1);
    const { range } = row;
    if (range !== undefined && (range.minFen === null || range.maxFen === null)) {
      context.missing(`range ${label}`, row.source ?? context.source);
    }
    return {
      spec: row,
      gate: row.when === undefined ? null : context.gate(row.when),
      amounts: [
        ...datedFen(row, label, context),
        ...noticesFor(row.id ?? this.spec.id, this.spec, context),
      ],
      range: range === undefined ? null : { min: range.minFen ?? 0, max: range.maxFen ?? 0 },
      confirmations: (row.confirm ?? []).map((confirm) => ({
        gate: context.gate(confirm.when),
        code: confirm.code,
        text: inBoth(confirm.text ?? confirm.code),
        decision: confirm.decision ?? null,
        options: confirm.options ?? {},
      })),
      source: row.source ?? this.spec.source ?? context.source,
    };
  }

  /** The figure of a row on the deciding day of the unit; a county notice may only raise a floor. */
  #amount(row: CompiledRow, cell: Cell): DatedFen {
    return this.#figureOn(row, this.spec.on === 'LAST_DAY' ? cell.unit.until - 1 : cell.unit.from);
  }

  #figureOn(row: CompiledRow, day: Day): DatedFen {
    const floor = latest(row.amounts, day, false);
    const notice = latest(row.amounts, day, true);
    if (this.spec.notice === 'REQUIRED' && notice === null) {
      throw new ProgramRefusal('NOTICE_MISSING', { rate: row.spec.id ?? this.spec.id ?? '' });
    }
    const found = notice !== null && (floor === null || notice.fen > floor.fen) ? notice : floor;
    if (found === null) {
      throw new ProgramRefusal('RATE_NOT_IN_FORCE', { rate: row.spec.id ?? this.spec.id ?? '' });
    }
    return found;
  }

  /** The row that pays; a question where a row that would come first has a gate that nobody can answer. */
  #choose(cell: Cell): CompiledRow | null | typeof OPEN {
    let best: CompiledRow | null = null;
    for (const row of this.#rows) {
      const verdict = row.gate?.test(cell) ?? PASS;
      if (verdict === UNDECIDED) {
        return OPEN;
      }
      if (verdict === PASS) {
        if (this.spec.pick !== 'HIGHEST') {
          return row;
        }
        best =
          best === null || this.#amount(row, cell).fen > this.#amount(best, cell).fen ? row : best;
      }
    }
    return best;
  }

  read(cell: Cell): RateReading {
    const reading = this.#reading;
    const chosen = this.#choose(cell);
    const row = chosen === OPEN ? null : chosen;
    reading.row = row;
    reading.confirmation = null;
    if (chosen === OPEN) {
      [reading.state, reading.fen, reading.code] = ['DECISION', 0, 'ROW_UNDECIDED'];
      return reading;
    }
    if (row === null) {
      if (this.spec.otherwise === 'REFUSE') {
        throw new ProgramRefusal('NO_RATE_APPLIES', { month: cell.unit.month });
      }
      reading.state = 'NOTHING';
      reading.fen = 0;
      return reading;
    }
    if (row.range !== null) {
      [reading.state, reading.fen, reading.code] = ['DECISION', 0, 'RANGE_NEEDS_DECISION'];
      return reading;
    }
    reading.state = 'PAID';
    reading.fen = this.#value === null ? this.#amount(row, cell).fen : this.#valueFen(cell);
    for (const confirmation of row.confirmations) {
      if (confirmation.gate.test(cell) === PASS) {
        [reading.state, reading.code, reading.confirmation] = [
          'DECISION',
          confirmation.code,
          confirmation,
        ];
        break;
      }
    }
    return reading;
  }

  /** Each day at the figure of the day. */
  fenOfDays(row: CompiledRow, daily: ReadonlyMap<Day, number>): number {
    let total = 0;
    for (const [day, count] of daily) {
      total += this.#figureOn(row, day).fen * count;
    }
    return total;
  }

  #valueFen(cell: Cell): number {
    const value = this.#value?.value(cell) ?? null;
    const percent = fen(Math.round((this.spec.percent ?? 100) * 1000));
    return value === null
      ? 0
      : mulRatio(percent, value.n, value.d * 100_000, this.context.rounding);
  }

  trace(cell: Cell, out: Trace): void {
    const reading = this.read(cell);
    const { row } = reading;
    if (row === null) {
      this.#traceNoRow(cell, out);
      return;
    }
    row.gate?.trace(cell, out);
    this.#traceFigure(cell, row, out);
    if (reading.confirmation !== null) {
      reading.confirmation.gate.trace(cell, out);
      const { code: reason, decision, text } = reading.confirmation;
      const params = { reason, decision, ...text };
      out.push({ step: 'note', code: 'NEEDS_CONFIRMATION', params, source: row.source, facts: [] });
    }
  }

  #traceNoRow(cell: Cell, out: Trace): void {
    const source = this.spec.source ?? this.context.source;
    const open = this.#rows.find((row) => row.gate?.test(cell) === UNDECIDED);
    if (open !== undefined) {
      open.gate?.trace(cell, out);
      return;
    }
    out.push({ step: 'rate', code: 'NO_ROW_APPLIES', params: {}, source, facts: [] });
    for (const tried of this.#rows) {
      tried.gate?.trace(cell, out);
    }
  }

  #traceFigure(cell: Cell, row: CompiledRow, out: Trace): void {
    const { fen, row: chosen } = this.read(cell);
    const isFigure = row.range === null && this.#value === null;
    const amount = isFigure && chosen !== null ? this.#amount(row, cell) : null;
    out.push({
      step: 'rate',
      code: this.#code(row, amount),
      params: {
        rate: row.spec.id ?? this.spec.id ?? null,
        fen,
        ...rangeParams(row),
        percent: this.#value === null ? null : (this.spec.percent ?? 100),
      },
      source: amount?.source ?? row.source,
      facts: this.#value?.facts(cell) ?? [],
    });
  }

  #code(row: CompiledRow, amount: DatedFen | null): string {
    if (row.range !== null) {
      return 'RATE_RANGE';
    }
    if (this.#value !== null) {
      return 'RATE_OF_VALUE';
    }
    return amount?.isNotice === true ? 'RATE_BY_NOTICE' : 'RATE';
  }
}
