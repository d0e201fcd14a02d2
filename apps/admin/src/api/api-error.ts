import type { ErrorCode } from '@yibu/kernel';

/** What only the client can know: the server never answered, or answered something else than GraphQL. */
export type ClientErrorCode = 'NETWORK' | 'BAD_ANSWER';

export interface FieldProblem {
  readonly path: string;
  readonly rule: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

interface Details {
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly fields?: readonly FieldProblem[] | undefined;
  readonly requestId?: string | undefined;
}

/** A refusal as data; the sentence is looked up from `code` and `params` (see `useErrorText`). */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly params: Readonly<Record<string, unknown>>;
  readonly fields: readonly FieldProblem[];
  readonly requestId: string | null;

  constructor(
    readonly code: ErrorCode | ClientErrorCode,
    details: Details = {},
  ) {
    super(code);
    this.params = details.params ?? {};
    this.fields = details.fields ?? [];
    this.requestId = details.requestId ?? null;
  }
}

export const isApiError = (error: unknown, ...codes: readonly string[]): error is ApiError =>
  error instanceof ApiError && (codes.length === 0 || codes.includes(error.code));
