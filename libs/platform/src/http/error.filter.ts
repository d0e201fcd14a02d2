import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import { AppError, type ErrorKind } from '@yibu/kernel';
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
      response
        .status(STATUS[error.kind])
        .json({ code: error.code, params: error.params, requestId });
    } else if (error instanceof HttpException) {
      const status = error.getStatus();
      const code =
        status === 413 ? 'FILE_TOO_LARGE' : status === 404 ? 'NOT_FOUND' : 'INPUT_INVALID';
      response.status(status).json({ code, params: { maxMegabytes: 10 }, requestId });
    } else {
      this.logger.error(error, 'HTTP');
      response.status(500).json({ code: 'INTERNAL', params: {}, requestId });
    }
  }
}
