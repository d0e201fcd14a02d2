import { Injectable } from '@nestjs/common';
import { AppError } from '@yibu/kernel';
import { isDuplicate, type Db, type Tx } from '@yibu/platform';
import { In } from 'typeorm';

import { ResidentEntity } from './resident.entity.js';

/** A record that already holds the number: who it is, to open it instead. */
export interface NumberHolder {
  readonly id: string;
  readonly name: string;
}

@Injectable()
export class ResidentRepository {
  async find(db: Db, id: string): Promise<ResidentEntity> {
    const row = await db.manager.findOne(ResidentEntity, {
      where: { id, centerId: In([...db.centers]) },
    });
    return found(row, id);
  }

  async findForUpdate(tx: Tx, id: string): Promise<ResidentEntity> {
    const row = await tx.manager.findOne(ResidentEntity, {
      where: { id, centerId: In([...tx.centers]) },
      lock: { mode: 'pessimistic_write' },
    });
    return found(row, id);
  }

  /** By the number in force or a former one. */
  async holderOf(db: Db, centerId: string, index: Buffer): Promise<NumberHolder | null> {
    return await db.row<NumberHolder>(
      `SELECT r.id, r.name FROM resident r
       WHERE r.center_id IN (?) AND r.center_id = ? AND (r.id_number_index = ? OR EXISTS (
         SELECT 1 FROM resident_document d WHERE d.resident_id = r.id AND d.center_id = r.center_id
           AND d.number_index = ? AND d.removed_at IS NULL))
       LIMIT 1`,
      [db.centers, centerId, index, index],
    );
  }

  /** The database has the last word where two people enter the same person at once. */
  async insert(tx: Tx, row: Partial<ResidentEntity>): Promise<void> {
    try {
      await tx.insert(ResidentEntity, row);
    } catch (error) {
      throw isDuplicate(error) ? takenBy(null, error) : error;
    }
  }

  async update(tx: Tx, row: ResidentEntity, changes: Partial<ResidentEntity>): Promise<void> {
    try {
      await tx.update(ResidentEntity, row, changes);
    } catch (error) {
      throw isDuplicate(error) ? takenBy(null, error) : error;
    }
  }
}

export function takenBy(holder: NumberHolder | null, cause?: unknown): AppError {
  return new AppError(
    'RESIDENT_ID_TAKEN',
    `The number belongs to resident ${holder?.id ?? '(entered at this moment)'}`,
    { residentId: holder?.id ?? null, name: holder?.name ?? null },
    { cause },
  );
}

function found(row: ResidentEntity | null, id: string): ResidentEntity {
  if (!row) {
    throw new AppError('NOT_FOUND', `No resident ${id} in the caller's centers`, {
      entity: 'resident',
      id,
    });
  }
  return row;
}
