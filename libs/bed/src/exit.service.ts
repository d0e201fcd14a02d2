import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { BookingRepository } from './booking.repository.js';
import { ChecklistRepository } from './checklist.repository.js';
import {
  ChecklistBlocked,
  deathItems,
  dischargeItems,
  settle,
  type ChecklistItem,
  type Override,
} from './checklist.rules.js';
import type { StayEntity } from './stay.entities.js';
import { StayRepository } from './stay.repository.js';
import { assertDeedDay, assertOrder, assertReason, nextStatus } from './stay.rules.js';

export interface EndStay {
  readonly stayId: string;
  readonly version: number;
  readonly on: LocalDate;
  readonly note?: string | null | undefined;
  readonly reason?: string | null | undefined;
  readonly overrides?: readonly Override[] | null | undefined;
}

export interface UndoStay {
  readonly stayId: string;
  readonly version: number;
  readonly reason: string;
}

/** How a stay ends, and how a mistaken beginning or end is taken back. */
@Injectable()
export class ExitService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stays: StayRepository,
    private readonly bookings: BookingRepository,
    private readonly checklists: ChecklistRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async discharge(scope: Scope, input: EndStay): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const stay = await this.load(tx, input);
      const status = nextStatus(stay, 'discharge');
      await this.lock(tx, [stay]);
      const papers = await this.checklists.papers(tx, {
        residentId: stay.residentId,
        on: input.on,
        exceptStayId: stay.id,
      });
      settle(dischargeItems(papers), input.overrides ?? []);
      await this.endAbsences(tx, stay, input.on);
      const to = { status, untilOn: input.on, endKind: 'DISCHARGE' as const, ...noteOf(input) };
      const deed = { action: 'discharge', reason: input.reason };
      await this.bookings.rebook(tx, [await this.stays.change(tx, stay, { to, deed })]);
      return stay.id;
    });
  }

  /** One record of a death: it ends the stay and every open leave, and gives up what was reserved. */
  async recordDeath(scope: Scope, input: EndStay): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const stay = await this.load(tx, input);
      const { residentId } = stay;
      const status = nextStatus(stay, 'die');
      const reserved = await this.stays.ofResident(tx, residentId, ['RESERVED']);
      await this.lock(tx, [stay, ...reserved]);
      const about = { residentId, on: input.on, exceptStayId: stay.id };
      settle(deathItems(await this.checklists.papers(tx, about)), input.overrides ?? []);
      await this.endAbsences(tx, stay, input.on);
      const deed = { action: 'die', reason: input.reason };
      const to = { status, untilOn: input.on, endKind: 'DEATH' as const, ...noteOf(input) };
      const changed = [await this.stays.change(tx, stay, { to, deed })];
      for (const reservation of reserved) {
        const given = { status: nextStatus(reservation, 'cancel') };
        changed.push(await this.stays.change(tx, reservation, { to: given, deed }));
      }
      await this.stays.setDied(tx, residentId, { from: null, to: input.on });
      await this.bookings.rebook(tx, changed);
      return stay.id;
    });
  }

  /** Also takes back a transfer: then the person is in the bed from before again. */
  async undoAdmission(scope: Scope, input: UndoStay): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertReason(input.reason);
      const stay = await this.stays.get(tx, input.stayId, input.version);
      const status = nextStatus(stay, 'undoAdmission');
      const before = await this.stayBefore(tx, stay);
      await this.lock(tx, before ? [stay, before] : [stay]);
      if (!before) {
        await this.assertNoAbsence(tx, stay);
      }
      const deed = { action: 'undoAdmission', reason: input.reason };
      const changed = [await this.stays.change(tx, stay, { to: { status }, deed })];
      if (before) {
        const to = { status: 'ACTIVE' as const, untilOn: null, endKind: null };
        changed.push(await this.stays.change(tx, before, { to, deed }));
      }
      await this.bookings.rebook(tx, changed);
      return before?.id ?? stay.id;
    });
  }

  async undoEnd(scope: Scope, input: UndoStay): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertReason(input.reason);
      const stay = await this.stays.get(tx, input.stayId, input.version);
      const status = nextStatus(stay, 'undoEnd');
      if (stay.endKind !== 'DISCHARGE' && stay.endKind !== 'DEATH') {
        // A transfer is taken back from its other side: the stay that it began.
        throw new AppError('STAY_STATE_REFUSED', `Stay ${stay.id} ended by ${stay.endKind}`, {
          status: stay.status,
          event: 'undoEnd',
        });
      }
      await this.lock(tx, [stay]);
      if (stay.endKind === 'DEATH') {
        await this.stays.setDied(tx, stay.residentId, { from: stay.untilOn, to: null });
      }
      const deed = { action: 'undoEnd', reason: input.reason };
      const to = { status, untilOn: null, endKind: null };
      await this.bookings.rebook(tx, [await this.stays.change(tx, stay, { to, deed })]);
      return stay.id;
    });
  }

  private async load(tx: Tx, input: EndStay): Promise<StayEntity> {
    assertDeedDay(input, this.clock.today());
    const stay = await this.stays.get(tx, input.stayId, input.version);
    assertOrder({ on: stay.fromOn }, { path: 'on', on: input.on });
    return stay;
  }

  private async lock(tx: Tx, stays: readonly StayEntity[]): Promise<void> {
    const [first] = stays;
    if (first) {
      await this.bookings.lock(tx, {
        centerId: first.centerId,
        beds: stays.map(({ bedId }) => bedId),
        residents: [first.residentId],
      });
    }
  }

  private async endAbsences(tx: Tx, stay: StayEntity, on: LocalDate): Promise<void> {
    const open = (await this.stays.absences(tx, stay.residentId)).filter(
      (absence) => absence.stayId === stay.spellId && absence.untilOn === null,
    );
    for (const absence of open) {
      // Away for no night at all is no absence.
      const to = absence.fromOn < on ? { untilOn: on } : { cancelledAt: this.clock.now() };
      await this.stays.changeAbsence(tx, absence, { to, deed: { action: 'endAbsence' } });
    }
  }

  private async stayBefore(tx: Tx, stay: StayEntity): Promise<StayEntity | null> {
    const spell = await this.stays.spell(tx, stay.spellId);
    const before = spell.filter(
      (other) => other.id !== stay.id && other.status === 'ENDED' && other.untilOn === stay.fromOn,
    );
    return before.at(-1) ?? null;
  }

  private async assertNoAbsence(tx: Tx, stay: StayEntity): Promise<void> {
    const absences = await this.stays.absences(tx, stay.residentId);
    const items = absences
      .filter((absence) => absence.stayId === stay.spellId)
      .map((absence): ChecklistItem => ({
        code: 'ABSENCE_OUTSIDE',
        state: 'OPEN',
        mayOverride: false,
        target: { kind: 'ABSENCE', id: absence.id, part: null },
        params: { from: absence.fromOn },
      }));
    if (items.length > 0) {
      throw new ChecklistBlocked(items);
    }
  }
}

const noteOf = (input: EndStay): { note?: string } => (input.note ? { note: input.note } : {});
