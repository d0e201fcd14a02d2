import type { INestApplicationContext } from '@nestjs/common';
import { BatchService, BudgetService } from '@yibu/claim';
import { fen, localDate, yearMonth } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { Gate } from '../support/gate.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;
let world: ClaimWorld;

beforeAll(async () => {
  test = await startServices();
});
beforeEach(async () => {
  test.clock.setDay('2025-05-03');
  world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
});
afterAll(async () => {
  await test.close();
});

const figures = async (claimId: string): Promise<Record<string, unknown>> => {
  const [row] = await test.dataSource.query<Record<string, unknown>[]>(
    `SELECT c.status, (SELECT COUNT(*) FROM claim_decision d WHERE d.claim_id = c.id) AS decisions,
       (SELECT COALESCE(SUM(p.amount_fen), 0) FROM payment p WHERE p.claim_id = c.id) AS paid,
       (SELECT GROUP_CONCAT(DISTINCT e.status) FROM ledger_entry e WHERE e.claim_id = c.id) AS ledger
     FROM claim c WHERE c.id = ?`,
    [claimId],
  );
  return {
    status: row?.status,
    decisions: Number(row?.decisions),
    paid: Number(row?.paid),
    ledger: row?.ledger,
  };
};

/** Every line judged by the reviewer: only the decision is missing. */
async function judged(): Promise<{ id: string; version: number }> {
  const { id } = await world.submitted('2025-04');
  await world.reviews.open(await world.as('reviewer'), id);
  await world.reviews.acceptLines(await world.as('reviewer'), { claimId: id, exceptLineIds: [] });
  return await world.claims.detail(await world.as('leader'), id);
}

const decide = async (claim: { id: string; version: number }): Promise<string> =>
  await outcome(
    world.decisions.decide(await world.as('leader'), {
      claimId: claim.id,
      version: claim.version,
      idempotencyKey: newId(),
    }),
  );

const batch = async (claimId: string, amount = 120_000, number = '1'): Promise<string> =>
  await test.app.get(BatchService).create(await world.as('leader'), {
    month: yearMonth('2025-05'),
    number,
    items: [{ claimId, amountFen: fen(amount) }],
    idempotencyKey: newId(),
  });

const itemOf = async (batchId: string): Promise<string> => {
  const [row] = await test.dataSource.query<{ id: string }[]>(
    'SELECT id FROM payment_batch_item WHERE batch_id = ?',
    [batchId],
  );
  return row?.id ?? '';
};

const confirm = async (itemId: string, receiptNumber: string): Promise<string> =>
  await outcome(
    test.app.get(BatchService).confirm(await world.as('finance'), {
      itemId,
      amountFen: fen(120_000),
      paidOn: test.clock.today(),
      receiptNumber,
      idempotencyKey: newId(),
    }),
  );

describe('at the same moment', () => {
  it('two decisions of a claim make one, and the other is told to look again', async () => {
    const claim = await judged();
    const both = await Promise.all([decide(claim), decide(claim)]);
    expect(both.filter((one) => one === 'done')).toHaveLength(1);
    expect(both).toContain('STALE_VERSION');
    expect(await figures(claim.id)).toEqual({
      status: 'DECIDED',
      decisions: 1,
      paid: 0,
      ledger: 'ACCEPTED',
    });
  });

  it('a withdrawal and the opening of the review end in one of them, never in both', async () => {
    const claim = await world.submitted('2025-04');
    const [withdrawn, opened] = await Promise.all([
      outcome(world.submit.withdraw(await world.as('owner'), claim.id, '材料有误')),
      outcome(world.reviews.open(await world.as('reviewer'), claim.id)),
    ]);
    const { status, ledger } = await figures(claim.id);
    expect([withdrawn, opened].filter((one) => one === 'done')).toHaveLength(1);
    expect([status, ledger]).toEqual(
      withdrawn === 'done' ? ['WITHDRAWN', 'WITHDRAWN'] : ['IN_REVIEW', 'SUBMITTED'],
    );
  });

  it('a claim under review is not withdrawn beside its decision', async () => {
    const claim = await judged();
    const [decided, withdrawn] = await Promise.all([
      decide(claim),
      outcome(world.submit.withdraw(await world.as('owner'), claim.id, '材料有误')),
    ]);
    expect([decided, withdrawn]).toEqual(['done', 'CLAIM_STATE']);
    expect(await figures(claim.id)).toMatchObject({ status: 'DECIDED', ledger: 'ACCEPTED' });
  });

  it('two batches over the same decision pay it once', async () => {
    const claim = await judged();
    await decide(claim);
    const both = await Promise.allSettled([
      batch(claim.id, 120_000, '1'),
      batch(claim.id, 120_000, '2'),
    ]);
    const made = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made).toHaveLength(1);
    const itemId = await itemOf(made[0] ?? '');
    const paid = await Promise.all([confirm(itemId, 'V-1'), confirm(itemId, 'V-2')]);
    expect(paid.filter((one) => one === 'done')).toHaveLength(1);
    expect(await figures(claim.id)).toMatchObject({ status: 'PAID', paid: 120_000 });
  });

  it('a batch is cancelled or paid, whoever is first', async () => {
    const claim = await judged();
    await decide(claim);
    const batchId = await batch(claim.id);
    const itemId = await itemOf(batchId);
    const [cancelled, paid] = await Promise.all([
      outcome(
        test.app.get(BatchService).cancel(await world.as('leader'), { batchId, reason: '重编' }),
      ),
      confirm(itemId, 'V-1'),
    ]);
    expect([cancelled, paid].filter((one) => one === 'done')).toHaveLength(1);
    expect((await figures(claim.id)).paid).toBe(paid === 'done' ? 120_000 : 0);
  });
});

