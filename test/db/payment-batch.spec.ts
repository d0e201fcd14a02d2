import type { INestApplicationContext } from '@nestjs/common';
import { BatchService, BudgetService } from '@yibu/claim';
import { GradeService } from '@yibu/center';
import { fen, localDate } from '@yibu/kernel';
import { newId, UnitOfWork } from '@yibu/platform';

import { findBatch, listBatches, payableClaims } from '../../libs/claim/src/batch/batch.queries.js';
import { startServices, type TestApp } from '../support/app.js';
import { composeBatch as compose, decidedApril } from '../support/april-claim.js';
import type { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

const itemOf = async (batchId: string): Promise<string> => {
  const [row] = await test.dataSource.query<{ id: string }[]>(
    'SELECT id FROM payment_batch_item WHERE batch_id = ?',
    [batchId],
  );
  return row?.id ?? '';
};

const stateOf = async (itemId: string | undefined): Promise<string> => {
  const [row] = await test.dataSource.query<{ state: string }[]>(
    'SELECT state FROM payment_batch_item WHERE id = ?',
    [itemId],
  );
  return row?.state ?? '';
};

const appropriate = async (
  world: ClaimWorld,
  amount: number,
  documentNumber: string,
): Promise<void> => {
  await test.app.get(BudgetService).add(await world.as('leader'), {
    countyCode: world.world.countyCode,
    year: 2025,
    onDay: localDate('2025-01-20'),
    amountFen: fen(amount),
    documentNumber,
  });
};

const confirm = async (
  world: ClaimWorld,
  itemId: string,
  given: {
    readonly who?: 'finance' | 'leader';
    readonly amount?: number;
    readonly key?: string;
    readonly receipt?: string;
  } = {},
): Promise<string> =>
  await test.app.get(BatchService).confirm(await world.as(given.who ?? 'finance'), {
    itemId,
    amountFen: fen(given.amount ?? 120_000),
    paidOn: test.clock.today(),
    receiptNumber: given.receipt ?? 'V-1',
    idempotencyKey: given.key ?? newId(),
  });

describe('a payment batch', () => {
  it('is composed by the bureau and paid by somebody else, once, whoever asks again', async () => {
    const { world, claimId } = await decidedApril(test);
    const key = newId();
    const batchId = await compose(world, claimId, { key });
    expect(await compose(world, claimId, { key })).toBe(batchId);
    expect(await outcome(compose(world, claimId, { number: '2' }))).toBe('BATCH_HOLDS_CLAIM');
    expect(await outcome(world.paid(claimId, 120_000))).toBe('BATCH_HOLDS_CLAIM');
    const itemId = await itemOf(batchId);
    expect(await outcome(confirm(world, itemId, { who: 'leader' }))).toBe('BATCH_TWO_PEOPLE');
    const paying = newId();
    await confirm(world, itemId, { key: paying });
    await confirm(world, itemId, { key: paying });
    expect(await outcome(confirm(world, itemId, { receipt: 'V-2' }))).toBe('BATCH_STATE');
    const claim = await world.claims.detail(await world.as('owner'), claimId);
    expect([claim.status, claim.paidFen]).toEqual(['PAID', 120_000]);
    expect(claim.payments).toMatchObject([
      { amountFen: 120_000, receiptNumber: 'V-1', batchNumber: '2025-05 1', kind: 'CASH' },
    ]);
    expect(await outcome(compose(world, claimId, { number: '3' }))).toBe('PAYMENT_REFUSED');
  });

  it('shows the account that was paid to, also after the operator has changed it', async () => {
    const { world, claimId } = await decidedApril(test);
    const account = async (holder: string): Promise<unknown> =>
      await test.app.get(GradeService).setBankAccount(await world.as('owner'), {
        centerId: world.world.centerId,
        holderName: holder,
        bankName: '虚构农商行',
        number: '6222020200112233445',
        reason: '开户',
      });
    await account('颐养服务有限公司');
    const batchId = await compose(world, claimId);
    const payee = async (): Promise<unknown> => {
      const db = test.app.get(UnitOfWork).read(await world.as('leader'));
      return (await findBatch(db, batchId)).items.map((item) => item.payeeHolder);
    };
    expect(await payee()).toEqual(['颐养服务有限公司']);
    await confirm(world, await itemOf(batchId));
    await account('颐养服务有限公司二分部');
    expect(await payee()).toEqual(['颐养服务有限公司']);
  });

  it('pays in part where the money falls short; the rest goes into a later one', async () => {
    const { world, claimId } = await decidedApril(test);
    const batchId = await compose(world, claimId);
    await confirm(world, await itemOf(batchId), { amount: 70_000 });
    expect(await outcome(compose(world, claimId, { number: '1', amount: 50_000 }))).toBe(
      'BATCH_TAKEN',
    );
    expect(await outcome(compose(world, claimId, { number: '2', amount: 50_001 }))).toBe(
      'PAYMENT_REFUSED',
    );
    const rest = await compose(world, claimId, { number: '2', amount: 50_000 });
    await confirm(world, await itemOf(rest), { amount: 50_000, receipt: 'V-2' });
    expect((await world.claims.detail(await world.as('owner'), claimId)).status).toBe('PAID');
  });

  it('gives a refused claim back, and is cancelled only while nothing of it is settled', async () => {
    const { world, claimId } = await decidedApril(test);
    const batches = test.app.get(BatchService);
    const batchId = await compose(world, claimId);
    await batches.refuse(await world.as('finance'), {
      itemId: await itemOf(batchId),
      reason: '账户名不符',
    });
    const cancel = async (id: string): Promise<string> =>
      await outcome(batches.cancel(await world.as('leader'), { batchId: id, reason: '重编' }));
    expect(await cancel(batchId)).toBe('BATCH_STATE');
    const db = test.app.get(UnitOfWork).read(await world.as('leader'));
    const { items } = await payableClaims(db, test.clock.today());
    expect(items).toMatchObject([{ claimId, refusedReason: '账户名不符', batchName: null }]);
    expect((await listBatches(db, { page: 1, pageSize: 20 })).items).toMatchObject([
      { openCount: 0, refusedCount: 1 },
    ]);
    const next = await compose(world, claimId, { number: '2' });
    expect(await cancel(next)).toBe('done');
    expect(await compose(world, claimId, { number: '3' })).not.toBe('');
  });

  it('is cancelled whole or not at all: not by somebody who answers for some of its centers only', async () => {
    const { world, claimId } = await decidedApril(test);
    const batchId = await compose(world, claimId);
    const limited = { ...(await world.as('leader')), centerIds: [] };
    const cancelled = test.app.get(BatchService).cancel(limited, { batchId, reason: '重编' });
    expect(await outcome(cancelled)).toBe('FORBIDDEN');
    const [row] = await test.dataSource.query<{ status: string }[]>(
      'SELECT status FROM payment_batch WHERE id = ?',
      [batchId],
    );
    expect(row?.status).toBe('SENT');
  });

  it('is confirmed once by rivals at the same time', async () => {
    const { world, claimId } = await decidedApril(test);
    const itemId = await itemOf(await compose(world, claimId));
    const rivals = await Promise.allSettled(
      ['V-1', 'V-2', 'V-3'].map(async (receipt) => await confirm(world, itemId, { receipt })),
    );
    expect(rivals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [row] = await test.dataSource.query<{ n: number }[]>(
      'SELECT COUNT(*) AS n FROM payment WHERE claim_id = ?',
      [claimId],
    );
    expect(row?.n).toBe(1);
  });

  it('stands against the money that the county set aside for the year', async () => {
    const { world, claimId } = await decidedApril(test);
    const budgets = test.app.get(BudgetService);
    const leader = await world.as('leader');
    const entry = {
      countyCode: world.world.countyCode,
      year: 2025,
      onDay: localDate('2025-01-20'),
      amountFen: fen(100_000),
      documentNumber: '财预〔2025〕3号',
    };
    await budgets.add(leader, entry);
    expect(await outcome(budgets.add(await world.as('leader'), entry))).toBe('APPROPRIATION_TAKEN');
    await compose(world, claimId);
    expect(await budgets.read(leader, world.world.countyCode, 2025)).toMatchObject({
      appropriatedFen: 100_000,
      decidedFen: 120_000,
      paidFen: 0,
      inBatchFen: 120_000,
      leftFen: -20_000,
    });
  });

  it('pays what the county set aside and not a fen more, also by rivals, until more is set aside', async () => {
    const { world, claimId } = await decidedApril(test);
    await world.resident({ from: '2025-01-10', level: 4, bed: 1, name: '周二' });
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    await world.decided(may.id);
    await appropriate(world, 100_000, '财预〔2025〕3号');
    const items = [
      await itemOf(await compose(world, claimId, { amount: 60_000 })),
      await itemOf(await compose(world, may.id, { number: '2', amount: 60_000 })),
    ];
    // Each alone fits; together they are 200 yuan beyond.
    const rivals = await Promise.all(
      items.map(async (itemId) => await outcome(confirm(world, itemId, { amount: 60_000 }))),
    );
    expect(rivals.sort((a, b) => (a < b ? -1 : 1))).toEqual(['BUDGET_SHORT', 'done']);
    const asked = items[(await stateOf(items[0])) === 'ASKED' ? 0 : 1] ?? '';
    expect(await outcome(confirm(world, asked, { amount: 40_001 }))).toBe('BUDGET_SHORT');
    await confirm(world, asked, { amount: 40_000 });
    expect(await outcome(world.paid(may.id, 1, 'R-9'))).toBe('BUDGET_SHORT');
    await appropriate(world, 1, '财预〔2025〕9号');
    expect(await outcome(world.paid(may.id, 1, 'R-9'))).toBe('done');
  });
});
