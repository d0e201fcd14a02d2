import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock, type LocalDate } from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  isDuplicate,
  newId,
  UnitOfWork,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { findClaim, lockClaim, type ClaimRow } from '../claims/claim.access.js';
import { answering } from '../claims/claim.reach.js';
import { assertInNoBatch } from '../batch/batch.guard.js';
import { assertWithinBudget } from '../batch/budget.queries.js';
import { peopleSetting } from '../life/people.setting.js';
import { assertNoDebtDue } from '../recovery/recovery.queries.js';
import type { RecordPaymentInput } from './review.graphql.js';
import { assertNotBlocked } from '../notice/objection.block.js';
import { PaymentEntity } from './review.entities.js';
import { assertScan, payLedger, step } from './review.repository.js';
import { assertDayBetween, assertPayment } from './review.rules.js';

export interface PaymentOrigin {
  readonly source: 'BUREAU' | 'PAPER';
  readonly batchId: string | null;
  /** No money moves: netted against this claim of the same center. */
  readonly offsetClaimId?: string;
}

/** Money, and the end of a claim's life. */
@Injectable()
export class PaymentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async record(
    scope: Scope,
    input: RecordPaymentInput,
    source: 'BUREAU' | 'PAPER',
  ): Promise<string> {
    const seen = await findClaim(this.unitOfWork.read(scope), input.claimId);
    return await this.unitOfWork.run(answering(scope, seen), async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(tx, { key, operation: 'recordPayment', input: request }, async () => {
        const claim = await lockClaim(tx, input.claimId);
        await assertInNoBatch(tx, claim);
        if (source === 'BUREAU' && input.amountFen > 0) {
          await assertNotThroughFinance(tx, claim);
        }
        await this.pay(tx, claim, input, { source, batchId: null });
        return claim.id;
      });
    });
  }

  /** Money that moves for a claim, within somebody's transaction that holds the claim. */
  async pay(
    tx: Tx,
    claim: ClaimRow,
    input: Omit<RecordPaymentInput, 'idempotencyKey'>,
    origin: PaymentOrigin,
  ): Promise<void> {
    await this.assertDue(tx, claim, origin.source);
    await assertPaidOn(tx, claim, { paidOn: input.paidOn, today: this.clock.today() });
    await assertReceiptIsNew(tx, claim, input.receiptNumber);
    if (input.attachmentId) {
      await assertScan(tx, claim, input.attachmentId);
    }
    if (input.amountFen > 0) {
      await assertNoDebtDue(tx, claim, this.clock.today());
    }
    // What was paid on paper has been paid, whatever was set aside.
    if (origin.source === 'BUREAU') {
      await assertWithinBudget(tx, claim.countyCode, input);
    }
    await this.move(tx, claim, input, origin);
  }

  /** The entry itself, and what it does to the claim and the ledger. */
  async move(
    tx: Tx,
    claim: ClaimRow,
    input: Omit<RecordPaymentInput, 'idempotencyKey'>,
    origin: PaymentOrigin,
  ): Promise<void> {
    const { isFull } = assertPayment(claim, input.amountFen);
    await assertNotBlocked(tx, claim, input.amountFen);
    await this.insert(tx, claim, input, origin);
    await step(tx, claim, {
      event: isFull ? 'payFull' : 'payPart',
      action: origin.offsetClaimId ? 'offset' : 'pay',
      set: { paid_fen: claim.paidFen + input.amountFen },
    });
    if (isFull) {
      await payLedger(tx, claim);
    }
  }

  /** A decision of nothing needs no transfer to be done with. */
  async close(scope: Scope, claimId: string): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const found = await lockClaim(tx, claimId);
      const isNothing = found.decidedFen === 0 && found.status !== 'PAID';
      const status = isNothing
        ? await step(tx, found, { event: 'payFull', action: 'settleNothing' })
        : found.status;
      if (isNothing) {
        await payLedger(tx, found);
      }
      await step(
        tx,
        { ...found, status },
        { event: 'close', action: 'close', set: { closed_at: this.clock.now() } },
      );
      return found.id;
    });
  }

  /** The county's notice is over, or the decision came on paper; money that comes back waits for no notice. */
  async assertDue(tx: Tx, claim: ClaimRow, source: 'BUREAU' | 'PAPER'): Promise<void> {
    const decision = await tx.row<{ source: string }>(
      'SELECT source FROM claim_decision WHERE live_claim_id = ? AND center_id IN (?)',
      [claim.id, tx.centers],
    );
    if (source === 'PAPER') {
      if (decision?.source !== 'PAPER') {
        throw new AppError('CLAIM_STATE', `Claim ${claim.number} was not decided on paper`, {
          status: claim.status,
          event: 'payPart',
        });
      }
      return;
    }
    const days = await noticeDays(tx, claim);
    const until: LocalDate | null = claim.noticeUntil;
    const isOver = until !== null && until <= this.clock.today();
    const pays = claim.decidedFen !== null && claim.decidedFen > 0;
    const isDue = (days !== null && days > 0) || claim.status === 'NOTICED';
    if (isDue && pays && !isOver) {
      throw new AppError('NOTICE_NOT_OVER', `Notice of ${claim.number} is not over`, { until });
    }
  }

  private async insert(
    tx: Tx,
    claim: ClaimRow,
    input: Omit<RecordPaymentInput, 'idempotencyKey'>,
    origin: PaymentOrigin,
  ): Promise<void> {
    const payee = await tx.row<{ holder: string; bank: string; last4: string }>(
      `SELECT holder_name AS holder, bank_name AS bank, number_last4 AS last4 FROM bank_account
       WHERE center_id = ? AND center_id IN (?) AND organization_id = ? AND ended_at IS NULL
       ORDER BY created_at DESC, id DESC LIMIT 1`,
      [claim.centerId, tx.centers, claim.organizationId],
    );
    try {
      await tx.insert(PaymentEntity, {
        id: newId(),
        centerId: claim.centerId,
        claimId: claim.id,
        batchId: origin.batchId,
        kind: origin.offsetClaimId ? 'OFFSET' : 'CASH',
        offsetClaimId: origin.offsetClaimId ?? null,
        amountFen: input.amountFen,
        paidOn: input.paidOn,
        receiptNumber: input.receiptNumber.trim(),
        source: origin.source,
        payee,
        attachmentId: input.attachmentId ?? null,
        recordedBy: tx.scope.userId,
        createdAt: this.clock.now(),
      });
    } catch (error) {
      if (isDuplicate(error)) {
        throw receiptTaken(claim, input.receiptNumber);
      }
      throw error;
    }
  }
}

