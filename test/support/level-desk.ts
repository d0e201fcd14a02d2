import type { INestApplicationContext } from '@nestjs/common';
import { localDate } from '@yibu/kernel';
import type { Scope } from '@yibu/platform';
import {
  AssessmentService,
  ExternalResultService,
  LevelService,
  type AssessmentEntity,
  type ExternalResult,
  type LevelPeriodEntity,
  type WantedDates,
} from '@yibu/resident';

import { formWorth } from '../../libs/assessment/src/gbt42195/form.sample.js';
import { startServices, type TestApp } from './app.js';
import { insertResident } from './residents.js';
import { World } from './world.js';

export type Points = readonly [number, number, number, number];

export const dates = (from: string, until: string | null): WantedDates => ({
  from: localDate(from),
  until: until === null ? null : localDate(until),
  isOpenEnded: until === null,
});

/** The code of a refusal, or "done". */
export const outcome = async (work: Promise<unknown>): Promise<string> =>
  await work.then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code ?? String(error),
  );

/** A nurse and a manager who assess people and decide levels, on 15 June 2026. */
export class LevelDesk {
  readonly forms: AssessmentService;
  readonly papers: ExternalResultService;
  readonly levels: LevelService;

  private constructor(
    readonly services: TestApp<INestApplicationContext>,
    readonly world: World,
    readonly nurse: string,
    readonly manager: string,
  ) {
    this.forms = services.app.get(AssessmentService);
    this.papers = services.app.get(ExternalResultService);
    this.levels = services.app.get(LevelService);
  }

  static async open(): Promise<LevelDesk> {
    const services = await startServices();
    services.clock.setDay('2026-06-15');
    const world = await World.create(services);
    const nurse = (await world.user('NURSE')).id;
    return new LevelDesk(services, world, nurse, (await world.user('CENTER_MANAGER')).id);
  }

  async as(userId: string): Promise<Scope> {
    return await this.world.scopeOf(userId);
  }

  async person(diedOn?: string): Promise<string> {
    return await insertResident(this.services, this.world, diedOn === undefined ? {} : { diedOn });
  }

  async filled(
    residentId: string,
    points: Points = [20, 9, 24, 13],
    on = '2026-06-10',
  ): Promise<AssessmentEntity> {
    const { id, version, assessedOn } = await this.forms.start(await this.as(this.nurse), {
      residentId,
      kind: 'INSTITUTION',
      assessedOn: localDate(on),
    });
    const draft = { id, version, assessedOn, place: '活动室', ...formWorth(points) };
    return await this.forms.save(await this.as(this.nurse), draft);
  }

  async signed(residentId: string, points?: Points, on?: string): Promise<AssessmentEntity> {
    const draft = await this.filled(residentId, points, on);
    const first = await this.forms.sign(await this.as(this.nurse), draft);
    return await this.forms.sign(await this.as(this.manager), first);
  }

  async entered(residentId: string, more: Partial<ExternalResult> = {}): Promise<AssessmentEntity> {
    return await this.papers.enter(await this.as(this.nurse), {
      residentId,
      kind: 'OFFICIAL',
      scale: 'GBT42195',
      level: 3,
      issuer: '虚构县评估中心',
      assessedOn: localDate('2026-06-01'),
      ...more,
    });
  }

  async accepted(
    record: AssessmentEntity,
    from: string,
    until: string | null,
  ): Promise<LevelPeriodEntity> {
    return await this.levels.accept(await this.as(this.manager), {
      assessmentId: record.id,
      version: record.version,
      reason: '补录',
      ...dates(from, until),
    });
  }
}
