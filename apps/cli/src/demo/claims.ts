import { ClaimPrepareService, ClaimSubmitService, OpeningService, PackService } from '@yibu/claim';
import {
  addMonthsToMonth,
  localDate,
  monthOf,
  yearMonth,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';
import { JobRunner } from '@yibu/platform';

import { DEMO_COUNTIES, type DemoCenters } from './places.js';
import type { StorySpan } from './plan.js';
import type { Teller } from './teller.js';

/** The day of the 阳城 document: from then on both counties of the demonstration follow its rules. */
const ADOPTED_ON = localDate('2022-04-25');
const PACK = 'yangcheng-2022';

/** How many months before the telling a center began to claim with the product. */
const CLAIMING: readonly { center: keyof DemoCenters; months: number }[] = [
  { center: 'fengcheng', months: 10 },
  { center: 'runhe', months: 5 },
  { center: 'yunling', months: 2 },
];

export async function adoptRules(teller: Teller): Promise<void> {
  const packs = teller.app.get(PackService);
  const [qingquan, yunling] = DEMO_COUNTIES;
  for (const [center, county] of [
    ['fengcheng', qingquan.code],
    ['yunling', yunling.code],
  ] as const) {
    await packs.adopt(await teller.as('leader', center), {
      countyCode: county,
      packCode: PACK,
      fromOn: ADOPTED_ON,
    });
  }
}

/** On the fifth: last month's claims are prepared and submitted. */
export async function claimLastMonth(
  teller: Teller,
  on: LocalDate,
  span: StorySpan,
): Promise<void> {
  const month = addMonthsToMonth(monthOf(on), -1);
  for (const { center, months } of CLAIMING) {
    const first = addMonthsToMonth(monthOf(span.until), -months);
    if (month >= first) {
      await claim(teller, center, month, month === first || month.endsWith('-01'));
    }
  }
}

async function claim(
  teller: Teller,
  center: keyof DemoCenters,
  month: YearMonth,
  isFirstOfYear: boolean,
): Promise<void> {
  const centerId = teller.centerId(center);
  const yearFrom = yearMonth(`${month.slice(0, 4)}-01`);
  if (isFirstOfYear) {
    await teller.app.get(OpeningService).confirmNothing(await teller.as('officer', center), {
      centerId,
      yearFrom,
    });
  }
  const { claimId } = await teller.app
    .get(ClaimPrepareService)
    .prepare(await teller.as('officer', center), {
      centerId,
      period: month,
      idempotencyKey: `demo-${center}-${month}`,
    });
  const runner = teller.app.get(JobRunner);
  while (await runner.runOne()) {
    // Everything that is due.
  }
  const [row] = await teller.dataSource.query<{ version: number; status: string }[]>(
    'SELECT version, status FROM claim WHERE id = ?',
    [claimId],
  );
  await teller.app.get(ClaimSubmitService).submit(await teller.as('owner', center), {
    claimId,
    version: row?.version ?? 0,
    idempotencyKey: `demo-${claimId}`,
  });
}
