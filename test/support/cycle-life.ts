import {
  BatchService,
  BudgetService,
  CallService,
  RegistryService,
  SampleService,
} from '@yibu/claim';
import { fen, localDate, yearMonth } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import type { ClaimWorld } from './claim-world.js';
import { workbook } from './roster-desk.js';
import { fictionalIdNumber } from './world.js';

/** Before the decision: people drawn for an inspection and called, and a list of the county that may meet them. */
export async function inspected(world: ClaimWorld, mark: string): Promise<void> {
  const sampleId = await world.test.app.get(SampleService).draw(await world.as('reviewer'), {
    period: yearMonth('2025-04'),
    method: 'TOP',
    size: 1,
    centerIds: [],
    note: mark,
    idempotencyKey: newId(),
  });
  await called(world, sampleId, mark);
  await listed(world, mark);
  await world.work();
}

async function called(world: ClaimWorld, sampleId: string, mark: string): Promise<void> {
  const calls = world.test.app.get(CallService);
  await calls.queueSample(await world.as('reviewer'), sampleId);
  const [call] = await world.test.dataSource.query<{ id: string }[]>(
    'SELECT id FROM callback_call WHERE center_id = ?',
    [world.world.centerId],
  );
  await calls.record(await world.as('reviewer'), {
    callId: call?.id ?? '',
    version: 1,
    outcome: 'NO_ANSWER',
    nextOn: world.test.clock.today(),
    note: mark,
  });
}

async function listed(world: ClaimWorld, mark: string): Promise<void> {
  const lists = world.test.app.get(RegistryService);
  const row = {
    姓名: '王一',
    身份证号: fictionalIdNumber('1940-05-06', 1),
    死亡日期: '2025-04-12',
    殡仪馆: mark,
  };
  const { id } = await lists.upload(await world.as('reviewer'), {
    kind: 'DEATH',
    fileName: `${mark}.xlsx`,
    bytes: await workbook([row]),
  });
  await lists.accept(await world.as('reviewer'), { listId: id, version: 1, completeFor: [] });
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
