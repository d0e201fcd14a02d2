import { Inject, Injectable } from '@nestjs/common';
import { addDays, AppError, type Clock, type LocalDate } from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  isDuplicate,
  newId,
  UnitOfWork,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { lockClaim, type ClaimRow } from '../claims/claim.access.js';
import type { RecordPaymentInput } from './review.graphql.js';
import { PaymentEntity } from './review.entities.js';
import { assertScan, payLedger, step } from './review.repository.js';
import { assertPayment } from './review.rules.js';

/** Notice to the public, money, and the end of a claim's life. */
@Injectable()
export class PaymentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Only where the county has said how many days; nothing is invented. */
  async startNotice(scope: Scope, claimId: string): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const claim = await lockClaim(tx, claimId);
      const days = await noticeDays(tx, claim);
      if (days === null) {
        throw new AppError('NOTICE_NOT_SET', `County ${claim.countyCode} has no notice days`);
      }
      const today = this.clock.today();
      await step(tx, claim, {
        event: 'notice',
        action: 'notice',
        set: { notice_from: today, notice_until: addDays(today, days) },
      });
      return claim.id;
    });
  }

  async record(
    scope: Scope,
    input: RecordPaymentInput,
    source: 'BUREAU' | 'PAPER',
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(tx, { key, operation: 'recordPayment', input: request }, async () => {
        const claim = await lockClaim(tx, input.claimId);
        await this.assertDue(tx, claim, source);
        await assertReceiptIsNew(tx, claim, input.receiptNumber);
        if (input.attachmentId) {
          await assertScan(tx, claim, input.attachmentId);
        }
        const { isFull } = assertPayment(claim, input.amountFen);
        await this.insert(tx, claim, input, source);
        await step(tx, claim, {
          event: isFull ? 'payFull' : 'payPart',
          action: 'pay',
          set: { paid_fen: claim.paidFen + input.amountFen },
        });
        if (isFull) {
          await payLedger(tx, claim);
        }
        return claim.id;
      });
    });
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

  private async assertDue(tx: Tx, claim: ClaimRow, source: 'BUREAU' | 'PAPER'): Promise<void> {
    const decision = await tx.row<{ source: string }>(
      'SELECT source FROM claim_decision WHERE claim_id = ? AND center_id IN (?)',
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
    if (days !== null && days > 0 && claim.decidedFen !== null && !isOver) {
      throw new AppError('NOTICE_NOT_OVER', `Notice of ${claim.number} is not over`, { until });
    }
  }

  private async insert(
    tx: Tx,
    claim: ClaimRow,
    input: RecordPaymentInput,
    source: 'BUREAU' | 'PAPER',
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
        batchId: null,
        amountFen: input.amountFen,
        paidOn: input.paidOn,
        receiptNumber: input.receiptNumber.trim(),
        source,
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

async function noticeDays(tx: Tx, claim: ClaimRow): Promise<number | null> {
  const county = await tx.row<{ settings: string }>('SELECT settings FROM county WHERE code = ?', [
    claim.countyCode,
  ]);
  const { noticeDays: days } = JSON.parse(county?.settings ?? '{}') as {
    noticeDays?: number | null;
  };
  return days ?? null;
}
