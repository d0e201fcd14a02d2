import type { INestApplicationContext } from '@nestjs/common';
import { JobRunner } from '@yibu/platform';

import type { TestApp } from './app.js';

/**
 * Every job that waits. Drawing packages takes longer than everything else that most tests do: they are made where one
 * is opened.
 */
export async function workOff(
  test: TestApp<INestApplicationContext>,
  makesPackages: boolean,
): Promise<void> {
  if (!makesPackages) {
    await test.dataSource.query(
      `UPDATE job SET status = 'CANCELLED' WHERE kind = 'claim.filing' AND status = 'QUEUED'`,
    );
  }
  const runner = test.app.get(JobRunner);
  while (await runner.runOne()) {
    // until nothing is left to do
  }
}
