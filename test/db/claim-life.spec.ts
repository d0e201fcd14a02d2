import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

describe('a month of a center', () => {
  it('becomes a claim with the catch-up of the months before the gate', async () => {
    test.clock.setDay('2025-05-03');
    const world = await ClaimWorld.create(test);
    await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    await world.resident({ from: '2025-01-10', level: 1, bed: 1, name: '周二' });
    await world.nothingOnPaper('2025-01');
    const claim = await world.submitted('2025-04');
    expect(claim.status).toBe('SUBMITTED');
    expect(await world.payable(claim.id)).toEqual([
      '周一 2025-01 CATCH_UP 30000',
      '周一 2025-02 CATCH_UP 30000',
      '周一 2025-03 CATCH_UP 30000',
      '周一 2025-04 NORMAL 30000',
      '周二 2025-01 CATCH_UP 20000',
      '周二 2025-02 CATCH_UP 20000',
      '周二 2025-03 CATCH_UP 20000',
      '周二 2025-04 NORMAL 20000',
    ]);
  });
});
