import { Injectable, type LoggerService } from '@nestjs/common';
import { pino, type LevelWithSilent, type Logger } from 'pino';

import { requestIds } from './access/request-context.js';

/**
 * JSON lines with the request id and without personal data. (nestjs-pino 4 stops at Nest 11, and 5 needs Node 22; this
 * is what the product uses of it.)
 */
@Injectable()
export class YibuLogger implements LoggerService {
  private readonly pino: Logger;

  constructor(level: LevelWithSilent = 'warn') {
    this.pino = pino({
      level,
      redact: { paths: ['*.password', '*.idNumber', '*.token', '*.cookie'], censor: '***' },
      mixin: () => {
        const requestId = requestIds.getStore();
        return requestId === undefined ? {} : { requestId };
      },
    });
  }

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.write('fatal', message, rest);
  }

  private write(
    level: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal',
    message: unknown,
    rest: readonly unknown[],
  ): void {
    const last = rest.at(-1);
    const context = typeof last === 'string' ? last : undefined;
    if (message instanceof Error) {
      this.pino[level]({ context, err: { message: withoutValues(message), stack: message.stack } });
    } else if (typeof message === 'object' && message !== null) {
      this.pino[level]({ context, ...message });
    } else {
      this.pino[level]({ context }, String(message));
    }
  }
}

/** A driver error repeats the statement with its values; a name or number in it must not reach the log. */
function withoutValues(error: Error): string {
  return 'sqlMessage' in error || 'query' in error
    ? `${error.name}: database error ${'errno' in error ? String(error.errno) : ''}`
    : error.message;
}
