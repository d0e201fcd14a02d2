import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, idempotent, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { assertVersion, findClaim, lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { answering } from '../claims/claim.reach.js';
import { lockYear, setLedgerStatus } from '../ledger/ledger.repository.js';
import type { AnnulPaperDecisionInput } from './decision-life.graphql.js';
import { step } from './review.repository.js';

interface PaperDecision {
  readonly id: string;
  readonly decidedAt: Date;
  readonly attachmentId: string | null;
}

/**
 * A decision that was entered wrongly from paper is annulled while nothing rests on it: no money, and no later claim. It
 * keeps its figures, its verdicts and its scan, and bears who annulled it and why; the claim waits as it did before.
 */
@Injectable()
export class AnnulmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async annul(scope: Scope, input: AnnulPaperDecisionInput): Promise<string> {
    const seen = await findClaim(this.unitOfWork.read(scope), input.claimId);
    return await this.unitOfWork.run(answering(scope, seen), async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'annulPaperDecision', input: request },
        async () => {
          const claim = await lockClaim(tx, input.claimId);
          await lockYear(tx, claim.centerId, claim.yearFrom);
          assertVersion(claim, input.version);
          await this.takeBack(tx, claim, input.reason);
          return claim.id;
        },
      );
    });
  }

  private async takeBack(tx: Tx, claim: ClaimRow, reason: string): Promise<void> {
    const decision = await paperDecisionOf(tx, claim);
    await assertNothingRestsOn(tx, claim, decision);
    await this.mark(tx, claim, { decision, reason });
    await freeEarlierLines(tx, claim, decision);
    await tx.execute('DELETE FROM claim_line_verdict WHERE claim_id = ? AND center_id IN (?)', [
      claim.id,
      tx.centers,
    ]);
    // The amount of an award was answered by the same paper: that application is over, and its next revision asks again.
    const isAnswered = await wasAnsweredBy(tx, claim, decision);
    await setLedgerStatus(tx, claim.id, isAnswered ? 'WITHDRAWN' : 'SUBMITTED', [
      'ACCEPTED',
      'CUT',
      'HELD',
      'RETURNED',
    ]);
    await step(tx, claim, {
      event: isAnswered ? 'annulAnswered' : 'annul',
      action: 'annulDecision',
      set: { decided_fen: null },
      reason,
    });
  }

  /** The mark, with what the decision had said of single lines. */
  private async mark(
    tx: Tx,
    claim: ClaimRow,
    { decision, reason }: { readonly decision: PaperDecision; readonly reason: string },
  ): Promise<void> {
    const verdicts = await tx.rows<object>(
      `SELECT v.claim_line_id AS lineId, v.verdict, v.code, v.text, v.cut_fen AS cutFen, v.held_until AS heldUntil
       FROM claim_line_verdict v WHERE v.claim_id = ? AND v.center_id IN (?) AND v.verdict <> 'ACCEPTED'
       ORDER BY v.claim_line_id`,
      [claim.id, tx.centers],
    );
    await tx.execute(
      `UPDATE claim_decision SET annulled_at = ?, annulled_by = ?, annul_reason = ?, annulled_verdicts = ?
       WHERE id = ? AND center_id IN (?)`,
      [
        this.clock.now(),
        tx.scope.userId,
        reason,
        JSON.stringify(verdicts),
        decision.id,
        tx.centers,
      ],
    );
  }
}

async function paperDecisionOf(tx: Tx, claim: ClaimRow): Promise<PaperDecision> {
  const decision = await tx.row<PaperDecision & { readonly source: string }>(
    `SELECT id, source, decided_at AS decidedAt, attachment_id AS attachmentId FROM claim_decision
     WHERE live_claim_id = ? AND center_id IN (?)`,
    [claim.id, tx.centers],
  );
  if (decision?.source !== 'PAPER') {
    throw new AppError('CLAIM_STATE', `Claim ${claim.number} was not decided on paper`, {
      status: claim.status,
      event: 'annul',
    });
  }
  return decision;
}

/** Money, an agreed plan, an appeal, a supplementary decision, or a claim that took over what this one decided. */
async function assertNothingRestsOn(
  tx: Tx,
  claim: ClaimRow,
  { decidedAt }: PaperDecision,
): Promise<void> {
  const { id, centerId, organizationId } = claim;
  const rests = await tx.row<{ what: string }>(
    `SELECT 'PAYMENT' AS what FROM payment p WHERE p.claim_id = ? AND p.center_id = ?
     UNION ALL SELECT 'PLAN' FROM recovery_plan r WHERE r.claim_id = ? AND r.center_id = ?
     UNION ALL SELECT 'SUPPLEMENT' FROM claim_decision s WHERE s.claim_id = ? AND s.center_id = ? AND s.kind = 'SUPPLEMENT'
     UNION ALL SELECT 'APPEAL' FROM claim_appeal a WHERE a.center_id = ? AND (a.claim_id = ? OR a.carried_in_claim_id = ?)
     UNION ALL SELECT 'LINE' FROM claim_line_verdict v WHERE v.claim_id = ? AND v.center_id = ?
       AND v.released_in_claim_id IS NOT NULL AND v.released_in_claim_id <> ?
     UNION ALL SELECT 'CLAIM' FROM claim c WHERE c.center_id = ? AND c.organization_id = ? AND c.id <> ?
       AND c.submitted_at > ? AND c.status NOT IN ('RETURNED', 'WITHDRAWN')
       AND IF(? = 'AWARD', c.subject_id = ?, c.kind <> 'AWARD') LIMIT 1`,
    [
      ...[id, centerId, id, centerId, id, centerId],
      ...[centerId, id, id],
      ...[id, centerId, id],
      ...[centerId, organizationId, id, decidedAt],
      ...[claim.kind, claim.subjectId],
    ],
  );
  if (rests) {
    throw new AppError('DECISION_RESTED_ON', `${rests.what} rests on ${claim.number}`, {
      number: claim.number,
      what: rests.what,
    });
  }
}

/** Lines of earlier claims are as they were: held again where the paper had settled them, released where they had been. */
async function freeEarlierLines(tx: Tx, claim: ClaimRow, decision: PaperDecision): Promise<void> {
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

async function wasAnsweredBy(
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
