import type { INestApplicationContext } from '@nestjs/common';
import { RecoveryService } from '@yibu/claim';
import { fen, localDate } from '@yibu/kernel';
import { newId, UnitOfWork } from '@yibu/platform';

import { readAccount } from '../../libs/claim/src/papers/account.queries.js';
import { listRecoveries } from '../../libs/claim/src/recovery/recovery.queries.js';
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

/** April is paid; then the person turns out to have left, and the May claim is below zero. */
async function debt(): Promise<{ world: ClaimWorld; debtId: string; nextId: string }> {
  const { world, claimId, stayId } = await decidedApril(test);
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
    const read = test.app.get(UnitOfWork).read(await world.as('leader'));
    const { items } = await listRecoveries(read, { page: 1, pageSize: 20 }, test.clock.today());
    expect(items).toMatchObject([
      {
        contents: [{ program: 'bed-subsidy', kind: 'REVERSAL' }],
        candidates: [
          {
            claimId: nextId,
            kind: 'MONTHLY',
            contents: [
              { program: 'bed-subsidy', kind: 'NORMAL' },
              { program: 'bed-subsidy', kind: 'CATCH_UP' },
            ],
          },
        ],
      },
    ]);
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
