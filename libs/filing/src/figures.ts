import { AppError } from '@yibu/kernel';
import type { Assessment, AssessmentLine, FilingProgram } from './filing.js';

export interface Amounts {
  readonly normalFen: number;
  readonly catchUpFen: number;
  readonly reversalFen: number;
  readonly totalFen: number;
  readonly quantity: number;
  readonly subjects: number;
  readonly lines: number;
}

export interface RateGroup extends Amounts {
  readonly rateFen: number | null;
  readonly unit: string;
}

export interface ProgramFigures extends Amounts {
  readonly program: FilingProgram;
  readonly unit: string;
  readonly byRate: readonly RateGroup[];
  readonly payable: readonly AssessmentLine[];
}

export interface Figures {
  readonly programs: readonly ProgramFigures[];
  readonly months: readonly { readonly month: string; readonly amounts: Amounts }[];
  readonly whole: Amounts;
  readonly people: number;
  /** Lines that stand outside the total: paying nothing, or waiting for a decision. */
  readonly rest: readonly AssessmentLine[];
}

const sum = (lines: readonly AssessmentLine[], kind?: AssessmentLine['kind']): number =>
  lines.reduce(
    (total, line) => (kind === undefined || line.kind === kind ? total + line.amountFen : total),
    0,
  );

/** Parts of a month and the like are shown to the hundredth; no money is computed from them. */
const toHundredths = (value: number): number => Math.round(value * 100) / 100;

/** What a line pays for, less where it takes back. */
export function quantityOf({ quantity, outOf, amountFen }: AssessmentLine): number {
  const whole = toHundredths(quantity / (outOf ?? 1));
  return amountFen < 0 ? -Math.abs(whole) : whole;
}

function amountsOf(lines: readonly AssessmentLine[]): Amounts {
  return {
    normalFen: sum(lines, 'NORMAL'),
    catchUpFen: sum(lines, 'CATCH_UP'),
    reversalFen: sum(lines, 'REVERSAL'),
    totalFen: sum(lines),
    quantity: toHundredths(lines.reduce((total, line) => total + quantityOf(line), 0)),
    subjects: new Set(lines.map(({ subject }) => `${subject.kind} ${subject.id}`)).size,
    lines: lines.length,
  };
}

function groupBy<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) {
      groups.set(key, [item]);
    } else {
      group.push(item);
    }
  }
  return groups;
}

const unitOf = (lines: readonly AssessmentLine[]): string => {
  const units = new Set(lines.map(({ unit }) => unit));
  return units.size === 1 ? ([...units][0] ?? '') : '';
};

function rateGroups(lines: readonly AssessmentLine[]): RateGroup[] {
  const groups = groupBy(lines, (line) => `${line.rateFen ?? ''} ${line.unit}`);
  return [...groups.values()]
    .map((group) => ({
      ...amountsOf(group),
      rateFen: group[0]?.rateFen ?? null,
      unit: group[0]?.unit ?? '',
    }))
    .sort((a, b) => (a.rateFen ?? 0) - (b.rateFen ?? 0));
}

/** Every sum that the papers print, from the lines themselves; a result whose totals differ makes no papers. */
export function figuresOf(result: Assessment, programs: readonly FilingProgram[]): Figures {
  const payable = result.lines.filter((line) => line.status === 'PAYABLE');
  const whole = amountsOf(payable);
  if (whole.totalFen !== result.totalFen) {
    throw new AppError(
      'FILING_TOTALS_DISAGREE',
      `Result of ${result.period}: lines add up to ${whole.totalFen}, the total says ${result.totalFen}`,
    );
  }
  const byProgram = groupBy(payable, (line) => line.program);
  const known = new Set(programs.map(({ id }) => id));
  const unnamed = [...byProgram.keys()]
    .filter((id) => !known.has(id))
    .map((id) => ({ id, name: id, document: '', clause: '', refusal: null }));
  const byMonth = [...groupBy(payable, (line) => line.month)].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    programs: [...programs, ...unnamed].map((program) => {
      const lines = byProgram.get(program.id) ?? [];
      const byRate = rateGroups(lines);
      return { ...amountsOf(lines), program, unit: unitOf(lines), byRate, payable: lines };
    }),
    months: byMonth.map(([month, lines]) => ({ month, amounts: amountsOf(lines) })),
    whole,
    people: new Set(payable.filter((l) => l.subject.kind === 'person').map((l) => l.subject.id))
      .size,
    rest: result.lines.filter((line) => line.status !== 'PAYABLE'),
  };
}
