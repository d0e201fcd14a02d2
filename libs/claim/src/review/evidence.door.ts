import { AppError } from '@yibu/kernel';
import type { AttachmentEntity, AttachmentRule, Db } from '@yibu/platform';

import { findClaim, visible } from '../claims/claim.access.js';
import { answering } from '../claims/claim.reach.js';

type Reach = NonNullable<AttachmentRule['reach']>;

/**
 * An operator that left reaches the papers of the claims it still answers for, and of nothing beside them; the one that
 * came after adds none to another's claim, and takes none away.
 */
export const reachOfClaim: Reach = async (db, claimId, deed) => {
  const claim = await findClaim(db, claimId);
  const isAnothers =
    db.scope.organizationKind === 'OPERATOR' && claim.organizationId !== db.scope.organizationId;
  if (deed === 'change' && isAnothers) {
    throw new AppError('NOT_FOUND', `No claim ${claimId} of ${db.scope.organizationId}`, {
      entity: 'claim',
      id: claimId,
    });
  }
  return answering(db.scope, claim);
};

export const reachOfItem: Reach = async (db, itemId, deed) =>
  await reachOfClaim(db, await claimOfPart(db, 'award_item', itemId), deed);

export const reachOfAppeal: Reach = async (db, appealId, deed) =>
  await reachOfClaim(db, await claimOfPart(db, 'claim_appeal', appealId), deed);

export const reachOfLine: Reach = async (db, lineId, deed) =>
  await reachOfClaim(db, await claimOfPart(db, 'claim_line', lineId), deed);

async function claimOfPart(
  db: Db,
  table: 'award_item' | 'claim_appeal' | 'claim_line',
  id: string,
): Promise<string> {
  const former = (db.scope.formerCenters ?? []).map(({ centerId }) => centerId);
  const part = await db.row<{ claimId: string }>(
    `SELECT claim_id AS claimId FROM ${table} WHERE id = ? AND center_id IN (?)`,
    [id, [...db.centers, ...former]],
  );
  if (part === null) {
    throw new AppError('NOT_FOUND', `No ${table} ${id}`, { entity: table, id });
  }
  return part.claimId;
}

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

/**
 * Papers of a claim that stay: the scan of a decision or a payment, and what was filed with a submission. A receipt or a
 * decision that nothing refers to yet was a slip and may go.
 */
export async function keptPapersOfClaim(db: Db, claimId: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ id: string }>(
    `SELECT a.id FROM attachment a JOIN claim c ON c.id = a.entity_id AND c.center_id = a.center_id
     WHERE a.entity = 'claim' AND a.entity_id = ? AND a.center_id IN (?) AND (
       EXISTS (SELECT 1 FROM payment p WHERE p.claim_id = c.id AND p.attachment_id = a.id)
       OR EXISTS (SELECT 1 FROM claim_decision d WHERE d.claim_id = c.id AND d.attachment_id = a.id)
       OR EXISTS (SELECT 1 FROM claim_appeal p WHERE p.claim_id = c.id AND p.attachment_id = a.id)
       OR EXISTS (SELECT 1 FROM award_settlement s WHERE s.claim_id = c.id AND s.attachment_id = a.id)
       OR (c.status NOT IN ('DRAFT', 'CHECKED') AND a.kind NOT IN ('RECEIPT', 'DECISION', 'AWARD_DECISION')))`,
    [claimId, db.centers],
  );
  return new Set(rows.map(({ id }) => id));
}

/** The papers of a checklist stay with the submission that they were part of. */
export async function keptPapersOfItem(db: Db, itemId: string): Promise<ReadonlySet<string>> {
  const rows = await db.rows<{ id: string }>(
    `SELECT a.id FROM award_item i JOIN claim c ON c.id = i.claim_id
     JOIN attachment a ON a.center_id = i.center_id AND a.entity = 'awardItem' AND a.entity_id = i.id
     WHERE i.id = ? AND i.center_id IN (?) AND c.submitted_at IS NOT NULL AND a.created_at <= c.submitted_at`,
    [itemId, db.centers],
  );
  return new Set(rows.map(({ id }) => id));
}
