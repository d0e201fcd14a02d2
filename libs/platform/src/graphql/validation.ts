import { ValidationPipe, type ValidationError } from '@nestjs/common';
import { InputError, type FieldProblem } from '@yibu/kernel';

/**
 * class-validator's findings as INPUT_INVALID with one entry per field and broken rule. No whitelist: the schema already
 * refuses unknown fields, and a whitelist would drop every field that has no validator of its own (dates, money).
 */
export const validationPipe = (): ValidationPipe =>
  new ValidationPipe({
    transform: true,
    forbidUnknownValues: true,
    exceptionFactory: (errors) => new InputError(errors.flatMap((error) => problemsOf(error, ''))),
  });

function problemsOf(error: ValidationError, prefix: string): FieldProblem[] {
  const path = `${prefix}${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([rule, sentence]) => ({
    path,
    rule,
    params: limitsOf(rule, sentence.replace(error.property, '')),
  }));
  return [...own, ...(error.children ?? []).flatMap((child) => problemsOf(child, `${path}.`))];
}

/** The limit that was passed, so that the client can name it. class-validator tells it in its sentence only. */
function limitsOf(rule: string, sentence: string): Record<string, number> {
  const [first, second] = (sentence.match(/-?\d+(\.\d+)?/g) ?? []).map(Number);
  if (first === undefined) {
    return {};
  }
  if (second !== undefined) {
    return { min: first, max: second };
  }
  return /^min|MinSize$/.test(rule) ? { min: first } : { max: first };
}
