import { ERROR_KINDS, type ErrorCode, type ErrorKind } from './error-codes.js';

export type ErrorParams = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>;

/** One refusal, as data. What people read is looked up from `code` and `params` in the client's catalogue. */
export class AppError extends Error {
  override readonly name = 'AppError';

  /** `message` is for the log: what, and which. It never holds personal data. */
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly params: ErrorParams = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  get kind(): ErrorKind {
    return ERROR_KINDS[this.code];
  }
}

/** One field of a form that cannot be taken, with the rule it broke. */
export interface FieldProblem {
  readonly path: string;
  readonly rule: string;
  readonly params?: ErrorParams;
}

export class InputError extends AppError {
  constructor(readonly fields: readonly FieldProblem[]) {
    super('INPUT_INVALID', `Invalid input: ${fields.map((f) => `${f.path} ${f.rule}`).join('; ')}`);
  }
}
