import { InputError, type LocalDate } from '@yibu/kernel';

import type { RegistryKind, SupportWhat } from './registry.fields.js';

export interface Coverage {
  /** Of 低保 and 特困: those of which the list names everybody from the first to the last of these days. */
  readonly completeFor: readonly SupportWhat[];
  readonly coversFrom?: LocalDate | null;
  readonly coversThrough?: LocalDate | null;
}

/** Absence from a list says something only where somebody answers for its being complete. */
export function coverageOf(
  kind: RegistryKind,
  request: Coverage,
): readonly [string | null, LocalDate | null, LocalDate | null] {
  const { completeFor } = request;
  if (kind !== 'SUPPORT' || completeFor.length === 0) {
    return [null, null, null];
  }
  const { coversFrom = null, coversThrough = null } = request;
  if (coversFrom === null || coversThrough === null) {
    throw new InputError(
      (['coversFrom', 'coversThrough'] as const)
        .filter((path) => (request[path] ?? null) === null)
        .map((path) => ({ path, rule: 'isNotEmpty' })),
    );
  }
  if (coversThrough < coversFrom) {
    throw new InputError([
      { path: 'coversThrough', rule: 'notBefore', params: { limit: coversFrom } },
    ]);
  }
  return [[...new Set(completeFor)].sort().join(','), coversFrom, coversThrough];
}
