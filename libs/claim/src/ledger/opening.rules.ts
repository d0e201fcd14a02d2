import { addMonthsToMonth, fen, isYearMonth, type Fen, type YearMonth } from '@yibu/kernel';

/** A row as somebody wrote it: in a form with ids, or in a sheet with names. */
export interface OpeningDraft {
  readonly row: number;
  readonly program: string;
  readonly subject: string;
  readonly month: string;
  readonly amountFen: number | null;
  readonly amountText: string;
}

export interface OpeningRow {
  readonly program: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly month: YearMonth;
  readonly amountFen: Fen;
}

export interface Problem {
  readonly row: number;
  readonly column: string;
  readonly rule: string;
  readonly value: string | null;
}

export interface OpeningGround {
  readonly yearFrom: YearMonth;
  readonly centerId: string;
  readonly centerName: string;
  /** Program id by id and by either title; with the kind of subject that it pays for. */
  readonly programs: ReadonlyMap<string, { readonly id: string; readonly subjectKind: string }>;
  /** Resident ids by id, name, and name with last four digits. */
  readonly people: ReadonlyMap<string, readonly string[]>;
}

/** Every problem of every row; rows without one come back ready to store. */
export function readOpening(
  drafts: readonly OpeningDraft[],
  ground: OpeningGround,
): { rows: OpeningRow[]; problems: Problem[] } {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  const rows = drafts.flatMap((draft) => {
    const before = problems.length;
    const report = (column: string, rule: string, value: string): void => {
      problems.push({ row: draft.row, column, rule, value: value.slice(0, 60) });
    };
    const program = ground.programs.get(draft.program.trim());
    if (!program) {
      report('program', 'UNKNOWN_PROGRAM', draft.program);
    }
    const subjectId = subjectOf(draft, program?.subjectKind ?? 'person', ground, report);
    const month = monthIn(draft.month.trim(), ground.yearFrom, report);
    if (draft.amountFen === null || draft.amountFen <= 0) {
      report('amount', 'NOT_AN_AMOUNT', draft.amountText);
    }
    const key = `${program?.id ?? ''}|${subjectId}|${month}`;
    if (problems.length === before && seen.has(key)) {
      report('month', 'TWICE', draft.month);
    }
    seen.add(key);
    return problems.length > before || !program
      ? []
      : [
          {
            program: program.id,
            subjectKind: program.subjectKind,
            subjectId,
            month: month as YearMonth,
            amountFen: fen(draft.amountFen ?? 0),
          },
        ];
  });
  return { rows, problems };
}

type Report = (column: string, rule: string, value: string) => void;

function subjectOf(
  draft: OpeningDraft,
  kind: string,
  ground: OpeningGround,
  report: Report,
): string {
  const text = draft.subject.trim();
  if (kind !== 'person') {
    const isCenter = text === '' || text === ground.centerId || text === ground.centerName;
    if (!isCenter) {
      report('subject', 'UNKNOWN_PERSON', text);
    }
    return ground.centerId;
  }
  const found = ground.people.get(text) ?? [];
  if (found.length !== 1) {
    report('subject', found.length === 0 ? 'UNKNOWN_PERSON' : 'AMBIGUOUS_PERSON', text);
  }
  return found[0] ?? '';
}

/** 2025-01, 2025.1, 2025/1/31, 2025年1月: what centers write in a month column. */
const MONTH = /^(\d{4})[-./年](\d{1,2})(?:月|[-./]\d{1,2})?$/;

function monthIn(text: string, yearFrom: YearMonth, report: Report): string {
  const [, year, number] = MONTH.exec(text) ?? [];
  const month = `${year ?? ''}-${(number ?? '').padStart(2, '0')}`;
  if (!isYearMonth(month)) {
    report('month', 'NOT_A_MONTH', text);
  } else if (month < yearFrom || month >= addMonthsToMonth(yearFrom, 12)) {
    report('month', 'OUTSIDE_YEAR', text);
  }
  return month;
}

/** `1,800.00` or `1800` yuan as fen; null for anything that is no amount in whole fen. */
export function yuanToFen(text: string): number | null {
  const clean = text.replace(/[,，元\s]/g, '');
  const parts = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(clean);
  return parts ? Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0')) : null;
}
