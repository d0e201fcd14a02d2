import { AppError } from '@yibu/kernel';
import type { Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';

/** Each has a sentence of its own. */
export type Rest = 'PAYMENT' | 'PLAN' | 'APPEAL' | 'LINE' | 'CLAIM' | 'DECISION';

/** What was entered from paper stays once a claim was computed on it and submitted: that one is withdrawn first. */
export async function assertNoLaterClaim(tx: Tx, claim: ClaimRow, since: Date): Promise<void> {
  const later = await tx.row(
    `SELECT c.id FROM claim c WHERE c.center_id = ? AND c.center_id IN (?) AND c.organization_id = ? AND c.id <> ?
       AND c.submitted_at > ? AND c.status NOT IN ('RETURNED', 'WITHDRAWN')
       AND IF(? = 'AWARD', c.subject_id = ?, c.kind <> 'AWARD') LIMIT 1`,
    [
      ...[claim.centerId, tx.centers, claim.organizationId, claim.id, since],
      ...[claim.kind, claim.subjectId],
    ],
  );
  if (later) {
    throw restedOn(claim, 'CLAIM');
  }
}

export const restedOn = (claim: ClaimRow, what: Rest): AppError =>
  new AppError('DECISION_RESTED_ON', `${what} rests on ${claim.number}`, {
    number: claim.number,
    reason: what,
  });
