import { Injectable } from '@nestjs/common';

import type { Permission } from '../access/permission.js';

/** Which records take attachments, and who may see and add them. */
export interface AttachmentRule {
  readonly read: Permission;
  readonly write: Permission;
  /** Table whose row must exist in the same center. */
  readonly table: string;
}

@Injectable()
export class AttachmentRegistry {
  private readonly rules = new Map<string, AttachmentRule>();

  register(entity: string, rule: AttachmentRule): void {
    this.rules.set(entity, rule);
  }

  ruleOf(entity: string): AttachmentRule | undefined {
    return this.rules.get(entity);
  }
}
