import type { INestApplicationContext } from '@nestjs/common';
import { BatchService } from '@yibu/claim';
import { fen, yearMonth } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import type { TestApp } from './app.js';
import { ClaimWorld } from './claim-world.js';

/** A decided claim of 1,200 yuan for April 2025, of one person. */
export async function decidedApril(
  test: TestApp<INestApplicationContext>,
): Promise<{ world: ClaimWorld; claimId: string; stayId: string }> {
  test.clock.setDay('2025-05-03');
  const world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  const { stayId } = await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  const april = await world.submitted('2025-04');
  await world.decided(april.id);
  return { world, claimId: april.id, stayId };
}

/** A payment batch of May of the one claim, composed by the leader. */
export const composeBatch = async (
  world: ClaimWorld,
  claimId: string,
  given: { readonly number?: string; readonly amount?: number; readonly key?: string } = {},
): Promise<string> =>
  await world.test.app.get(BatchService).create(await world.as('leader'), {
    month: yearMonth('2025-05'),
    number: given.number ?? '1',
    items: [{ claimId, amountFen: fen(given.amount ?? 120_000) }],
    idempotencyKey: given.key ?? newId(),
  });
