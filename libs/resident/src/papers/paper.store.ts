import { AppError } from '@yibu/kernel';
import type { Db, Tx } from '@yibu/platform';
import { In, type EntityTarget, type FindOptionsWhere, type ObjectLiteral } from 'typeorm';

interface Paper extends ObjectLiteral {
  readonly id: string;
  readonly centerId: string;
  readonly residentId: string;
}

/** One paper of a person, locked until the transaction ends. Another center's is not found. */
/** What was taken away is there no more, for whoever takes it away a moment later too. */
const isRemoved = (row: object): boolean => 'removedAt' in row && row.removedAt !== null;

export async function findPaper<Entity extends Paper>(
  tx: Tx,
  entity: EntityTarget<Entity>,
  id: string,
): Promise<Entity> {
  const row = await tx.manager.findOne(entity, {
    where: { id, centerId: In([...tx.centers]) } as unknown as FindOptionsWhere<Entity>,
    lock: { mode: 'pessimistic_write' },
  });
  if (!row || isRemoved(row)) {
    const { tableName } = tx.manager.connection.getMetadata(entity);
    throw new AppError('NOT_FOUND', `No ${tableName} ${id} in the caller's centers`, {
      entity: tableName,
      id,
    });
  }
  return row;
}

/** All papers of one kind that hang on a person. */
export async function papersOf<Entity extends Paper>(
  db: Db,
  entity: EntityTarget<Entity>,
  residentId: string,
): Promise<Entity[]> {
  return await db.manager.find(entity, {
    where: { residentId, centerId: In([...db.centers]) } as unknown as FindOptionsWhere<Entity>,
    order: { id: 'ASC' } as never,
  });
}

export const trimmed = (text: string | null | undefined): string | null => {
  const tidy = (text ?? '').trim();
  return tidy === '' ? null : tidy;
};
