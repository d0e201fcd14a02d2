import {
  applyDecorators,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  PayloadTooLargeException,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { AppError } from '@yibu/kernel';
import { catchError, type Observable, throwError } from 'rxjs';

const BYTES_OF_A_MEGABYTE = 1024 * 1024;

/** The one file of a request, named `file`; a larger one is FILE_TOO_LARGE with the limit of this very route. */
export function OneFile(maxMegabytes: number): MethodDecorator {
  return applyDecorators(
    UseInterceptors(
      new TooLarge(maxMegabytes),
      FileInterceptor('file', {
        limits: { fileSize: maxMegabytes * BYTES_OF_A_MEGABYTE, files: 1, fields: 10 },
      }),
    ),
  );
}

@Injectable()
class TooLarge implements NestInterceptor {
  constructor(private readonly maxMegabytes: number) {}

  intercept(_context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { maxMegabytes } = this;
    return next
      .handle()
      .pipe(
        catchError((error: unknown) =>
          throwError(() =>
            error instanceof PayloadTooLargeException
              ? new AppError('FILE_TOO_LARGE', `More than ${maxMegabytes} MB`, { maxMegabytes })
              : error,
          ),
        ),
      );
  }
}
