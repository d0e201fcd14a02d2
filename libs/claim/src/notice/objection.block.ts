import { AppError } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';

/** An objection stands until it is rejected or somebody decided over it with a reason. */
export const STANDS = `o.overridden_at IS NULL AND (o.status = 'OPEN' OR o.outcome = 'UPHELD')`;

/** What the decision of claim `c` pays of rows that an objection stands against; a row counts once. */
export const BLOCKED_OF_CLAIM = `(SELECT CAST(SUM(bl.amount_fen) AS SIGNED) FROM public_notice_line bl
  JOIN public_notice_claim bc ON bc.public_notice_id = bl.public_notice_id AND bc.claim_id = bl.claim_id AND bc.is_live = 1
  WHERE bl.claim_id = c.id AND bl.center_id = c.center_id AND EXISTS (SELECT 1 FROM notice_objection o
    WHERE o.public_notice_id = bl.public_notice_id AND o.row_seq = bl.seq AND ${STANDS}))`;

export async function blockedFen(
  db: Db,
  claim: Pick<ClaimRow, 'id' | 'centerId'>,
): Promise<number> {
  const row = await db.row<{ fen: number | null }>(
    `SELECT ${BLOCKED_OF_CLAIM} AS fen FROM claim c WHERE c.id = ? AND c.center_id = ?`,
    [claim.id, claim.centerId],
  );
  return Math.max(0, row?.fen ?? 0);
}

/** Money for a line that somebody objected to waits for the answer; the rest of the claim may be paid. */
export async function assertNotBlocked(tx: Tx, claim: ClaimRow, amountFen: number): Promise<void> {
  if (amountFen <= 0) {
    return;
  }
  const blocked = await blockedFen(tx, claim);
  const payableFen = Math.max(0, (claim.decidedFen ?? 0) - blocked - claim.paidFen);
  if (blocked > 0 && amountFen > payableFen) {
    throw new AppError(
      'NOTICE_OBJECTION_OPEN',
      `${blocked} fen of ${claim.number} stand under an objection`,
      { blockedFen: blocked, payableFen },
    );
  }
}
