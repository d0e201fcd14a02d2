import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, type Clock, type FieldProblem, type LocalDate } from '@yibu/kernel';
import {
  changesBetween,
  changesOf,
  CLOCK,
  isDuplicate,
  newId,
  UnitOfWork,
  type AuditChange,
  type Scope,
} from '@yibu/platform';

import { ResidentDirectory } from '../person/resident-directory.js';
import { AGREEMENT_CLAUSES, type AgreementClause, type Relation } from '../resident.codes.js';
import { ServiceAgreementEntity } from './paper.entities.js';
import { findPaper } from './paper.store.js';

export type Clauses = Readonly<Partial<Record<AgreementClause, string>>>;

export interface AgreementDraft {
  readonly number: string;
  readonly signedOn: LocalDate;
  readonly fromOn: LocalDate;
  readonly untilOn?: LocalDate | null;
  readonly signer: string;
  readonly relation: Relation;
  /** What was agreed, clause by clause; an unsettled clause is absent. */
  readonly clauses: Clauses;
}

const FIELDS = ['number', 'signedOn', 'fromOn', 'untilOn', 'signer', 'relation'] as const;

/** Every clause but OTHER must be settled before somebody is admitted. */
export const openClauses = (clauses: Clauses): AgreementClause[] =>
  AGREEMENT_CLAUSES.filter((clause) => clause !== 'OTHER' && (clauses[clause] ?? '') === '');

@Injectable()
export class AgreementService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly directory: ResidentDirectory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async sign(scope: Scope, residentId: string, draft: AgreementDraft): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const { centerId } = await this.directory.lock(tx, residentId);
      const row = columnsOf(draft);
      try {
        await tx.insert(ServiceAgreementEntity, {
          ...row,
          id: newId(),
          centerId,
          residentId,
          createdAt: this.clock.now(),
        });
      } catch (error) {
        throw numberTaken(error, row.number);
      }
      tx.audit({
        entity: 'resident',
        entityId: residentId,
        centerId,
        action: 'signAgreement',
        changes: [...changesOf(fieldsOf(row)), ...clauseChanges({}, row.clauses)],
      });
      return residentId;
    });
  }

  async update(
    scope: Scope,
    at: { readonly id: string; readonly version: number; readonly reason: string },
    draft: AgreementDraft,
  ): Promise<string> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const before = await findPaper(tx, ServiceAgreementEntity, at.id);
      const after = columnsOf(draft);
      try {
        await tx.update(ServiceAgreementEntity, at, after);
      } catch (error) {
        throw numberTaken(error, after.number);
      }
      tx.audit({
        entity: 'resident',
        entityId: before.residentId,
        centerId: before.centerId,
        action: 'updateAgreement',
        changes: [
          ...changesBetween(before, after, FIELDS),
          ...clauseChanges(before.clauses, after.clauses),
        ],
        reason: at.reason,
      });
      return before.residentId;
    });
  }
}

const fieldsOf = (row: ReturnType<typeof columnsOf>): Record<string, string | null> =>
  Object.fromEntries(FIELDS.map((field) => [field, row[field]]));

function columnsOf(draft: AgreementDraft): {
  number: string;
  signedOn: LocalDate;
  fromOn: LocalDate;
  untilOn: LocalDate | null;
  signer: string;
  relation: Relation;
  clauses: Clauses;
} {
  const untilOn = draft.untilOn ?? null;
  const problems: FieldProblem[] = [
    ...(draft.number.trim() === '' ? [{ path: 'number', rule: 'isNotEmpty' }] : []),
    ...(draft.signer.trim() === '' ? [{ path: 'signer', rule: 'isNotEmpty' }] : []),
    ...(untilOn !== null && untilOn <= draft.fromOn
      ? [{ path: 'untilOn', rule: 'untilBeforeFrom' }]
      : []),
  ];
  if (problems.length > 0) {
    throw new InputError(problems);
  }
  const settled = AGREEMENT_CLAUSES.flatMap((clause) => {
    const text = (draft.clauses[clause] ?? '').trim();
    return text === '' ? [] : [[clause, text] as const];
  });
  return {
    number: draft.number.trim(),
    signedOn: draft.signedOn,
    fromOn: draft.fromOn,
    untilOn,
    signer: draft.signer.trim(),
    relation: draft.relation,
    clauses: Object.fromEntries(settled),
  };
}

function clauseChanges(before: Clauses, after: Clauses): AuditChange[] {
  return AGREEMENT_CLAUSES.flatMap((clause) => {
    const [from, to] = [before[clause] ?? null, after[clause] ?? null];
    return from === to ? [] : [{ field: `clause.${clause}`, from, to }];
  });
}

function numberTaken(error: unknown, number: string): unknown {
  return isDuplicate(error)
    ? new AppError('AGREEMENT_NUMBER_TAKEN', 'The number is on another agreement', { number })
    : error;
}
