import { useCallback } from 'react';

import { ApiError, type FieldProblem } from '../api/api-error.js';
import { useText } from '../i18n/use-text.js';

/** Only these are worth a call to support; a plain refusal needs no number. */
const UNEXPECTED: readonly string[] = ['INTERNAL', 'BAD_ANSWER', 'OVERLOADED'];

/**
 * Some refusals have several causes, each with its own way out: `CODE_REASON` before `CODE`. Where something was to be
 * read and nothing to be saved, `CODE_READ`.
 */
function withCause(params: ApiError['params'], isRead: boolean): Readonly<Record<string, unknown>> {
  const { reason } = params;
  if (isRead) {
    return { ...params, context: 'READ' };
  }
  return typeof reason === 'string' && /^[A-Z_]+$/.test(reason)
    ? { ...params, context: reason }
    : params;
}

interface ErrorText {
  readonly sentence: string;
  readonly requestId: string | null;
}

/** The sentence of a refusal in the reader's language. */
export function useErrorText(isRead = false): (error: unknown) => ErrorText {
  const { t, lookUp } = useText();
  return useCallback(
    (error: unknown) => {
      if (!(error instanceof ApiError)) {
        return { sentence: t('errors:BAD_ANSWER'), requestId: null };
      }
      const sentence =
        lookUp(`errors:${error.code}`, withCause(error.params, isRead)) ?? t('errors:INTERNAL');
      const isUnexpected = UNEXPECTED.includes(error.code);
      return { sentence, requestId: isUnexpected ? error.requestId : null };
    },
    [t, lookUp, isRead],
  );
}

export function useRuleText(): (problem: FieldProblem) => string {
  const { t, lookUp } = useText();
  return useCallback(
    (problem: FieldProblem) =>
      lookUp(`rules:${problem.rule}`, problem.params) ??
      lookUp(`errors:${problem.rule}`, problem.params) ??
      t('rules:other'),
    [t, lookUp],
  );
}
