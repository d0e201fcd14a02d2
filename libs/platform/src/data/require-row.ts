import { AppError } from '@yibu/kernel';

import type { Db } from './tx.js';

/** A record whose list is asked for; `table` is a name of ours, never a caller's word. */
export interface RowPlace {
  readonly table: string;
  readonly entity: string;
  readonly id: string;
}

/**
 * The record stands in one of the caller's centers, or it does not exist for them. Asked when a list of the record's
 * came back empty, so that silence never stands for a refusal.
 */
export async function requireRow(
  db: Db,
  { table, entity, id }: RowPlace,
  centerIds: readonly string[] = db.centers,
): Promise<void> {
  const column = table === 'center' ? 'id' : 'center_id';
  const row = await db.row(`SELECT id FROM ${table} WHERE id = ? AND ${column} IN (?)`, [
    id,
    centerIds,
  ]);
  if (!row) {
    throw new AppError('NOT_FOUND', `No ${entity} ${id} within the caller's reach`, { entity, id });
  }
}
