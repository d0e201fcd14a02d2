import { Inject, Injectable } from '@nestjs/common';
import {
  assessAbility,
  problemsOfAnswers,
  problemsOfBackground,
  type AbilityResult,
  type Answers,
  type Background,
} from '@yibu/assessment';
import { AppError, InputError, type Clock, type LocalDate } from '@yibu/kernel';
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
import {
  assertAssessedOn,
  assertCorrects,
  assertMayAssess,
  nextStatus,
  signatureEvent,
  type AssessmentKind,
} from './assessment.rules.js';
import { draftChanges } from './draft-changes.js';

export interface StartAssessment {
  readonly residentId: string;
  readonly kind: AssessmentKind;
  readonly assessedOn: LocalDate;
  readonly correctsId?: string | null | undefined;
  readonly idempotencyKey?: string | null | undefined;
}

export interface AssessmentAt {
  readonly id: string;
  readonly version: number;
}

export interface SaveDraft extends AssessmentAt {
  readonly assessedOn: LocalDate;
  readonly place: string | null;
  readonly answers: Answers;
  readonly background: Background;
}

export interface AssessmentWithReason extends AssessmentAt {
  readonly reason: string;
}

/** The form of GB/T 42195-2022 from the first tick to the second signature. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: AssessmentRepository,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async get(scope: Scope, id: string): Promise<AssessmentEntity> {
    return await this.records.get(this.unitOfWork.read(scope), id);
  }

  async ofResident(scope: Scope, residentId: string): Promise<AssessmentEntity[]> {
    return await this.records.ofResident(this.unitOfWork.read(scope), residentId);
  }

  /** An open form of the same kind is refused with ASSESSMENT_OPEN: it is to be continued, not doubled. */
  async start(scope: Scope, input: StartAssessment): Promise<AssessmentEntity> {
    assertMayAssess(input.kind, scope.organizationKind);
    const id = await this.unitOfWork.run(scope, async (tx) => {
      const request = { key: input.idempotencyKey, operation: 'startAssessment', input };
      return await idempotent(tx, request, async () => await this.startIn(tx, input));
    });
    return await this.get(scope, id);
  }

  private async startIn(tx: Tx, input: StartAssessment): Promise<string> {
    const resident = await this.records.lockResident(tx, input.residentId);
    assertAssessedOn(input.assessedOn, resident, this.clock.today());
    if (input.correctsId) {
      assertCorrects(await this.records.get(tx, input.correctsId), resident);
    }
    const record = await this.newDraft(tx, resident, input);
    await this.records.insert(tx, record);
    tx.audit({
      entity: 'assessment',
      entityId: record.id,
      centerId: record.centerId,
      action: 'start',
      changes: changesOf({
        number: record.number,
        kind: record.kind,
        assessedOn: record.assessedOn,
        correctsId: record.correctsId,
      }),
    });
    return record.id;
  }

  private async newDraft(
    tx: Tx,
    resident: AssessedResident,
    input: StartAssessment,
  ): Promise<AssessmentEntity> {
    const now = this.clock.now();
    return Object.assign(new AssessmentEntity(), {
      id: newId(),
      centerId: resident.centerId,
      residentId: resident.id,
      number: await this.records.nextNumber(tx, resident.centerId, input.assessedOn),
      origin: 'FORM',
      scale: 'GBT42195',
      kind: input.kind,
      status: 'DRAFT',
      openKey: `${resident.id}:${input.kind}`,
      assessedOn: input.assessedOn,
      answers: {},
      background: await this.records.knownBackground(tx, resident.id),
      correctsId: input.correctsId ?? null,
      createdBy: tx.scope.userId,
      createdAt: now,
      updatedAt: now,
      version: 1,
    } satisfies Partial<AssessmentEntity>);
  }

  /** The whole form as it stands; what is missing does not matter yet, what cannot be on the form does. */
  async save(scope: Scope, input: SaveDraft): Promise<AssessmentEntity> {
    assertOnTheForm(input);
    return await this.change(scope, input, async (tx, record) => {
      nextStatus(record, 'save');
      const resident = await this.records.lockResident(tx, record.residentId);
      assertAssessedOn(input.assessedOn, resident, this.clock.today());
      const { assessedOn, place, answers, background } = input;
      return {
        changes: { assessedOn, place, answers, background },
        audit: { action: 'save', changes: draftChanges(record, input) },
      };
    });
  }

  /** First hand: everything is there and nothing contradicts. Second hand: another person has seen the same. */
  async sign(scope: Scope, input: AssessmentAt): Promise<AssessmentEntity> {
    return await this.change(scope, input, async (tx, record) => {
      const event = signatureEvent(record, scope.userId);
      const status = nextStatus(record, event);
      const at = this.clock.now();
      const audit = {
        action: event,
        changes: [{ field: 'status', from: record.status, to: status }],
      };
      if (event === 'countersign') {
        const signature = {
          assessor2Id: scope.userId,
          assessor2Name: scope.userName,
          assessor2At: at,
        };
        return { changes: { ...signature, status, openKey: null }, audit };
      }
      const result = await this.score(tx, record);
      const signature = {
        assessor1Id: scope.userId,
        assessor1Name: scope.userName,
        assessor1At: at,
      };
      return {
        changes: { ...signature, status, result, proposedLevel: result.finalLevel },
        audit: {
          ...audit,
          changes: [
            ...audit.changes,
            ...changesOf({ total: result.total, proposedLevel: result.finalLevel }),
          ],
        },
      };
    });
  }

  private async score(tx: Tx, record: AssessmentEntity): Promise<AbilityResult> {
    const settings = await this.records.countySettings(tx, record.centerId);
    const outcome = assessAbility(record, settings.levelStacking ?? 'ONE_STEP');
    if (outcome.kind === 'ASSESSED') {
      return outcome.result;
    }
    const { missing, contradictions } = outcome.refusal;
    const codes = contradictions.map((found) => found.code);
    throw new AppError(
      missing.length > 0 ? 'ASSESSMENT_INCOMPLETE' : 'ASSESSMENT_CONTRADICTORY',
      `Assessment ${record.id}: ${missing.length} missing, ${codes.length} contradictions`,
      { id: record.id, missing, contradictions: codes },
    );
  }

  /** The second assessor, or the first, sends the form back: the first signature falls. */
  async reopen(scope: Scope, input: AssessmentWithReason): Promise<AssessmentEntity> {
    return await this.change(scope, input, (_tx, record) => {
      const status = nextStatus(record, 'reopen');
      return Promise.resolve({
        changes: {
          status,
          result: null,
          proposedLevel: null,
          assessor1Id: null,
          assessor1Name: null,
          assessor1At: null,
        },
        audit: {
          action: 'reopen',
          changes: [{ field: 'assessor1', from: record.assessor1Name, to: null }],
          reason: input.reason,
        },
      });
    });
  }

  async discard(scope: Scope, input: AssessmentWithReason): Promise<AssessmentEntity> {
    return await this.change(scope, input, (_tx, record) => {
      const status = nextStatus(record, 'discard');
      return Promise.resolve({
        changes: { status, openKey: null },
        audit: {
          action: 'discard',
          changes: [{ field: 'status', from: record.status, to: status }],
          reason: input.reason,
        },
      });
    });
  }

  private async change(
    scope: Scope,
    at: AssessmentAt,
    decide: (tx: Tx, record: AssessmentEntity) => Promise<Change>,
  ): Promise<AssessmentEntity> {
    await this.unitOfWork.run(scope, async (tx) => {
      const record = await this.records.getForUpdate(tx, at.id);
      const { changes, audit } = await decide(tx, record);
      await tx.update(AssessmentEntity, at, { ...changes, updatedAt: this.clock.now() });
      tx.audit({ entity: 'assessment', entityId: record.id, centerId: record.centerId, ...audit });
    });
    return await this.get(scope, at.id);
  }
}

interface Change {
  readonly changes: Partial<AssessmentEntity>;
  readonly audit: {
    readonly action: string;
    readonly changes: ReturnType<typeof changesOf>;
    readonly reason?: string;
  };
}

function assertOnTheForm(input: SaveDraft): void {
  const problems = [...problemsOfAnswers(input.answers), ...problemsOfBackground(input.background)];
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}
