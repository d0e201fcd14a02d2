import { Inject, Injectable } from '@nestjs/common';
import { InputError, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, idempotent, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { BookingRepository } from './booking.repository.js';
import { ChecklistRepository } from './checklist.repository.js';
import { admissionItems, reservationItems, settle, type Override } from './checklist.rules.js';
import type { StayEntity } from './stay.entities.js';
import { StayRepository } from './stay.repository.js';
import { assertDeedDay, assertOrder, nextStatus } from './stay.rules.js';

interface Retryable {
  readonly idempotencyKey?: string | null | undefined;
}

export interface ReserveBed extends Retryable {
  readonly centerId: string;
  readonly residentId: string;
  readonly bedId: string;
  readonly fromOn: LocalDate;
  /** When it is known, others may reserve the days after. */
  readonly untilOn?: LocalDate | null | undefined;
  readonly note?: string | null | undefined;
}

export interface AdmitResident extends Retryable {
  readonly centerId: string;
  readonly residentId: string;
  readonly bedId: string;
  readonly on: LocalDate;
  readonly expectedUntilOn?: LocalDate | null | undefined;
  readonly note?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly overrides?: readonly Override[] | null | undefined;
  /** A reservation that becomes the stay; its bed may be another one. */
  readonly reservationId?: string | null | undefined;
}

export interface CancelReservation {
  readonly stayId: string;
  readonly version: number;
  readonly reason?: string | null | undefined;
}

/** How a stay begins. */
@Injectable()
export class StayService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stays: StayRepository,
    private readonly bookings: BookingRepository,
    private readonly checklists: ChecklistRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async reserve(scope: Scope, input: ReserveBed): Promise<string> {
    return await this.once(scope, 'reserveBed', input, async (tx) => {
      const today = this.clock.today();
      if (input.fromOn < today) {
        throw new InputError([{ path: 'fromOn', rule: 'notInPast', params: { today } }]);
      }
      assertOrder({ on: input.fromOn }, { path: 'untilOn', on: input.untilOn });
      await this.lock(tx, input, [input.bedId]);
      const about = { ...input, on: input.fromOn };
      const papers = await this.checklists.papers(tx, about);
      settle(reservationItems(papers, await this.checklists.room(tx, about)), []);
      const { centerId, residentId, bedId, fromOn, untilOn = null, note = null } = input;
      const stay = await this.stays.add(
        tx,
        { centerId, residentId, bedId, fromOn, untilOn, note, status: 'RESERVED' },
        { action: 'reserve' },
      );
      await this.bookings.rebook(tx, [stay]);
      return stay.id;
    });
  }

  async cancelReservation(scope: Scope, input: CancelReservation): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const stay = await this.stays.get(tx, input.stayId, input.version);
      const status = nextStatus(stay, 'cancel');
      await this.lock(tx, stay, [stay.bedId]);
      const deed = { action: 'cancel', reason: input.reason };
      await this.bookings.rebook(tx, [await this.stays.change(tx, stay, { to: { status }, deed })]);
      return stay.id;
    });
  }

  /** The bed is taken in the transaction of the admission: nobody is admitted without one. */
  async admit(scope: Scope, input: AdmitResident): Promise<string> {
    return await this.once(scope, 'admitResident', input, async (tx) => {
      assertDeedDay(input, this.clock.today());
      assertOrder({ on: input.on }, { path: 'expectedUntilOn', on: input.expectedUntilOn });
      const reservation = await this.reservationOf(tx, input);
      await this.lock(tx, input, [input.bedId, ...(reservation ? [reservation.bedId] : [])]);
      const papers = await this.checklists.papers(tx, input);
      const items = admissionItems(papers, await this.checklists.room(tx, input));
      const checklist = settle(items, input.overrides ?? []);
      const stay = await this.begin(tx, { input, reservation, checklist });
      await this.bookings.rebook(tx, [stay]);
      return stay.id;
    });
  }

  private async begin(
    tx: Tx,
    admission: {
      readonly input: AdmitResident;
      readonly reservation: StayEntity | null;
      readonly checklist: StayEntity['checklist'];
    },
  ): Promise<StayEntity> {
    const { input, reservation, checklist } = admission;
    const { centerId, residentId, bedId, note = null } = input;
    const expectedUntilOn = plannedEnd(input, reservation);
    const deed = { action: 'admit', reason: input.reason };
    const values = { bedId, fromOn: input.on, untilOn: null, expectedUntilOn, note, checklist };
    return reservation
      ? await this.stays.change(tx, reservation, {
          to: { ...values, status: nextStatus(reservation, 'admit') },
          deed,
        })
      : await this.stays.add(tx, { ...values, centerId, residentId, status: 'ACTIVE' }, deed);
  }

  private async reservationOf(tx: Tx, input: AdmitResident): Promise<StayEntity | null> {
    if (!input.reservationId) {
      return null;
    }
    const reservation = await this.stays.get(tx, input.reservationId);
    if (reservation.residentId !== input.residentId) {
      throw new InputError([{ path: 'reservationId', rule: 'otherResident' }]);
    }
    nextStatus(reservation, 'admit');
    return reservation;
  }

  private async lock(
    tx: Tx,
    at: { readonly centerId: string; readonly residentId: string },
    beds: readonly string[],
  ): Promise<void> {
    await this.bookings.lock(tx, { centerId: at.centerId, beds, residents: [at.residentId] });
  }

  private async once(
    scope: Scope,
    operation: string,
    input: Retryable,
    work: (tx: Tx) => Promise<string>,
  ): Promise<string> {
    const { idempotencyKey: key, ...rest } = input;
    return await this.unitOfWork.run(scope, async (tx) =>
      idempotent(tx, { key, operation, input: rest }, async () => work(tx)),
    );
  }
}

/** A reservation that names its last day goes on as a plan; a stay itself ends when somebody leaves. */
function plannedEnd(input: AdmitResident, reservation: StayEntity | null): LocalDate | null {
  if (input.expectedUntilOn !== undefined) {
    return input.expectedUntilOn;
  }
  const reservedUntil = reservation?.untilOn ?? null;
  return reservedUntil !== null && reservedUntil > input.on ? reservedUntil : null;
}
