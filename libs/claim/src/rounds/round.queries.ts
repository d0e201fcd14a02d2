import { AppError } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { ClaimRound, ClaimRoundItem, RoundState } from './round.graphql.js';

/** A center whose claim of the period is with the bureau already is no failure. */
export const ALREADY_CLAIMED = 'CLAIM_UNDER_WAY';

interface RoundRow {
  readonly id: string;
  readonly period: string;
  readonly startedByName: string;
  readonly startedAt: Date;
}

const HEAD = `SELECT r.id, r.period, r.started_by_name AS startedByName, r.started_at AS startedAt
  FROM claim_round r WHERE r.organization_id = ?`;

/** Work that ended without its effect leaves its items to be tried again. */
const STATE = `CASE WHEN i.error_code = '${ALREADY_CLAIMED}' THEN 'SKIPPED'
    WHEN i.error_code IS NOT NULL THEN 'FAILED'
    WHEN i.job_id IS NULL THEN IF(b.status IN ('QUEUED', 'RUNNING'), 'WAITING', 'FAILED')
    WHEN j.status = 'DONE' THEN 'DONE'
    WHEN j.status IN ('QUEUED', 'RUNNING') THEN 'COMPUTING' ELSE 'FAILED' END`;

const JOBS = `JOIN claim_round r ON r.id = i.round_id LEFT JOIN job b ON b.id = r.job_id
  LEFT JOIN job j ON j.id = i.job_id`;

/** The newest round of the operator, or null. */
export async function newestRound(db: Db): Promise<ClaimRound | null> {
  const row = await db.row<RoundRow>(`${HEAD} ORDER BY r.started_at DESC, r.id DESC LIMIT 1`, [
    db.scope.organizationId,
  ]);
  return row === null ? null : await withItems(db, row);
}

export async function findRound(db: Db, id: string): Promise<ClaimRound> {
  const row = await db.row<RoundRow>(`${HEAD} AND r.id = ?`, [db.scope.organizationId, id]);
  if (row === null) {
    throw new AppError('NOT_FOUND', `No round ${id} of this organization`, {
      entity: 'claimRound',
      id,
    });
  }
  return await withItems(db, row);
}

async function withItems(db: Db, row: RoundRow): Promise<ClaimRound> {
  const items = await db.rows<ClaimRoundItem>(
    `SELECT i.center_id AS centerId, n.name AS centerName, ${STATE} AS state, i.claim_id AS claimId,
       COALESCE(i.error_code, IF(j.status IN ('FAILED', 'CANCELLED'), j.error_code, NULL)) AS errorCode,
       COALESCE(i.error_params, IF(j.status = 'FAILED', j.error_params, NULL)) AS errorParams,
       IF(j.status = 'DONE', c.block_count, NULL) AS blockCount,
       IF(j.status = 'DONE', c.claimed_fen, NULL) AS claimedFen
     FROM claim_round_item i ${JOBS} JOIN center n ON n.id = i.center_id LEFT JOIN claim c ON c.id = i.claim_id
     WHERE i.round_id = ? AND i.center_id IN (?) ORDER BY n.name, n.id`,
    [row.id, db.centers],
  );
  const count = (...states: RoundState[]): number =>
    items.filter(({ state }) => states.includes(state)).length;
  return {
    ...row,
    total: items.length,
    done: count('DONE'),
    skipped: count('SKIPPED'),
    failed: count('FAILED'),
    isOver: count('WAITING', 'COMPUTING') === 0,
    items,
  };
}

/** Items that ended without a draft, for trying them once more. */
export async function failedCenters(db: Db, roundId: string): Promise<string[]> {
  const rows = await db.rows<{ centerId: string }>(
    `SELECT i.center_id AS centerId FROM claim_round_item i ${JOBS}
     WHERE i.round_id = ? AND i.center_id IN (?) AND ${STATE} = 'FAILED' ORDER BY i.center_id`,
    [roundId, db.centers],
  );
  return rows.map(({ centerId }) => centerId);
}
