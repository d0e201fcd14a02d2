import { BatchService, BudgetService, SampleService } from '@yibu/claim';
import { fen, localDate, yearMonth } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import type { ClaimWorld } from './claim-world.js';

/** Before the decision: people drawn for an inspection. */
export async function inspected(world: ClaimWorld, mark: string): Promise<void> {
  await world.test.app.get(SampleService).draw(await world.as('reviewer'), {
    period: yearMonth('2025-04'),
    method: 'TOP',
    size: 1,
    centerIds: [],
    note: mark,
    idempotencyKey: newId(),
  });
}

/** After it: the year's money, and a batch that waits for the finance bureau. */
export async function batched(world: ClaimWorld, claimId: string, mark: string): Promise<void> {
  await world.test.app.get(BudgetService).add(await world.as('leader'), {
    countyCode: world.world.countyCode,
    year: 2025,
    onDay: localDate('2025-01-20'),
    amountFen: fen(10_000_000),
    documentNumber: mark,
  });
  await world.test.app.get(BatchService).create(await world.as('leader'), {
    month: yearMonth('2025-05'),
    number: '1',
    note: mark,
    items: [{ claimId, amountFen: fen(100) }],
    idempotencyKey: newId(),
  });
}
