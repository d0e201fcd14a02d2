import { ERROR_KINDS, type ErrorCode } from '@yibu/kernel';

import type { TypedDocumentString } from '../gql/graphql.js';
import { ApiError, isApiError, type FieldProblem } from './api-error.js';
import { passwordGiven } from './password-gate.js';
import { reportError } from './session-events.js';

interface GraphQLProblem {
  readonly extensions?: {
    readonly code?: string;
    readonly params?: Record<string, unknown>;
    readonly fields?: readonly FieldProblem[];
    readonly requestId?: string;
  };
}

interface GraphQLAnswer<Result> {
  readonly data?: Result | null;
  readonly errors?: readonly GraphQLProblem[];
}

interface Options {
  readonly signal?: AbortSignal;
  /** A poll nobody asked for: it must not keep an abandoned session alive. */
  readonly background?: boolean;
}

const isErrorCode = (code: string): code is ErrorCode => code in ERROR_KINDS;

/** The header a foreign page cannot send without asking: it marks the request as ours (CSRF). */
export const CLIENT_HEADERS = { 'x-yibu-client': 'admin' } as const;

export function toApiError(problem: GraphQLProblem, response: Response): ApiError {
  const { code, params, fields, requestId } = problem.extensions ?? {};
  return new ApiError(code !== undefined && isErrorCode(code) ? code : 'INTERNAL', {
    params,
    fields,
    requestId: requestId ?? response.headers.get('x-request-id') ?? undefined,
  });
}

async function send(body: string, options: Options): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json;q=0.9',
        ...CLIENT_HEADERS,
        ...(options.background === true ? { 'x-yibu-background': '1' } : {}),
      },
      body,
      ...(options.signal ? { signal: options.signal } : {}),
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') {
      throw error;
    }
    throw new ApiError('NETWORK');
  }
}

async function read<Result>(response: Response): Promise<Result> {
  const text = await response.text();
  const requestId = response.headers.get('x-request-id') ?? undefined;
  let answer: GraphQLAnswer<Result>;
  try {
    answer = JSON.parse(text) as GraphQLAnswer<Result>;
  } catch {
    throw new ApiError(response.status === 503 ? 'OVERLOADED' : 'BAD_ANSWER', { requestId });
  }
  const problem = answer.errors?.[0];
  if (problem) {
    throw toApiError(problem, response);
  }
  if (answer.data === undefined || answer.data === null) {
    throw new ApiError('BAD_ANSWER', { requestId });
  }
  return answer.data;
}

/** A step that asks for the password waits here for it, so that the form that took it is none the wiser. */
async function sendConfirmed<Result>(body: string, options: Options): Promise<Result> {
  try {
    return await read<Result>(await send(body, options));
  } catch (error) {
    if (!isApiError(error, 'PASSWORD_CONFIRMATION_REQUIRED') || !(await passwordGiven())) {
      throw error;
    }
    return await read<Result>(await send(body, options));
  }
}

/** What a paste from a phone book or a word processor brings along unseen; no field means it, and the server refuses it. */
const UNSEEN =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/gu;

const printable = (_name: string, value: unknown): unknown =>
  typeof value === 'string' ? value.replaceAll(UNSEEN, '') : value;

export async function execute<Result, Variables>(
  document: TypedDocumentString<Result, Variables>,
  variables: Variables,
  options: Options = {},
): Promise<Result> {
  try {
    return await sendConfirmed(
      JSON.stringify({ query: String(document), variables }, printable),
      options,
    );
  } catch (error) {
    reportError(error);
    throw error;
  }
}
