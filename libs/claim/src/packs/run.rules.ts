import { addMonthsToMonth, monthOf, type LocalDate, type YearMonth } from '@yibu/kernel';

import type { Entitled } from '../engine.js';

export const RUN_KINDS = ['EFFECT', 'WHAT_IF'] as const;
export type RunKind = (typeof RUN_KINDS)[number];

/** What the trial changes: another version, other answers, other figures. */
export interface RunSpec {
  readonly packId: string;
  readonly decisions: Readonly<Record<string, string>>;
  readonly rates: readonly {
    readonly rate: string;
    readonly fen: number;
    readonly fromOn: string;
  }[];
}

export interface Change {
  readonly program: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly month: string;
  readonly oldFen: number;
  readonly newFen: number;
}

export interface Cell {
  readonly centerId: string;
  readonly month: string;
  readonly program: string;
  readonly oldFen: number;
  readonly newFen: number;
}

export interface RunRefusal {
  readonly centerId: string;
  readonly isNew: boolean;
  readonly program: string;
  readonly textZh: string;
  readonly textEn: string;
}

export interface RunSummary {
  readonly oldFen: number;
  readonly newFen: number;
  readonly gainedLines: number;
  readonly lostLines: number;
  readonly changedLines: number;
  readonly gainers: number;
  readonly losers: number;
  readonly cells: readonly Cell[];
  readonly refusals: readonly RunRefusal[];
  /** Centers whose records the engine cannot compute, with the first reason. */
  readonly unread: readonly { readonly centerId: string; readonly text: string }[];
}

const keyOf = (line: Entitled): string =>
  JSON.stringify([line.program, line.subjectKind, line.subjectId, line.month]);

function sums(lines: readonly Entitled[]): Map<string, { line: Entitled; fen: number }> {
  const found = new Map<string, { line: Entitled; fen: number }>();
  for (const line of lines) {
    const key = keyOf(line);
    found.set(key, { line, fen: (found.get(key)?.fen ?? 0) + line.amountFen });
  }
  return found;
}

/** Every line that one computation has and the other has not, or has with another amount. */
export function changesOf(before: readonly Entitled[], after: readonly Entitled[]): Change[] {
  const [old, now] = [sums(before), sums(after)];
  return [...new Set([...old.keys(), ...now.keys()])].sort().flatMap((key) => {
    const [oldFen, newFen] = [old.get(key)?.fen ?? 0, now.get(key)?.fen ?? 0];
    const line = (now.get(key) ?? old.get(key))?.line;
    return line === undefined || oldFen === newFen
      ? []
      : [{ ...withoutAmount(line), oldFen, newFen }];
  });
}

const withoutAmount = ({
  program,
  subjectKind,
  subjectId,
  month,
}: Entitled): Omit<Entitled, 'amountFen'> => ({
  program,
  subjectKind,
  subjectId,
  month,
});

/** Money of a center by program and month, under both rules. */
export function cellsOf(
  centerId: string,
  before: readonly Entitled[],
  after: readonly Entitled[],
): Cell[] {
  const cells = new Map<
    string,
    { centerId: string; month: string; program: string; oldFen: number; newFen: number }
  >();
  const add = (line: Entitled, side: 'oldFen' | 'newFen'): void => {
    const key = `${line.program}|${line.month}`;
    const cell = cells.get(key) ?? {
      centerId,
      month: line.month,
      program: line.program,
      oldFen: 0,
      newFen: 0,
    };
    cell[side] += line.amountFen;
    cells.set(key, cell);
  };
  before.forEach((line) => add(line, 'oldFen'));
  after.forEach((line) => add(line, 'newFen'));
  return [...cells.values()].sort((a, b) =>
    (a.month + a.program).localeCompare(b.month + b.program),
  );
}

export interface CenterOutcome {
  readonly centerId: string;
  readonly cells: readonly Cell[];
  readonly changes: readonly Change[];
  readonly refusals: readonly RunRefusal[];
  readonly unread: string | null;
}

/** The county's outcome from those of its centers. */
export function summarize(outcomes: readonly CenterOutcome[]): RunSummary {
  const cells = outcomes.flatMap((outcome) => outcome.cells);
  const changes = outcomes.flatMap((outcome) => outcome.changes);
  const bySubject = new Map<string, number>();
  for (const change of changes) {
    const key = `${change.subjectKind}|${change.subjectId}`;
    bySubject.set(key, (bySubject.get(key) ?? 0) + change.newFen - change.oldFen);
  }
  const differences = [...bySubject.values()];
  return {
    oldFen: cells.reduce((sum, cell) => sum + cell.oldFen, 0),
    newFen: cells.reduce((sum, cell) => sum + cell.newFen, 0),
    gainedLines: changes.filter(({ oldFen }) => oldFen === 0).length,
    lostLines: changes.filter(({ newFen }) => newFen === 0).length,
    changedLines: changes.filter(({ oldFen, newFen }) => oldFen !== 0 && newFen !== 0).length,
    gainers: differences.filter((fen) => fen > 0).length,
    losers: differences.filter((fen) => fen < 0).length,
    cells,
    refusals: outcomes.flatMap((outcome) => outcome.refusals),
    unread: outcomes.flatMap(({ centerId, unread }) =>
      unread === null ? [] : [{ centerId, text: unread }],
    ),
  };
}

export interface RunWindow {
  /** As the engine names it. */
  readonly period: string;
  readonly firstMonth: YearMonth;
  readonly lastMonth: YearMonth;
}

/** A calendar year that is over is looked at whole; the current one up to the last month that is over. */
export function yearWindow(year: number, today: LocalDate): RunWindow | null {
  const [firstMonth, december] = [`${year}-01` as YearMonth, `${year}-12` as YearMonth];
  const lastOver = addMonthsToMonth(monthOf(today), -1);
  if (december <= lastOver) {
    return { period: String(year), firstMonth, lastMonth: december };
  }
  return firstMonth <= lastOver ? { period: lastOver, firstMonth, lastMonth: lastOver } : null;
}

/** The months that are over of the claim year that the last of them lies in. */
export function closedMonths(yearStart: number, today: LocalDate): RunWindow {
  const lastMonth = addMonthsToMonth(monthOf(today), -1);
  const start = `${lastMonth.slice(0, 4)}-${String(yearStart).padStart(2, '0')}` as YearMonth;
  const firstMonth = start <= lastMonth ? start : addMonthsToMonth(start, -12);
  return { period: lastMonth, firstMonth, lastMonth };
}
