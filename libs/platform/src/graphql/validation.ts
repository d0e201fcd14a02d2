import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InputError, type FieldProblem } from '@yibu/kernel';

/** class-validator's findings as INPUT_INVALID with one entry per field and broken rule. */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    transform: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => new InputError(errors.flatMap((error) => problemsOf(error, ''))),
  });

function problemsOf(error: ValidationError, prefix: string): FieldProblem[] {
  const path = `${prefix}${error.property}`;
  const own = Object.keys(error.constraints ?? {}).map((rule) => ({ path, rule }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, `${path}.`))];
}
