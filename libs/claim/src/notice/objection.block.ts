import { AppError } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';

/** An objection stands until it is rejected or somebody decided over it with a reason. */
export const STANDS = `o.overridden_at IS NULL AND (o.status = 'OPEN' OR o.outcome = 'UPHELD')`;

/** What a claim's decision pays of lines that an objection stands against. A row counts once, however many object. */
export async function blockedFen(
  db: Db,
  claim: Pick<ClaimRow, 'id' | 'centerId'>,
): Promise<number> {
  const row = await db.row<{ fen: number | null }>(
    `SELECT CAST(SUM(l.amount_fen) AS SIGNED) AS fen FROM public_notice_line l
     JOIN public_notice_claim c ON c.public_notice_id = l.public_notice_id AND c.claim_id = l.claim_id AND c.is_live = 1
     WHERE l.claim_id = ? AND l.center_id = ? AND EXISTS (SELECT 1 FROM notice_objection o
       WHERE o.public_notice_id = l.public_notice_id AND o.row_seq = l.seq AND ${STANDS})`,
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
