import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import { AppError, type ErrorCode, type ErrorKind, InputError } from '@yibu/kernel';
import type { Response } from 'express';

import { requestIds } from '../access/request-context.js';
import { YibuLogger } from '../logger.js';

const STATUS: Record<ErrorKind, number> = {
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  invalid: 422,
  conflict: 409,
  unavailable: 503,
  internal: 500,
};

/** What the framework refuses by itself, before any of our code is asked. */
const CODES: Readonly<Record<number, ErrorCode>> = {
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'NOT_FOUND',
  413: 'REQUEST_TOO_LARGE',
  429: 'OVERLOADED',
  503: 'OVERLOADED',
};

/** Refusals of plain HTTP routes, in the same words as GraphQL's: code, params, request id. */
@Catch()
export class HttpErrorFilter implements ExceptionFilter {
  constructor(private readonly logger: YibuLogger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() === 'graphql') {
      throw error;
    }
    const response = host.switchToHttp().getResponse<Response>();
    const requestId = requestIds.getStore() ?? null;
    if (error instanceof AppError) {
      const { code, params } = error;
      const fields = error instanceof InputError ? { fields: error.fields } : {};
      response.status(STATUS[error.kind]).json({ code, params, ...fields, requestId });
      return;
    }
    const status = statusOf(error);
    const code = CODES[status] ?? (status < 500 ? 'INPUT_INVALID' : 'INTERNAL');
    if (code === 'INTERNAL') {
      this.logger.error(error, 'HTTP');
    }
    response.status(status).json({ code, params: {}, requestId });
  }
}

/** Of Nest's exceptions, and of Express' own, such as a body that is too large or no JSON; 500 for all others. */
function statusOf(error: unknown): number {
  const status = error instanceof Error && 'status' in error ? Number(error.status) : Number.NaN;
  return status >= 400 && status < 600 ? status : 500;
}
