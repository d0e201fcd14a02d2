import { Inject, Injectable } from '@nestjs/common';
import { AppError, fen, sumFen, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, idempotent, newId, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { carryAppeals } from '../appeal/appeal.carry.js';
import { findClaim, assertVersion, lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { answering } from '../claims/claim.reach.js';
import { settleHeldOnPaper } from '../held/paper-held.js';
import { lockYear } from '../ledger/ledger.repository.js';
import { assertDecidesOnPaper, assertMayDecide } from '../life/people.setting.js';
import type { DecideSupplementInput, RecordPaperSupplementInput } from './decision-life.graphql.js';
import { ClaimDecisionEntity } from './review.entities.js';
import { assertScan, linesOf, releaseArrived, step } from './review.repository.js';
import { assertDayBetween } from './review.rules.js';
import { assertCloses } from './statement.rules.js';
import type { ReleasedLine } from './statement.queries.js';
import { decidedOnOf, releasedHere, upheldHere, willClaimOn } from './supplement.queries.js';

interface Ground {
  readonly id: string;
  readonly source: 'BUREAU' | 'PAPER';
  readonly decidedOn: LocalDate;
  readonly isSinglePerson: boolean;
  readonly attachmentId: string | null;
}

/**
 * Lines that a decision held and that were released since, and what was granted on appeal, come with the next decision.
 * An operator that left has no next one: they are decided by themselves, beside the decision that held them, and the
 * claim can be paid again.
 */
@Injectable()
export class SupplementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async decide(scope: Scope, input: DecideSupplementInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'decideSupplement', input: request },
        async () => {
          const claim = await lockClaim(tx, input.claimId);
          await lockYear(tx, claim.centerId, claim.yearFrom);
          assertVersion(claim, input.version);
          const isSinglePerson = await assertMayDecide(tx, claim);
          await releaseArrived(tx, claim, this.clock.now());
          await this.record(tx, claim, input, {
            id: newId(),
            source: 'BUREAU',
            decidedOn: this.clock.today(),
            isSinglePerson,
            attachmentId: null,
            refuses: false,
          });
          return claim.id;
        },
      );
    });
  }

  /** Where the bureau does not sign in: its paper says which held lines it grants or refuses, and the scan proves it. */
  async recordPaper(scope: Scope, input: RecordPaperSupplementInput): Promise<string> {
    const seen = await findClaim(this.unitOfWork.read(scope), input.claimId);
    return await this.unitOfWork.run(answering(scope, seen), async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'recordPaperSupplement', input: request },
        async () => {
          const claim = await lockClaim(tx, input.claimId);
          await lockYear(tx, claim.centerId, claim.yearFrom);
          assertVersion(claim, input.version);
          await this.assertPaper(tx, claim, input);
          const id = newId();
          await settleHeldOnPaper(tx, claim, {
            released: input.released,
            refused: input.refused,
            documentNumber: input.documentNumber ?? null,
            decisionId: id,
            now: this.clock.now(),
          });
          await this.record(tx, claim, input, {
            id,
            source: 'PAPER',
            decidedOn: input.decidedOn,
            isSinglePerson: false,
            attachmentId: input.attachmentId,
            refuses: input.refused.length > 0,
          });
          return claim.id;
        },
      );
    });
  }

  /** From a county that decides on paper, with its scan, after the decision it adds to, about lines of this claim. */
  private async assertPaper(
    tx: Tx,
    claim: ClaimRow,
    input: RecordPaperSupplementInput,
  ): Promise<void> {
    await assertDecidesOnPaper(tx, claim);
    await assertScan(tx, claim, input.attachmentId);
    assertDayBetween('decidedOn', input.decidedOn, {
      from: await decidedOnOf(tx, claim),
      today: this.clock.today(),
    });
    const named = [...new Set([...input.released, ...input.refused])];
    if (named.length > 0) {
      await linesOf(tx, claim, named);
    }
  }

  private async record(
    tx: Tx,
    claim: ClaimRow,
    input: Pick<DecideSupplementInput, 'documentNumber' | 'note'>,
    { refuses, ...ground }: Ground & { readonly refuses: boolean },
  ): Promise<void> {
    if (await willClaimOn(tx, claim, this.clock.today())) {
      throw new AppError('SUPPLEMENT_CARRIED', `The next claim carries what ${claim.number} held`, {
        number: claim.number,
      });
    }
    const lines = await releasedHere(tx, claim);
    const upheld = await upheldHere(tx, claim);
    if (lines.length + upheld.length === 0 && !refuses) {
      throw new AppError('SUPPLEMENT_NOTHING', `Nothing of ${claim.number} is released`, {
        number: claim.number,
      });
    }
    const amountFen = sumFen([...lines, ...upheld].map((one) => one.amountFen));
    const figures = {
      claimedFen: fen(0),
      returnedFen: fen(0),
      cutFen: fen(0),
      heldFen: fen(0),
      releasedFen: amountFen,
      decidedFen: amountFen,
    };
    assertCloses(figures);
    const status = await step(tx, claim, {
      event: 'supplement',
      action: 'decideSupplement',
      set: {
        decided_fen: (claim.decidedFen ?? 0) + amountFen,
        ...(claim.closedAt === null ? {} : { closed_at: null }),
      },
      reason: input.note ?? null,
    });
    await carry(tx, claim, { id: ground.id, lines });
    await carryAppeals(tx, { id: ground.id, claimId: claim.id }, upheld);
    await tx.insert(ClaimDecisionEntity, {
      ...ground,
      ...figures,
      kind: 'SUPPLEMENT',
      claimId: claim.id,
      centerId: claim.centerId,
      reviewedBy: ground.source === 'PAPER' ? null : claim.reviewedBy,
      decidedBy: tx.scope.userId,
      decidedAt: this.clock.now(),
      documentNumber: input.documentNumber ?? null,
      note: input.note ?? null,
    });
    if (amountFen === 0 && (claim.status === 'PAID' || claim.status === 'CLOSED')) {
      // It refused, and added nothing that could be paid.
      await step(tx, { ...claim, status }, { event: 'payFull', action: 'paidBefore' });
    }
  }
}

/** The lines are done with, and the ledger has them as accepted until they are paid. */
async function carry(
  tx: Tx,
  claim: ClaimRow,
  given: { readonly id: string; readonly lines: readonly ReleasedLine[] },
): Promise<void> {
  const ids = given.lines.map(({ id }) => id);
  if (ids.length === 0) {
    return;
  }
  await tx.execute(
    `UPDATE claim_line_verdict SET released_in_claim_id = ?, settled_in_id = ?
     WHERE claim_line_id IN (?) AND center_id IN (?)`,
    [claim.id, given.id, ids, tx.centers],
  );
  await tx.execute(
    `UPDATE ledger_entry SET status = 'ACCEPTED' WHERE claim_line_id IN (?) AND center_id IN (?) AND status = 'HELD'`,
    [ids, tx.centers],
  );
}
