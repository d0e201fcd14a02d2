import { AppError } from '@yibu/kernel';
import type { Db, Scope } from '@yibu/platform';

import { parsePeriod } from '../facts/period.rules.js';

interface OfCenter {
  readonly centerId: string;
  readonly period: string;
}

/**
 * Whoever runs a center on the last day of a month answers for the month, also when another runs it today. For work on
 * one claim of such a month its center comes into reach, and no other; whatever else is asked stays out of it.
 */
export function answering(scope: Scope, claim: OfCenter & { organizationId: string }): Scope {
  return claim.organizationId === scope.organizationId ? answeringFor(scope, claim) : scope;
}

/** The same for a claim that is still to be made. */
export function answeringFor(scope: Scope, { centerId, period }: OfCenter): Scope {
  return !scope.centerIds.includes(centerId) && answersAsFormer(scope, { centerId, period })
    ? Object.freeze({ ...scope, centerIds: [centerId] })
    : scope;
}

export function answersAsFormer(scope: Scope, { centerId, period }: OfCenter): boolean {
  const { lastMonth } = parsePeriod(period);
  return (scope.formerCenters ?? []).some(
    (term) =>
      term.centerId === centerId && term.firstMonth <= lastMonth && lastMonth <= term.lastMonth,
  );
}

/** Whether the center is the caller's today, or the claim is one it still answers for. */
export const mayAnswer = (scope: Scope, claim: OfCenter & { organizationId: string }): boolean =>
  answering(scope, claim).centerIds.includes(claim.centerId);

/** Another operator that runs the center on the last day of the period answers for it. */
export async function assertAnswers(
  db: Db,
  claim: OfCenter & { readonly organizationId: string },
): Promise<void> {
  if (!(await answersFor(db, claim))) {
    throw new AppError('CLAIM_OTHER_OPERATOR', `Another operator answers for ${claim.period}`, {
      period: claim.period,
    });
  }
}

/** False where another organization's contract covers the last day of the period. */
export async function answersFor(
  db: Db,
  claim: OfCenter & { readonly organizationId: string },
): Promise<boolean> {
  const { endsBefore } = parsePeriod(claim.period);
  const other = await db.row<{ id: string }>(
    `SELECT id FROM operating_contract WHERE center_id = ? AND center_id IN (?) AND organization_id <> ?
       AND from_on < ? AND (until_on IS NULL OR until_on >= ?) LIMIT 1`,
    [claim.centerId, db.centers, claim.organizationId, endsBefore, endsBefore],
  );
  return other === null;
}
