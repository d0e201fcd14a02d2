import type { INestApplicationContext } from '@nestjs/common';
import { ListAcceptanceService } from '@yibu/claim';
import { JobRunner } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';
import { RegistryWorld } from '../support/registry-desk.js';
import { fictionalIdNumber } from '../support/world.js';

const KIND = 'registry-accept';

let test: TestApp<INestApplicationContext>;
let world: RegistryWorld;

beforeAll(async () => {
  test = await startServices();
  test.clock.setDay('2025-05-03');
  const center = await ClaimWorld.create(test, { beds: 2 });
  await center.nothingOnPaper('2025-01');
  world = new RegistryWorld(test, center);
});
afterAll(async () => {
  await test.close();
});

/** A list of so many dead, the last of them without a day. */
async function tried(from: number, count: number): Promise<string> {
  const rows = Array.from({ length: count }, (_, index) => ({
    逝者姓名: `王${from + index}`,
    身份证号: fictionalIdNumber('1940-05-06', from + index),
    死亡日期: index === count - 1 ? '' : '2025-04-12',
  }));
  return await world.upload('DEATH', rows);
}

const begin = async (listId: string): Promise<string> => {
  const { version } = await world.state(listId);
  const scope = await world.world.as('reviewer');
  const request = { listId, version, completeFor: [] };
  return await outcome(test.app.get(ListAcceptanceService).begin(scope, request));
};

const count = async (listId: string): Promise<number> => {
  const rows = await test.dataSource.query<unknown[]>(
    'SELECT id FROM registry_row WHERE list_id = ?',
    [listId],
  );
  return rows.length;
};

const jobOf = async (listId: string): Promise<{ id: string; status: string; total: number }> => {
  const [job] = await test.dataSource.query<{ id: string; status: string; total: number }[]>(
    `SELECT j.id, j.status, j.progress_total AS total FROM job j JOIN registry_list l ON l.job_id = j.id
     WHERE l.id = ?`,
    [listId],
  );
  return job ?? { id: '', status: 'NONE', total: 0 };
};

describe('taking a county list in', () => {
  it('is left alone: asked for at once, done by the worker, its bad rows kept with their reasons', async () => {
    const id = await tried(1, 4);
    expect(await begin(id)).toBe('done');
    expect([await count(id), (await world.state(id)).status]).toEqual([0, 'CHECKED']);
    await test.app.get(JobRunner).runOne(KIND);
    const { status, counts, remarks } = await world.state(id);
    expect([status, await count(id)]).toEqual(['ACCEPTED', 3]);
    expect(counts).toMatchObject({ fresh: 3, problem: 1 });
    expect(remarks).toMatchObject([{ row: 5, rule: 'isNotEmpty' }]);
    expect(await jobOf(id)).toMatchObject({ status: 'DONE', total: 8 });
  });

  it('is nobody else’s to take in or to discard meanwhile', async () => {
    const id = await tried(11, 3);
    await begin(id);
    expect(await begin(id)).toBe('STALE_VERSION');
    const scope = await world.world.as('leader');
    expect(await outcome(world.withdrawal.discard(scope, id))).toBe('STALE_VERSION');
    await test.app.get(JobRunner).runOne(KIND);
    expect(await count(id)).toBe(2);
  });

  it('by a worker that dies in the middle leaves nothing, and the next does it once', async () => {
    const id = await tried(21, 3);
    await begin(id);
    await test.dataSource.query(
      `CREATE OR REPLACE TRIGGER tr_killed BEFORE UPDATE ON job FOR EACH ROW
       BEGIN IF NEW.status = 'DONE' AND NEW.kind = '${KIND}' THEN
         SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'killed'; END IF; END`,
    );
    await test.app.get(JobRunner).runOne(KIND);
    await test.dataSource.query('DROP TRIGGER tr_killed');
    expect([await count(id), (await world.state(id)).status]).toEqual([0, 'CHECKED']);
    // The dead worker still held it.
    await test.dataSource.query(
      `UPDATE job SET status = 'RUNNING', lease_token = 'gone', leased_until = '2000-01-01', run_after = '2000-01-01' WHERE id = ?`,
      [(await jobOf(id)).id],
    );
    await test.app.get(JobRunner).runOne(KIND);
    expect([await count(id), (await jobOf(id)).status]).toEqual([2, 'DONE']);
  });

  it('that was stopped or failed can be asked for again', async () => {
    const id = await tried(31, 3);
    await begin(id);
    await test.dataSource.query(`UPDATE job SET status = 'CANCELLED' WHERE id = ?`, [
      (await jobOf(id)).id,
    ]);
    expect(await begin(id)).toBe('done');
    await test.app.get(JobRunner).runOne(KIND);
    expect(await count(id)).toBe(2);
  });

  it('asks the database as often for 300 rows as for three', async () => {
    const statementsOf = async (listId: string): Promise<number> => {
      await begin(listId);
      let count = 0;
      const open = test.dataSource.createQueryRunner.bind(test.dataSource);
      test.dataSource.createQueryRunner = (mode) => {
        const runner = open(mode);
        const query = runner.query.bind(runner) as (...given: unknown[]) => Promise<unknown>;
        runner.query = (async (...given: unknown[]) => {
          count += 1;
          return await query(...given);
        }) as typeof runner.query;
        return runner;
      };
      await test.app.get(JobRunner).runOne(KIND);
      test.dataSource.createQueryRunner = open;
      return count;
    };
    const [few, many] = [await tried(41, 4), await tried(51, 301)];
    const statements = await statementsOf(few);
    expect(statements).toBeGreaterThan(5);
    expect(await statementsOf(many)).toBe(statements);
    expect(await count(many)).toBe(300);
  });
});
