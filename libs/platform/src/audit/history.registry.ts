import { Injectable } from '@nestjs/common';

import type { Permission } from '../access/permission.js';
import type { Db } from '../data/tx.js';

export interface NamedRecord {
  readonly id: string;
  readonly name: string;
}

/** What people call those records; of others than the caller's it finds nothing. */
export type NamesOf = (db: Db, ids: readonly string[]) => Promise<readonly NamedRecord[]>;

/** Whether a record that stands above the centers lies in the caller's reach, whoever wrote its history. */
export type ReachOf = (db: Db, id: string) => Promise<boolean>;

/** Who may read the history of which kind of record; an unlisted kind asks for audit.read. */
@Injectable()
export class HistoryRegistry {
  private readonly permissions = new Map<string, Permission>();
  private readonly reaches = new Map<string, ReachOf>();
  private readonly names = new Map<string, NamesOf>();

  register(entity: string, permission: Permission): void {
    this.permissions.set(entity, permission);
  }

  /** Of records that several organizations of a county work on: a batch is composed by one bureau and paid by another. */
  share(entity: string, reachOf: ReachOf): void {
    this.reaches.set(entity, reachOf);
  }

  async isShared(db: Db, entity: string, id: string): Promise<boolean> {
    const reachOf = this.reaches.get(entity);
    return reachOf === undefined ? false : await reachOf(db, id);
  }

  permissionOf(entity: string): Permission {
    return this.permissions.get(entity) ?? 'audit.read';
  }

  /** The trail keeps ids, which never change; people read names. `field` is the field of a change that holds an id. */
  nameField(field: string, namesOf: NamesOf): void {
    this.names.set(field, namesOf);
  }

  namesOf(field: string): NamesOf | undefined {
    return this.names.get(field);
  }
}
