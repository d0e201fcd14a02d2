import { Inject, Injectable } from '@nestjs/common';
import { AppError, fen, InputError, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  isDuplicate,
  newId,
  UnitOfWork,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { lockClaim } from '../claims/claim.access.js';
import { assertNoDebtDue } from '../recovery/recovery.queries.js';
import { PaymentService } from '../review/payment.service.js';
import { assertNotBlocked } from '../notice/objection.block.js';
import { assertPayment } from '../review/review.rules.js';
import { PaymentBatchEntity, PaymentBatchItemEntity } from './batch.entities.js';
import type {
  CancelPaymentBatchInput,
  ConfirmBatchItemInput,
  CreatePaymentBatchInput,
  RefuseBatchItemInput,
} from './batch.graphql.js';
import { assertInNoBatch } from './batch.guard.js';

interface OpenItem {
  readonly id: string;
  readonly batchId: string;
  readonly claimId: string;
  readonly amountFen: number;
  readonly state: string;
  readonly createdBy: string;
}

/** The bureau composes what is to be paid; somebody else, at the finance bureau, pays it claim by claim or refuses. */
@Injectable()
export class BatchService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly payments: PaymentService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async create(scope: Scope, input: CreatePaymentBatchInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(
        tx,
        { key, operation: 'createPaymentBatch', input: request },
        async () => await this.compose(tx, input),
      );
    });
  }

  /** Claims are locked in the order of their ids, so that two batches cannot wait for each other. */
  private async compose(tx: Tx, input: CreatePaymentBatchInput): Promise<string> {
    const items = [...input.items].sort((a, b) => (a.claimId < b.claimId ? -1 : 1));
    if (new Set(items.map(({ claimId }) => claimId)).size !== items.length) {
      throw new InputError([{ path: 'items', rule: 'arrayUnique' }]);
    }
    const counties = new Set<string>();
    const rows: Partial<PaymentBatchItemEntity>[] = [];
    const id = newId();
    for (const { claimId, amountFen } of items) {
      const claim = await lockClaim(tx, claimId);
      await assertInNoBatch(tx, claim);
      await this.payments.assertDue(tx, claim, 'BUREAU');
      await assertNoDebtDue(tx, claim, this.clock.today());
      assertPayment(claim, amountFen);
      await assertNotBlocked(tx, claim, amountFen);
      counties.add(claim.countyCode);
      rows.push({
        id: newId(),
        batchId: id,
        centerId: claim.centerId,
        claimId,
        amountFen,
        state: 'ASKED',
      });
    }
    const [countyCode = ''] = counties;
    if (counties.size !== 1) {
      throw new InputError([{ path: 'items', rule: 'oneCounty' }]);
    }
    await this.insert(tx, { id, countyCode, input });
    await tx.insert(PaymentBatchItemEntity, rows);
    const totalFen = items.reduce((sum, { amountFen }) => sum + amountFen, 0);
    audit(tx, id, 'create', [
      { field: 'number', from: null, to: `${input.month} ${input.number}` },
      { field: 'items', from: null, to: rows.length },
      { field: 'totalFen', from: null, to: totalFen },
    ]);
    return id;
  }

  private async insert(
    tx: Tx,
    batch: {
      readonly id: string;
      readonly countyCode: string;
      readonly input: CreatePaymentBatchInput;
    },
  ): Promise<void> {
    const { month, number, note, items } = batch.input;
    try {
      await tx.insert(PaymentBatchEntity, {
        id: batch.id,
        countyCode: batch.countyCode,
        month,
        number: number.trim(),
        totalFen: fen(items.reduce((sum, { amountFen }) => sum + amountFen, 0)),
        createdBy: tx.scope.userId,
        createdAt: this.clock.now(),
        status: 'SENT',
        note: note ?? null,
      });
    } catch (error) {
      if (isDuplicate(error)) {
        throw new AppError('BATCH_TAKEN', `Batch ${month} ${number} exists`, {
          number: `${month} ${number}`,
        });
      }
      throw error;
    }
  }

  /** A retry with the same key finds the same payment; a second confirmation finds the item settled. */
  async confirm(scope: Scope, input: ConfirmBatchItemInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...request } = input;
      return await idempotent(tx, { key, operation: 'confirmBatch', input: request }, async () => {
        const item = await lockItem(tx, input.itemId);
        if (input.amountFen > item.amountFen) {
          throw new AppError('PAYMENT_REFUSED', `${input.amountFen} of ${item.amountFen}`, {
            openFen: item.amountFen,
          });
        }
        const claim = await lockClaim(tx, item.claimId);
        const { itemId: _item, ...payment } = request;
        await this.payments.pay(
          tx,
          claim,
          { ...payment, claimId: claim.id },
          { source: 'BUREAU', batchId: item.batchId },
        );
        await this.settle(tx, item, { state: 'PAID', paidFen: input.amountFen, reason: null });
        audit(tx, item.batchId, 'confirm', [
          { field: 'claim', from: null, to: claim.number },
          { field: 'paid_fen', from: null, to: input.amountFen },
        ]);
        return item.batchId;
      });
    });
  }

  async refuse(scope: Scope, input: RefuseBatchItemInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const item = await lockItem(tx, input.itemId);
      const claim = await lockClaim(tx, item.claimId);
      await this.settle(tx, item, { state: 'REFUSED', paidFen: 0, reason: input.reason });
      audit(
        tx,
        item.batchId,
        'refuse',
        [{ field: 'claim', from: null, to: claim.number }],
        input.reason,
      );
      return item.batchId;
    });
  }

  /** Only as long as nothing of it was paid or refused, and by somebody who answers for all of its centers. */
  async cancel(scope: Scope, input: CancelPaymentBatchInput): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const batch = await lockBatch(tx, input.batchId);
      const items = await tx.row<{ settled: number; elsewhere: number }>(
        `SELECT COUNT(IF(i.state <> 'ASKED', 1, NULL)) AS settled, COUNT(IF(i.center_id IN (?), NULL, 1)) AS elsewhere
         FROM payment_batch_item i JOIN payment_batch b ON b.id = i.batch_id WHERE b.id = ? AND b.county_code IN (?)`,
        [tx.centers, batch.id, scope.countyCodes],
      );
      if (items !== null && items.elsewhere > 0) {
        throw new AppError('FORBIDDEN', `Batch ${batch.id} holds claims of centers out of reach`);
      }
      if (batch.status !== 'SENT' || (items?.settled ?? 0) > 0) {
        throw new AppError('BATCH_STATE', `Batch ${batch.id} is under way`, {
          status: batch.status,
        });
      }
      await tx.execute(
        `UPDATE payment_batch_item SET state = 'CANCELLED' WHERE batch_id = ? AND center_id IN (?)`,
        [batch.id, tx.centers],
      );
      await tx.execute(
        `UPDATE payment_batch SET status = 'CANCELLED', settled_by = ?, settled_at = ? WHERE id = ? AND county_code IN (?)`,
        [scope.userId, this.clock.now(), batch.id, scope.countyCodes],
      );
      audit(
        tx,
        batch.id,
        'cancel',
        [{ field: 'status', from: 'SENT', to: 'CANCELLED' }],
        input.reason,
      );
      return batch.id;
    });
  }

  private async settle(
    tx: Tx,
    item: OpenItem,
    given: {
      readonly state: 'PAID' | 'REFUSED';
      readonly paidFen: number;
      readonly reason: string | null;
    },
  ): Promise<void> {
    const now = this.clock.now();
    await tx.execute(
      `UPDATE payment_batch_item SET state = ?, paid_fen = ?, reason = ?, settled_by = ?, settled_at = ?
       WHERE id = ? AND center_id IN (?)`,
      [given.state, given.paidFen, given.reason, tx.scope.userId, now, item.id, tx.centers],
    );
    // The last item settled settles the batch.
    await tx.execute(
      `UPDATE payment_batch SET status = 'DONE', settled_by = ?, settled_at = ?
       WHERE id = ? AND county_code IN (?) AND NOT EXISTS
         (SELECT 1 FROM payment_batch_item i WHERE i.batch_id = payment_batch.id AND i.state = 'ASKED')`,
      [tx.scope.userId, now, item.batchId, tx.scope.countyCodes],
    );
  }
}

