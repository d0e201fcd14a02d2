import { Inject, Injectable } from '@nestjs/common';
import { AppError, overlaps, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, idempotent, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { BookingRepository } from './booking.repository.js';
import type { AbsenceEntity, StayEntity } from './stay.entities.js';
import { StayRepository } from './stay.repository.js';
import {
  assertDeedDay,
  assertReason,
  covers,
  nextStatus,
  refuseWhen,
  spellSpan,
  type AbsenceKind,
} from './stay.rules.js';

export interface StartAbsence {
  readonly stayId: string;
  readonly kind: AbsenceKind;
  readonly fromOn: LocalDate;
  readonly plannedUntilOn?: LocalDate | null | undefined;
  /** When the person is back already. */
  readonly untilOn?: LocalDate | null | undefined;
  readonly note?: string | null | undefined;
  /** Unsaid when it begins: kept. Unsaid in a correction: as it was. */
  readonly bedHeld?: boolean | null | undefined;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface EndAbsence {
  readonly absenceId: string;
  readonly version: number;
  readonly on: LocalDate;
  readonly reason?: string | null | undefined;
}

export interface CorrectAbsence {
  readonly absenceId: string;
  readonly version: number;
  readonly kind: AbsenceKind;
  readonly fromOn: LocalDate;
  readonly plannedUntilOn?: LocalDate | null | undefined;
  readonly untilOn?: LocalDate | null | undefined;
  readonly note?: string | null | undefined;
  /** Unsaid when it begins: kept. Unsaid in a correction: as it was. */
  readonly bedHeld?: boolean | null | undefined;
  readonly reason: string;
}

interface Days {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly plannedUntilOn: LocalDate | null;
}

/** Home leave and hospital: the bed stays theirs, the nights do not count as here. */
@Injectable()
export class AbsenceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stays: StayRepository,
    private readonly bookings: BookingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async start(scope: Scope, input: StartAbsence): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { idempotencyKey: key, ...rest } = input;
      return await idempotent(tx, { key, operation: 'startAbsence', input: rest }, async () => {
        assertDeedDay({ on: input.fromOn, reason: input.reason }, this.clock.today());
        return (await this.record(tx, input)).id;
      });
    });
  }

  /** For a list that comes in as a whole, and for `start`. */
  async record(tx: Tx, input: Omit<StartAbsence, 'idempotencyKey'>): Promise<AbsenceEntity> {
    const stay = await this.stays.get(tx, input.stayId);
    nextStatus(stay, 'leave');
    const days = daysOf(input);
    assertDays(days, this.clock.today());
    await this.assertFits(tx, stay, { days, exceptId: null });
    const { centerId, residentId, spellId } = stay;
    return await this.stays.addAbsence(
      tx,
      {
        centerId,
        residentId,
        stayId: spellId,
        kind: input.kind,
        ...days,
        reason: input.note ?? null,
        bedHeld: input.bedHeld ?? true,
      },
      { action: 'startAbsence', reason: input.reason },
    );
  }

  async end(scope: Scope, input: EndAbsence): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertDeedDay(input, this.clock.today());
      const absence = await this.stays.absence(tx, input.absenceId, input.version);
      assertOpen(absence);
      if (input.on <= absence.fromOn) {
        refuseWhen([{ path: 'on', rule: 'after', params: { limit: absence.fromOn } }]);
      }
      const days = { ...daysOf(absence), untilOn: input.on };
      assertDays(days, this.clock.today());
      await this.assertFits(tx, await this.stays.get(tx, absence.stayId), {
        days,
        exceptId: absence.id,
      });
      const deed = { action: 'endAbsence', reason: input.reason };
      await this.stays.changeAbsence(tx, absence, { to: { untilOn: input.on }, deed });
      return absence.id;
    });
  }

  async correct(scope: Scope, input: CorrectAbsence): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertReason(input.reason);
      const absence = await this.stays.absence(tx, input.absenceId, input.version);
      assertNotCancelled(absence);
      const days = daysOf(input);
      assertDays(days, this.clock.today());
      const stay = await this.stays.get(tx, absence.stayId);
      await this.assertFits(tx, stay, { days, exceptId: absence.id });
      const { kind, note = null, bedHeld } = input;
      const to = { kind, ...days, reason: note, bedHeld: bedHeld ?? absence.bedHeld };
      const deed = { action: 'correct', reason: input.reason };
      await this.stays.changeAbsence(tx, absence, { to, deed });
      return absence.id;
    });
  }

  async cancel(
    scope: Scope,
    input: { readonly absenceId: string; readonly version: number; readonly reason: string },
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertReason(input.reason);
      const absence = await this.stays.absence(tx, input.absenceId, input.version);
      assertNotCancelled(absence);
      await this.lockPerson(tx, absence);
      const deed = { action: 'cancel', reason: input.reason };
      await this.stays.changeAbsence(tx, absence, {
        to: { cancelledAt: this.clock.now() },
        deed,
      });
      return absence.id;
    });
  }

  /** Inside the spell, and nobody is away twice at a time. Under the lock of the person. */
  private async assertFits(
    tx: Tx,
    stay: StayEntity,
    absence: { readonly days: Days; readonly exceptId: string | null },
  ): Promise<void> {
    await this.lockPerson(tx, stay);
    const span = { from: absence.days.fromOn, until: absence.days.untilOn };
    const spell = spellSpan(await this.stays.spell(tx, stay.spellId));
    if (spell === null || !covers(spell, span)) {
      throw new AppError('ABSENCE_OUTSIDE_STAY', `Absence outside the spell ${stay.spellId}`, {
        from: spell?.from ?? null,
        until: spell?.until ?? null,
      });
    }
    const others = await this.stays.absences(tx, stay.residentId);
    const other = others.find(
      ({ id, fromOn, untilOn }) =>
        id !== absence.exceptId && overlaps({ from: fromOn, until: untilOn }, span),
    );
    if (other) {
      throw new AppError('ABSENCE_OVERLAP', `Absence ${other.id} covers the same days`, {
        absenceId: other.id,
        kind: other.kind,
        from: other.fromOn,
        until: other.untilOn,
      });
    }
  }

  private async lockPerson(
    tx: Tx,
    at: { readonly centerId: string; readonly residentId: string },
  ): Promise<void> {
    await this.bookings.lock(tx, {
      centerId: at.centerId,
      beds: [],
      residents: [at.residentId],
    });
  }
}

