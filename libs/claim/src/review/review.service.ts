import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { findClaim, lockClaim, type ClaimRow } from '../claims/claim.access.js';
import type { ClaimPage } from '../claims/claim.graphql.js';
import { DriftService } from '../claims/drift.service.js';
import { lockYear, setLedgerStatus } from '../ledger/ledger.repository.js';
import { canHappen } from '../life/claim.states.js';
import { MatchService } from '../matches/match.service.js';
import { countQueue, listQueue } from './queue.queries.js';
import type {
  AcceptLinesInput,
  GiveVerdictInput,
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
import { assertGrounds, assertVerdict, inMoney } from './review.rules.js';

/** The bureau's reading of a claim, line by line. It writes its own column and never the operator's facts. */
@Injectable()
export class ReviewService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly drift: DriftService,
    private readonly matches: MatchService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async queue(scope: Scope, args: ReviewQueueArgs): Promise<ClaimPage> {
    return await listQueue(this.unitOfWork.read(scope), args, this.clock.today());
  }

  async counts(scope: Scope): Promise<ReviewCounts> {
    return await countQueue(this.unitOfWork.read(scope), this.clock.today());
  }

  /** From here on the operator can no longer take it back. */
  async open(scope: Scope, claimId: string): Promise<string> {
    const today = await this.sumOfToday(scope, claimId);
    return await this.unitOfWork.run(scope, async (tx) => {
      const claim = await lockClaim(tx, claimId);
      const now = this.clock.now();
      await step(tx, claim, {
        event: 'open',
        action: 'openReview',
        set: {
          reviewed_by: scope.userId,
          opened_at: now,
          adjusted_fen: today === null ? null : today - claim.claimedFen,
        },
      });
      await lockYear(tx, claim.centerId, claim.yearFrom);
      await releaseArrived(tx, claim, now);
      return claim.id;
    });
  }

  async giveVerdict(scope: Scope, input: GiveVerdictInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const claim = await this.inReview(tx, input.claimId);
      const ids = [...new Set(input.lineIds)];
      const lines = await linesOf(tx, claim, ids);
      assertGrounds(input, this.clock.today());
      const now = this.clock.now();
      const drafts = lines.map((line) => ({ id: line.id, draft: inMoney(input, line), line }));
      for (const { draft, line } of drafts) {
        assertVerdict(draft, line);
      }
      // A cut of quantity takes another amount from each line; everything else is one statement.
      const isEach = input.recognizedQuantity != null;
      for (const { id, draft } of isEach ? drafts : []) {
        await writeVerdicts(tx, claim, { ids: [id], draft, now });
      }
      if (!isEach) {
        await writeVerdicts(tx, claim, { ids, draft: input, now });
      }
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
          { field: 'cutFen', from: null, to: drafts[0]?.draft.cutFen ?? null },
          { field: 'recognizedQuantity', from: null, to: input.recognizedQuantity ?? null },
          { field: 'clause', from: null, to: input.clause ?? null },
          { field: 'heldUntil', from: null, to: input.heldUntil ?? null },
        ],
        reason: input.text ?? null,
      });
      return claim.id;
    });
  }

  async acceptLines(scope: Scope, input: AcceptLinesInput): Promise<string> {
    const contradicted = await this.matches.linesToJudge(scope, input.claimId);
    return await this.unitOfWork.run(scope, async (tx) => {
      const claim = await this.inReview(tx, input.claimId);
      const count = await acceptRest(tx, claim, {
        except: [...input.exceptLineIds, ...contradicted],
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

  /**
   * What the frozen pack makes of the records as they are on the day of opening. Records that contradict themselves
   * meanwhile stop nobody: then there is no such figure, and the page of changes says why.
   */
  private async sumOfToday(scope: Scope, claimId: string): Promise<number | null> {
    const claim = await findClaim(this.unitOfWork.read(scope), claimId);
    if (!canHappen(claim.status, 'open')) {
      return null;
    }
    try {
      return (await this.drift.drift(scope, claimId)).currentFen;
    } catch (error) {
      if (error instanceof AppError) {
        return null;
      }
      throw error;
    }
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
