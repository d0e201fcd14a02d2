import type { INestApplicationContext } from '@nestjs/common';
import { BatchService, BudgetService, RecoveryService } from '@yibu/claim';
import { GradeService } from '@yibu/center';
import { fen, localDate, yearMonth } from '@yibu/kernel';
import { newId, UnitOfWork } from '@yibu/platform';

import { findBatch } from '../../libs/claim/src/batch/batch.queries.js';
import { readAccount } from '../../libs/claim/src/papers/account.queries.js';
import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

/** A decided claim of 1,200 yuan. */
async function decided(): Promise<{ world: ClaimWorld; claimId: string; stayId: string }> {
  test.clock.setDay('2025-05-03');
  const world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  const { stayId } = await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  const april = await world.submitted('2025-04');
  await world.decided(april.id);
  return { world, claimId: april.id, stayId };
}

const compose = async (
  world: ClaimWorld,
  claimId: string,
  given: { readonly number?: string; readonly amount?: number; readonly key?: string } = {},
): Promise<string> =>
  await test.app.get(BatchService).create(await world.as('leader'), {
    month: yearMonth('2025-05'),
    number: given.number ?? '1',
    items: [{ claimId, amountFen: fen(given.amount ?? 120_000) }],
    idempotencyKey: given.key ?? newId(),
  });

const itemOf = async (batchId: string): Promise<string> => {
  const [row] = await test.dataSource.query<{ id: string }[]>(
    'SELECT id FROM payment_batch_item WHERE batch_id = ?',
    [batchId],
  );
  return row?.id ?? '';
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
    const { world, claimId } = await decided();
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
    const { world, claimId } = await decided();
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
    const { world, claimId } = await decided();
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
    const { world, claimId } = await decided();
    const batches = test.app.get(BatchService);
    const batchId = await compose(world, claimId);
    await batches.refuse(await world.as('finance'), {
      itemId: await itemOf(batchId),
      reason: '账户名不符',
    });
    const cancel = async (id: string): Promise<string> =>
      await outcome(batches.cancel(await world.as('leader'), { batchId: id, reason: '重编' }));
    expect(await cancel(batchId)).toBe('BATCH_STATE');
    const next = await compose(world, claimId, { number: '2' });
    expect(await cancel(next)).toBe('done');
    expect(await compose(world, claimId, { number: '3' })).not.toBe('');
  });

  it('is cancelled whole or not at all: not by somebody who answers for some of its centers only', async () => {
    const { world, claimId } = await decided();
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
    const { world, claimId } = await decided();
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
    const { world, claimId } = await decided();
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
});

/** April is paid; then the person turns out to have left, and the May claim is below zero. */
async function debt(): Promise<{ world: ClaimWorld; debtId: string; nextId: string }> {
  const { world, claimId, stayId } = await decided();
  await world.paid(claimId, 120_000);
  await world.leave(stayId, '2025-03-05');
  test.clock.setDay('2025-06-03');
  const may = await world.submitted('2025-05');
  await world.decided(may.id);
  await world.resident({ from: '2025-01-10', level: 4, bed: 1, name: '周二' });
  test.clock.setDay('2025-07-03');
  const june = await world.submitted('2025-06');
  await world.decided(june.id);
  return { world, debtId: may.id, nextId: june.id };
}

const offset = async (
  world: ClaimWorld,
  pair: { readonly debtId: string; readonly nextId: string },
  amount: number,
): Promise<string> =>
  await test.app.get(RecoveryService).offset(await world.as('leader'), {
    claimId: pair.debtId,
    againstClaimId: pair.nextId,
    amountFen: fen(amount),
    idempotencyKey: newId(),
  });

describe('a decision below zero', () => {
  it('is netted against the next claim before that one is paid, and both sides see it', async () => {
    const pair = await debt();
    const { world, debtId, nextId } = pair;
    const owed = (await world.claims.detail(await world.as('leader'), debtId)).decidedFen ?? 0;
    expect(owed).toBeLessThan(0);
    expect(await outcome(world.paid(nextId, 1))).toBe('DEBT_FIRST');
    expect(await outcome(compose(world, nextId))).toBe('DEBT_FIRST');
    expect(await outcome(offset(world, pair, -owed + 1))).toBe('OFFSET_REFUSED');
    await offset(world, pair, -owed);
    const settled = await world.claims.detail(await world.as('owner'), debtId);
    expect([settled.status, settled.paidFen]).toEqual(['PAID', owed]);
    const next = await world.claims.detail(await world.as('owner'), nextId);
    expect(next.paidFen).toBe(-owed);
    expect(next.payments).toMatchObject([{ kind: 'OFFSET', offsetNumber: settled.number }]);
    const cash = (next.decidedFen ?? 0) - next.paidFen;
    expect(await outcome(world.paid(nextId, cash))).toBe('done');
    const paper = await readAccount(test.app.get(UnitOfWork).read(await world.as('owner')), {
      centerId: world.world.centerId,
      year: 2025,
      today: test.clock.today(),
      now: test.clock.now(),
      language: 'zh-CN',
    });
    const july = paper.months.find(({ month }) => month === '2025-07');
    expect([july?.paidFen, july?.recoveredFen]).toEqual([cash, 0]);
  });

  it('comes back in parts by agreement, of which only the due ones are netted first', async () => {
    const pair = await debt();
    const { world, debtId, nextId } = pair;
    const owed = -((await world.claims.detail(await world.as('leader'), debtId)).decidedFen ?? 0);
    const half = Math.floor(owed / 2);
    const agree = async (parts: readonly [string, number][]): Promise<string> =>
      await outcome(
        test.app.get(RecoveryService).agree(await world.as('leader'), {
          claimId: debtId,
          agreedOn: localDate('2025-07-03'),
          note: '分两期收回',
          instalments: parts.map(([dueOn, amount]) => ({
            dueOn: localDate(dueOn),
            amountFen: fen(amount),
          })),
        }),
      );
    expect(await agree([['2025-07-01', owed - 1]])).toBe('RECOVERY_PLAN_INVALID');
    const parts: [string, number][] = [
      ['2025-07-01', half],
      ['2025-09-01', owed - half],
    ];
    expect(await agree(parts)).toBe('done');
    expect(await agree(parts)).toBe('RECOVERY_PLAN_TAKEN');
    expect(await outcome(world.paid(nextId, 1))).toBe('DEBT_FIRST');
    await offset(world, pair, half);
    expect(await outcome(world.paid(nextId, 1))).toBe('done');
    test.clock.setDay('2025-09-02');
    expect(await outcome(world.paid(nextId, 1))).toBe('DEBT_FIRST');
  });

  it('is netted once by rivals, and never below nothing', async () => {
    const pair = await debt();
    const { world, debtId } = pair;
    const owed = -((await world.claims.detail(await world.as('leader'), debtId)).decidedFen ?? 0);
    const rivals = await Promise.allSettled(
      [1, 2, 3].map(async () => await offset(world, pair, owed)),
    );
    expect(rivals.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const read = test.app.get(UnitOfWork).read(await world.as('leader'));
    const row = await read.row<{ sum: number }>(
      'SELECT CAST(SUM(amount_fen) AS SIGNED) AS sum FROM payment WHERE kind = ? AND center_id IN (?)',
      ['OFFSET', read.centers],
    );
    expect(row?.sum).toBe(0);
  });
});
