import type { INestApplicationContext } from '@nestjs/common';
import { CountyEntity } from '@yibu/center';
import { ClaimRoundService } from '@yibu/claim';
import { CLOCK, JobRegistry, JobRunner, newId, ScopeSource, YibuLogger } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
  test.clock.setDay('2025-05-03');
});
afterAll(async () => {
  await test.close();
});

const rounds = (): ClaimRoundService => test.app.get(ClaimRoundService);

async function operator(centers: number): Promise<{ world: ClaimWorld; centerIds: string[] }> {
  const world = await ClaimWorld.create(test);
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  const further = Array.from({ length: centers - 1 }, async () => await world.world.center());
  return { world, centerIds: [world.world.centerId, ...(await Promise.all(further))] };
}

const start = async (world: ClaimWorld, period = '2025-04', idempotencyKey = newId()) =>
  await rounds().start(await world.as('officer'), { period, idempotencyKey });

const newest = async (world: ClaimWorld) => await rounds().newest(await world.as('officer'));

/** A worker of its own over the same database. */
const worker = (): JobRunner =>
  new JobRunner(
    test.dataSource,
    test.app.get(CLOCK),
    test.app.get(JobRegistry),
    test.app.get(ScopeSource),
    test.app.get(YibuLogger),
  );

async function workAll(runner: JobRunner): Promise<number> {
  let jobs = 0;
  while (await runner.runOne()) {
    jobs += 1;
  }
  return jobs;
}

const numbers = async (sql: string, values: unknown[]): Promise<number[]> => {
  const found = await test.dataSource.query<{ n: number | string }[]>(sql, values);
  return found.map(({ n }) => Number(n));
};

const computedOnce = async (centerIds: readonly string[]): Promise<void> => {
  expect(
    await numbers(
      `SELECT COUNT(*) AS n FROM audit_event WHERE action = 'compute' AND center_id IN (?) GROUP BY entity_id`,
      [centerIds],
    ),
  ).toEqual(centerIds.map(() => 1));
  expect(
    await numbers('SELECT COUNT(*) AS n FROM claim WHERE center_id IN (?) GROUP BY center_id', [
      centerIds,
    ]),
  ).toEqual(centerIds.map(() => 1));
};

describe('a month of all centers', () => {
  it('of two counties is taken by two workers, and every center has one draft computed once', async () => {
    const [one, other] = [await operator(4), await operator(4)];
    const begun = await start(one.world);
    await start(other.world);
    expect(begun).toMatchObject({ period: '2025-04', total: 4, done: 0, failed: 0, isOver: false });
    const taken = await Promise.all([workAll(worker()), workAll(worker())]);
    expect(Math.min(...taken)).toBeGreaterThan(0);
    expect(taken[0] + taken[1]).toBe(10);
    for (const { world, centerIds } of [one, other]) {
      expect(await newest(world)).toMatchObject({ total: 4, done: 4, failed: 0, isOver: true });
      await computedOnce(centerIds);
    }
    const [item] = (await newest(one.world))?.items.filter(({ claimedFen }) => claimedFen) ?? [];
    expect(item).toMatchObject({ centerId: one.world.world.centerId, claimedFen: 120_000 });
  });

  it('goes on where a killed worker left it', async () => {
    const { world, centerIds } = await operator(3);
    const round = await start(world);
    await worker().runOne('claim.round');
    // As a kill leaves it: two centers begun, one not, and the lease of the dead worker run out.
    const [last = ''] = centerIds.toSorted().slice(-1);
    await test.dataSource.query(
      'UPDATE claim_round_item SET claim_id = NULL, job_id = NULL WHERE round_id = ? AND center_id = ?',
      [round.id, last],
    );
    await test.dataSource.query('UPDATE claim SET job_id = NULL WHERE center_id = ?', [last]);
    await test.dataSource.query('DELETE FROM job WHERE center_id = ?', [last]);
    await test.dataSource.query(
      `UPDATE job SET status = 'RUNNING', lease_token = ?, leased_until = ? WHERE kind = 'claim.round' AND payload LIKE ?`,
      [newId(), new Date('2025-05-01T00:00:00Z'), `%${round.id}%`],
    );
    await workAll(worker());
    expect(await newest(world)).toMatchObject({ total: 3, done: 3, isOver: true });
    await computedOnce(centerIds);
  });

  it('pressed twice is one round; a paid or submitted center is passed over', async () => {
    const { world } = await operator(2);
    await world.nothingOnPaper('2025-01');
    await world.submitted('2025-04');
    const [first, second] = await Promise.all([start(world), start(world)]);
    expect(first.id).toBe(second.id);
    await workAll(worker());
    expect(await newest(world)).toMatchObject({ total: 2, done: 1, skipped: 1, isOver: true });
  });

  it('names the center that failed and why, and tries that one again', async () => {
    const { world, centerIds } = await operator(2);
    const [, far = ''] = centerIds;
    const code = `98${world.world.countyCode.slice(2)}`;
    await test.dataSource.manager.insert(CountyEntity, {
      code,
      name: `虚构县${code}`,
      nameEn: `Fictional County ${code}`,
      settings: { assessmentValidMonths: 12, noticeDays: null },
    });
    await test.dataSource.query('UPDATE center SET county_code = ? WHERE id = ?', [code, far]);
    const round = await start(world);
    await workAll(worker());
    const ended = await newest(world);
    expect(ended).toMatchObject({ done: 1, failed: 1, isOver: true });
    expect(ended?.items.find(({ centerId }) => centerId === far)).toMatchObject({
      state: 'FAILED',
      errorCode: 'PACK_MISSING',
    });
    await test.dataSource.query('UPDATE center SET county_code = ? WHERE id = ?', [
      world.world.countyCode,
      far,
    ]);
    const again = await rounds().retry(await world.as('owner'), round.id);
    expect(again).toMatchObject({ done: 1, failed: 0, isOver: false });
    await workAll(worker());
    expect(await newest(world)).toMatchObject({ done: 2, failed: 0, isOver: true });
    await computedOnce(centerIds);
  });

  it('is nobody else’s, and not of a month to come', async () => {
    const [{ world }, { world: other }] = [await operator(1), await operator(1)];
    const round = await start(world);
    expect(await newest(other)).toBeNull();
    expect(await outcome(rounds().retry(await other.as('officer'), round.id))).toBe('NOT_FOUND');
    expect(await outcome(start(world, '2025-07'))).toBe('CLAIM_PERIOD_OPEN');
  });
});
