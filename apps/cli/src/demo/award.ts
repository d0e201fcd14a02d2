import { GradeService } from '@yibu/center';
import { AwardService, ClaimPrepareService, ClaimService, ClaimSubmitService } from '@yibu/claim';
import { addDays, fen, type LocalDate } from '@yibu/kernel';
import { AttachmentService, JobRunner } from '@yibu/platform';

import type { Teller } from './teller.js';

const CENTER = 'jinxi';

/** A meal point of the 涧西 kind: everything is met, and its size leaves the amount to the bureau. */
const MEAL_POINT: Readonly<Record<string, boolean | number>> = {
  centralKitchen: true,
  cateringLicence: true,
  mealsPerSitting: 110,
  seats: 32,
  barrierFree: true,
  independentEntrance: true,
  floor: 1,
};

/** 1 × 1 white: stands for the photographs of a real application. */
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

/** A center in the county that follows 涧西 2019 has applied for the award of its meal point; the bureau has it before it. */
export async function applyForAward(teller: Teller, on: LocalDate): Promise<void> {
  teller.clock.setDay(on);
  const centerId = teller.centerId(CENTER);
  await teller.app.get(GradeService).setBankAccount(await teller.as('owner', CENTER), {
    centerId,
    holderName: '演示收款单位',
    bankName: '演示银行锦溪支行',
    number: '6200 0000 0000 0009',
    reason: '登记收款账户',
  });
  const awards = teller.app.get(AwardService);
  const { claimId } = await awards.open(await teller.as('officer', CENTER), {
    centerId,
    program: 'meal-award',
    projectId: null,
    name: '锦溪社区助餐点',
    kind: 'MEAL_POINT',
    idempotencyKey: 'demo-award',
  });
  await awards.save(await teller.as('officer', CENTER), {
    claimId,
    version: 1,
    name: '锦溪社区助餐点',
    kind: 'MEAL_POINT',
    areaM2: 92,
    communities: ['锦溪', '石桥', '槐荫'],
    completedOn: addDays(on, -40),
    ownInvestmentFen: fen(48_600_000),
    attributes: Object.entries(MEAL_POINT).map(([name, value]) => ({
      name,
      value: JSON.stringify(value),
    })),
  });
  await attachPhotos(teller, claimId);
  await teller.app.get(ClaimPrepareService).recompute(await teller.as('officer', CENTER), claimId);
  const runner = teller.app.get(JobRunner);
  while (await runner.runOne('claim.prepare')) {
    // until the draft is computed
  }
  const claim = await teller.app
    .get(ClaimService)
    .detail(await teller.as('owner', CENTER), claimId);
  await teller.app.get(ClaimSubmitService).submit(await teller.as('owner', CENTER), {
    claimId,
    version: claim.version,
    idempotencyKey: 'demo-award-submit',
  });
}

async function attachPhotos(teller: Teller, claimId: string): Promise<void> {
  const items = await teller.dataSource.query<{ id: string; kind: string; seq: number }[]>(
    'SELECT id, kind, seq FROM award_item WHERE claim_id = ? ORDER BY seq',
    [claimId],
  );
  const attachments = teller.app.get(AttachmentService);
  for (const { id, kind, seq } of items.filter(
    (item) => item.kind === 'DOCUMENT' || item.seq < 5,
  )) {
    await attachments.add(await teller.as('officer', CENTER), {
      centerId: teller.centerId(CENTER),
      entity: 'awardItem',
      entityId: id,
      kind: kind === 'DOCUMENT' ? 'CERTIFICATE' : 'PHOTO',
      fileName: `材料-${seq}.png`,
      bytes: PHOTO,
    });
  }
}
