import { unwrapResolverError } from '@apollo/server/errors';
import { AppError, ERROR_KINDS, InputError, type ErrorKind } from '@yibu/kernel';
import type { GraphQLFormattedError } from 'graphql';

import { requestIds } from '../access/request-context.js';
import type { YibuLogger } from '../logger.js';

const NEUTRAL: Record<ErrorKind, string> = {
  unauthenticated: 'Sign in first',
  forbidden: 'Not allowed',
  not_found: 'Not found',
  invalid: 'Invalid input',
  conflict: 'Conflict',
  unavailable: 'Try again in a moment',
  internal: 'Internal error',
};

/** The only place where an exception becomes a response. An unknown error never shows its text. */
export function errorFormatter(
  logger: YibuLogger,
): (formatted: GraphQLFormattedError, thrown: unknown) => GraphQLFormattedError {
  return (formatted, thrown) => {
    const error = unwrapResolverError(thrown);
    const requestId = requestIds.getStore() ?? null;
    const position = formatted.path === undefined ? {} : { path: formatted.path };
    if (error instanceof AppError) {
      const fields = error instanceof InputError ? { fields: error.fields } : {};
      return {
        ...position,
        message: NEUTRAL[ERROR_KINDS[error.code]],
        extensions: { code: error.code, params: error.params, ...fields, requestId },
      };
    }
    const code = String(formatted.extensions?.['code'] ?? 'INTERNAL');
    if (code === 'INTERNAL_SERVER_ERROR' || code === 'INTERNAL') {
      logger.error(error, 'GraphQL');
      return {
        ...position,
        message: NEUTRAL.internal,
        extensions: { code: 'INTERNAL', requestId },
      };
    }
    // GraphQL's own refusals (a query that does not fit the schema, a scalar out of range): a developer reads these.
    const { stacktrace: _stacktrace, ...extensions } = formatted.extensions ?? {};
    const isScalar = code === 'BAD_USER_INPUT';
    return {
      ...position,
      message: formatted.message,
      extensions: { ...extensions, code: isScalar ? 'INPUT_INVALID' : code, requestId },
    };
  };
}
