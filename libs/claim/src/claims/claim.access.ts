import { AppError } from '@yibu/kernel';
import type { Db, SqlValue, Tx } from '@yibu/platform';

import { BUREAU_STATUSES } from '../life/claim.states.js';
import type { ClaimEntity } from './claim.entities.js';

/**
 * Which claims a caller sees: those of the centers in reach, and an operator also its own of centers that it no longer
 * runs (within the user's own assignment). A draft is its operator's alone: a bureau sees none, and neither does the
 * operator that came after.
 */
export function visible(db: Db, alias: string): { sql: string; parameters: SqlValue[] } {
  const { scope } = db;
  if (scope.organizationKind !== 'OPERATOR') {
    return {
      sql: `${alias}.center_id IN (?) AND ${alias}.status IN (?)`,
      parameters: [scope.centerIds, BUREAU_STATUSES],
    };
  }
  return {
    sql: `((${alias}.center_id IN (?) AND (${alias}.organization_id = ? OR ${alias}.submitted_at IS NOT NULL))
      OR (${alias}.organization_id = ? AND
      (NOT EXISTS (SELECT 1 FROM user_center x WHERE x.user_id = ?)
        OR EXISTS (SELECT 1 FROM user_center x WHERE x.user_id = ? AND x.center_id = ${alias}.center_id))))`,
    parameters: [
      scope.centerIds,
      scope.organizationId,
      scope.organizationId,
      scope.userId,
      scope.userId,
    ],
  };
}

export const CLAIM_COLUMNS = `c.id, c.center_id AS centerId, c.organization_id AS organizationId,
  c.county_code AS countyCode, c.number, c.period, c.year_from AS yearFrom, c.revision,
  c.previous_claim_id AS previousClaimId, c.status, c.pack_code AS packCode, c.pack_sha256 AS packSha256,
  c.job_id AS jobId, c.computed_at AS computedAt, c.facts_sha256 AS factsSha256, c.ledger_sha256 AS ledgerSha256,
  c.result_sha256 AS resultSha256, c.summary, c.line_count AS lineCount, c.block_count AS blockCount,
  c.warn_count AS warnCount, c.claimed_fen AS claimedFen, c.adjusted_fen AS adjustedFen, c.decided_fen AS decidedFen,
  c.paid_fen AS paidFen, c.prepared_by AS preparedBy, c.prepared_at AS preparedAt, c.submitted_by AS submittedBy,
  c.submitted_at AS submittedAt, c.is_single_person AS isSinglePerson, c.reviewed_by AS reviewedBy,
  c.opened_at AS openedAt, c.notice_from AS noticeFrom, c.notice_until AS noticeUntil, c.closed_at AS closedAt,
  c.return_code AS returnCode, c.return_text AS returnText, c.created_at AS createdAt, c.version,
  c.late_days AS lateDays, c.late_reason AS lateReason, c.kind, c.program, c.subject_id AS subjectId,
  c.live_key AS liveKey`;

/** A claim as its row says it; `summary` is still text and flags are numbers. */
export type ClaimRow = Omit<ClaimEntity, 'summary' | 'isSinglePerson'> & {
  readonly summary: string | null;
  readonly isSinglePerson: number;
};

/** For reading: whatever the caller may see. */
export async function findClaim(db: Db, id: string): Promise<ClaimRow> {
  const { sql, parameters } = visible(db, 'c');
  const claim = await db.row<ClaimRow>(
    `SELECT ${CLAIM_COLUMNS} FROM claim c WHERE c.id = ? AND ${sql}`,
    [id, ...parameters],
  );
  return known(claim, id);
}

/** The account of a center in reach, or of one whose claims the caller may still read: the same for page and papers. */
export async function assertAccountInReach(db: Db, centerId: string): Promise<void> {
  if (db.centers.includes(centerId)) {
    return;
  }
  const { sql, parameters } = visible(db, 'c');
  const claim = await db.row<{ id: string }>(
    `SELECT c.id FROM claim c WHERE c.center_id = ? AND c.submitted_at IS NOT NULL AND ${sql} LIMIT 1`,
    [centerId, ...parameters],
  );
  if (!claim) {
    throw new AppError('NOT_FOUND', `No center ${centerId} within the caller's reach`, {
      entity: 'center',
      id: centerId,
    });
  }
}

/** For changing: the center must be in reach today, and nobody else changes the row meanwhile. */
export async function lockClaim(tx: Tx, id: string): Promise<ClaimRow> {
  const claim = await tx.row<ClaimRow>(
    `SELECT ${CLAIM_COLUMNS} FROM claim c WHERE c.id = ? AND c.center_id IN (?) FOR UPDATE`,
    [id, tx.centers],
  );
  const found = known(claim, id);
  const isSeen =
    tx.scope.organizationKind === 'OPERATOR'
      ? found.organizationId === tx.scope.organizationId
      : BUREAU_STATUSES.includes(found.status);
  return known(isSeen ? found : null, id);
}

function known(claim: ClaimRow | null, id: string): ClaimRow {
  if (!claim) {
    throw new AppError('NOT_FOUND', `No claim ${id} in reach`, { entity: 'claim', id });
  }
  return claim;
}

export function assertVersion(claim: ClaimRow, version: number): void {
  if (claim.version !== version) {
    throw new AppError('STALE_VERSION', `claim ${claim.id} is version ${claim.version}`, {
      entity: 'claim',
      id: claim.id,
    });
  }
}
