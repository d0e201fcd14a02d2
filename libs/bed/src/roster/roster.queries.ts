import { AppError } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';
import { In } from 'typeorm';

import type { SettledWord } from './category.rules.js';
import { RosterImportEntity } from './roster.entity.js';
import type { RosterKind } from './roster.fields.js';

interface OfCenter {
  readonly centerId: string;
  readonly kind: RosterKind;
}

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

/** What a center says once of the words of its lists need not be said again. */
export async function wordsOfLastList(db: Db, upload: OfCenter): Promise<readonly SettledWord[]> {
  const last = await db.manager.findOne(RosterImportEntity, {
    select: { id: true, options: true },
    where: { centerId: centersWithin(db, upload.centerId), kind: upload.kind },
    order: { createdAt: 'DESC', id: 'DESC' },
  });
  return last?.options.categoryWords ?? [];
}

/** Numbers and phones of earlier uploads of the same kind lie about no longer than needed. */
export async function forgetOlder(tx: Tx, upload: OfCenter): Promise<void> {
  await tx.execute(
    'UPDATE roster_import SET content_cipher = NULL WHERE center_id = ? AND center_id IN (?) AND kind = ?',
    [upload.centerId, tx.centers, upload.kind],
  );
}

export const stateRefused = (list: RosterImportEntity): AppError =>
  new AppError('ROSTER_STATE_REFUSED', `Import ${list.id} is ${list.status}`, {
    status: list.status,
  });

/** A job that failed or was cancelled holds nobody up. */
export async function refuseWhileWorking(tx: Tx, list: RosterImportEntity): Promise<void> {
  const job = await tx.row<{ id: string }>(
    `SELECT id FROM job WHERE id = ? AND status IN ('QUEUED', 'RUNNING')`,
    [list.jobId],
  );
  if (job && list.status === 'APPLYING') {
    throw stateRefused(list);
  }
}
