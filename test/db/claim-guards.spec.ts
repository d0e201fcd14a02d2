import type { INestApplicationContext } from '@nestjs/common';
import { OperatingContractEntity } from '@yibu/center';
import { localDate } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;
let world: ClaimWorld;

beforeAll(async () => {
  test = await startServices();
  test.clock.setDay('2025-05-03');
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

const submit = async (who: 'officer' | 'owner', claimId: string, version: number, key = newId()) =>
  await world.submit.submit(await world.as(who), { claimId, version, idempotencyKey: key });

const rows = async (sql: string, values: unknown[]): Promise<number> => {
  const [row] = await test.dataSource.query<{ n: number }[]>(sql, values);
  return Number(row?.n ?? -1);
};

describe('submission', () => {
  it('is refused to the person who prepared, by the rule and by the table', async () => {
    await world.prepare.prepare(await world.as('owner'), {
      centerId: world.world.centerId,
      period: '2025-04',
      idempotencyKey: newId(),
    });
    await world.work();
    const [row] = await test.dataSource.query<{ id: string; version: number }[]>(
      'SELECT id, version FROM claim WHERE center_id = ?',
      [world.world.centerId],
    );
    const { id, version } = row ?? { id: '', version: 0 };
    expect(await outcome(submit('owner', id, version))).toBe('CLAIM_TWO_PEOPLE');
    const forced = test.dataSource.query(
      `UPDATE claim SET status = 'SUBMITTED', submitted_by = prepared_by, submitted_at = NOW(3) WHERE id = ?`,
      [id],
    );
    await expect(forced).rejects.toThrow('ck_claim_two_people');
    await world.claims.setSinglePerson(await world.as('leader'), {
      centerId: world.world.centerId,
      submit: true,
      decide: false,
      reason: '机构只有一名管理人员',
    });
    expect(await submit('owner', id, version)).toMatchObject({ claimId: id });
    expect((await world.claims.detail(await world.as('owner'), id)).isSinglePerson).toBe(true);
  });

  it('of eight rivals lets one through; the ledger holds each line once', async () => {
    const draft = await world.draft('2025-04');
    const key = newId();
    const results = await Promise.all(
      Array.from({ length: 8 }, async (_, index) =>
        outcome(submit('owner', draft.id, draft.version, index < 4 ? key : newId())),
      ),
    );
    expect(results.filter((result) => result === 'done').length).toBeGreaterThanOrEqual(1);
    expect(
      await rows('SELECT COUNT(*) AS n FROM ledger_entry WHERE claim_id = ?', [draft.id]),
    ).toBe(4);
    expect(
      await rows('SELECT COUNT(*) AS n FROM claim_snapshot WHERE claim_id = ?', [draft.id]),
    ).toBe(1);
  });

  it('shows what changed since the draft instead of submitting it', async () => {
    const draft = await world.draft('2025-04');
    await world.resident({ from: '2025-01-05', level: 1, bed: 1, name: '周二' });
    const result = await submit('owner', draft.id, draft.version);
    expect(result).toHaveProperty('differences');
    expect('differences' in result && result.differences).toHaveLength(4);
    expect((await world.claims.detail(await world.as('owner'), draft.id)).status).toBe('CHECKED');
  });

  it('is blocked, with the record to mend, while the stay of a dead person goes on', async () => {
    await world.resident({
      from: '2025-01-05',
      level: 1,
      bed: 1,
      name: '周二',
      diedOn: '2025-04-20',
    });
    const draft = await world.draft('2025-04');
    expect(draft.status).toBe('DRAFT');
    const result = await submit('owner', draft.id, draft.version);
    expect(
      'checks' in result && result.checks.map(({ code, entity }) => `${code} ${entity}`),
    ).toEqual(['D01 stay']);
  });

  it('leaves lines and snapshot that nobody can change', async () => {
    const claim = await world.submitted('2025-04');
    for (const sql of [
      'UPDATE claim_line SET amount_fen = amount_fen + 1 WHERE claim_id = ?',
      'DELETE FROM claim_line WHERE claim_id = ?',
      `UPDATE claim_snapshot SET result_sha256 = REPEAT('0', 64) WHERE claim_id = ?`,
      'DELETE FROM claim_snapshot WHERE claim_id = ?',
      'UPDATE ledger_entry SET amount_fen = 1 WHERE claim_id = ?',
      'DELETE FROM ledger_entry WHERE claim_id = ?',
    ]) {
      await expect(test.dataSource.query(sql, [claim.id])).rejects.toThrow(
        /do not change|append-only|keeps|forgets/,
      );
    }
  });
});

describe('a draft', () => {
  it('is the old one or the new one when its worker dies, never between', async () => {
    const draft = await world.draft('2025-04');
    await world.resident({ from: '2025-01-05', level: 1, bed: 1, name: '周二' });
    const { jobId } = await world.prepare.recompute(await world.as('officer'), draft.id);
    // A worker that lost its lease must not store anything: the job is someone else's by now.
    await test.dataSource.query(
      `CREATE OR REPLACE TRIGGER tr_test_steal BEFORE INSERT ON claim_check FOR EACH ROW
       UPDATE job SET lease_token = NULL WHERE id = '${jobId}'`,
    );
    try {
      await world.work();
    } finally {
      await test.dataSource.query('DROP TRIGGER tr_test_steal');
    }
    expect(await rows('SELECT COUNT(*) AS n FROM claim_line WHERE claim_id = ?', [draft.id])).toBe(
      draft.lineCount,
    );
    await test.dataSource.query(
      `UPDATE job SET status = 'QUEUED', run_after = NOW(3) - INTERVAL 10 YEAR WHERE id = ?`,
      [jobId],
    );
    await world.work();
    expect(
      await rows('SELECT COUNT(*) AS n FROM claim_line WHERE claim_id = ?', [draft.id]),
    ).toBeGreaterThan(draft.lineCount);
  });
});

describe('who sees a claim', () => {
  it('no other operator, and the bureau only once it is submitted', async () => {
    const draft = await world.draft('2025-04');
    const other = await ClaimWorld.create(test, { countyCode: world.world.countyCode });
    const asked = async (who: 'officer' | 'leader', of: ClaimWorld): Promise<string> =>
      await outcome(world.claims.detail(await of.as(who), draft.id));
    expect(await asked('officer', other)).toBe('NOT_FOUND');
    expect(await asked('leader', world)).toBe('NOT_FOUND');
    const [line] = await world.lines(draft.id);
    expect(await outcome(world.claims.line(await other.as('officer'), line?.id ?? ''))).toBe(
      'NOT_FOUND',
    );
    await submit('owner', draft.id, draft.version);
    expect(await asked('leader', world)).toBe('done');
    expect(await asked('officer', other)).toBe('NOT_FOUND');
  });

  it('the former operator goes on reading its own, and the next one answers only for its own months', async () => {
    const april = await world.submitted('2025-04');
    await test.dataSource.query('UPDATE operating_contract SET until_on = ? WHERE center_id = ?', [
      '2025-05-01',
      world.world.centerId,
    ]);
    const next = await ClaimWorld.create(test, { countyCode: world.world.countyCode });
    await test.dataSource.manager.insert(OperatingContractEntity, {
      id: newId(),
      centerId: world.world.centerId,
      organizationId: next.world.operatorId,
      fromOn: localDate('2025-05-01'),
      untilOn: null,
    });
    expect((await world.claims.detail(await world.as('owner'), april.id)).number).toBe(
      april.number,
    );
    // Nobody opened it yet: it may still be taken back by who answers for April.
    expect((await world.claims.detail(await world.as('owner'), april.id)).actions).toEqual([
      'WITHDRAW',
    ]);
    await test.dataSource.query(
      'UPDATE stay SET until_on = ?, status = ?, end_kind = ? WHERE center_id = ?',
      ['2025-03-20', 'ENDED', 'DISCHARGE', world.world.centerId],
    );
    test.clock.setDay('2025-06-03');
    const { claimId } = await next.prepare.prepare(await next.as('officer'), {
      centerId: world.world.centerId,
      period: '2025-05',
      idempotencyKey: newId(),
    });
    await next.work();
    // The months that were paid to the former operator are not taken back from this one.
    expect(await next.payable(claimId)).toEqual([]);
  });
});
