import { AppError, type Fen, type LocalDate } from '@yibu/kernel';
import { AttachmentEntity, newId, type Db, type Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import { AwardItemEntity, type AttributeValue } from './award.entities.js';
import type { ChecklistRow } from './award.rules.js';

export interface ProjectRow {
  readonly id: string;
  readonly centerId: string;
  readonly seq: number;
  readonly name: string;
  readonly kind: string;
  readonly areaM2: number | null;
  readonly communities: readonly string[];
  readonly completedOn: LocalDate | null;
  readonly ownInvestmentFen: Fen | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly version: number;
}

type Stored = Omit<ProjectRow, 'communities' | 'attributes'> & {
  readonly communities: string;
  readonly attributes: string;
};

/** CONCAT keeps JSON a text, as elsewhere. */
const PROJECT = `p.id, p.center_id AS centerId, p.seq, p.name, p.kind, p.area_m2 AS areaM2,
  CONCAT('', p.communities) AS communities, p.completed_on AS completedOn,
  p.own_investment_fen AS ownInvestmentFen, CONCAT('', p.attributes) AS attributes, p.version`;

export async function findProject(db: Db, centerId: string, id: string): Promise<ProjectRow> {
  const row = await db.row<Stored>(
    `SELECT ${PROJECT} FROM award_project p WHERE p.id = ? AND p.center_id = ?`,
    [id, centerId],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No project ${id}`, { entity: 'awardProject', id });
  }
  return {
    ...row,
    communities: JSON.parse(row.communities) as string[],
    attributes: JSON.parse(row.attributes) as Record<string, AttributeValue>,
  };
}

export interface ItemRow {
  readonly id: string;
  readonly kind: 'CONDITION' | 'DOCUMENT';
  readonly code: string;
}

export const itemsOf = async (db: Db, claim: ClaimRow): Promise<ItemRow[]> =>
  await db.rows<ItemRow>(
    `SELECT id, kind, code FROM award_item WHERE claim_id = ? AND center_id = ? ORDER BY seq`,
    [claim.id, claim.centerId],
  );

export interface PaperRow {
  readonly itemId: string;
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly kind: string;
  readonly mediaType: string;
}

export const papersOf = async (db: Db, claim: ClaimRow): Promise<PaperRow[]> =>
  await db.rows<PaperRow>(
    `SELECT i.id AS itemId, a.id, a.file_name AS name, a.sha256, a.kind, a.media_type AS mediaType
     FROM award_item i JOIN attachment a ON a.center_id = i.center_id AND a.entity = 'awardItem'
       AND a.entity_id = i.id AND a.removed_at IS NULL
     WHERE i.claim_id = ? AND i.center_id = ? ORDER BY i.seq, a.created_at, a.id`,
    [claim.id, claim.centerId],
  );

/** The checklist of a draft follows the pack: rows are added, and one that holds no paper and is asked no more goes. */
export async function syncItems(
  tx: Tx,
  claim: Pick<ClaimRow, 'id' | 'centerId'>,
  rows: readonly ChecklistRow[],
): Promise<void> {
  const known = await tx.rows<ItemRow>(
    'SELECT id, kind, code FROM award_item WHERE claim_id = ? AND center_id IN (?) FOR UPDATE',
    [claim.id, tx.centers],
  );
  const codes = new Set(known.map(({ code }) => code));
  const places = rows.map((row, index) => ({ row, seq: index + 1 }));
  await tx.insert(
    AwardItemEntity,
    places
      .filter(({ row }) => !codes.has(row.code))
      .map(({ row: { kind, code }, seq }) => ({
        id: newId(),
        centerId: claim.centerId,
        claimId: claim.id,
        seq,
        kind,
        code,
      })),
  );
  await tx.execute(
    `DELETE FROM award_item WHERE claim_id = ? AND center_id IN (?) AND code NOT IN (?)
       AND NOT EXISTS (SELECT 1 FROM attachment a WHERE a.entity = 'awardItem' AND a.entity_id = award_item.id)`,
    [claim.id, tx.centers, rows.map(({ code }) => code)],
  );
}

/** A further revision begins with the papers of the one before, row by row. */
export async function carryPapers(
  tx: Tx,
  claim: Pick<ClaimRow, 'id' | 'centerId'>,
  now: Date,
): Promise<number> {
  const papers = await tx.rows<
    Pick<AttachmentEntity, 'kind' | 'fileName' | 'mediaType' | 'size' | 'sha256'> & {
      readonly itemId: string;
    }
  >(
    `SELECT i.id AS itemId, a.kind, a.file_name AS fileName, a.media_type AS mediaType, a.size, a.sha256
     FROM claim c JOIN award_item o ON o.claim_id = c.previous_claim_id AND o.center_id = c.center_id
     JOIN award_item i ON i.claim_id = c.id AND i.code = o.code
     JOIN attachment a ON a.center_id = o.center_id AND a.entity = 'awardItem' AND a.entity_id = o.id
       AND a.removed_at IS NULL
     WHERE c.id = ? AND c.center_id IN (?) ORDER BY a.created_at, a.id`,
    [claim.id, tx.centers],
  );
  await tx.insert(
    AttachmentEntity,
    papers.map(({ itemId, ...paper }) => ({
      ...paper,
      id: newId(),
      centerId: claim.centerId,
      entity: 'awardItem',
      entityId: itemId,
      createdBy: tx.scope.userId,
      createdAt: now,
      removedAt: null,
    })),
  );
  return papers.length;
}

export interface SettlementRow {
  readonly id: string;
  readonly decision: string;
  readonly chosen: string;
  readonly amountFen: Fen;
  readonly documentNumber: string;
  readonly decidedOn: LocalDate;
  readonly attachmentId: string;
  readonly note: string | null;
  readonly recordedByName: string | null;
  readonly recordedAt: Date;
}

export const settlementOf = async (db: Db, claim: ClaimRow): Promise<SettlementRow | null> =>
  await db.row<SettlementRow>(
    `SELECT s.id, s.decision, s.chosen, s.amount_fen AS amountFen, s.document_number AS documentNumber,
       s.decided_on AS decidedOn, s.attachment_id AS attachmentId, s.note, u.display_name AS recordedByName,
       s.recorded_at AS recordedAt
     FROM award_settlement s LEFT JOIN app_user u ON u.id = s.recorded_by
     WHERE s.claim_id = ? AND s.center_id = ?`,
    [claim.id, claim.centerId],
  );