async function lockBatch(
  tx: Tx,
  id: string,
): Promise<{ id: string; status: string; createdBy: string }> {
  const batch = await tx.row<{ id: string; status: string; createdBy: string }>(
    `SELECT id, status, created_by AS createdBy FROM payment_batch WHERE id = ? AND county_code IN (?) FOR UPDATE`,
    [id, tx.scope.countyCodes],
  );
  if (!batch) {
    throw new AppError('NOT_FOUND', `No batch ${id} in reach`, { entity: 'paymentBatch', id });
  }
  return batch;
}

/** The batch first, then the item: whoever comes second finds it settled. Never by who composed the batch. */
async function lockItem(tx: Tx, itemId: string): Promise<OpenItem> {
  const known = await tx.row<{ batchId: string }>(
    'SELECT batch_id AS batchId FROM payment_batch_item WHERE id = ? AND center_id IN (?)',
    [itemId, tx.centers],
  );
  if (!known) {
    throw new AppError('NOT_FOUND', `No item ${itemId} in reach`, {
      entity: 'paymentBatchItem',
      id: itemId,
    });
  }
  const batch = await lockBatch(tx, known.batchId);
  if (batch.createdBy === tx.scope.userId) {
    throw new AppError('BATCH_TWO_PEOPLE', `User ${tx.scope.userId} composed batch ${batch.id}`);
  }
  const item = await tx.row<Omit<OpenItem, 'createdBy'>>(
    `SELECT id, batch_id AS batchId, claim_id AS claimId, amount_fen AS amountFen, state
     FROM payment_batch_item WHERE id = ? AND center_id IN (?) FOR UPDATE`,
    [itemId, tx.centers],
  );
  if (item?.state !== 'ASKED') {
    throw new AppError('BATCH_STATE', `Item ${itemId} is settled`, { status: item?.state ?? '' });
  }
  return { ...item, createdBy: batch.createdBy };
}

function audit(
  tx: Tx,
  batchId: string,
  action: string,
  changes: { field: string; from: null | string; to: string | number }[],
  reason: string | null = null,
): void {
  tx.audit({ entity: 'paymentBatch', entityId: batchId, centerId: null, action, changes, reason });
}
