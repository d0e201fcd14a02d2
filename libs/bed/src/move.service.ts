import { Inject, Injectable } from '@nestjs/common';
import { InputError, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { BookingRepository } from './booking.repository.js';
import type { StayEntity } from './stay.entities.js';
import { StayRepository } from './stay.repository.js';
import { assertDeedDay, assertOrder, nextStatus } from './stay.rules.js';

export interface TransferResident {
  readonly stayId: string;
  readonly version: number;
  readonly bedId: string;
  readonly on: LocalDate;
  readonly reason?: string | null | undefined;
}

export interface SwapBeds {
  readonly stayId: string;
  readonly version: number;
  readonly otherStayId: string;
  readonly otherVersion: number;
  readonly on: LocalDate;
  readonly reason?: string | null | undefined;
}

/** How people change beds within the house. The spell goes on: a change of bed is no discharge. */
@Injectable()
export class MoveService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stays: StayRepository,
    private readonly bookings: BookingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The id of the stay in the new bed. */
  async transfer(scope: Scope, input: TransferResident): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertDeedDay(input, this.clock.today());
      const stay = await this.stays.get(tx, input.stayId, input.version);
      assertOrder({ on: stay.fromOn }, { path: 'on', on: input.on });
      if (stay.bedId === input.bedId) {
        throw new InputError([{ path: 'bedId', rule: 'sameBed' }]);
      }
      const { centerId, residentId } = stay;
      const beds = [stay.bedId, input.bedId];
      await this.bookings.lock(tx, { centerId, beds, residents: [residentId] });
      const deed = { action: 'transfer', reason: input.reason };
      const [left, entered] = await this.move(tx, stay, { ...input, endKind: 'TRANSFER', deed });
      await this.bookings.rebook(tx, [left, entered]);
      return entered.id;
    });
  }

  /** Two people change places on one day, or neither does. */
  async swap(scope: Scope, input: SwapBeds): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertDeedDay(input, this.clock.today());
      const one = await this.stays.get(tx, input.stayId, input.version);
      const two = await this.stays.get(tx, input.otherStayId, input.otherVersion);
      if (one.id === two.id || one.centerId !== two.centerId) {
        throw new InputError([{ path: 'otherStayId', rule: 'otherPerson' }]);
      }
      for (const stay of [one, two]) {
        assertOrder({ on: stay.fromOn }, { path: 'on', on: input.on });
      }
      await this.bookings.lock(tx, {
        centerId: one.centerId,
        beds: [one.bedId, two.bedId],
        residents: [one.residentId, two.residentId],
      });
      const deed = { action: 'swap', reason: input.reason };
      const how = { on: input.on, endKind: 'SWAP' as const, deed };
      const [oneLeft, oneEntered] = await this.move(tx, one, { ...how, bedId: two.bedId });
      const [twoLeft, twoEntered] = await this.move(tx, two, { ...how, bedId: one.bedId });
      await this.bookings.rebook(tx, [oneLeft, twoLeft, oneEntered, twoEntered]);
      return oneEntered.id;
    });
  }

  private async move(
    tx: Tx,
    stay: StayEntity,
    to: {
      readonly bedId: string;
      readonly on: LocalDate;
      readonly endKind: 'TRANSFER' | 'SWAP';
      readonly deed: { readonly action: string; readonly reason?: string | null | undefined };
    },
  ): Promise<[StayEntity, StayEntity]> {
    const { bedId, on, endKind, deed } = to;
    const status = nextStatus(stay, 'transfer');
    const left = await this.stays.change(tx, stay, {
      to: { status, untilOn: on, endKind },
      deed,
    });
    const { centerId, residentId, spellId, expectedUntilOn, checklist } = stay;
    const entered = await this.stays.add(
      tx,
      {
        centerId,
        residentId,
        spellId,
        expectedUntilOn,
        checklist,
        bedId,
        fromOn: on,
        status: 'ACTIVE',
      },
      deed,
    );
    return [left, entered];
  }
}
