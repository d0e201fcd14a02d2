import { Inject, Injectable } from '@nestjs/common';
import { AppError, fen, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  isDuplicate,
  newId,
  UnitOfWork,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { assertInNoBatch } from '../batch/batch.guard.js';
import { lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { PaymentService } from '../review/payment.service.js';
import { RecoveryInstalmentEntity, RecoveryPlanEntity } from './recovery.entities.js';
import type { AgreeRecoveryPlanInput, OffsetDebtInput } from './recovery.graphql.js';
import { assertPlan } from './recovery.rules.js';

/** Money that was decided away comes back: paid, netted against the next claim, or in parts by agreement. */
@Injectable()
export class RecoveryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async agree(scope: Scope, input: AgreeRecoveryPlanInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const claim = await lockClaim(tx, input.claimId);
      const debtFen = openDebt(claim);
      assertPlan(debtFen, input.instalments);
      await this.insert(tx, claim, { input, debtFen });
      tx.audit({
        entity: 'claim',
        entityId: claim.id,
        centerId: claim.centerId,
        action: 'agreeRecovery',
        changes: [
          { field: 'debtFen', from: null, to: debtFen },
          { field: 'instalments', from: null, to: input.instalments.length },
          { field: 'documentNumber', from: null, to: input.documentNumber ?? null },
        ],
        reason: input.note,
      });
      return claim.id;
    });
  }

  private async insert(
    tx: Tx,
    claim: ClaimRow,
    given: { readonly input: AgreeRecoveryPlanInput; readonly debtFen: number },
  ): Promise<void> {
    const { input, debtFen } = given;
    try {
      await tx.insert(RecoveryPlanEntity, {
        claimId: claim.id,
        centerId: claim.centerId,
        debtFen: fen(debtFen),
        agreedOn: input.agreedOn,
        documentNumber: input.documentNumber ?? null,
        note: input.note,
        agreedBy: tx.scope.userId,
        createdAt: this.clock.now(),
      });
    } catch (error) {
      if (isDuplicate(error)) {
        throw new AppError('RECOVERY_PLAN_TAKEN', `Claim ${claim.number} has a plan`, {
          number: claim.number,
        });
      }
      throw error;
    }
    await tx.insert(
      RecoveryInstalmentEntity,
      input.instalments.map(({ dueOn, amountFen }, index) => ({
        id: newId(),
        claimId: claim.id,
        centerId: claim.centerId,
        seq: index + 1,
        dueOn,
        amountFen,
      })),
    );
  }

  /** Two entries that come to nothing: the debt is less by it, and so is what the other claim has coming. */
  async offset(scope: Scope, input: OffsetDebtInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(tx, { key, operation: 'offsetDebt', input: request }, async () => {
        const { debt, against } = await lockBoth(tx, input);
        assertPair(debt, against, input.amountFen);
        await assertInNoBatch(tx, against);
        await this.payments.assertDue(tx, debt, 'BUREAU');
        await this.payments.assertDue(tx, against, 'BUREAU');
        await this.entry(tx, debt, { other: against, amountFen: -input.amountFen });
        await this.entry(tx, against, { other: debt, amountFen: input.amountFen });
        return debt.id;
      });
    });
  }

  private async entry(
    tx: Tx,
    claim: ClaimRow,
    given: { readonly other: ClaimRow; readonly amountFen: number },
  ): Promise<void> {
    const id = newId();
    await this.payments.move(
      tx,
      claim,
      {
        claimId: claim.id,
        amountFen: fen(given.amountFen),
        paidOn: this.clock.today(),
        receiptNumber: `OFFSET-${id}`,
      },
      { source: 'BUREAU', batchId: null, offsetClaimId: given.other.id },
    );
  }
}

const openDebt = (claim: ClaimRow): number => claim.paidFen - (claim.decidedFen ?? 0);

/** In the order of their ids, so that two people netting the same pair do not wait for each other. */
async function lockBoth(
  tx: Tx,
  input: OffsetDebtInput,
): Promise<{ debt: ClaimRow; against: ClaimRow }> {
  const locked = new Map<string, ClaimRow>();
  for (const id of [input.claimId, input.againstClaimId].sort()) {
    locked.set(id, await lockClaim(tx, id));
  }
  const [debt, against] = [locked.get(input.claimId), locked.get(input.againstClaimId)];
  if (!debt || !against || debt === against) {
    throw new AppError('OFFSET_REFUSED', 'A claim is not netted against itself', { openFen: 0 });
  }
  return { debt, against };
}

function assertPair(debt: ClaimRow, against: ClaimRow, amountFen: number): void {
  const isSame =
    debt.centerId === against.centerId && debt.organizationId === against.organizationId;
  const isDebt = debt.decidedFen !== null && debt.decidedFen < 0;
  const coming = (against.decidedFen ?? 0) - against.paidFen;
  const most = Math.max(0, Math.min(isDebt ? openDebt(debt) : 0, coming));
  if (!isSame || amountFen > most) {
    throw new AppError('OFFSET_REFUSED', `${amountFen} fen of ${most}`, { openFen: most });
  }
}
