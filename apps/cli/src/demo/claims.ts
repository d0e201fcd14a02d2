import { GradeService } from '@yibu/center';
import {
  ClaimPrepareService,
  ClaimSubmitService,
  OpeningService,
  PackLibraryService,
  ProposalService,
} from '@yibu/claim';
import {
  addDays,
  addMonthsToMonth,
  monthOf,
  yearMonth,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';
import { JobRunner } from '@yibu/platform';

import { pay, reviewAndPay } from './bureau.js';
import { DEMO_COUNTIES, type DemoCenters } from './places.js';
import type { StorySpan } from './plan.js';
import type { Teller } from './teller.js';

/** The month of the 阳城 document: from then on both counties of the demonstration follow its rules. */
const ADOPTED_IN = yearMonth('2022-04');
const PACK = 'yangcheng-2022';

/** How many months before the telling a center began to claim with the product. */
const CLAIMING: readonly { center: keyof DemoCenters; months: number }[] = [
  { center: 'fengcheng', months: 10 },
  { center: 'runhe', months: 5 },
  { center: 'yunling', months: 2 },
];

export async function adoptRules(teller: Teller): Promise<void> {
  const library = teller.app.get(PackLibraryService);
  const proposals = teller.app.get(ProposalService);
  const [qingquan, yunling, jinxi] = DEMO_COUNTIES;
  for (const [center, county, pack] of [
    ['fengcheng', qingquan.code, PACK],
    ['yunling', yunling.code, PACK],
    ['jinxi', jinxi.code, 'jianxi-2019'],
  ] as const) {
    const shipped = await library.list(await teller.as('bureau', center), county);
    const packId = shipped.find(({ code }) => code === pack)?.id ?? '';
    const { id } = await proposals.proposeActivation(await teller.as('bureau', center), {
      countyCode: county,
      packId,
      fromMonth: ADOPTED_IN,
      reason: '按县方案执行',
    });
    await proposals.confirm(await teller.as('leader', center), id);
  }
}

/** What the operating subsidy and the payment need: the evaluated grade, and where the money goes. */
export async function settleCenters(teller: Teller, openedOn: LocalDate): Promise<void> {
  const grades = teller.app.get(GradeService);
  for (const [index, { center }] of CLAIMING.entries()) {
    await grades.setBankAccount(await teller.as('owner', center), {
      centerId: teller.centerId(center),
      holderName: '演示收款单位',
      bankName: '演示银行清泉支行',
      number: `6200 0000 0000 000${index}`,
      reason: '登记收款账户',
    });
    // One center has not been evaluated: its operating subsidy refuses and says what is missing.
    if (center !== 'yunling') {
      await grades.add(await teller.as('owner', center), {
        centerId: teller.centerId(center),
        scheme: 'yangcheng-comprehensive',
        grade: index === 0 ? '2' : '1',
        issuer: '清泉县民政局（演示）',
        fromOn: openedOn,
      });
    }
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
      const claimId = await claim(teller, center, month, month === first || month.endsWith('-01'));
      const isLatest = month === addMonthsToMonth(monthOf(span.until), -1);
      // The newest claims wait for the bureau; of those before, the last is decided and not paid yet.
      if (claimId !== null && !isLatest) {
        teller.clock.setDay(addDays(on, 9));
        await reviewAndPay(teller, { center, claimId, on });
        if (month < addMonthsToMonth(monthOf(span.until), -2)) {
          teller.clock.setDay(addDays(on, 20));
          await pay(teller, { center, claimId, on: addDays(on, 20) });
        }
        teller.clock.setDay(on);
      }
    }
  }
}

async function claim(
  teller: Teller,
  center: keyof DemoCenters,
  month: YearMonth,
  isFirstOfYear: boolean,
): Promise<string | null> {
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
  // Only the computation: the filings of the months are printed by the worker once the product runs.
  await teller.app.get(JobRunner).runOne('claim.prepare');
  const [row] = await teller.dataSource.query<{ version: number; status: string }[]>(
    'SELECT version, status FROM claim WHERE id = ?',
    [claimId],
  );
  const outcome = await teller.app
    .get(ClaimSubmitService)
    .submit(await teller.as('owner', center), {
      claimId,
      version: row?.version ?? 0,
      idempotencyKey: `demo-${claimId}`,
    });
  return 'number' in outcome ? claimId : null;
}