describe('a year that the bureau closes', () => {
  const close = async (): Promise<string> =>
    await outcome(
      world.openings.setYearStatus(
        await world.as('leader'),
        { centerId: world.world.centerId, yearFrom: yearMonth('2025-01'), reason: '年度决算' },
        'CLOSED',
      ),
    );

  /** A death of December learnt in February: the claim of the next year takes the money back. */
  async function lateReversal(): Promise<{ id: string; version: number }> {
    test.clock.setDay('2026-01-03');
    const { stayId } = await world.resident({ from: '2025-08-01', level: 4, bed: 1, name: '周二' });
    await world.decided((await world.submitted('2025-12')).id);
    await world.leave(stayId, '2025-12-05');
    test.clock.setDay('2026-03-03');
    return await world.draft('2026-02');
  }
  const submit = async (claim: { id: string; version: number }): Promise<string> =>
    await outcome(
      world.submit.submit(await world.as('owner'), {
        claimId: claim.id,
        version: claim.version,
        idempotencyKey: newId(),
      }),
    );

  it('stays open while a claim of the next year takes back what it was paid', async () => {
    const claim = await lateReversal();
    expect(await submit(claim)).toBe('done');
    expect(await close()).toBe('CLAIM_YEAR_OPEN_WORK');
    await world.decided(claim.id, [{ line: '周二 2025-12', verdict: 'HELD' }]);
    expect(await close()).toBe('CLAIM_YEAR_OPEN_WORK');
  });

  it('is closed to a claim that goes in at the same moment', async () => {
    const claim = await lateReversal();
    const closing = await Gate.at(
      test.dataSource,
      `UPDATE claim_year SET status = 'CLOSED', closed_at = NOW(3)
       WHERE center_id = '${world.world.centerId}' AND year_from = '2025-01'`,
    );
    const submitting = submit(claim);
    await closing.waitFor(1);
    await closing.done();
    expect(await submitting).toBe('CLAIM_YEAR_BUSY');
  });
});

describe('the money of the year', () => {
  it.each([
    ['is spent to the last fen', 120_000, 'done', { paidFen: 120_000, inBatchFen: 0, leftFen: 0 }],
    [
      'that is one fen short pays nothing, and the batch waits',
      119_999,
      'BUDGET_SHORT',
      { paidFen: 0, inBatchFen: 120_000, leftFen: -1 },
    ],
  ])('%s', async (_what, amountFen, said, figuresAfter) => {
    const claim = await judged();
    await decide(claim);
    const budgets = test.app.get(BudgetService);
    const { countyCode } = world.world;
    await budgets.add(await world.as('leader'), {
      countyCode,
      year: 2025,
      onDay: localDate('2025-01-20'),
      amountFen: fen(amountFen),
      documentNumber: '财预〔2025〕3号',
    });
    const itemId = await itemOf(await batch(claim.id));
    expect(await confirm(itemId, 'V-1')).toBe(said);
    expect(await budgets.read(await world.as('leader'), countyCode, 2025)).toMatchObject({
      decidedFen: 120_000,
      ...figuresAfter,
    });
  });
});
