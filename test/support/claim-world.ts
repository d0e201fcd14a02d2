import type { INestApplicationContext } from '@nestjs/common';
import { AbsenceEntity, StayEntity } from '@yibu/bed';
import {
  ClaimPrepareService,
  DecisionService,
  HeldService,
  PaymentService,
  ReviewService,
  ClaimService,
  ClaimSubmitService,
  OpeningService,
  PackLibraryService,
  ProposalService,
  syncPacks,
} from '@yibu/claim';
import { fen, localDate, yearMonth } from '@yibu/kernel';
import { newId, type Scope } from '@yibu/platform';
import { ExternalResultService, LevelService } from '@yibu/resident';

import type { TestApp } from './app.js';
import { BedWorld } from './bed-world.js';
import { insertResident } from './residents.js';
import { workOff } from './waiting-jobs.js';
import { World } from './world.js';

type Detail = Awaited<ReturnType<ClaimService['detail']>>;

/** A center that claims by the rules of 阳城 2022 under a county code of its own, and the four people of the story. */
export class ClaimWorld {
  readonly prepare: ClaimPrepareService;
  readonly submit: ClaimSubmitService;
  readonly claims: ClaimService;
  readonly openings: OpeningService;
  readonly reviews: ReviewService;
  readonly decisions: DecisionService;
  readonly payments: PaymentService;
  readonly held: HeldService;

  private constructor(
    readonly test: TestApp<INestApplicationContext>,
    readonly world: World,
    readonly house: BedWorld,
    readonly people: Readonly<
      Record<'officer' | 'owner' | 'nurse' | 'manager' | 'reviewer' | 'leader' | 'finance', string>
    >,
    private readonly makesPackages: boolean,
  ) {
    this.prepare = test.app.get(ClaimPrepareService);
    this.submit = test.app.get(ClaimSubmitService);
    this.claims = test.app.get(ClaimService);
    this.openings = test.app.get(OpeningService);
    this.reviews = test.app.get(ReviewService);
    this.decisions = test.app.get(DecisionService);
    this.payments = test.app.get(PaymentService);
    this.held = test.app.get(HeldService);
  }

  static async create(
    test: TestApp<INestApplicationContext>,
    options: { beds?: number; countyCode?: string; makesPackages?: boolean } = {},
  ): Promise<ClaimWorld> {
    await syncPacks(test.dataSource);
    const world = await World.create(test, options);
    const house = await BedWorld.create(test, world, options.beds ?? 6);
    const people = {
      officer: (await world.user('CLAIMS_OFFICER')).id,
      owner: (await world.user('OPERATOR_OWNER')).id,
      nurse: (await world.user('NURSE')).id,
      manager: (await world.user('CENTER_MANAGER')).id,
      reviewer: (await world.user('BUREAU_REVIEWER')).id,
      leader: (await world.user('BUREAU_LEADER')).id,
      finance: (await world.user('FINANCE_OFFICER')).id,
    };
    const self = new ClaimWorld(test, world, house, people, options.makesPackages ?? false);
    // A county that another center of the test lives in has its rules already.
    if (options.countyCode === undefined) {
      await self.activate('yangcheng-2022', '2022-04');
    }
    return self;
  }

  /** The newest version of a pack, proposed by the reviewer and confirmed by the leader. */
  async activate(code: string, fromMonth: string): Promise<string> {
    const { countyCode } = this.world;
    const packs = await this.test.app
      .get(PackLibraryService)
      .list(await this.as('reviewer'), countyCode);
    const packId = packs.find((pack) => pack.code === code)?.id ?? '';
    const proposals = this.test.app.get(ProposalService);
    const proposal = await proposals.proposeActivation(await this.as('reviewer'), {
      countyCode,
      packId,
      fromMonth: yearMonth(fromMonth),
      reason: '按县方案执行',
    });
    await proposals.confirm(await this.as('leader'), proposal.id);
    return proposal.packId;
  }

  async as(who: keyof ClaimWorld['people']): Promise<Scope> {
    return await this.world.scopeOf(this.people[who]);
  }

  /** Somebody who lives here, with an accepted official assessment from the first day on. */
  async resident(life: {
    readonly from: string;
    readonly until?: string;
    readonly level?: number;
    readonly bed?: number;
    readonly name?: string;
    readonly diedOn?: string;
  }): Promise<{ residentId: string; stayId: string }> {
    const residentId = await insertResident(this.test, this.world, {
      ...(life.name === undefined ? {} : { name: life.name }),
      ...(life.diedOn === undefined ? {} : { diedOn: life.diedOn }),
    });
    const stayId = newId();
    await this.test.dataSource.manager.insert(StayEntity, {
      id: stayId,
      centerId: this.world.centerId,
      residentId,
      bedId: this.house.bed(life.bed ?? 0),
      spellId: stayId,
      status: life.until === undefined ? 'ACTIVE' : 'ENDED',
      fromOn: localDate(life.from),
      untilOn: life.until === undefined ? null : localDate(life.until),
      endKind: life.until === undefined ? null : 'DISCHARGE',
      source: 'IMPORTED',
      createdAt: new Date(),
    });
    if (life.level !== undefined) {
      await this.level(residentId, life.level, life.from);
    }
    return { residentId, stayId };
  }

