import { AppError } from '@yibu/kernel';

import type { Scope } from './scope.js';

/**
 * Another tenant's center is no center, whatever is asked about it: not an empty list, not zeros, and no word that it
 * may be changed. Looked at where requests come in, so that no operation can forget it; the statements filter again.
 */
export function requireReach(
  scope: Scope,
  args: Readonly<Record<string, unknown>>,
  withFormer = false,
): void {
  const former = withFormer ? (scope.formerCenters ?? []) : [];
  const reached = new Set([...scope.centerIds, ...former.map(({ centerId }) => centerId)]);
  for (const centerId of [args['centerId'], inputOf(args)['centerId']]) {
    if (typeof centerId === 'string' && !reached.has(centerId)) {
      throw new AppError('NOT_FOUND', `No center ${centerId} within the caller's reach`, {
        entity: 'center',
        id: centerId,
      });
    }
  }
}

const inputOf = ({ input }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  typeof input === 'object' && input !== null ? (input as Record<string, unknown>) : {};
