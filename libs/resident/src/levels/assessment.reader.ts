import { Injectable } from '@nestjs/common';
import { AppError } from '@yibu/kernel';
import { type Db, type Scope, UnitOfWork } from '@yibu/platform';

import type { AssessmentEntity } from './assessment.entity.js';
import type { AssessedPersonView, Assessment } from './assessment.graphql.js';
import { AssessmentRepository } from './assessment.repository.js';
import { toAssessment } from './assessment.view.js';

/** Reports together with the person they are about, as screens and the printed report show them. */
@Injectable()
export class AssessmentReader {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: AssessmentRepository,
  ) {}

  async byId(scope: Scope, id: string): Promise<Assessment> {
    const db = this.unitOfWork.read(scope);
    return await this.withPerson(db, await this.records.get(db, id));
  }

  async show(scope: Scope, record: AssessmentEntity): Promise<Assessment> {
    return await this.withPerson(this.unitOfWork.read(scope), record);
  }

  async ofResident(scope: Scope, residentId: string): Promise<Assessment[]> {
    const db = this.unitOfWork.read(scope);
    const person = await this.person(db, residentId);
    const records = await this.records.ofResident(db, residentId);
    return records.map((record) => toAssessment(record, person));
  }

  private async withPerson(db: Db, record: AssessmentEntity): Promise<Assessment> {
    return toAssessment(record, await this.person(db, record.residentId));
  }

  private async person(db: Db, id: string): Promise<AssessedPersonView> {
    const row = await db.row<AssessedPersonView>(
      `SELECT id, name, sex, born_on AS bornOn, died_on AS diedOn, nation,
              IF(id_last4 IS NULL, NULL, CONCAT(REPEAT('*', 14), id_last4)) AS idNumberMasked
       FROM resident WHERE id = ? AND center_id IN (?)`,
      [id, db.centers],
    );
    if (row === null) {
      throw new AppError('NOT_FOUND', `No resident ${id} within the caller's centers`, {
        entity: 'resident',
        id,
      });
    }
    return row;
  }
}