async function assertReceiptIsNew(tx: Tx, claim: ClaimRow, receipt: string): Promise<void> {
  const known = await tx.row(
    'SELECT id FROM payment WHERE claim_id = ? AND center_id IN (?) AND receipt_number = ?',
    [claim.id, tx.centers, receipt.trim()],
  );
  if (known) {
    throw receiptTaken(claim, receipt);
  }
}

const receiptTaken = (claim: ClaimRow, receipt: string): AppError =>
  new AppError('RECEIPT_TAKEN', `Receipt ${receipt} is known at ${claim.number}`, { receipt });

/** Money follows the decision and is entered once it has moved. */
async function assertPaidOn(
  tx: Tx,
  claim: ClaimRow,
  { paidOn, today }: { readonly paidOn: LocalDate; readonly today: LocalDate },
): Promise<void> {
  const decision = await tx.row<{ decidedOn: LocalDate }>(
    'SELECT decided_on AS decidedOn FROM claim_decision WHERE live_claim_id = ? AND center_id IN (?)',
    [claim.id, tx.centers],
  );
  if (decision) {
    assertDayBetween('paidOn', paidOn, { from: decision.decidedOn, today });
  }
}

/** Where the county pays through its finance bureau, nobody records a payment beside the batches. */
async function assertNotThroughFinance(tx: Tx, claim: ClaimRow): Promise<void> {
  if ((await peopleSetting(tx, claim.centerId)).throughFinance) {
    throw new AppError('PAYMENT_THROUGH_FINANCE', `Claim ${claim.number} is paid in a batch`, {
      number: claim.number,
    });
  }
}

async function noticeDays(tx: Tx, claim: ClaimRow): Promise<number | null> {
  const county = await tx.row<{ settings: string }>('SELECT settings FROM county WHERE code = ?', [
    claim.countyCode,
  ]);
  const { noticeDays: days } = JSON.parse(county?.settings ?? '{}') as {
    noticeDays?: number | null;
  };
  return days ?? null;
}