  async level(residentId: string, level: number, from: string): Promise<void> {
    const record = await this.test.app.get(ExternalResultService).enter(await this.as('nurse'), {
      residentId,
      kind: 'OFFICIAL',
      scale: 'GBT42195',
      level,
      issuer: '虚构县评估中心',
      assessedOn: localDate(from),
    });
    await this.test.app.get(LevelService).accept(await this.as('manager'), {
      assessmentId: record.id,
      version: record.version,
      reason: '补录',
      from: localDate(from),
      until: null,
      isOpenEnded: true,
    });
  }

  async absence(
    stay: { residentId: string; stayId: string },
    from: string,
    until: string,
  ): Promise<void> {
    await this.test.dataSource.manager.insert(AbsenceEntity, {
      id: newId(),
      centerId: this.world.centerId,
      stayId: stay.stayId,
      residentId: stay.residentId,
      kind: 'HOSPITAL',
      fromOn: localDate(from),
      untilOn: localDate(until),
      createdAt: new Date(),
    });
  }

  async leave(stayId: string, on: string): Promise<void> {
    await this.test.dataSource.query(
      `UPDATE stay SET status = 'ENDED', until_on = ?, end_kind = 'DISCHARGE' WHERE id = ?`,
      [on, stayId],
    );
  }

  async nothingOnPaper(yearFrom: string): Promise<void> {
    await this.openings.confirmNothing(await this.as('officer'), {
      centerId: this.world.centerId,
      yearFrom: yearMonth(yearFrom),
    });
  }

  /** Every job that waits. */
  async work(): Promise<void> {
    await workOff(this.test, this.makesPackages);
  }

  /** The officer's draft of a period, computed. */
  async draft(period: string): Promise<Detail> {
    const { claimId } = await this.prepare.prepare(await this.as('officer'), {
      centerId: this.world.centerId,
      period,
      idempotencyKey: newId(),
    });
    await this.work();
    return await this.claims.detail(await this.as('officer'), claimId);
  }

  /** Prepared by the officer, submitted by the owner. */
  async submitted(period: string): Promise<Detail> {
    const draft = await this.draft(period);
    const outcome = await this.submit.submit(await this.as('owner'), {
      claimId: draft.id,
      version: draft.version,
      idempotencyKey: newId(),
    });
    if (!('number' in outcome)) {
      throw new Error(`not submitted: ${JSON.stringify(outcome)}`);
    }
    await this.work();
    return await this.claims.detail(await this.as('owner'), draft.id);
  }

  async lines(claimId: string): Promise<
    {
      id: string;
      name: string;
      program: string;
      month: string;
      kind: string;
      status: string;
      fen: number;
    }[]
  > {
    return await this.test.dataSource.query(
      `SELECT id, subject_name AS name, program, month, kind, status, amount_fen AS fen FROM claim_line
       WHERE claim_id = ? ORDER BY seq`,
      [claimId],
    );
  }

  async payable(claimId: string): Promise<string[]> {
    return (await this.lines(claimId))
      .filter(({ status }) => status === 'PAYABLE')
      .map(({ name, month, kind, fen }) => `${name} ${month} ${kind} ${fen}`);
  }

  /** Opened, the named lines judged, the rest accepted, decided by another person. */
  async decided(
    claimId: string,
    verdicts: readonly {
      readonly line: string;
      readonly verdict: 'RETURNED' | 'HELD' | 'CUT';
      readonly cutFen?: number;
    }[] = [],
  ): Promise<Detail> {
    await this.reviews.open(await this.as('reviewer'), claimId);
    const lines = await this.lines(claimId);
    for (const { line, verdict, cutFen } of verdicts) {
      const found = lines.find(
        ({ name, month, status }) => `${name} ${month}` === line && status === 'PAYABLE',
      );
      await this.reviews.giveVerdict(await this.as('reviewer'), {
        claimId,
        lineIds: [found?.id ?? line],
        verdict,
        code: 'D01',
        text: '与病案记录不符',
        heldUntil: verdict === 'HELD' ? localDate('2026-12-31') : null,
        cutFen: cutFen === undefined ? null : fen(cutFen),
        clause: verdict === 'CUT' ? '三（一）' : null,
      });
    }
    await this.reviews.acceptLines(await this.as('reviewer'), { claimId, exceptLineIds: [] });
    const { version } = await this.claims.detail(await this.as('leader'), claimId);
    await this.decisions.decide(await this.as('leader'), {
      claimId,
      version,
      documentNumber: '民审〔2025〕1号',
      idempotencyKey: newId(),
    });
    return await this.claims.detail(await this.as('leader'), claimId);
  }

  async paid(
    claimId: string,
    amountFen: number,
    receiptNumber = newId(),
    attachmentId: string | null = null,
  ): Promise<Detail> {
    await this.payments.record(
      await this.as('leader'),
      {
        claimId,
        amountFen: fen(amountFen),
        paidOn: this.test.clock.today(),
        receiptNumber,
        attachmentId,
        idempotencyKey: newId(),
      },
      'BUREAU',
    );
    return await this.claims.detail(await this.as('leader'), claimId);
  }
}
