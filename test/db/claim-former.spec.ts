import type { INestApplicationContext } from '@nestjs/common';
import { GradeService, OperatingContractEntity } from '@yibu/center';
import { MessageService, SupplementService } from '@yibu/claim';
import { localDate } from '@yibu/kernel';
import { newId, UnitOfWork, type Scope } from '@yibu/platform';

import { PaperService } from '../../libs/claim/src/papers/paper.service.js';
import { accountStatement } from '../../libs/claim/src/recovery/account.queries.js';
import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;
let former: ClaimWorld;
let next: ClaimWorld;

beforeAll(async () => {
  test = await startServices();
});
beforeEach(async () => {
  test.clock.setDay('2025-04-10');
  former = await ClaimWorld.create(test, { makesPackages: true });
  await former.nothingOnPaper('2025-01');
  await former.resident({ from: '2025-01-10', level: 4, name: '周一' });
  next = await ClaimWorld.create(test, { countyCode: former.world.countyCode });
});
afterAll(async () => {
  await test.close();
});

/** The center of the story passes to the next operator on that day. */
async function handOver(on: string): Promise<void> {
  const { centerId } = former.world;
  await test.dataSource.query('UPDATE operating_contract SET until_on = ? WHERE center_id = ?', [
    on,
    centerId,
  ]);
  await test.dataSource.manager.insert(OperatingContractEntity, {
    id: newId(),
    centerId,
    organizationId: next.world.operatorId,
    fromOn: localDate(on),
    untilOn: null,
  });
}

const prepare = async (by: ClaimWorld, period: string): Promise<string> => {
  const { claimId } = await by.prepare.prepare(await by.as('officer'), {
    centerId: former.world.centerId,
    period,
    idempotencyKey: newId(),
  });
  await by.work();
  return claimId;
};

const submit = async (by: ClaimWorld, claimId: string): Promise<unknown> => {
  const { version } = await by.claims.detail(await by.as('owner'), claimId);
  const input = { claimId, version, idempotencyKey: newId() };
  return await by.submit.submit(await by.as('owner'), input);
};

const account = async (by: ClaimWorld, number: string): Promise<unknown> =>
  await test.app.get(GradeService).setBankAccount(await by.as('owner'), {
    centerId: former.world.centerId,
    holderName: '虚构运营方',
    bankName: '虚构银行',
    number,
    reason: '合同约定',
  });

const seenAccount = async (scope: Scope): Promise<string | undefined> =>
  (await test.app.get(GradeService).bankAccount(scope, former.world.centerId))?.numberMasked;

