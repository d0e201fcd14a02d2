import { Inject, Injectable } from '@nestjs/common';
import { fen, type Clock } from '@yibu/kernel';
import { CLOCK, idempotent, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { uncarryAppeals } from '../appeal/appeal.carry.js';
import { assertVersion, findClaim, lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { answering } from '../claims/claim.reach.js';
import { lockYear, setLedgerStatus } from '../ledger/ledger.repository.js';
import { assertMonthsOpen } from '../ledger/year.guard.js';
import { assertNoLaterClaim } from '../life/later-claim.js';
import {
  assertDecisionIsFree,
  assertSupplementIsFree,
  freeEarlierLines,
  freeOwnLines,
  newestPaperOf,
  wasAnsweredBy,
  type PaperDecision,
} from './annulment.queries.js';
import type { AnnulPaperDecisionInput } from './decision-life.graphql.js';
import { step } from './review.repository.js';

interface Wrong {
  readonly paper: PaperDecision;
  readonly reason: string;
}

/**
 * A decision, or what was added to one, that was entered wrongly from paper is annulled while nothing rests on it: no
 * money, and no later claim; the newest first. It keeps its figures, its verdicts and its scan, and bears who annulled it
 * and why; the claim waits as it did before.
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
          await assertMonthsOpen(tx, claim);
          assertVersion(claim, input.version);
          await this.takeBack(tx, claim, input.reason);
          return claim.id;
        },
      );
    });
  }

  /** What was added to a decision goes before the decision itself. */
  private async takeBack(tx: Tx, claim: ClaimRow, reason: string): Promise<void> {
    const paper = await newestPaperOf(tx, claim);
    await assertNoLaterClaim(tx, claim, paper.decidedAt);
    if (paper.kind === 'SUPPLEMENT') {
      await this.takeBackSupplement(tx, claim, { paper, reason });
    } else {
      await this.takeBackDecision(tx, claim, { paper, reason });
    }
  }

  private async takeBackDecision(tx: Tx, claim: ClaimRow, { paper, reason }: Wrong): Promise<void> {
    await assertDecisionIsFree(tx, claim);
    await this.mark(tx, claim, { paper, reason });
    await freeEarlierLines(tx, claim, paper);
    await uncarryAppeals(tx, paper.id);
    await tx.execute('DELETE FROM claim_line_verdict WHERE claim_id = ? AND center_id IN (?)', [
      claim.id,
      tx.centers,
    ]);
    // The amount of an award was answered by the same paper: that application is over, and its next revision asks again.
    const isAnswered = await wasAnsweredBy(tx, claim, paper);
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

  /** Its lines are held again, and the claim is decided as it was; where that is all paid, it is paid again. */
  private async takeBackSupplement(
    tx: Tx,
    claim: ClaimRow,
    { paper, reason }: Wrong,
  ): Promise<void> {
    const decidedFen = fen((claim.decidedFen ?? 0) - paper.decidedFen);
    await assertSupplementIsFree(tx, claim, { paper, decidedFen });
    const status = await step(tx, claim, {
      event: 'annulSupplement',
      action: 'annulSupplement',
      set: { decided_fen: decidedFen },
      reason,
    });
    await this.mark(tx, claim, { paper, reason });
    await freeOwnLines(tx, claim, paper);
    await uncarryAppeals(tx, paper.id);
    if (decidedFen > 0 && claim.paidFen === decidedFen) {
      await step(tx, { ...claim, status }, { event: 'payFull', action: 'paidBefore' });
    }
  }

  /** The mark, with what the decision had said of single lines. */
  private async mark(tx: Tx, claim: ClaimRow, { paper, reason }: Wrong): Promise<void> {
    const verdicts = await tx.rows<object>(
      `SELECT v.claim_line_id AS lineId, v.verdict, v.code, v.text, v.cut_fen AS cutFen, v.held_until AS heldUntil
       FROM claim_line_verdict v WHERE v.claim_id = ? AND v.center_id IN (?) AND v.verdict <> 'ACCEPTED'
         AND (? = 'DECISION' OR v.settled_in_id = ?) ORDER BY v.claim_line_id`,
      [claim.id, tx.centers, paper.kind, paper.id],
    );
    await tx.execute(
      `UPDATE claim_decision SET annulled_at = ?, annulled_by = ?, annul_reason = ?, annulled_verdicts = ?
       WHERE id = ? AND center_id IN (?)`,
      [this.clock.now(), tx.scope.userId, reason, JSON.stringify(verdicts), paper.id, tx.centers],
    );
  }
}
