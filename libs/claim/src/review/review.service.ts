import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { lockClaim, type ClaimRow } from '../claims/claim.access.js';
import type { ClaimPage } from '../claims/claim.graphql.js';
import { lockYear, setLedgerStatus } from '../ledger/ledger.repository.js';
import { countQueue, listQueue } from './queue.queries.js';
import type {
  AcceptLinesInput,
  GiveVerdictInput,
  ReleaseLineInput,
  ReturnClaimInput,
  ReviewCounts,
  ReviewQueueArgs,
} from './review.graphql.js';
import {
  acceptRest,
  linesOf,
  releaseArrived,
  step,
  writeVerdicts,
  type PlacedLine,
} from './review.repository.js';
import { assertVerdict } from './review.rules.js';

/** The bureau's reading of a claim, line by line. It writes its own column and never the operator's facts. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async queue(scope: Scope, args: ReviewQueueArgs): Promise<ClaimPage> {
    return await listQueue(this.unitOfWork.read(scope), args);
  }

  async counts(scope: Scope): Promise<ReviewCounts> {
    return await countQueue(this.unitOfWork.read(scope));
  }

  /** From here on the operator can no longer take it back. */
  async open(scope: Scope, claimId: string): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const claim = await lockClaim(tx, claimId);
      const now = this.clock.now();
      await step(tx, claim, {
        event: 'open',
        action: 'openReview',
        set: { reviewed_by: scope.userId, opened_at: now },
      });
      await releaseArrived(tx, claim, now);
      return claim.id;
    });
  }

  async giveVerdict(scope: Scope, input: GiveVerdictInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const claim = await this.inReview(tx, input.claimId);
      const ids = [...new Set(input.lineIds)];
      const lines = await linesOf(tx, claim, ids);
      for (const line of lines) {
        assertVerdict(input, line);
      }
      await writeVerdicts(tx, claim, { ids, draft: input, now: this.clock.now() });
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'verdict',
        changes: [
          { field: 'verdict', from: null, to: input.verdict },
          lines.length === 1
            ? { field: 'line', from: null, to: lines.map(nameOf).join() }
            : { field: 'lines', from: null, to: lines.length },
          { field: 'code', from: null, to: input.code ?? null },
          { field: 'cutFen', from: null, to: input.cutFen ?? null },
        ],
        reason: input.text ?? null,
      });
      return claim.id;
    });
  }

  async acceptLines(scope: Scope, input: AcceptLinesInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const claim = await this.inReview(tx, input.claimId);
      const count = await acceptRest(tx, claim, {
        except: input.exceptLineIds,
        now: this.clock.now(),
      });
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'acceptLines',
        changes: [{ field: 'accepted', from: null, to: count }],
      });
      return claim.id;
    });
  }

  /** The paper is wrong as a whole: nothing of it counts, and the operator prepares its next revision. */
  async returnClaim(scope: Scope, input: ReturnClaimInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const claim = await this.inReview(tx, input.claimId);
      await lockYear(tx, claim.centerId, claim.yearFrom);
      await step(tx, claim, {
        event: 'return',
        action: 'return',
        set: { return_code: input.code, return_text: input.text },
        reason: input.text,
      });
      await setLedgerStatus(tx, claim.id, 'WITHDRAWN', ['SUBMITTED']);
      return claim.id;
    });
  }

  /** The document came on paper: the held line is free, and the next decision of the center carries it. */
  async release(scope: Scope, input: ReleaseLineInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const held = await tx.row<{ claimId: string }>(
        `SELECT claim_id AS claimId FROM claim_line_verdict
         WHERE claim_line_id = ? AND center_id IN (?) AND verdict = 'HELD' AND released_at IS NULL FOR UPDATE`,
        [input.lineId, tx.centers],
      );
      if (!held) {
        throw new AppError('NOT_FOUND', `Line ${input.lineId} is not held`, {
          entity: 'claimLine',
          id: input.lineId,
        });
      }
      await tx.execute(
        'UPDATE claim_line_verdict SET released_at = ? WHERE claim_line_id = ? AND center_id IN (?)',
        [this.clock.now(), input.lineId, tx.centers],
      );
      const claim = await lockClaim(tx, held.claimId);
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'release',
        changes: [{ field: 'line', from: 'HELD', to: input.lineId }],
        reason: input.reason,
      });
      return claim.id;
    });
  }

  /** Whoever judges is a reviewer of the claim from then on, and does not decide it. */
  private async inReview(tx: Tx, claimId: string): Promise<ClaimRow> {
    const claim = await lockClaim(tx, claimId);
    if (claim.status !== 'IN_REVIEW') {
      throw new AppError('CLAIM_STATE', `Claim ${claim.number} is ${claim.status}`, {
        status: claim.status,
        event: 'review',
      });
    }
    return claim;
  }
}

/** A line by its place in the claim: the history names nobody. */
const nameOf = ({ seq, month }: PlacedLine): string => `${month} #${seq}`;
