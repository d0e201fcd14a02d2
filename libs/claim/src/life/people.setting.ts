import type { Db } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import { mayActAlone } from './people.rules.js';

export interface PeopleSetting {
  readonly submit: boolean;
  readonly decide: boolean;
}

export async function peopleSetting(db: Db, centerId: string): Promise<PeopleSetting> {
  const row = await db.row<{ submit: number; decide: number }>(
    `SELECT single_person_submit AS submit, single_person_decide AS decide FROM claim_center_setting
     WHERE center_id = ?`,
    [centerId],
  );
  return { submit: row?.submit === 1, decide: row?.decide === 1 };
}

/** Who prepares may not submit, unless the bureau allowed it for a center with one manager. */
export async function assertMaySubmit(db: Db, claim: ClaimRow): Promise<boolean> {
  return mayActAlone({
    first: claim.preparedBy,
    second: db.scope.userId,
    isAllowed: (await peopleSetting(db, claim.centerId)).submit,
    act: 'submit',
  });
}

/** Who reviews may not decide, unless that was switched off for the center. */
export async function assertMayDecide(db: Db, claim: ClaimRow): Promise<boolean> {
  const judged = await db.row(
    'SELECT claim_line_id FROM claim_line_verdict WHERE claim_id = ? AND center_id = ? AND given_by = ? LIMIT 1',
    [claim.id, claim.centerId, db.scope.userId],
  );
  return mayActAlone({
    first: judged ? db.scope.userId : claim.reviewedBy,
    second: db.scope.userId,
    isAllowed: (await peopleSetting(db, claim.centerId)).decide,
    act: 'decide',
  });
}
