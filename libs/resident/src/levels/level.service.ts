import { Inject, Injectable } from '@nestjs/common';
import { InputError, type Clock, type DateInterval, type LocalDate } from '@yibu/kernel';
import { CLOCK, idempotent, requireRow, type Scope, type Tx, UnitOfWork } from '@yibu/platform';

import { AssessmentEntity } from './assessment.entity.js';
import { AssessmentRepository, type AssessedResident } from './assessment.repository.js';
import { nextStatus, type AssessmentStatus } from './assessment.rules.js';
import type { AssessmentWithReason } from './assessment.service.js';
import type { LevelPeriodEntity } from './level-period.entity.js';
import { LevelPeriodRepository } from './level-period.repository.js';
import {
  assertNotFarAhead,
  assertReason,
  needsReason,
  wantedInterval,
} from './level-period.rules.js';
import { LevelWriter, sourceOf } from './level.writer.js';

/** Validity is said, never assumed: an end, or the word that there is none. */
export interface WantedDates {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly isOpenEnded: boolean;
}

export interface AcceptLevel extends WantedDates {
  readonly assessmentId: string;
  readonly version: number;
  readonly reason?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface CorrectPeriod extends WantedDates {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
}

/** A result only proposes. Here a senior user turns it into a level with dates, or does not. */
@Injectable()
export class LevelService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: AssessmentRepository,
    private readonly periods: LevelPeriodRepository,
    private readonly writer: LevelWriter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async history(scope: Scope, residentId: string): Promise<LevelPeriodEntity[]> {
    const db = this.unitOfWork.read(scope);
    const periods = await this.periods.ofResident(db, residentId);
    if (periods.length === 0) {
      await requireRow(db, { table: 'resident', entity: 'resident', id: residentId });
    }
    return periods;
  }

  async accept(scope: Scope, input: AcceptLevel): Promise<LevelPeriodEntity> {
    const id = await this.unitOfWork.run(scope, async (tx) => {
      const request = { key: input.idempotencyKey, operation: 'acceptLevel', input };
      return await idempotent(tx, request, async () => (await this.acceptIn(tx, input)).id);
    });
    return await this.periods.get(this.unitOfWork.read(scope), id);
  }

  /** For work that accepts many in its own transaction, such as a roster with levels. */
  async acceptIn(tx: Tx, input: AcceptLevel): Promise<LevelPeriodEntity> {
    const seen = await this.records.get(tx, input.assessmentId);
    const resident = await this.records.lockResident(tx, seen.residentId);
    const record = await this.records.getForUpdate(tx, input.assessmentId);
    const status = nextStatus(record, 'accept');
    const wanted = wantedInterval(input);
    this.assertDates(wanted, resident);
    const reason = textOrNull(input.reason);
    await this.withdrawCorrected(tx, record, reason);
    const source = sourceOf(record);
    const placement = await this.writer.placementOf(tx, source, wanted);
    const acceptance = { assessedOn: record.assessedOn, wanted, today: this.clock.today() };
    assertReason(record.correctsId !== null || needsReason(acceptance, placement), reason);
    const period = await this.writer.place(tx, source, { placement, reason });
    await this.decide(tx, record, { status, version: input.version, reason });
    return period;
  }

  async reject(scope: Scope, input: AssessmentWithReason): Promise<AssessmentEntity> {
    assertReason(true, input.reason);
    await this.unitOfWork.run(scope, async (tx) => {
      const record = await this.records.getForUpdate(tx, input.id);
      const status = nextStatus(record, 'reject');
      await this.decide(tx, record, { status, version: input.version, reason: input.reason });
    });
    return await this.records.get(this.unitOfWork.read(scope), input.id);
  }

  /** Other dates for the same result. The level itself changes only by a new report. */
  async correct(scope: Scope, input: CorrectPeriod): Promise<LevelPeriodEntity> {
    const wanted = wantedInterval(input);
    assertReason(true, input.reason);
    const id = await this.unitOfWork.run(scope, async (tx) => {
      const { period: old, resident } = await this.takeBack(tx, input);
      this.assertDates(wanted, resident);
      const source = { ...old, replacesId: old.id };
      const placement = await this.writer.placementOf(tx, source, wanted);
      return (await this.writer.place(tx, source, { placement, reason: input.reason })).id;
    });
    return await this.periods.get(this.unitOfWork.read(scope), id);
  }

  /** A level that should never have been: it no longer counts, and stays visible with the reason. */
  async revoke(scope: Scope, input: AssessmentWithReason): Promise<LevelPeriodEntity> {
    assertReason(true, input.reason);
    await this.unitOfWork.run(scope, async (tx) => {
      await this.takeBack(tx, input);
    });
    return await this.periods.get(this.unitOfWork.read(scope), input.id);
  }

  private async takeBack(
    tx: Tx,
    input: AssessmentWithReason,
  ): Promise<{ period: LevelPeriodEntity; resident: AssessedResident }> {
    const seen = await this.periods.get(tx, input.id);
    const resident = await this.records.lockResident(tx, seen.residentId);
    const period = await this.periods.getLive(tx, input);
    await this.writer.supersede(tx, period, input.reason);
    return { period, resident };
  }

  /** The level of a report that this one corrects no longer counts, from its first day on. */
  private async withdrawCorrected(
    tx: Tx,
    record: AssessmentEntity,
    reason: string | null,
  ): Promise<void> {
    if (record.correctsId === null) {
      return;
    }
    const corrected = await this.periods.liveOfAssessment(tx, record.correctsId);
    if (corrected !== null) {
      await this.writer.supersede(tx, corrected, reason);
    }
  }

  private assertDates(wanted: DateInterval, { bornOn, diedOn }: AssessedResident): void {
    assertNotFarAhead(wanted.from, this.clock.today());
    if (diedOn !== null && wanted.from > diedOn) {
      throw new InputError([{ path: 'from', rule: 'beforeDeath', params: { diedOn } }]);
    }
    if (wanted.from < bornOn) {
      throw new InputError([{ path: 'from', rule: 'afterBirth', params: { bornOn } }]);
    }
  }

  private async decide(
    tx: Tx,
    record: AssessmentEntity,
    decision: {
      readonly status: AssessmentStatus;
      readonly version: number;
      readonly reason: string | null;
    },
  ): Promise<void> {
    const { status, version, reason } = decision;
    const now = this.clock.now();
    await tx.update(
      AssessmentEntity,
      { id: record.id, version },
      {
        status,
        decidedBy: tx.scope.userId,
        decidedName: tx.scope.userName,
        decidedAt: now,
        decisionReason: reason,
        updatedAt: now,
      },
    );
    tx.audit({
      entity: 'assessment',
      entityId: record.id,
      centerId: record.centerId,
      action: status === 'ACCEPTED' ? 'accept' : 'reject',
      changes: [{ field: 'status', from: record.status, to: status }],
      reason,
    });
  }
}

function textOrNull(text: string | null | undefined): string | null {
  const trimmed = (text ?? '').trim();
  return trimmed === '' ? null : trimmed;
}
