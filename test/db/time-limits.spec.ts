import type { INestApplicationContext } from '@nestjs/common';
import { StageService } from '@yibu/claim';
import { localDate } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

async function county(lateRule: 'FLAG' | 'REFUSE'): Promise<ClaimWorld> {
  test.clock.setDay('2025-05-01');
  const world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await test.app.get(StageService).set(await world.as('leader'), {
    countyCode: world.world.countyCode,
    fromOn: localDate('2025-05-01'),
    windowFromDay: 2,
    windowUntilDay: 10,
    lateRule,
    intakeDays: 3,
    reviewDays: 5,
    decisionDays: 2,
    paymentDays: 10,
    reason: '县民政局通知',
  });
  return world;
}

const submit = async (world: ClaimWorld, claimId: string, lateReason?: string) => {
  const { version } = await world.claims.detail(await world.as('owner'), claimId);
  return await world.submit.submit(await world.as('owner'), {
    claimId,
    version,
    idempotencyKey: newId(),
    ...(lateReason === undefined ? {} : { lateReason }),
  });
};

const dueOf = async (world: ClaimWorld, claimId: string): Promise<string | null> =>
  (await world.claims.detail(await world.as('leader'), claimId)).dueOn;

describe('the window of a county', () => {
  it('takes no claim early, takes a late one with its reason, and says so ever after', async () => {
    const world = await county('FLAG');
    const { id } = await world.draft('2025-04');
    expect(await outcome(submit(world, id))).toBe('CLAIM_WINDOW_EARLY');
    test.clock.setDay('2025-05-13');
    expect(await outcome(submit(world, id))).toBe('CLAIM_LATE_REASON');
    await submit(world, id, '负责人住院');
    const shown = await world.claims.detail(await world.as('leader'), id);
    expect(shown).toMatchObject({ lateDays: 3, lateReason: '负责人住院' });
    expect(await outcome(world.submit.withdraw(await world.as('owner'), id, '迟了'))).toBe(
      'CLAIM_WINDOW_OVER',
    );
  });

  it('refuses a late claim where the county says so', async () => {
    const world = await county('REFUSE');
    const { id } = await world.draft('2025-04');
    test.clock.setDay('2025-05-11');
    expect(await outcome(submit(world, id, '负责人住院'))).toBe('CLAIM_WINDOW_OVER');
  });

  it('leaves the periods before a rule as they were', async () => {
    const world = await county('REFUSE');
    test.clock.setDay('2025-06-30');
    const march = await world.draft('2025-03');
    expect(march.window).toBeNull();
    await submit(world, march.id);
  });
});

describe('the clock of a step', () => {
  it('runs for the side that has to act, is counted when it is past, and stops nothing', async () => {
    const world = await county('FLAG');
    const { id } = await world.draft('2025-04');
    test.clock.setDay('2025-05-05');
    await submit(world, id);
    expect(await dueOf(world, id)).toBe('2025-05-08');
    const overdue = async (): Promise<number> =>
      (await world.reviews.counts(await world.as('leader'))).overdue;
    expect(await overdue()).toBe(0);
    test.clock.setDay('2025-05-09');
    expect(await overdue()).toBe(1);
    const page = await world.reviews.queue(await world.as('leader'), {
      page: 1,
      pageSize: 20,
      stage: 'OVERDUE',
    });
    expect(page.items.map((row) => row.id)).toEqual([id]);
    const reviewer = await world.as('reviewer');
    await world.reviews.open(reviewer, id);
    expect(await dueOf(world, id)).toBe('2025-05-14');
    await world.reviews.acceptLines(reviewer, { claimId: id, exceptLineIds: [] });
    expect(await dueOf(world, id)).toBe('2025-05-11');
    test.clock.setDay('2025-05-20');
    const { version } = await world.claims.detail(await world.as('leader'), id);
    await world.decisions.decide(await world.as('leader'), {
      claimId: id,
      version,
      idempotencyKey: newId(),
    });
    expect(await dueOf(world, id)).toBe('2025-05-30');
    await world.paid(id, 120_000);
    expect(await dueOf(world, id)).toBeNull();
  });

  it('takes one rule a day, and none for another county', async () => {
    const world = await county('FLAG');
    const again = {
      countyCode: world.world.countyCode,
      fromOn: localDate('2025-05-01'),
      intakeDays: 9,
      reason: '再次',
    };
    const stages = test.app.get(StageService);
    expect(await outcome(stages.set(await world.as('leader'), again))).toBe('STAGE_RULE_TAKEN');
    expect(
      await outcome(stages.set(await world.as('leader'), { ...again, countyCode: '000000' })),
    ).toBe('NOT_FOUND');
    expect(
      await outcome(
        stages.set(await world.as('leader'), {
          ...again,
          fromOn: localDate('2025-06-01'),
          windowUntilDay: 5,
        }),
      ),
    ).toBe('INPUT_INVALID');
  });
});
