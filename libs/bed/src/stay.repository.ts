import { Inject, Injectable } from '@nestjs/common';
import { AppError, assert, type Clock, type LocalDate } from '@yibu/kernel';
import { changesBetween, changesOf, CLOCK, newId, type Db, type Tx } from '@yibu/platform';
import { In } from 'typeorm';

import { notFound } from './booking.repository.js';
import { AbsenceEntity, StayEntity, StayRevisionEntity } from './stay.entities.js';
import type { StayStatus } from './stay.rules.js';

const STAY_FIELDS = [
  'status',
  'bedId',
  'fromOn',
  'untilOn',
  'expectedUntilOn',
  'endKind',
  'note',
] as const;

const ABSENCE_FIELDS = [
  'kind',
  'fromOn',
  'plannedUntilOn',
  'untilOn',
  'reason',
  'bedHeld',
] as const;

export interface Deed {
  readonly action: string;
  readonly reason?: string | null | undefined;
}

@Injectable()
export class StayRepository {
  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** `version` is what the form has read; another one means somebody was quicker. */
  async get(db: Db, id: string, version?: number): Promise<StayEntity> {
    const stay = await db.manager.findOneBy(StayEntity, { id, centerId: In([...db.centers]) });
    if (!stay) {
      throw notFound('stay', id);
    }
    if (version !== undefined && stay.version !== version) {
      throw new AppError('STALE_VERSION', `stay ${id} is version ${stay.version}`, {
        entity: 'stay',
        id,
      });
    }
    return stay;
  }

  /** All that is not cancelled of one unbroken chain, in order. */
  async spell(db: Db, spellId: string): Promise<StayEntity[]> {
    return await db.manager.find(StayEntity, {
      where: {
        spellId,
        centerId: In([...db.centers]),
        status: In<StayStatus>(['ACTIVE', 'ENDED', 'RESERVED']),
      },
      order: { fromOn: 'ASC', id: 'ASC' },
    });
  }

  async ofResident(
    db: Db,
    residentId: string,
    statuses: readonly StayStatus[],
  ): Promise<StayEntity[]> {
    return await db.manager.find(StayEntity, {
      where: { residentId, centerId: In([...db.centers]), status: In([...statuses]) },
      order: { fromOn: 'ASC', id: 'ASC' },
    });
  }

  async add(tx: Tx, values: NewStay, deed: Deed): Promise<StayEntity> {
    const id = newId();
    const stay = {
      id,
      spellId: id,
      untilOn: null,
      expectedUntilOn: null,
      endKind: null,
      source: 'ENTERED' as const,
      checklist: null,
      note: null,
      ...values,
      createdAt: this.clock.now(),
      version: 1,
    };
    await tx.insert(StayEntity, stay);
    const { residentId, bedId, status, fromOn, untilOn, endKind } = stay;
    this.record(tx, stay, deed, changesOf({ residentId, bedId, status, fromOn, untilOn, endKind }));
    await this.revise(tx, stay, deed);
    return stay;
  }

  async change(
    tx: Tx,
    stay: StayEntity,
    change: { readonly to: Partial<StayEntity>; readonly deed: Deed },
  ): Promise<StayEntity> {
    const after: StayEntity = { ...stay, ...change.to, version: stay.version + 1 };
    await tx.update(StayEntity, stay, change.to);
    this.record(tx, stay, change.deed, changesBetween(stay, after, STAY_FIELDS));
    await this.revise(tx, after, change.deed);
    return after;
  }

  private record(
    tx: Tx,
    stay: StayEntity,
    deed: Deed,
    changes: ReturnType<typeof changesOf>,
  ): void {
    const { action, reason = null } = deed;
    const { centerId } = stay;
    tx.audit({ entity: 'stay', entityId: stay.id, centerId, action, changes, reason });
    // The person's own history tells where they lived.
    tx.audit({ entity: 'resident', entityId: stay.residentId, centerId, action, changes, reason });
  }

