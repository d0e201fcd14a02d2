import { AppError, type Fen } from '@yibu/kernel';
import type { Tx } from '@yibu/platform';

import type { ClaimRow } from '../claims/claim.access.js';
import { restedOn, type Rest } from '../life/later-claim.js';

export interface PaperDecision {
  readonly id: string;
  readonly kind: 'DECISION' | 'SUPPLEMENT';
  readonly decidedAt: Date;
  readonly decidedFen: Fen;
  readonly attachmentId: string | null;
}

/** The newest that holds, be it the decision or what was added to it; what the bureau decided here is not taken back. */
export async function newestPaperOf(tx: Tx, claim: ClaimRow): Promise<PaperDecision> {
  const newest = await tx.row<PaperDecision & { readonly source: string }>(
    `SELECT id, kind, source, decided_at AS decidedAt, decided_fen AS decidedFen, attachment_id AS attachmentId
     FROM claim_decision WHERE claim_id = ? AND center_id IN (?) AND annulled_at IS NULL
     ORDER BY kind = 'SUPPLEMENT' DESC, decided_at DESC, id DESC LIMIT 1`,
    [claim.id, tx.centers],
  );
  if (newest?.source !== 'PAPER') {
    throw new AppError('CLAIM_STATE', `Claim ${claim.number} was not decided on paper`, {
      status: claim.status,
      event: 'annul',
    });
  }
  return newest;
}

/** Money, an agreed plan, an appeal against it, or a claim that took over what this one decided. */
export async function assertDecisionIsFree(tx: Tx, claim: ClaimRow): Promise<void> {
  const { id, centerId } = claim;
  const rests = await tx.row<{ what: Rest }>(
    `SELECT 'PAYMENT' AS what FROM payment p WHERE p.claim_id = ? AND p.center_id = ?
     UNION ALL SELECT 'PLAN' FROM recovery_plan r WHERE r.claim_id = ? AND r.center_id = ?
     UNION ALL SELECT 'APPEAL' FROM claim_appeal a WHERE a.center_id = ? AND a.annulled_at IS NULL
       AND (a.claim_id = ? OR a.carried_in_claim_id = ? AND a.carried_by_id IS NULL)
     UNION ALL SELECT 'LINE' FROM claim_line_verdict v WHERE v.claim_id = ? AND v.center_id = ?
       AND v.released_in_claim_id IS NOT NULL AND v.released_in_claim_id <> ? LIMIT 1`,
    [...[id, centerId, id, centerId], ...[centerId, id, id], ...[id, centerId, id]],
  );
  if (rests) {
    throw restedOn(claim, rests.what);
  }
}

/** Money that was paid on it, a plan agreed since, or an appeal against what it refused. */
export async function assertSupplementIsFree(
  tx: Tx,
  claim: ClaimRow,
  { paper, decidedFen }: { readonly paper: PaperDecision; readonly decidedFen: Fen },
): Promise<void> {
  if (paper.decidedFen > 0 && claim.paidFen > decidedFen) {
    throw restedOn(claim, 'PAYMENT');
  }
  const { id, centerId } = claim;
  const rests = await tx.row<{ what: Rest }>(
    `SELECT 'PLAN' AS what FROM recovery_plan r WHERE r.claim_id = ? AND r.center_id = ? AND r.created_at > ?
     UNION ALL SELECT 'APPEAL' FROM claim_appeal a JOIN claim_line_verdict v ON v.claim_line_id = a.claim_line_id
       WHERE a.claim_id = ? AND a.center_id = ? AND a.annulled_at IS NULL AND v.settled_in_id = ? LIMIT 1`,
    [...[id, centerId, paper.decidedAt], ...[id, centerId, paper.id]],
  );
  if (rests) {
    throw restedOn(claim, rests.what);
  }
}

/** Lines of earlier claims are as they were: held again where the paper had settled them, released where they had been. */
export async function freeEarlierLines(
  tx: Tx,
  claim: ClaimRow,
  decision: PaperDecision,
): Promise<void> {
  await tx.execute(
    `UPDATE ledger_entry e JOIN claim_line_verdict v ON v.claim_line_id = e.claim_line_id SET e.status = 'HELD'
     WHERE e.center_id IN (?) AND v.claim_id <> ? AND (v.released_in_claim_id = ? OR v.settled_in_id = ?)`,
    [tx.centers, claim.id, claim.id, decision.id],
  );
  await tx.execute(
    `UPDATE claim_line_verdict SET released_in_claim_id = NULL
     WHERE center_id IN (?) AND claim_id <> ? AND released_in_claim_id = ?`,
    [tx.centers, claim.id, claim.id],
  );
  await tx.execute(
    `UPDATE claim_line_verdict SET released_at = NULL, refused_at = NULL, settled_by = NULL, settle_text = NULL,
       settled_in_id = NULL WHERE center_id IN (?) AND settled_in_id = ?`,
    [tx.centers, decision.id],
  );
}

/** Lines that a supplement settled are held again, until it is entered rightly. */
export async function freeOwnLines(tx: Tx, claim: ClaimRow, paper: PaperDecision): Promise<void> {
  await tx.execute(
    `UPDATE ledger_entry e JOIN claim_line_verdict v ON v.claim_line_id = e.claim_line_id SET e.status = 'HELD'
     WHERE e.center_id IN (?) AND v.claim_id = ? AND v.settled_in_id = ?`,
    [tx.centers, claim.id, paper.id],
  );
  await tx.execute(
    `UPDATE claim_line_verdict SET released_in_claim_id = NULL, released_at = NULL, refused_at = NULL,
       settled_by = NULL, settle_text = NULL, settled_in_id = NULL
     WHERE center_id IN (?) AND claim_id = ? AND settled_in_id = ?`,
    [tx.centers, claim.id, paper.id],
  );
}

export async function wasAnsweredBy(
  tx: Tx,
  claim: ClaimRow,
  { attachmentId }: PaperDecision,
): Promise<boolean> {
  const answer = await tx.row(
    'SELECT id FROM award_settlement WHERE claim_id = ? AND center_id IN (?) AND attachment_id = ?',
    [claim.id, tx.centers, attachmentId],
  );
  return answer !== null;
}
