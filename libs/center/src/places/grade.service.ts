import { Inject, Injectable } from '@nestjs/common';
import { AppError, InputError, type Clock } from '@yibu/kernel';
import {
  changesBetween,
  changesOf,
  CLOCK,
  FieldCrypto,
  newId,
  UnitOfWork,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { BankAccountEntity, CenterGradeEntity } from './place.entities.js';
import type {
  AddCenterGradeInput,
  BankAccount,
  CenterGrade,
  CorrectCenterGradeInput,
  SetBankAccountInput,
} from './place.graphql.js';
import { findBankAccount, listGrades } from './place.queries.js';
import { assertOneGrade } from './place.rules.js';

const GRADE_FIELDS = ['scheme', 'grade', 'issuer', 'fromOn', 'untilOn'] as const;

/** What a claim reads of the center itself: its evaluated grade, and where the money goes. */
@Injectable()
export class GradeService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly crypto: FieldCrypto,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(scope: Scope, input: AddCenterGradeInput): Promise<CenterGrade> {
    return await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(input.centerId);
      const grade = { ...gradeFields(input), id: newId(), centerId: input.centerId };
      await this.check(tx, grade);
      await tx.insert(CenterGradeEntity, grade);
      tx.audit({
        entity: 'centerGrade',
        entityId: grade.id,
        centerId: input.centerId,
        action: 'create',
        changes: changesOf(gradeFields(input)),
      });
      return await this.find(tx, input.centerId, grade.id);
    });
  }

  /** A mistake in a grade is mended with a reason; both versions stay in the history. */
  async correct(scope: Scope, input: CorrectCenterGradeInput): Promise<CenterGrade> {
    return await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(input.centerId);
      const before = await this.find(tx, input.centerId, input.id);
      const after = gradeFields(input);
      await this.check(tx, { ...after, id: input.id, centerId: input.centerId });
      await tx.update(CenterGradeEntity, input, after);
      tx.audit({
        entity: 'centerGrade',
        entityId: input.id,
        centerId: input.centerId,
        action: 'correct',
        changes: changesBetween(before, after, GRADE_FIELDS),
        reason: input.reason,
      });
      return await this.find(tx, input.centerId, input.id);
    });
  }

  async bankAccount(scope: Scope, centerId: string): Promise<BankAccount | null> {
    return await findBankAccount(this.unitOfWork.read(scope), centerId, this.clock.today());
  }

  async setBankAccount(scope: Scope, input: SetBankAccountInput): Promise<BankAccount> {
    return await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(input.centerId);
      // Two at once would leave two accounts that are both the payee's.
      await tx.rows('SELECT id FROM center WHERE id = ? FOR UPDATE', [input.centerId]);
      const before = await findBankAccount(tx, input.centerId, this.clock.today());
      const id = newId();
      const number = input.number.replace(/ /g, '');
      const county = await tx.row<{ code: string }>(
        'SELECT county_code AS code FROM center WHERE id = ?',
        [input.centerId],
      );
      const numberCipher = await this.crypto.encrypt(
        { countyCode: county?.code ?? '', table: 'bank_account', column: 'number', rowId: id },
        number,
      );
      await tx.execute(
        // Whoever ran the center before is still paid for its months, to its own account.
        'UPDATE bank_account SET ended_at = ? WHERE center_id = ? AND organization_id = ? AND ended_at IS NULL',
        [this.clock.now(), input.centerId, scope.organizationId],
      );
      await tx.insert(BankAccountEntity, {
        id,
        centerId: input.centerId,
        organizationId: scope.organizationId,
        holderName: input.holderName.trim(),
        bankName: input.bankName.trim(),
        numberCipher,
        numberLast4: number.slice(-4),
        createdAt: this.clock.now(),
      });
      const after = await findBankAccount(tx, input.centerId, this.clock.today());
      if (!after) {
        throw new AppError('NOT_FOUND', 'bank account', { entity: 'bankAccount', id });
      }
      const fields = ['holderName', 'bankName', 'numberMasked'] as const;
      tx.audit({
        entity: 'center',
        entityId: input.centerId,
        centerId: input.centerId,
        action: 'setBankAccount',
        changes: before
          ? changesBetween(before, after, fields)
          : changesOf({ holderName: after.holderName, numberMasked: after.numberMasked }),
        reason: input.reason,
      });
      return after;
    });
  }

  private async check(
    tx: Tx,
    grade: ReturnType<typeof gradeFields> & { id: string; centerId: string },
  ): Promise<void> {
    if (grade.untilOn !== null && grade.untilOn <= grade.fromOn) {
      throw new InputError([{ path: 'untilOn', rule: 'isAfterFrom' }]);
    }
    await tx.rows('SELECT id FROM center WHERE id = ? FOR UPDATE', [grade.centerId]);
    const others = await listGrades(tx, grade.centerId);
    assertOneGrade(
      others.filter(({ scheme }) => scheme === grade.scheme),
      grade,
    );
  }

  private async find(tx: Tx, centerId: string, id: string): Promise<CenterGrade> {
    const grade = (await listGrades(tx, centerId)).find((candidate) => candidate.id === id);
    if (!grade) {
      throw new AppError('NOT_FOUND', `grade ${id}`, { entity: 'centerGrade', id });
    }
    return grade;
  }
}

function gradeFields(input: AddCenterGradeInput): Pick<CenterGrade, (typeof GRADE_FIELDS)[number]> {
  return {
    scheme: input.scheme.trim(),
    grade: input.grade.trim(),
    issuer: input.issuer ?? null,
    fromOn: input.fromOn,
    untilOn: input.untilOn ?? null,
  };
}
