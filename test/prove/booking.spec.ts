import type { INestApplicationContext } from '@nestjs/common';

import { startServices, type TestApp } from '../support/app.js';
import { BookingStorm } from '../support/booking-storm.js';

const SECONDS = 30;
const WORKERS = 16;
let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

it(
  'sixteen desks for thirty seconds leave no shared bed and lose no promise',
  async () => {
    const report = await BookingStorm.run(test, { workers: WORKERS, seconds: SECONDS });
    process.stdout.write(`${JSON.stringify(report)}\n`);
    expect(report).toMatchObject({ overlaps: 0, lost: 0, unexplained: 0, mismatched: 0 });
    expect(Object.keys(report.acknowledged).sort()).toEqual([
      'admit',
      'discharge',
      'swap',
      'transfer',
    ]);
  },
  (SECONDS + 60) * 1000,
);
