import { Injectable } from '@nestjs/common';

import type { Permission } from '../access/permission.js';
import type { Db } from '../data/tx.js';

export interface NamedRecord {
  readonly id: string;
  readonly name: string;
}

/** What people call those records; of others than the caller's it finds nothing. */
export type NamesOf = (db: Db, ids: readonly string[]) => Promise<readonly NamedRecord[]>;

/** Who may read the history of which kind of record; an unlisted kind asks for audit.read. */
@Injectable()
export class HistoryRegistry {
  private readonly permissions = new Map<string, Permission>();
  private readonly names = new Map<string, NamesOf>();

  register(entity: string, permission: Permission): void {
    this.permissions.set(entity, permission);
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