const daysOf = (input: {
  readonly fromOn: LocalDate;
  readonly plannedUntilOn?: LocalDate | null | undefined;
  readonly untilOn?: LocalDate | null | undefined;
}): Days => ({
  fromOn: input.fromOn,
  untilOn: input.untilOn ?? null,
  plannedUntilOn: input.plannedUntilOn ?? null,
});

function assertDays(days: Days, today: LocalDate): void {
  const { fromOn, untilOn, plannedUntilOn } = days;
  refuseWhen([
    ...(fromOn > today ? [{ path: 'fromOn', rule: 'notInFuture', params: { today } }] : []),
    ...(untilOn !== null && untilOn > today
      ? [{ path: 'untilOn', rule: 'notInFuture', params: { today } }]
      : []),
    // Out and back on one day is a walk, not an absence.
    ...(untilOn !== null && untilOn <= fromOn
      ? [{ path: 'untilOn', rule: 'after', params: { limit: fromOn } }]
      : []),
    ...(plannedUntilOn !== null && plannedUntilOn <= fromOn
      ? [{ path: 'plannedUntilOn', rule: 'after', params: { limit: fromOn } }]
      : []),
  ]);
}

function assertNotCancelled(absence: AbsenceEntity): void {
  if (absence.cancelledAt !== null) {
    throw new AppError('STAY_STATE_REFUSED', `Absence ${absence.id} is cancelled`, {
      status: 'CANCELLED',
      event: 'leave',
    });
  }
}

function assertOpen(absence: AbsenceEntity): void {
  assertNotCancelled(absence);
  if (absence.untilOn !== null) {
    throw new AppError('STAY_STATE_REFUSED', `Absence ${absence.id} has ended`, {
      status: 'ENDED',
      event: 'leave',
    });
  }
}
