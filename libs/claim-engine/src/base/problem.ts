export type Params = Readonly<
  Record<string, string | number | boolean | null | readonly string[] | readonly number[]>
>;

export const PROBLEM_CODES = [
  'WRONG_TYPE',
  'MISSING',
  'UNKNOWN_FIELD',
  'NOT_A_DATE',
  'NOT_A_MONTH',
  'NOT_ALLOWED',
  'OUT_OF_RANGE',
  'DUPLICATE_ID',
  'DANGLING_ID',
  'INTERVAL_REVERSED',
  'STAYS_OVERLAP_PERSON',
  'STAYS_OVERLAP_BED',
  'COUNTY_MISMATCH',
  'SCHEMA_UNKNOWN',
  'DECISION_UNKNOWN',
  'OPTION_UNKNOWN',
  'PERIOD_INVALID',
  'SUBJECT_MISMATCH',
  'NO_EFFECT',
  'YEARS_DIFFER',
  'CONFLICT',
  'NOT_IN_ORDER',
  'NOTHING_BETWEEN',
  'LIMIT_NEVER_REACHED',
  'PARTS_OF_NOTHING',
  'NOT_A_COUNTY',
  'NOT_JSON',
  'NOT_YAML',
  'TRUNCATED',
  'BYTE_ORDER_MARK',
  'EMPTY_FILE',
  'FILE_UNREADABLE',
] as const;
export type ProblemCode = (typeof PROBLEM_CODES)[number];

/** One thing wrong with an input: where (JSON path), what (code), and the values a sentence needs. */
export interface Problem {
  readonly path: string;
  readonly code: ProblemCode;
  readonly params: Params;
}

/** More problems than this help nobody; the file is of another kind altogether. */
const MOST_PROBLEMS = 1000;

export class Problems {
  readonly list: Problem[] = [];

  add(path: string, code: ProblemCode, params: Params = {}): void {
    if (this.list.length < MOST_PROBLEMS) {
      this.list.push({ path, code, params });
    }
  }

  get isEmpty(): boolean {
    return this.list.length === 0;
  }
}

/** Input that cannot be computed at all: every problem at once. */
export class RefusedInput extends Error {
  override readonly name = 'RefusedInput';

  constructor(readonly problems: readonly Problem[]) {
    super(`Refused: ${problems.map((p) => `${p.path} ${p.code}`).join('; ')}`);
  }
}

export function refuse(path: string, code: ProblemCode, params: Params = {}): never {
  throw new RefusedInput([{ path, code, params }]);
}
