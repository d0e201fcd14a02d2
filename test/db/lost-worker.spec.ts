import type { INestApplicationContext } from '@nestjs/common';
import { RosterService } from '@yibu/bed';
import { JobRunner } from '@yibu/platform';
import { setTimeout as pause } from 'node:timers/promises';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { person, RosterDesk } from '../support/roster-desk.js';
import { WorkerProcess } from '../support/worker-process.js';
import { World } from '../support/world.js';

jest.setTimeout(90_000);

let test: TestApp<INestApplicationContext>;
let worker: WorkerProcess | null = null;

beforeAll(async () => {
  WorkerProcess.compile();
  test = await startServices();
});
afterEach(async () => {
  await worker?.kill();
  await release();
});
afterAll(async () => {
  await test.close();
});

const numberOf = async (sql: string, id: string): Promise<number> => {
  const [row] = await test.database.query<{ n: number }>(sql, [id]);
  return Number(row?.n);
};

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (const started = Date.now(); !(await isSo()); await pause(10)) {
    if (Date.now() - started > 30_000) {
      throw new Error('waited for half a minute');
    }
  }
}

/** Stops whoever writes that row, inside the transaction, until the lock of this connection is given back. */
async function holdAt(table: string, row: number): Promise<void> {
  await test.database.query(`SELECT GET_LOCK('test-hold', 5)`);
  await test.database.run(
    `CREATE TRIGGER tr_test_hold AFTER INSERT ON ${table} FOR EACH ROW BEGIN
       IF (SELECT COUNT(*) FROM ${table} WHERE center_id = NEW.center_id) = ${row} THEN
         DO GET_LOCK('test-hold', 60);
       END IF;
     END`,
  );
}

async function release(): Promise<void> {
  await test.database.query(`SELECT RELEASE_LOCK('test-hold')`);
  await test.database.run('DROP TRIGGER IF EXISTS tr_test_hold');
}

/** Killed in the middle of a transaction; what it had written is rolled back, and its lease runs out. */
async function killInside(jobId: string | null): Promise<void> {
  const waiting = `SELECT COUNT(*) AS n FROM information_schema.processlist WHERE state = 'User lock'`;
  await until(async () => (await numberOf(waiting, '')) > 0);
  await worker?.kill();
  await release();
  const jobs = await test.database.query<{ status: string; attempts: number }>(
    'SELECT status, attempts FROM job WHERE id = ?',
    [jobId],
  );
  expect(jobs).toEqual([{ status: 'RUNNING', attempts: 1 }]);
  await test.database.run(`UPDATE job SET leased_until = '2020-01-01' WHERE id = ?`, [jobId]);
}

async function nextWorker(): Promise<void> {
  const runner = test.app.get(JobRunner);
  while (await runner.runOne()) {
    // until nothing is left
  }
}

describe('a worker that is killed in the middle', () => {
  it('of a claim leaves nothing of it; the next one computes it, once', async () => {
    test.clock.setDay('2025-05-03');
    const world = await ClaimWorld.create(test);
    const { centerId } = world.world;
    await world.nothingOnPaper('2025-01');
    await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const { claimId } = await world.prepare.prepare(await world.as('officer'), {
      centerId,
      period: '2025-04',
      idempotencyKey: 'april',
    });
    await holdAt('claim_line', 3);
    worker = WorkerProcess.start(test);
    await killInside((await world.claims.detail(await world.as('officer'), claimId)).jobId);
    const lines = 'SELECT COUNT(*) AS n FROM claim_line WHERE claim_id = ?';
    expect(await numberOf(lines, claimId)).toBe(0);

    await nextWorker();
    const claim = await world.claims.detail(await world.as('officer'), claimId);
    expect(claim.status).toBe('CHECKED');
    expect(await world.payable(claimId)).toHaveLength(4);
    expect(await numberOf(lines, claimId)).toBe(claim.lineCount);
    expect(
      await numberOf(
        `SELECT attempts AS n FROM job WHERE status = 'DONE' AND id = ?`,
        claim.jobId ?? '',
      ),
    ).toBe(2);
  });

  it('of a roster has taken in whole people; the next one takes in the rest, nobody twice', async () => {
    test.clock.set(new Date());
    const world = await World.create(test);
    const desk = new RosterDesk(test);
    const rows = Array.from({ length: 24 }, (_, index) =>
      person(index, { 紧急联系人: '王强', 家属电话: '13800001234' }),
    );
    const list = await desk.checked(world, rows);
    const { jobId } = await test.app
      .get(RosterService)
      .startAccept(await world.as('CENTER_MANAGER'), {
        importId: list.id,
        version: list.version,
        mode: 'GOOD_ROWS',
        changedRows: [],
      });
    await holdAt('resident_contact', 8);
    const people = 'SELECT COUNT(*) AS n FROM resident WHERE center_id = ?';
    worker = WorkerProcess.start(test);
    await killInside(jobId);
    const before = await numberOf(people, world.centerId);
    expect(before).toBe(7);
    for (const table of ['stay', 'resident_contact']) {
      expect(
        await numberOf(`SELECT COUNT(*) AS n FROM ${table} WHERE center_id = ?`, world.centerId),
      ).toBe(before);
    }

    await nextWorker();
    for (const table of ['resident', 'stay', 'bed', 'resident_contact']) {
      expect(
        await numberOf(`SELECT COUNT(*) AS n FROM ${table} WHERE center_id = ?`, world.centerId),
      ).toBe(24);
    }
    const done = await test.app.get(RosterService).get(await world.as('CENTER_MANAGER'), list.id);
    expect(done).toMatchObject({
      status: 'DONE',
      summary: { counts: { WRITTEN: 24, PROBLEM: 0 } },
    });
  });
});
