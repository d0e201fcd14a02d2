import { Inject, Injectable } from '@nestjs/common';
import { isLevelOf, SCALES, type ScaleId } from '@yibu/assessment';
import { InputError, type Clock, type LocalDate } from '@yibu/kernel';
import {
  changesOf,
  CLOCK,
  idempotent,
  newId,
  type Scope,
  type Tx,
  UnitOfWork,
} from '@yibu/platform';

import { AssessmentEntity } from './assessment.entity.js';
import { AssessmentRepository, type AssessedResident } from './assessment.repository.js';
import { assertAssessedOn, assertCorrects, type AssessmentKind } from './assessment.rules.js';

export interface ExternalResult {
  readonly residentId: string;
  readonly kind: AssessmentKind;
  readonly scale: ScaleId;
  /** As the paper says; a level, or a score where the scale has no levels. */
  readonly level: number;
  readonly issuer: string;
  readonly externalNumber?: string | null | undefined;
  readonly assessedOn: LocalDate;
  /** The first day the paper no longer holds, when it says one. */
  readonly validUntil?: LocalDate | null | undefined;
  readonly note?: string | null | undefined;
  readonly correctsId?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

/** Results on somebody else's paper: entered as they stand, never scored or converted, accepted like any other. */
@Injectable()
export class ExternalResultService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: AssessmentRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async enter(scope: Scope, input: ExternalResult): Promise<AssessmentEntity> {
    const id = await this.unitOfWork.run(scope, async (tx) => {
      const request = { key: input.idempotencyKey, operation: 'enterExternalResult', input };
      return await idempotent(tx, request, async () => (await this.enterIn(tx, input)).id);
    });
    return await this.records.get(this.unitOfWork.read(scope), id);
  }

  /** For work that enters many in its own transaction. */
  async enterIn(tx: Tx, input: ExternalResult): Promise<AssessmentEntity> {
    const resident = await this.records.lockResident(tx, input.residentId);
    assertAssessedOn(input.assessedOn, resident, this.clock.today());
    assertResult(input);
    if (input.correctsId) {
      assertCorrects(await this.records.get(tx, input.correctsId), resident);
    }
    const record = await this.newRecord(tx, resident, input);
    await this.records.insert(tx, record);
    const { number, scale, kind, proposedLevel, issuer, assessedOn, validUntil, correctsId } =
      record;
    tx.audit({
      entity: 'assessment',
      entityId: record.id,
      centerId: record.centerId,
      action: 'enterExternal',
      changes: changesOf({
        number,
        scale,
        kind,
        level: proposedLevel,
        issuer,
        assessedOn,
        validUntil,
        correctsId,
      }),
    });
    return record;
  }

  private async newRecord(
    tx: Tx,
    resident: AssessedResident,
    input: ExternalResult,
  ): Promise<AssessmentEntity> {
    const now = this.clock.now();
    return Object.assign(new AssessmentEntity(), {
      id: newId(),
      centerId: resident.centerId,
      residentId: resident.id,
      number: await this.records.nextNumber(tx, resident.centerId, input.assessedOn),
      origin: 'EXTERNAL',
      scale: input.scale,
      kind: input.kind,
      status: 'SIGNED',
      assessedOn: input.assessedOn,
      answers: {},
      background: {},
      proposedLevel: input.level,
      issuer: input.issuer.trim(),
      externalNumber: input.externalNumber ?? null,
      validUntil: input.validUntil ?? null,
      note: input.note ?? null,
      correctsId: input.correctsId ?? null,
      createdBy: tx.scope.userId,
      createdAt: now,
      updatedAt: now,
      version: 1,
    } satisfies Partial<AssessmentEntity>);
  }
}

function assertResult(input: ExternalResult): void {
  if (!isLevelOf(input.scale, input.level)) {
    const { min, max, step } = SCALES[input.scale];
    throw new InputError([{ path: 'level', rule: 'levelOfScale', params: { min, max, step } }]);
  }
  if (input.issuer.trim() === '') {
    throw new InputError([{ path: 'issuer', rule: 'isNotEmpty' }]);
  }
  if (input.validUntil && input.validUntil <= input.assessedOn) {
    throw new InputError([
      { path: 'validUntil', rule: 'after', params: { limit: input.assessedOn } },
    ]);
  }
}