describe('an operator that left', () => {
  it('keeps the account its months are paid to; the next one names its own and is shown no other', async () => {
    await account(former, '6222020200111111');
    await handOver('2025-04-01');
    expect(await seenAccount(await next.as('owner'))).toBeUndefined();
    expect(await seenAccount(await former.as('leader'))).toBeUndefined();
    await account(next, '6222020200222222');
    expect(await seenAccount(await next.as('owner'))).toBe('**** 2222');
    expect(await seenAccount(await former.as('leader'))).toBe('**** 2222');
    const live = await test.database.query<{ last4: string }>(
      'SELECT number_last4 AS last4 FROM bank_account WHERE center_id = ? AND ended_at IS NULL ORDER BY 1',
      [former.world.centerId],
    );
    expect(live.map(({ last4 }) => last4)).toEqual(['1111', '2222']);
  });

  it('claims the last month it answers for, object, write and withdraw as before', async () => {
    test.clock.setDay('2025-05-03');
    await handOver('2025-05-01');
    const april = await prepare(former, '2025-04');
    expect(await former.payable(april)).toContain('周一 2025-04 NORMAL 30000');
    const { actions } = await former.claims.detail(await former.as('officer'), april);
    expect(actions).toEqual(['RECOMPUTE', 'DISCARD']);
    await former.prepare.recompute(await former.as('officer'), april);
    await former.work();
    expect(await submit(former, april)).toMatchObject({ claimId: april });
    await former.work();
    await test.app
      .get(MessageService)
      .add(await former.as('officer'), { claimId: april, text: '四月材料已齐' });
    await former.submit.withdraw(await former.as('owner'), april, '补一份材料');
    const again = await prepare(former, '2025-04');
    expect(await submit(former, again)).toMatchObject({ claimId: again });
    await former.work();
    const { claimedFen, filings } = await former.claims.detail(await former.as('owner'), again);
    expect([claimedFen, filings.length]).toEqual([120000, 2]);
  });

  it('neither claims a month of the next one nor lets the next one claim its own', async () => {
    test.clock.setDay('2025-06-03');
    await handOver('2025-05-16');
    expect(await outcome(prepare(former, '2025-05'))).toBe('NOT_FOUND');
    expect(await outcome(prepare(next, '2025-04'))).toBe('CLAIM_OTHER_OPERATOR');
    const april = await prepare(former, '2025-04');
    for (const deed of [
      next.prepare.recompute(await next.as('officer'), april),
      next.prepare.discard(await next.as('officer'), april, '不是我们的'),
      submit(next, april),
    ]) {
      expect(await outcome(deed)).toBe('NOT_FOUND');
    }
    await prepare(next, '2025-05');
    expect((await former.claims.detail(await former.as('owner'), april)).status).toBe('CHECKED');
  });

  it('claims from the people of its time, and reads nothing of the house of today', async () => {
    test.clock.setDay('2025-06-03');
    await handOver('2025-05-01');
    await former.resident({ from: '2025-05-02', bed: 1, name: '周新' });
    const april = await prepare(former, '2025-04');
    await submit(former, april);
    const [file] = await test.dataSource.query<{ n: number }[]>(
      `SELECT COUNT(*) AS n FROM claim_line WHERE claim_id = ? AND subject_name = '周新'`,
      [april],
    );
    expect(Number(file?.n)).toBe(0);
    const { centerIds, formerCenters } = await former.as('officer');
    expect(centerIds).toEqual([]);
    expect(formerCenters).toMatchObject([
      { centerId: former.world.centerId, lastMonth: '2025-04' },
    ]);
    expect(
      await outcome(
        former.claims.board(await former.as('officer'), former.world.centerId, '2025-04' as never),
      ),
    ).toBe('NOT_FOUND');
  });

  it('leaves no draft behind that blocks the month of the next one', async () => {
    test.clock.setDay('2025-05-10');
    const draft = await prepare(former, '2025-05');
    await handOver('2025-05-16');
    test.clock.setDay('2025-06-03');
    const may = await prepare(next, '2025-05');
    expect((await next.claims.detail(await next.as('owner'), may)).revision).toBe(2);
    expect((await former.claims.detail(await former.as('owner'), draft)).status).toBe('WITHDRAWN');
    const [entry] = await test.dataSource.query<{ n: number }[]>(
      `SELECT COUNT(*) AS n FROM audit_event WHERE entity_id = ? AND action = 'discardLeftBehind'`,
      [draft],
    );
    expect(Number(entry?.n)).toBe(1);
  });

  it('gets by a supplementary decision what was held of its last claim, closed to the fen and paid', async () => {
    const supplements = test.app.get(SupplementService);
    test.clock.setDay('2025-05-03');
    const april = await former.submitted('2025-04');
    const decided = await former.decided(april.id, [{ line: '周一 2025-03', verdict: 'HELD' }]);
    expect(decided.statement).toMatchObject({ heldFen: 30_000, decidedFen: 90_000 });
    await former.paid(april.id, 90_000);
    const line = (await former.lines(april.id)).find(({ month }) => month === '2025-03');
    await former.held.release(await former.as('reviewer'), {
      lineId: line?.id ?? '',
      reason: '已补交',
    });
    const decide = async (who: 'reviewer' | 'leader'): Promise<string> =>
      await outcome(
        supplements.decide(await former.as(who), {
          claimId: april.id,
          version: (await former.claims.detail(await former.as('leader'), april.id)).version,
          documentNumber: '民审〔2025〕9号',
          idempotencyKey: newId(),
        }),
      );
    expect(await decide('leader')).toBe('SUPPLEMENT_CARRIED');
    await handOver('2025-05-01');
    expect((await former.claims.detail(await former.as('leader'), april.id)).actions).toContain(
      'DECIDE_SUPPLEMENT',
    );
    expect(await decide('reviewer')).toBe('CLAIM_TWO_PEOPLE');
    expect(await decide('leader')).toBe('done');
    expect(await decide('leader')).toBe('SUPPLEMENT_NOTHING');
    const after = await former.claims.detail(await former.as('leader'), april.id);
    expect([after.status, after.decidedFen]).toEqual(['DECIDED', 120_000]);
    expect(after.statement).toMatchObject({
      claimedFen: 120_000,
      heldFen: 30_000,
      releasedFen: 30_000,
      decidedFen: 120_000,
      supplements: [{ decidedFen: 30_000, documentNumber: '民审〔2025〕9号' }],
    });
    await former.paid(april.id, 30_000);
    const db = test.app.get(UnitOfWork).read(await former.as('owner'));
    const account = await accountStatement(db, former.world.centerId, 2025);
    expect(account).toMatchObject({ decidedFen: 120_000, paidFen: 120_000, balanceFen: 0 });
    // Both papers refuse to be made of figures that do not add up.
    const papers = test.app.get(PaperService);
    const owner = await former.as('owner');
    await papers.difference(owner, april.id, 'zh-CN');
    await papers.account(owner, former.world.centerId, { year: '2025', language: 'zh-CN' });
    const entries = await test.dataSource.query<{ status: string; fen: number }[]>(
      'SELECT DISTINCT status FROM ledger_entry WHERE claim_id = ?',
      [april.id],
    );
    expect(entries).toEqual([{ status: 'PAID' }]);
  });
});
