import { Inject, Injectable } from '@nestjs/common';
import { InputError, type Clock, type FieldProblem, type LocalDate } from '@yibu/kernel';
import { CLOCK, UnitOfWork, type Scope, type Tx } from '@yibu/platform';

import { BookingRepository } from './booking.repository.js';
import { ChecklistBlocked, type ChecklistItem } from './checklist.rules.js';
import type { StayEntity } from './stay.entities.js';
import { StayRepository } from './stay.repository.js';
import {
  assertReason,
  covers,
  nextStatus,
  refuseWhen,
  spellSpan,
  type EndKind,
  type StaySource,
} from './stay.rules.js';

export interface CorrectStay {
  readonly stayId: string;
  readonly version: number;
  readonly fromOn?: LocalDate | null | undefined;
  readonly untilOn?: LocalDate | null | undefined;
  readonly bedId?: string | null | undefined;
  readonly expectedUntilOn?: LocalDate | null | undefined;
  readonly reason: string;
}

export interface RecordStay {
  readonly centerId: string;
  readonly residentId: string;
  readonly bedId: string;
  readonly fromOn: LocalDate;
  readonly untilOn?: LocalDate | null | undefined;
  readonly endKind?: 'DISCHARGE' | 'DEATH' | null | undefined;
  readonly source?: StaySource;
  readonly note?: string | null | undefined;
  readonly reason: string;
}

/** Facts that come late, and facts that were wrong. The version before stays readable. */
@Injectable()
export class CorrectionService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stays: StayRepository,
    private readonly bookings: BookingRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Where the stay touches another one of its spell, both move: a person is never between two beds. */
  async correct(scope: Scope, input: CorrectStay): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      assertReason(input.reason);
      const stay = await this.stays.get(tx, input.stayId, input.version);
      nextStatus(stay, 'correct');
      const spell = await this.stays.spell(tx, stay.spellId);
      const plan = planCorrection(stay, spell, { input, today: this.clock.today() });
      const { centerId, residentId } = stay;
      const beds = plan.map(({ before }) => before.bedId);
      const wanted = input.bedId == null ? beds : [...beds, input.bedId];
      await this.bookings.lock(tx, { centerId, beds: wanted, residents: [residentId] });
      await this.assertAbsencesInside(tx, stay, applied(spell, plan));
      const deed = { action: 'correct', reason: input.reason };
      const changed: StayEntity[] = [];
      for (const { before, to } of plan) {
        changed.push(await this.stays.change(tx, before, { to, deed }));
      }
      if (stay.endKind === 'DEATH' && input.untilOn && input.untilOn !== stay.untilOn) {
        await this.stays.setDied(tx, residentId, { from: stay.untilOn, to: input.untilOn });
      }
      await this.bookings.rebook(tx, changed);
      return stay.id;
    });
  }

  /** A stay of the past that was never entered here, open or ended. */
  async recordStay(scope: Scope, input: RecordStay): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => (await this.record(tx, input)).id);
  }

  /** For a list that comes in as a whole: many records, one transaction. */
  async record(tx: Tx, input: RecordStay): Promise<StayEntity> {
    assertReason(input.reason);
    const { centerId, residentId, bedId, fromOn, untilOn = null, note = null } = input;
    assertPast({ fromOn, untilOn }, this.clock.today());
    await this.bookings.lock(tx, { centerId, beds: [bedId], residents: [residentId] });
    const endKind: EndKind | null = untilOn === null ? null : (input.endKind ?? 'DISCHARGE');
    const stay = await this.stays.add(
      tx,
      {
        centerId,
        residentId,
        bedId,
        fromOn,
        untilOn,
        endKind,
        note,
        source: input.source ?? 'ENTERED',
        status: untilOn === null ? 'ACTIVE' : 'ENDED',
      },
      { action: 'record', reason: input.reason },
    );
    if (endKind === 'DEATH') {
      await this.stays.setDied(tx, residentId, { from: null, to: untilOn });
    }
    await this.bookings.rebook(tx, [stay]);
    return stay;
  }

  private async assertAbsencesInside(
    tx: Tx,
    stay: StayEntity,
    spell: readonly StayEntity[],
  ): Promise<void> {
    const span = spellSpan(spell);
    const outside = (await this.stays.absences(tx, stay.residentId)).filter(
      (absence) =>
        absence.stayId === stay.spellId &&
        (span === null || !covers(span, { from: absence.fromOn, until: absence.untilOn })),
    );
    if (outside.length > 0) {
      throw new ChecklistBlocked(
        outside.map((absence): ChecklistItem => ({
          code: 'ABSENCE_OUTSIDE',
          state: 'OPEN',
          mayOverride: false,
          target: { kind: 'ABSENCE', id: absence.id, part: null },
          params: { from: absence.fromOn },
        })),
      );
    }
  }
}

