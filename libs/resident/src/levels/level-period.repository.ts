import { Injectable } from '@nestjs/common';
import type { ScaleId } from '@yibu/assessment';
import { AppError, type DateInterval } from '@yibu/kernel';
import { type Db, isDuplicate, type Tx } from '@yibu/platform';
import { In, IsNull } from 'typeorm';

import type { AssessmentKind } from './assessment.rules.js';
import { LevelPeriodEntity } from './level-period.entity.js';

/** Levels of one person, one scale and one kind must not overlap. */
export interface LevelSeries {
  readonly residentId: string;
  readonly scale: ScaleId;
  readonly kind: AssessmentKind;
}

const OPEN_END = '9999-12-31';

@Injectable()
export class LevelPeriodRepository {
  async live(db: Db, series: LevelSeries): Promise<LevelPeriodEntity[]> {
    const { residentId, scale, kind } = series;
    return await db.manager.find(LevelPeriodEntity, {
      where: { residentId, scale, kind, centerId: In([...db.centers]), supersededAt: IsNull() },
      order: { fromOn: 'ASC' },
    });
  }

  async get(db: Db, id: string): Promise<LevelPeriodEntity> {
    const period = await db.manager.findOne(LevelPeriodEntity, {
      where: { id, centerId: In([...db.centers]) },
    });
    if (!period) {
      throw new AppError('NOT_FOUND', `No level period ${id} within the caller's centers`, {
        entity: 'level_period',
        id,
      });
    }
    return period;
  }

  /** The version the caller saw, if it still counts. */
  async getLive(
    tx: Tx,
    at: { readonly id: string; readonly version: number },
  ): Promise<LevelPeriodEntity> {
    const period = await this.get(tx, at.id);
    if (period.supersededAt !== null || period.version !== at.version) {
      throw new AppError('STALE_VERSION', `level_period ${at.id} no longer counts`, {
        entity: 'level_period',
        id: at.id,
      });
    }
    return period;
  }

  async liveOfAssessment(db: Db, assessmentId: string): Promise<LevelPeriodEntity | null> {
    return await db.manager.findOne(LevelPeriodEntity, {
      where: { assessmentId, centerId: In([...db.centers]), supersededAt: IsNull() },
    });
  }

  /** Superseded versions included; the newest decision first. */
  async ofResident(db: Db, residentId: string): Promise<LevelPeriodEntity[]> {
    return await db.manager.find(LevelPeriodEntity, {
      where: { residentId, centerId: In([...db.centers]) },
      order: { fromOn: 'DESC', createdAt: 'DESC', id: 'DESC' },
    });
  }

  async insert(tx: Tx, period: LevelPeriodEntity): Promise<void> {
    await tx.insert(LevelPeriodEntity, period);
    try {
      await tx.execute(
        `INSERT INTO level_span (level_period_id, center_id, resident_id, scale, kind, d_from, d_until)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [
          period.id,
          period.centerId,
          period.residentId,
          period.scale,
          period.kind,
          period.fromOn,
          period.untilOn ?? OPEN_END,
        ],
      );
    } catch (error) {
      if (isDuplicate(error)) {
        throw new AppError(
          'LEVEL_OVERLAP',
          `Level ${period.id} overlaps another of resident ${period.residentId}`,
          { residentId: period.residentId, scale: period.scale, kind: period.kind },
          { cause: error },
        );
      }
      throw error;
    }
  }

  async supersede(
    tx: Tx,
    period: LevelPeriodEntity,
    by: { readonly at: Date; readonly reason: string | null },
  ): Promise<void> {
    await tx.update(
      LevelPeriodEntity,
      { id: period.id, version: period.version },
      { supersededAt: by.at, supersededName: tx.scope.userName, supersededReason: by.reason },
    );
    await tx.execute('DELETE FROM level_span WHERE level_period_id = ? AND center_id IN (?)', [
      period.id,
      tx.centers,
    ]);
  }
}

export const intervalOf = (period: LevelPeriodEntity): DateInterval => ({
  from: period.fromOn,
  until: period.untilOn,
});
