import { Inject, Injectable } from '@nestjs/common';
import { AppError, fen, sumFen, type Clock } from '@yibu/kernel';
import { CLOCK, idempotent, newId, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { carryAppeals } from '../appeal/appeal.carry.js';
import { assertVersion, lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { lockYear } from '../ledger/ledger.repository.js';
import { assertMayDecide } from '../life/people.setting.js';
import type { DecideSupplementInput } from './decision-life.graphql.js';
import { ClaimDecisionEntity } from './review.entities.js';
import { releaseArrived, step } from './review.repository.js';
import { assertCloses } from './statement.rules.js';
import type { ReleasedLine } from './statement.queries.js';
import { releasedHere, upheldHere, willClaimOn } from './supplement.queries.js';

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
          await this.record(tx, claim, input);
          return claim.id;
        },
      );
    });
  }

  private async record(tx: Tx, claim: ClaimRow, input: DecideSupplementInput): Promise<void> {
    const isSinglePerson = await assertMayDecide(tx, claim);
    await releaseArrived(tx, claim, this.clock.now());
    if (await willClaimOn(tx, claim, this.clock.today())) {
      throw new AppError('SUPPLEMENT_CARRIED', `The next claim carries what ${claim.number} held`, {
        number: claim.number,
      });
    }
    const lines = await releasedHere(tx, claim);
    const upheld = await upheldHere(tx, claim);
    if (lines.length + upheld.length === 0) {
      throw new AppError('SUPPLEMENT_NOTHING', `Nothing of ${claim.number} is released`, {
        number: claim.number,
      });
    }
    const id = newId();
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
    await step(tx, claim, {
      event: 'supplement',
      action: 'decideSupplement',
      set: {
        decided_fen: (claim.decidedFen ?? 0) + amountFen,
        ...(claim.closedAt === null ? {} : { closed_at: null }),
      },
      reason: input.note ?? null,
    });
    await carry(tx, claim, { id, lines });
    await carryAppeals(tx, claim, upheld);
    await tx.insert(ClaimDecisionEntity, {
      id,
      ...figures,
      kind: 'SUPPLEMENT',
      source: 'BUREAU',
      claimId: claim.id,
      centerId: claim.centerId,
      reviewedBy: claim.reviewedBy,
      decidedBy: tx.scope.userId,
      decidedAt: this.clock.now(),
      decidedOn: this.clock.today(),
      documentNumber: input.documentNumber ?? null,
      note: input.note ?? null,
      isSinglePerson,
      attachmentId: null,
    });
  }
}

/** The lines are done with, and the ledger has them as accepted until they are paid. */
async function carry(
  tx: Tx,
  claim: ClaimRow,
  given: { readonly id: string; readonly lines: readonly ReleasedLine[] },
): Promise<void> {
  const ids = given.lines.map(({ id }) => id);
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
