import { AwardService, ClaimService, SettlementService } from '@yibu/claim';
import { fen, localDate } from '@yibu/kernel';
import { AttachmentService, newId } from '@yibu/platform';

import type { ClaimWorld } from './claim-world.js';

type Detail = Awaited<ReturnType<ClaimService['detail']>>;

/** A meal unit that meets every condition of 涧西. */
export const MEAL_UNIT = {
  mealsPerSitting: 120,
  seats: 36,
  centralKitchen: true,
  cateringLicence: true,
  barrierFree: true,
  independentEntrance: true,
  floor: 1,
} as const;

interface Entered {
  readonly areaM2: number;
  readonly communities: number;
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
  readonly completedOn?: string | null;
  readonly ownInvestmentFen?: number;
}

/** An officer's work on an award, in a world whose county follows the 涧西 document. */
export class AwardDesk {
  readonly awards: AwardService;
  readonly settlements: SettlementService;

  constructor(readonly world: ClaimWorld) {
    this.awards = world.test.app.get(AwardService);
    this.settlements = world.test.app.get(SettlementService);
  }

  async open(projectId: string | null = null, program = 'meal-award'): Promise<string> {
    const { claimId } = await this.awards.open(await this.world.as('officer'), {
      centerId: this.world.world.centerId,
      program,
      projectId,
      name: '锦溪助餐点',
      kind: program === 'meal-award' ? 'MEAL_POINT' : 'BATH_POINT',
      idempotencyKey: newId(),
    });
    await this.world.work();
    return claimId;
  }

  async enter(claimId: string, entered: Entered): Promise<void> {
    const { project } = await this.project(claimId);
    await this.awards.save(await this.world.as('officer'), {
      claimId,
      version: project.version,
      name: project.name,
      kind: project.kind,
      areaM2: entered.areaM2,
      communities: Array.from({ length: entered.communities }, (_, index) => `第${index + 1}社区`),
      completedOn:
        entered.completedOn === null ? null : localDate(entered.completedOn ?? '2025-03-10'),
      ownInvestmentFen: fen(entered.ownInvestmentFen ?? 60_000_000),
      attributes: Object.entries(entered.attributes ?? MEAL_UNIT).map(([name, value]) => ({
        name,
        value: JSON.stringify(value),
      })),
    });
    await this.world.work();
  }

  private async project(
    claimId: string,
  ): Promise<{ project: { id: string; version: number; name: string; kind: string } }> {
    const [project] = await this.world.test.dataSource.query<
      { id: string; version: number; name: string; kind: string }[]
    >(
      `SELECT p.id, p.version, p.name, p.kind FROM award_project p JOIN claim c ON c.subject_id = p.id
       WHERE c.id = ?`,
      [claimId],
    );
    if (!project) {
      throw new Error(`claim ${claimId} has no project`);
    }
    return { project };
  }

  async projectId(claimId: string): Promise<string> {
    return (await this.project(claimId)).project.id;
  }

  /** Rows of the checklist that ask for a paper. */
  async documents(claimId: string): Promise<{ readonly id: string }[]> {
    return await this.world.test.dataSource.query(
      `SELECT id FROM award_item WHERE claim_id = ? AND kind = 'DOCUMENT' ORDER BY seq`,
      [claimId],
    );
  }

  /** One paper under every row of the checklist. */
  async attachAll(claimId: string): Promise<void> {
    const items = await this.world.test.dataSource.query<{ id: string }[]>(
      'SELECT id FROM award_item WHERE claim_id = ? ORDER BY seq',
      [claimId],
    );
    for (const { id } of items) {
      await this.attach('officer', { entity: 'awardItem', entityId: id, kind: 'PHOTO' });
    }
    await this.world.work();
  }

  async attach(
    who: 'officer' | 'leader' | 'owner',
    at: { readonly entity: string; readonly entityId: string; readonly kind: string },
  ): Promise<string> {
    const paper = await this.world.test.app.get(AttachmentService).add(await this.world.as(who), {
      centerId: this.world.world.centerId,
      ...at,
      fileName: 'scan.pdf',
      bytes: Buffer.from(`%PDF-1.4 ${at.entityId} ${at.kind}`),
    });
    return paper.id;
  }

  async submit(claimId: string): Promise<Detail> {
    const { version } = await this.detail(claimId);
    const outcome = await this.world.submit.submit(await this.world.as('owner'), {
      claimId,
      version,
      idempotencyKey: newId(),
    });
    if (!('number' in outcome)) {
      throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
    }
    await this.world.work();
    return await this.detail(claimId);
  }

  async settle(
    claimId: string,
    answer: { readonly option?: string; readonly amountFen?: number },
  ): Promise<Detail> {
    const { version } = await this.detail(claimId);
    const attachmentId = await this.attach('leader', {
      entity: 'claim',
      entityId: claimId,
      kind: 'AWARD_DECISION',
    });
    await this.settlements.settle(await this.world.as('leader'), {
      claimId,
      version,
      option: answer.option ?? null,
      amountFen: answer.amountFen === undefined ? null : fen(answer.amountFen),
      documentNumber: '涧民〔2025〕7号',
      decidedOn: this.world.test.clock.today(),
      attachmentId,
      idempotencyKey: newId(),
    });
    await this.world.work();
    return await this.detail(claimId);
  }

  async detail(claimId: string): Promise<Detail> {
    return await this.world.claims.detail(await this.world.as('owner'), claimId);
  }

  /** Entered, papers attached, submitted by the owner. */
  async submitted(entered: Entered): Promise<Detail> {
    const claimId = await this.open();
    await this.enter(claimId, entered);
    await this.attachAll(claimId);
    return await this.submit(claimId);
  }
}
