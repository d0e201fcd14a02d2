import type { AttachmentEntity, Db } from '@yibu/platform';

import { visible } from '../claims/claim.access.js';

/** Papers of people and assessments are open to a reviewer as far as a submitted claim rests on them. */
export async function isEvidenceOfClaim(db: Db, attachment: AttachmentEntity): Promise<boolean> {
  const { entity, entityId, centerId } = attachment;
  const isOfPerson = entity === 'resident' || entity === 'assessment';
  if (!isOfPerson || !db.scope.permissions.has('review.read')) {
    return false;
  }
  const seen = visible(db, 'c');
  const line = await db.row(
    `SELECT l.id FROM claim_line l JOIN claim c ON c.id = l.claim_id
     WHERE l.center_id = ? AND l.center_id IN (?) AND l.subject_kind = 'person' AND ${seen.sql}
       AND l.subject_id = IF(? = 'resident', ?, (SELECT a.resident_id FROM assessment_record a
         WHERE a.id = ? AND a.center_id = l.center_id)) LIMIT 1`,
    [centerId, db.centers, ...seen.parameters, entity, entityId, entityId],
  );
  return line !== null;
}
