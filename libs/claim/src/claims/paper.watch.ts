import type { AttachmentWatcher, PaperPlace, Tx } from '@yibu/platform';

import { isEditable } from '../life/claim.states.js';
import { lockClaim } from './claim.access.js';
import type { ClaimPrepareService } from './claim.prepare.service.js';

type DraftsOf = (tx: Tx, paper: PaperPlace) => Promise<{ readonly id: string }[]>;

/** The application whose checklist the paper hangs on. */
const ofItem: DraftsOf = async (tx, { entityId }) =>
  await tx.rows('SELECT claim_id AS id FROM award_item WHERE id = ? AND center_id IN (?)', [
    entityId,
    tx.centers,
  ]);

/** Applications for a year of the center, which a grade with its evidence carries. */
const ofGrade: DraftsOf = async (tx, { centerId }) =>
  await tx.rows(
    `SELECT id FROM claim WHERE center_id = ? AND center_id IN (?) AND organization_id = ?
       AND kind = 'YEARLY_OPERATING' AND status IN ('DRAFT', 'CHECKED')`,
    [centerId, tx.centers, tx.scope.organizationId],
  );

const refreshing =
  (prepare: ClaimPrepareService, draftsOf: DraftsOf): AttachmentWatcher =>
  async (tx, paper) => {
    for (const { id } of await draftsOf(tx, paper)) {
      const claim = await lockClaim(tx, id);
      if (isEditable(claim.status)) {
        await prepare.refresh(tx, claim);
      }
    }
  };

/** Which papers a draft is checked against, by the record they hang on. */
export const paperWatchers = (
  prepare: ClaimPrepareService,
): Readonly<Record<'awardItem' | 'centerGrade', AttachmentWatcher>> => ({
  awardItem: refreshing(prepare, ofItem),
  centerGrade: refreshing(prepare, ofGrade),
});
