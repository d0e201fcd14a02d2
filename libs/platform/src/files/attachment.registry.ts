import { Injectable } from '@nestjs/common';

import type { Permission } from '../access/permission.js';
import type { Scope } from '../access/scope.js';
import type { Db, Tx } from '../data/tx.js';
import type { AttachmentEntity } from './attachment.entity.js';

/** Which records take attachments, and who may see and add them. */
export interface AttachmentRule {
  readonly read: Permission;
  readonly write: Permission;
  /** Table whose row must exist in the same center. */
  readonly table: string;
  /** Others who may add papers of some kinds; only they take such a paper away again. */
  readonly alsoAdds?: {
    readonly permissions: readonly Permission[];
    readonly kinds: readonly string[];
  };
  /** The caller's reach at this very record, where the center alone does not say it; NOT_FOUND where it is not theirs. */
  readonly reach?: (db: Db, entityId: string, deed: 'read' | 'change') => Promise<Scope>;
  /** Ids of the record's papers that something rests on by now: nobody takes them away. */
  readonly kept?: (db: Db, entityId: string) => Promise<ReadonlySet<string>>;
}

/** Opens single papers to somebody who may not read the whole record, such as the reviewer of a claim resting on them. */
export type AttachmentDoor = (db: Db, attachment: AttachmentEntity) => Promise<boolean>;

/** Beside which record a paper came or went. */
export type PaperPlace = Pick<AttachmentEntity, 'entity' | 'entityId' | 'centerId'>;

/** Follows in the same transaction when a paper of a record came or went. */
export type AttachmentWatcher = (tx: Tx, paper: PaperPlace) => Promise<void>;

@Injectable()
export class AttachmentRegistry {
  private readonly rules = new Map<string, AttachmentRule>();
  private readonly doors: AttachmentDoor[] = [];
  private readonly watchers = new Map<string, AttachmentWatcher>();

  register(entity: string, rule: AttachmentRule): void {
    this.rules.set(entity, rule);
  }

  addDoor(door: AttachmentDoor): void {
    this.doors.push(door);
  }

  /** One library at most follows the papers of a kind of record, its own or another's. */
  watch(entity: string, watcher: AttachmentWatcher): void {
    this.watchers.set(entity, watcher);
  }

  async changed(tx: Tx, paper: PaperPlace): Promise<void> {
    await this.watchers.get(paper.entity)?.(tx, paper);
  }

  async isOpenTo(db: Db, attachment: AttachmentEntity): Promise<boolean> {
    for (const door of this.doors) {
      if (await door(db, attachment)) {
        return true;
      }
    }
    return false;
  }

  ruleOf(entity: string): AttachmentRule | undefined {
    return this.rules.get(entity);
  }
}
