import { Injectable } from '@nestjs/common';
import { AppError, type LocalDate } from '@yibu/kernel';
import { isDuplicate, newId, requireRow, type Db, type Tx } from '@yibu/platform';

import { OPEN_END, type Owner } from './asked.facts.js';
import type { FactSubjectInput } from './asked.graphql.js';
import type { Span } from './asked.rules.js';

export interface Subject extends FactSubjectInput {
  readonly centerId: string;
  readonly countyCode: string;
}

export interface StoredFact extends Span {
  readonly id: string;
  readonly name: string;
  /** JSON text. */
  readonly value: string;
  readonly isLive: number;
  readonly evidence: string;
  readonly recordedByName: string;
  readonly recordedAt: Date;
  readonly voidedByName: string | null;
  readonly voidedAt: Date | null;
  readonly voidReason: string | null;
  readonly version: number;
}

export interface NewFact extends Span {
  readonly name: string;
  readonly value: string;
  readonly evidence: string;
  readonly replacesId: string | null;
  readonly at: Date;
}

/** The registers that facts hang on; each row is locked before its facts change. */
const OWNER: Readonly<Record<Owner, { readonly from: string; readonly entity: string }>> = {
  CENTER: { from: 'center c', entity: 'center' },
  PERSON: { from: 'resident s JOIN center c ON c.id = s.center_id', entity: 'resident' },
  STAFF: { from: 'staff_member s JOIN center c ON c.id = s.center_id', entity: 'staff' },
};

export const entityOf = (owner: Owner): string => OWNER[owner].entity;

@Injectable()
export class AskedRepository {
  async subject(db: Db, { owner, subjectId }: FactSubjectInput): Promise<Subject> {
    const id = owner === 'CENTER' ? 'c.id' : 's.id';
    const row = await db.row<Pick<Subject, 'centerId' | 'countyCode'>>(
      `SELECT c.id AS centerId, c.county_code AS countyCode FROM ${OWNER[owner].from}
       WHERE ${id} = ? AND c.id IN (?)`,
      [subjectId, db.centers],
    );
    if (row === null) {
      const entity = entityOf(owner);
      throw new AppError('NOT_FOUND', `No ${entity} ${subjectId} in reach`, {
        entity,
        id: subjectId,
      });
    }
    return { owner, subjectId, ...row };
  }

  /** One writer at a time for each of them. */
  async lock(tx: Tx, { owner, subjectId }: FactSubjectInput): Promise<void> {
    const table = { CENTER: 'center', PERSON: 'resident', STAFF: 'staff_member' }[owner];
    const own = owner === 'CENTER' ? 'id' : 'center_id';
    await tx.rows(`SELECT id FROM ${table} WHERE id = ? AND ${own} IN (?) FOR UPDATE`, [
      subjectId,
      tx.centers,
    ]);
  }

  /** All that was ever recorded of them, the newest day first. */
  async facts(db: Db, { owner, subjectId, centerId }: Subject): Promise<StoredFact[]> {
    return await db.rows<StoredFact>(
      `SELECT id, name, value, d_from AS \`from\`, d_until AS until, IFNULL(live, 0) AS isLive, evidence,
         recorded_by_name AS recordedByName, recorded_at AS recordedAt, voided_by_name AS voidedByName,
         voided_at AS voidedAt, void_reason AS voidReason, version
       FROM asked_fact WHERE center_id = ? AND center_id IN (?) AND owner = ? AND subject_id = ?
       ORDER BY d_from DESC, recorded_at DESC, id DESC`,
      [centerId, db.centers, owner, subjectId],
    );
  }

  async add(tx: Tx, subject: Subject, fact: NewFact): Promise<string> {
    const { owner, subjectId, centerId } = subject;
    tx.requireCenter(centerId);
    const id = newId();
    try {
      await tx.execute(
        `INSERT INTO asked_fact (id, center_id, owner, subject_id, resident_id, staff_id, name, value, d_from, d_until,
           live, evidence, replaces_id, recorded_by, recorded_by_name, recorded_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?)`,
        [
          id,
          centerId,
          owner,
          subjectId,
          owner === 'PERSON' ? subjectId : null,
          owner === 'STAFF' ? subjectId : null,
          fact.name,
          fact.value,
          fact.from,
          fact.until,
          fact.evidence,
          fact.replacesId,
          tx.scope.userId,
          tx.scope.userName,
          fact.at,
        ],
      );
    } catch (error) {
      throw isDuplicate(error) ? overlap(fact) : error;
    }
    return id;
  }

  /** Ends the day before another value begins. */
  async end(tx: Tx, fact: StoredFact, until: LocalDate): Promise<void> {
    await tx.execute(
      `UPDATE asked_fact SET d_until = ?, version = version + 1
       WHERE id = ? AND center_id IN (?) AND live = 1`,
      [until, fact.id, tx.centers],
    );
  }

  /** It stays in the table and counts nowhere. */
  async void(
    tx: Tx,
    at: { readonly id: string; readonly version: number },
    why: { readonly reason: string; readonly at: Date },
  ): Promise<void> {
    const changed = await tx.execute(
      `UPDATE asked_fact SET live = NULL, voided_at = ?, voided_by_name = ?, void_reason = ?, version = version + 1
       WHERE id = ? AND version = ? AND center_id IN (?) AND live = 1`,
      [why.at, tx.scope.userName, why.reason, at.id, at.version, tx.centers],
    );
    if (changed !== 1) {
      await requireRow(tx, { table: 'asked_fact', entity: 'askedFact', id: at.id });
      throw new AppError('STALE_VERSION', `Fact ${at.id} is no longer version ${at.version}`, {
        entity: 'askedFact',
        id: at.id,
      });
    }
  }
}

/** Which days are taken. */
export const overlap = ({ from, until }: Span): AppError =>
  new AppError('ASKED_FACT_OVERLAP', `Another value holds from ${from} to ${until}`, {
    from,
    until: until === OPEN_END ? null : until,
  });
