import { Injectable } from '@nestjs/common';
import {
  problemsOfBackground,
  type Background,
  type BackgroundValue,
  type Stacking,
} from '@yibu/assessment';
import { AppError, type LocalDate } from '@yibu/kernel';
import { type Db, isDuplicate, type Tx } from '@yibu/platform';
import { In } from 'typeorm';

import { AssessmentEntity } from './assessment.entity.js';

/** The resident as the rules need them. */
export interface AssessedResident {
  readonly id: string;
  readonly centerId: string;
  readonly bornOn: LocalDate;
  readonly diedOn: LocalDate | null;
}

/** What a county has settled about assessments; it may not have. */
export interface AssessmentSettings {
  readonly assessmentValidMonths?: number | null;
  readonly levelStacking?: Stacking | null;
}

@Injectable()
export class AssessmentRepository {
  async get(db: Db, id: string): Promise<AssessmentEntity> {
    const record = await db.manager.findOne(AssessmentEntity, {
      where: { id, centerId: In([...db.centers]) },
    });
    return record ?? notFound('assessment', id);
  }

  async getForUpdate(tx: Tx, id: string): Promise<AssessmentEntity> {
    const record = await tx.manager.findOne(AssessmentEntity, {
      where: { id, centerId: In([...tx.centers]) },
      lock: { mode: 'pessimistic_write' },
    });
    return record ?? notFound('assessment', id);
  }

  /** Newest first; discarded drafts are left out. */
  async ofResident(db: Db, residentId: string): Promise<AssessmentEntity[]> {
    const records = await db.manager.find(AssessmentEntity, {
      where: { residentId, centerId: In([...db.centers]) },
      order: { assessedOn: 'DESC', id: 'DESC' },
      take: RECORDS_LIMIT,
    });
    return records.filter((record) => record.status !== 'DISCARDED');
  }

  /** Everything about a resident's levels waits on this row, so decisions on one person come one after another. */
  async lockResident(tx: Tx, residentId: string): Promise<AssessedResident> {
    const resident = await tx.row<AssessedResident>(
      `SELECT id, center_id AS centerId, born_on AS bornOn, died_on AS diedOn
       FROM resident WHERE id = ? AND center_id IN (?) FOR UPDATE`,
      [residentId, tx.centers],
    );
    return resident ?? notFound('resident', residentId);
  }

  /** What the resident's file already says of annex A, so that nobody is asked twice. */
  async knownBackground(db: Db, residentId: string): Promise<Background> {
    const row = await db.row<KnownRow>(
      `SELECT education, marital, living, payment, income
       FROM resident WHERE id = ? AND center_id IN (?)`,
      [residentId, db.centers],
    );
    if (row === null) {
      return notFound('resident', residentId);
    }
    const known: Record<string, BackgroundValue> = {};
    const take = (field: string, value: BackgroundValue | null): void => {
      if (value !== null && problemsOfBackground({ [field]: value }).length === 0) {
        known[field] = value;
      }
    };
    take('A.2.9', row.education);
    take('A.2.10', ticksOf(row.living));
    take('A.2.11', row.marital);
    take('A.2.12', ticksOf(row.payment));
    take('A.2.13', ticksOf(row.income));
    return known;
  }

  async insert(tx: Tx, record: AssessmentEntity): Promise<void> {
    try {
      await tx.insert(AssessmentEntity, record);
    } catch (error) {
      if (isDuplicate(error)) {
        throw new AppError(
          'ASSESSMENT_OPEN',
          `Resident ${record.residentId} has an open ${record.kind} form`,
          { residentId: record.residentId, kind: record.kind },
          { cause: error },
        );
      }
      throw error;
    }
  }

  /** 评估编号: year and running number within the center. The counter row orders those who ask at once. */
  async nextNumber(tx: Tx, centerId: string, day: LocalDate): Promise<string> {
    const year = Number(day.slice(0, 4));
    await tx.execute(
      `INSERT INTO assessment_counter (center_id, year, last_number) VALUES (?, ?, 1)
       ON DUPLICATE KEY UPDATE last_number = last_number + 1`,
      [centerId, year],
    );
    const counter = await tx.row<{ last: number }>(
      'SELECT last_number AS last FROM assessment_counter WHERE center_id = ? AND year = ?',
      [centerId, year],
    );
    return `PG${year}-${String(counter?.last ?? 1).padStart(4, '0')}`;
  }

  /** What the county of the center has settled about assessments. */
  async countySettings(db: Db, centerId: string): Promise<AssessmentSettings> {
    const row = await db.row<{ settings: string }>(
      `SELECT county.settings FROM center JOIN county ON county.code = center.county_code
       WHERE center.id = ? AND center.id IN (?)`,
      [centerId, db.centers],
    );
    return row === null
      ? notFound('center', centerId)
      : (JSON.parse(row.settings) as AssessmentSettings);
  }
}

interface KnownRow {
  readonly education: string | null;
  readonly marital: string | null;
  readonly living: string | null;
  readonly payment: string | null;
  readonly income: string | null;
}

const ticksOf = (json: string | null): readonly string[] | null =>
  json === null ? null : (JSON.parse(json) as readonly string[]);

/** A person is assessed twice a year at most in ordinary times; this is a lifetime. */
const RECORDS_LIMIT = 200;

function notFound(entity: string, id: string): never {
  throw new AppError('NOT_FOUND', `No ${entity} ${id} within the caller's centers`, { entity, id });
}