interface Change {
  readonly before: StayEntity;
  readonly to: Partial<StayEntity>;
}

/** What changes in which stay of the spell. Throws InputError when a neighbour would be swallowed. */
export function planCorrection(
  stay: StayEntity,
  spell: readonly StayEntity[],
  wish: { readonly input: CorrectStay; readonly today: LocalDate },
): Change[] {
  const { input } = wish;
  const at = spell.findIndex(({ id }) => id === stay.id);
  const [before, after] = [spell[at - 1], spell[at + 1]];
  const { fromOn, untilOn } = newSpan(stay, wish);
  assertNeighbours({ fromOn, untilOn }, before, after);
  const to: Partial<StayEntity> = {
    fromOn,
    untilOn,
    bedId: input.bedId ?? stay.bedId,
    expectedUntilOn:
      input.expectedUntilOn === undefined ? stay.expectedUntilOn : input.expectedUntilOn,
  };
  const changes: Change[] = [];
  if (before && fromOn !== stay.fromOn && before.untilOn === stay.fromOn) {
    changes.push({ before, to: { untilOn: fromOn } });
  }
  changes.push({ before: stay, to });
  if (after && untilOn !== null && untilOn !== stay.untilOn && after.fromOn === stay.untilOn) {
    changes.push({ before: after, to: { fromOn: untilOn } });
  }
  return changes;
}

function newSpan(
  stay: StayEntity,
  wish: { readonly input: CorrectStay; readonly today: LocalDate },
): { readonly fromOn: LocalDate; readonly untilOn: LocalDate | null } {
  const { input, today } = wish;
  if (stay.status === 'ACTIVE' && input.untilOn) {
    throw new InputError([{ path: 'untilOn', rule: 'stillHere' }]);
  }
  const fromOn = input.fromOn ?? stay.fromOn;
  const untilOn = stay.status === 'ACTIVE' ? null : (input.untilOn ?? stay.untilOn);
  if (stay.status === 'RESERVED') {
    assertOrderOf({ fromOn, untilOn });
  } else {
    assertPast({ fromOn, untilOn }, today);
  }
  return { fromOn, untilOn };
}

function assertNeighbours(
  span: { readonly fromOn: LocalDate; readonly untilOn: LocalDate | null },
  before: StayEntity | undefined,
  after: StayEntity | undefined,
): void {
  const problems: FieldProblem[] = [];
  if (before && span.fromOn < before.fromOn) {
    problems.push({ path: 'fromOn', rule: 'notBefore', params: { limit: before.fromOn } });
  }
  if (after?.untilOn && span.untilOn !== null && span.untilOn > after.untilOn) {
    problems.push({ path: 'untilOn', rule: 'notAfter', params: { limit: after.untilOn } });
  }
  refuseWhen(problems);
}

function assertOrderOf(span: {
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}): void {
  if (span.untilOn !== null && span.untilOn < span.fromOn) {
    refuseWhen([{ path: 'untilOn', rule: 'notBefore', params: { limit: span.fromOn } }]);
  }
}

function assertPast(
  span: { readonly fromOn: LocalDate; readonly untilOn: LocalDate | null },
  today: LocalDate,
): void {
  const problems: FieldProblem[] = [];
  if (span.fromOn > today) {
    problems.push({ path: 'fromOn', rule: 'notInFuture', params: { today } });
  }
  if (span.untilOn !== null && span.untilOn > today) {
    problems.push({ path: 'untilOn', rule: 'notInFuture', params: { today } });
  }
  refuseWhen(problems);
  assertOrderOf(span);
}

const applied = (spell: readonly StayEntity[], plan: readonly Change[]): StayEntity[] =>
  spell.map((stay) => ({ ...stay, ...plan.find(({ before }) => before.id === stay.id)?.to }));
