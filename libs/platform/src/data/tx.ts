import { AppError, assert } from '@yibu/kernel';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';

import type { Scope } from '../access/scope.js';
import type { AuditEntry } from '../audit/audit-entry.js';

export type SqlValue =
  | string
  | number
  | boolean
  | null
  | Date
  | Buffer
  | readonly (string | number)[];

/** Reading within a caller's reach. No lock, no transaction. */
export class Db {
  constructor(
    readonly scope: Scope,
    readonly manager: EntityManager,
  ) {}

  /** Plain rows of one statement. Lists in parameters expand to `IN (?)`; an empty list matches nothing. */
  async rows<Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row[]> {
    return await this.manager.query<Row[]>(sql, expand(parameters));
  }

  async row<Row>(sql: string, parameters: readonly SqlValue[] = []): Promise<Row | null> {
    const [first] = await this.rows<Row>(sql, parameters);
    return first ?? null;
  }

  /** The centers of the caller, for `center_id IN (?)`. */
  get centers(): readonly string[] {
    return this.scope.centerIds;
  }
}

/** Proof that a transaction is open, and whose data it may touch. Only UnitOfWork makes one. */
export class Tx extends Db {
  readonly auditEntries: AuditEntry[] = [];

  /** Number of rows that matched and changed. */
  async execute(sql: string, parameters: readonly SqlValue[] = []): Promise<number> {
    const result = await this.manager.query<{ affectedRows: number }>(sql, expand(parameters));
    return result.affectedRows;
  }

  async insert<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rows: Partial<Entity> | readonly Partial<Entity>[],
  ): Promise<void> {
    const list = (Array.isArray(rows) ? rows : [rows]) as Partial<Entity>[];
    if (list.length > 0) {
      await this.manager
        .createQueryBuilder()
        .insert()
        .into(entity)
        .values(list as never)
        .updateEntity(false)
        .execute();
    }
  }

  /**
   * Changes one row if it still has the version that the caller read, and counts the version up. Throws
   * STALE_VERSION otherwise, also for a row of another's center: the caller finds the row within its centers before.
   */
  async update<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    at: { readonly id: string; readonly version: number },
    changes: Partial<Entity>,
  ): Promise<void> {
    const { columns } = this.manager.connection.getMetadata(entity);
    const isOfCenter = columns.some(
      ({ databaseName, isNullable }) => databaseName === 'center_id' && !isNullable,
    );
    const statement = this.manager
      .createQueryBuilder()
      .update(entity)
      .set({ ...changes, version: () => 'version + 1' } as never)
      .where('id = :id AND version = :version', at);
    if (isOfCenter) {
      statement.andWhere('center_id IN (:...centers)', { centers: expand([this.centers])[0] });
    }
    const result = await statement.execute();
    if (result.affected !== 1) {
      const { tableName } = this.manager.connection.getMetadata(entity);
      throw new AppError(
        'STALE_VERSION',
        `${tableName} ${at.id} is no longer version ${at.version}`,
        {
          entity: tableName,
          id: at.id,
        },
      );
    }
  }

  /** What, from, to, why: written at the end of this transaction, or not at all. */
  audit(entry: AuditEntry): void {
    this.auditEntries.push(entry);
  }

  /** The center is one of the caller's, or it does not exist for them. */
  requireCenter(centerId: string): void {
    if (!this.scope.centerIds.includes(centerId)) {
      throw new AppError('NOT_FOUND', `No center ${centerId} within the caller's reach`, {
        entity: 'center',
        id: centerId,
      });
    }
  }
}

function expand(parameters: readonly SqlValue[]): unknown[] {
  return parameters.map((value) => {
    assert(value !== undefined, 'a statement has no undefined parameter');
    // `IN (?)` with an empty list is a syntax error; an id that nobody has says the same: nothing.
    return Array.isArray(value) && value.length === 0 ? [''] : value;
  });
}
