import { AppError } from '@yibu/kernel';
import type { Db } from '@yibu/platform';
import { In } from 'typeorm';

import { RosterImportEntity } from './roster.entity.js';

export const centersWithin = (db: Db, centerId: string): string =>
  db.centers.includes(centerId) ? centerId : '';

export async function findImport(db: Db, id: string): Promise<RosterImportEntity> {
  const row = await db.manager.findOne(RosterImportEntity, {
    where: { id, centerId: In([...db.centers]) },
  });
  if (!row) {
    throw unknownImport(id);
  }
  return row;
}

export const unknownImport = (id: string): AppError =>
  new AppError('NOT_FOUND', `No import ${id} in reach`, { entity: 'rosterImport', id });
