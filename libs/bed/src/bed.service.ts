import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, newId, UnitOfWork, type Scope, type Tx } from '@yibu/platform';
import { In } from 'typeorm';

import { BookingRepository, notFound } from './booking.repository.js';
import { BedEntity, BedRepairEntity } from './place.entities.js';
import { assertOrder, assertReason } from './stay.rules.js';

export interface TakeBedOutOfUse {
  readonly bedId: string;
  readonly fromOn: LocalDate;
  readonly untilOn?: LocalDate | null | undefined;
  readonly reason: string;
}

/** A bed goes in and out of use with a date; never under somebody who lies in it. */
@Injectable()
export class BedService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly bookings: BookingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async startRepair(scope: Scope, input: TakeBedOutOfUse): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertReason(input.reason);
      const { fromOn, untilOn = null, reason } = input;
      assertOrder({ on: fromOn }, { path: 'untilOn', on: untilOn });
      const bed = await this.lock(tx, input.bedId);
      await this.bookings.assertVacant(tx, bed, { from: fromOn, until: untilOn });
      const open = await this.openRepair(tx, bed.id);
      if (open && (untilOn === null || untilOn > open.fromOn)) {
        throw new AppError('BED_OUT_OF_USE', `Bed ${bed.id} is in repair`, {
          bed: bed.label,
          state: 'IN_REPAIR',
          from: open.fromOn,
          until: null,
        });
      }
      const id = newId();
      const { centerId } = bed;
      await tx.insert(BedRepairEntity, {
        id,
        centerId,
        bedId: bed.id,
        fromOn,
        untilOn,
        reason,
        version: 1,
      });
      this.record(tx, bed, { action: 'startRepair', reason, from: fromOn, until: untilOn });
      return bed.id;
    });
  }

  async endRepair(
    scope: Scope,
    input: { readonly bedId: string; readonly on: LocalDate },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const bed = await this.lock(tx, input.bedId);
      const repair = await this.openRepair(tx, bed.id);
      if (!repair) {
        throw new AppError('STAY_STATE_REFUSED', `Bed ${bed.id} is not in repair`, {
          status: 'IN_USE',
          event: 'endRepair',
        });
      }
      assertOrder({ on: repair.fromOn }, { path: 'on', on: input.on });
      await tx.update(BedRepairEntity, repair, { untilOn: input.on });
      this.record(tx, bed, { action: 'endRepair', from: repair.fromOn, until: input.on });
      return bed.id;
    });
  }

  async close(
    scope: Scope,
    input: { readonly bedId: string; readonly on: LocalDate; readonly reason: string },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertReason(input.reason);
      const bed = await this.lock(tx, input.bedId);
      assertOrder({ on: bed.openedOn }, { path: 'on', on: input.on });
      await this.bookings.assertVacant(tx, bed, { from: input.on, until: null });
      await tx.update(BedEntity, bed, { closedOn: input.on });
      this.record(tx, bed, { action: 'close', reason: input.reason, from: input.on, until: null });
      return bed.id;
    });
  }

  async reopen(
    scope: Scope,
    input: { readonly bedId: string; readonly reason: string },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertReason(input.reason);
      const bed = await this.lock(tx, input.bedId);
      if (bed.closedOn === null) {
        throw new InputError([{ path: 'bedId', rule: 'closedBed' }]);
      }
      await tx.update(BedEntity, bed, { closedOn: null });
      const today = this.clock.today();
      this.record(tx, bed, { action: 'reopen', reason: input.reason, from: today, until: null });
      return bed.id;
    });
  }

  private async lock(tx: Tx, id: string): Promise<BedEntity> {
    const found = await this.get(tx, id);
    await this.bookings.lock(tx, { centerId: found.centerId, beds: [id], residents: [] });
    return await this.get(tx, id);
  }

  private async get(tx: Tx, id: string): Promise<BedEntity> {
    const bed = await tx.manager.findOneBy(BedEntity, { id, centerId: In([...tx.centers]) });
    if (!bed) {
      throw notFound('bed', id);
    }
    return bed;
  }

  /** The repair without an end, or with one that has not come yet. */
  private async openRepair(tx: Tx, bedId: string): Promise<BedRepairEntity | null> {
    const repairs = await tx.manager.find(BedRepairEntity, {
      where: { bedId, centerId: In([...tx.centers]) },
      order: { fromOn: 'DESC', id: 'DESC' },
    });
    const today = this.clock.today();
    return repairs.find(({ untilOn }) => untilOn === null || untilOn > today) ?? null;
  }

  private record(
    tx: Tx,
    bed: BedEntity,
    deed: {
      readonly action: string;
      readonly reason?: string;
      readonly from: LocalDate;
      readonly until: LocalDate | null;
    },
  ): void {
    tx.audit({
      entity: 'bed',
      entityId: bed.id,
      centerId: bed.centerId,
      action: deed.action,
      changes: [
        { field: 'from', from: null, to: deed.from },
        { field: 'until', from: null, to: deed.until },
      ],
      reason: deed.reason ?? null,
    });
  }
}
