import { addMonths, type LocalDate } from '@yibu/kernel';
import { ExternalResultService, LevelService } from '@yibu/resident';

import type { Teller } from './teller.js';
import type { Life } from './lives.js';

/** A result of the county's assessment team, accepted by the manager for a year. */
export async function recordLevel(
  teller: Teller,
  result: { readonly life: Life; readonly on: LocalDate; readonly level: number },
): Promise<void> {
  const { life, on, level } = result;
  const { center } = life.plan;
  const record = await teller.app
    .get(ExternalResultService)
    .enter(await teller.as('manager', center), {
      residentId: life.residentId,
      kind: 'OFFICIAL',
      scale: 'GBT42195',
      level,
      issuer: '县老年人能力评估中心（演示）',
      assessedOn: on,
    });
  await teller.app.get(LevelService).accept(await teller.as('manager', center), {
    assessmentId: record.id,
    version: record.version,
    from: on,
    until: addMonths(on, 12),
    isOpenEnded: false,
  });
}
