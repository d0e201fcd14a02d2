import type { INestApplicationContext } from '@nestjs/common';
import { FilingService } from '@yibu/claim';
import { verifyFiling } from '@yibu/filing';
import { JobRunner, newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';

jest.setTimeout(120_000);

const KIND = 'claim.filing';

let test: TestApp<INestApplicationContext>;
let world: ClaimWorld;
let claimId: string;

interface Filed {
  readonly id: string;
  readonly language: string;
  readonly sha256: string;
  readonly digest: string;
}

const filed = async (): Promise<Filed[]> =>
  await test.dataSource.query(
    `SELECT id, language, sha256, content_digest AS digest FROM claim_filing WHERE claim_id = ? ORDER BY language`,
    [claimId],
  );

/** The jobs of the submission once more, as after a worker that died before it could say that it was done. */
async function again(): Promise<number> {
  const { affectedRows } = await test.dataSource.query<{ affectedRows: number }>(
    `UPDATE job SET status = 'QUEUED', lease_token = NULL, leased_until = NULL WHERE kind = ? AND payload LIKE ?`,
    [KIND, `%${claimId}%`],
  );
  return affectedRows;
}

/** Another job for the same package, as a second press of a button would make it. */
async function twice(): Promise<void> {
  const jobs = await test.dataSource.query<{ id: string }[]>(
    'SELECT id FROM job WHERE kind = ? AND payload LIKE ?',
    [KIND, `%${claimId}%`],
  );
  for (const { id } of jobs) {
    await test.dataSource.query(
      `INSERT INTO job (id, kind, center_id, user_id, status, payload, run_after, created_at)
       SELECT ?, kind, center_id, user_id, 'QUEUED', payload, run_after, created_at FROM job WHERE id = ?`,
      [newId(), id],
    );
  }
}

beforeAll(async () => {
  test = await startServices();
  test.clock.setDay('2025-05-03');
  world = await ClaimWorld.create(test, { makesPackages: true });
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  claimId = (await world.submitted('2025-04')).id;
});
afterAll(async () => {
  await test.close();
});

describe('the package of a submitted claim', () => {
  it('is one for each language, however often its job runs', async () => {
    const before = await filed();
    expect(before.map(({ language }) => language)).toEqual(['en', 'zh-CN']);
    expect(await again()).toBe(2);
    // Another day, another hour: what was frozen makes the same bytes.
    test.clock.setDay('2025-06-20');
    await world.work();
    expect(await filed()).toEqual(before);
  });

  it('is the same one when two workers make it at once', async () => {
    const before = await filed();
    await again();
    await twice();
    const runner = test.app.get(JobRunner);
    const lane = async (): Promise<void> => {
      while (await runner.runOne(KIND)) {
        // until nothing is left to take
      }
    };
    await Promise.all([lane(), lane(), lane(), lane()]);
    await lane();
    expect(await filed()).toEqual(before);
    const jobs = await test.dataSource.query<{ status: string }[]>(
      'SELECT status FROM job WHERE kind = ? AND payload LIKE ?',
      [KIND, `%${claimId}%`],
    );
    expect(jobs.map(({ status }) => status)).toEqual(['DONE', 'DONE', 'DONE', 'DONE']);
    const { bytes } = await test.app
      .get(FilingService)
      .open(await world.as('owner'), claimId, 'zh-CN');
    expect((await verifyFiling(bytes)).verified).toBe(true);
  });
});