  private async revise(tx: Tx, stay: StayEntity, deed: Deed): Promise<void> {
    const { id: stayId, centerId, version, status, bedId, fromOn, untilOn, endKind } = stay;
    await tx.insert(StayRevisionEntity, {
      id: newId(),
      centerId,
      stayId,
      revision: version,
      action: deed.action,
      status,
      bedId,
      fromOn,
      untilOn,
      endKind,
      reason: deed.reason ?? null,
      recordedAt: this.clock.now(),
      recordedBy: tx.scope.userName,
    });
  }

  async absence(db: Db, id: string, version?: number): Promise<AbsenceEntity> {
    const absence = await db.manager.findOneBy(AbsenceEntity, {
      id,
      centerId: In([...db.centers]),
    });
    if (!absence) {
      throw notFound('absence', id);
    }
    if (version !== undefined && absence.version !== version) {
      throw new AppError('STALE_VERSION', `absence ${id} is version ${absence.version}`, {
        entity: 'absence',
        id,
      });
    }
    return absence;
  }

  async absences(db: Db, residentId: string): Promise<AbsenceEntity[]> {
    const rows = await db.manager.find(AbsenceEntity, {
      where: { residentId, centerId: In([...db.centers]) },
      order: { fromOn: 'ASC', id: 'ASC' },
    });
    return rows.filter(({ cancelledAt }) => cancelledAt === null);
  }

  async addAbsence(tx: Tx, values: NewAbsence, deed: Deed): Promise<AbsenceEntity> {
    const absence = {
      id: newId(),
      plannedUntilOn: null,
      untilOn: null,
      reason: null,
      bedHeld: true,
      ...values,
      cancelledAt: null,
      createdAt: this.clock.now(),
      version: 1,
    };
    await tx.insert(AbsenceEntity, absence);
    const { kind, fromOn, plannedUntilOn, untilOn, bedHeld } = absence;
    // Kept is the rule, and said by nobody.
    const said = { kind, fromOn, plannedUntilOn, untilOn, ...(bedHeld ? {} : { bedHeld }) };
    this.recordAbsence(tx, absence, deed, changesOf(said));
    return absence;
  }

  async changeAbsence(
    tx: Tx,
    absence: AbsenceEntity,
    change: { readonly to: Partial<AbsenceEntity>; readonly deed: Deed },
  ): Promise<AbsenceEntity> {
    const after: AbsenceEntity = { ...absence, ...change.to, version: absence.version + 1 };
    await tx.update(AbsenceEntity, absence, change.to);
    const changes = changesBetween(absence, after, ABSENCE_FIELDS);
    this.recordAbsence(tx, after, change.deed, changes);
    return after;
  }

  private recordAbsence(
    tx: Tx,
    absence: AbsenceEntity,
    deed: Deed,
    changes: ReturnType<typeof changesOf>,
  ): void {
    const { action, reason = null } = deed;
    const { id, centerId, residentId } = absence;
    tx.audit({ entity: 'absence', entityId: id, centerId, action, changes, reason });
    tx.audit({ entity: 'resident', entityId: residentId, centerId, action, changes, reason });
  }

  /** Ends and voids a death with its stay: one fact, one place, recorded where people look for it. */
  async setDied(
    tx: Tx,
    residentId: string,
    died: { readonly from: LocalDate | null; readonly to: LocalDate | null },
  ): Promise<void> {
    const changed = await tx.execute(
      'UPDATE resident SET died_on = ?, version = version + 1 WHERE id = ? AND center_id IN (?)',
      [died.to, residentId, tx.centers],
    );
    assert(changed === 1, 'the resident of a stay exists in the center of the stay');
  }
}

export type NewStay = Pick<StayEntity, 'centerId' | 'residentId' | 'bedId' | 'status' | 'fromOn'> &
  Partial<StayEntity>;

export type NewAbsence = Pick<
  AbsenceEntity,
  'centerId' | 'stayId' | 'residentId' | 'kind' | 'fromOn'
> &
  Partial<AbsenceEntity>;
