import { Inject, Injectable } from '@nestjs/common';
import { assert, type Clock, type DateInterval } from '@yibu/kernel';
import { changesBetween, changesOf, CLOCK, newId, type Tx } from '@yibu/platform';

import type { AssessmentEntity } from './assessment.entity.js';
import { LevelPeriodEntity } from './level-period.entity.js';
import { intervalOf, LevelPeriodRepository } from './level-period.repository.js';
import { placePeriod, type Placement } from './level-period.rules.js';

/** Where a period comes from: a report, or an earlier version of itself. */
export type PeriodSource = Pick<
  LevelPeriodEntity,
  'centerId' | 'residentId' | 'assessmentId' | 'scale' | 'kind' | 'level' | 'replacesId'
>;

export function sourceOf(record: AssessmentEntity): PeriodSource {
  const { id, centerId, residentId, scale, kind, proposedLevel } = record;
  assert(proposedLevel !== null, 'a signed report proposes a level');
  return {
    centerId,
    residentId,
    assessmentId: id,
    scale,
    kind,
    level: proposedLevel,
    replacesId: null,
  };
}

/** Writes decided levels. A row is never rewritten, only superseded by another, so both versions stay. */
@Injectable()
export class LevelWriter {
  constructor(
    private readonly periods: LevelPeriodRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Where `wanted` would stand among the live periods of its series. */
  async placementOf(tx: Tx, source: PeriodSource, wanted: DateInterval): Promise<Placement> {
    const live = await this.periods.live(tx, source);
    return placePeriod(
      live.map((period) => ({ id: period.id, ...intervalOf(period) })),
      wanted,
    );
  }

  async place(
    tx: Tx,
    source: PeriodSource,
    { placement, reason }: { readonly placement: Placement; readonly reason: string | null },
  ): Promise<LevelPeriodEntity> {
    for (const { id, remains } of placement.displaced) {
      const old = await this.periods.get(tx, id);
      await this.supersede(tx, old, reason);
      if (remains !== null) {
        await this.insert(tx, { ...old, replacesId: old.id }, { interval: remains, reason });
      }
    }
    return await this.insert(tx, source, { interval: placement.placed, reason });
  }

  async supersede(tx: Tx, period: LevelPeriodEntity, reason: string | null): Promise<void> {
    await this.periods.supersede(tx, period, { at: this.clock.now(), reason });
    tx.audit({
      entity: 'level_period',
      entityId: period.id,
      centerId: period.centerId,
      action: 'supersede',
      changes: changesBetween({ counts: true }, { counts: false }, ['counts']),
      reason,
    });
  }

  private async insert(
    tx: Tx,
    source: PeriodSource,
    { interval, reason }: { readonly interval: DateInterval; readonly reason: string | null },
  ): Promise<LevelPeriodEntity> {
    const { centerId, residentId, assessmentId, scale, kind, level, replacesId } = source;
    const period = Object.assign(new LevelPeriodEntity(), {
      id: newId(),
      centerId,
      residentId,
      assessmentId,
      scale,
      kind,
      level,
      fromOn: interval.from,
      untilOn: interval.until,
      replacesId,
      reason,
      createdBy: tx.scope.userId,
      createdName: tx.scope.userName,
      createdAt: this.clock.now(),
      supersededAt: null,
      supersededName: null,
      supersededReason: null,
      version: 1,
    } satisfies LevelPeriodEntity);
    await this.periods.insert(tx, period);
    const { fromOn, untilOn } = period;
    tx.audit({
      entity: 'level_period',
      entityId: period.id,
      centerId,
      action: replacesId === null ? 'create' : 'replace',
      changes: changesOf({ scale, kind, level, fromOn, untilOn, replacesId }),
      reason,
    });
    return period;
  }
}
