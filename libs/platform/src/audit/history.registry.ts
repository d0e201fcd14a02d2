import { Injectable } from '@nestjs/common';

import type { Permission } from '../access/permission.js';

/** Who may read the history of which kind of record; an unlisted kind asks for audit.read. */
@Injectable()
export class HistoryRegistry {
  private readonly permissions = new Map<string, Permission>();

  register(entity: string, permission: Permission): void {
    this.permissions.set(entity, permission);
  }

  permissionOf(entity: string): Permission {
    return this.permissions.get(entity) ?? 'audit.read';
  }
}
