import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { fileTypeFromBuffer } from 'file-type';

import type { Permission } from '../access/permission.js';
import { requirePermission, type Scope } from '../access/scope.js';
import { CLOCK } from '../clock.js';
import { newId } from '../data/id.js';
import { requireRow } from '../data/require-row.js';
import type { Db, Tx } from '../data/tx.js';
import { UnitOfWork } from '../data/unit-of-work.js';
import { AttachmentEntity } from './attachment.entity.js';
import { AttachmentRegistry, type AttachmentRule } from './attachment.registry.js';
import { nameFor } from './file-name.rules.js';
import { FileStore } from './file-store.js';
import { isPlainText } from '../spreadsheet/plain-text.js';

export const MAX_UPLOAD_MEGABYTES = 10;

/** Told by the first bytes, never by the name. CSV has no mark of its own and is allowed where text is. */
const TYPES: Readonly<Record<string, readonly string[]>> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
};
const TEXT_ENDINGS = ['csv', 'txt'];

/** More papers than this beside one record are no longer a file that somebody reads. */
export const MAX_ATTACHMENTS = 100;

export interface OpenedAttachment {
  readonly attachment: AttachmentEntity;
  readonly bytes: Buffer;
}

export type ListedAttachment = AttachmentEntity & { readonly canRemove: boolean };

export interface UploadRequest {
  readonly centerId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly kind: string;
  readonly fileName: string;
  readonly bytes: Buffer;
}

@Injectable()
export class AttachmentService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    private readonly registry: AttachmentRegistry,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(person: Scope, upload: UploadRequest): Promise<AttachmentEntity> {
    const rule = this.ruleOf(upload.entity);
    requirePermission(person, addingPermission(person, rule, upload.kind));
    const scope = await this.reachAt(person, upload, 'change');
    const mediaType = await mediaTypeOf(upload);
    const sha256 = await this.store.put(upload.bytes);
    return await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(upload.centerId);
      const { entity, entityId: id, centerId } = upload;
      await requireRow(tx, { table: rule.table, entity, id }, [centerId]);
      await this.requireRoom(tx, entity, id);
      const attachment = {
        id: newId(),
        centerId: upload.centerId,
        entity: upload.entity,
        entityId: upload.entityId,
        kind: upload.kind,
        fileName: nameFor(upload.fileName, TYPES[mediaType] ?? TEXT_ENDINGS),
        mediaType,
        size: upload.bytes.length,
        sha256,
        createdBy: scope.userId,
        createdAt: this.clock.now(),
        removedAt: null,
      };
      await tx.insert(AttachmentEntity, attachment);
      tx.audit({
        entity: upload.entity,
        entityId: upload.entityId,
        centerId: upload.centerId,
        action: 'attach',
        changes: [{ field: 'attachment', from: null, to: attachment.fileName }],
      });
      await this.registry.changed(tx, attachment);
      return attachment;
    });
  }

  async list(person: Scope, entity: string, entityId: string): Promise<ListedAttachment[]> {
    const rule = this.ruleOf(entity);
    requirePermission(person, rule.read);
    const scope = await this.reachAt(person, { entity, entityId }, 'read');
    const db = this.unitOfWork.read(scope);
    const papers = await this.listIn(db, entity, entityId);
    if (papers.length === 0) {
      await requireRow(db, { table: rule.table, entity, id: entityId });
      return [];
    }
    const kept = await keptOf(rule, db, entityId);
    return papers.map((paper) => ({
      ...paper,
      canRemove:
        !kept.has(paper.id) && scope.permissions.has(removingPermission(scope, rule, paper.kind)),
    }));
  }

  /** For features that read attachments inside their own work. */
  async listIn(db: Db, entity: string, entityId: string): Promise<AttachmentEntity[]> {
    return await db.rows<AttachmentEntity>(
      `SELECT id, center_id AS centerId, entity, entity_id AS entityId, kind, file_name AS fileName,
              media_type AS mediaType, size, sha256, created_by AS createdBy, created_at AS createdAt,
              removed_at AS removedAt
       FROM attachment WHERE center_id IN (?) AND entity = ? AND entity_id = ? AND removed_at IS NULL
       ORDER BY created_at, id`,
      [db.centers, entity, entityId],
    );
  }

  /** Hands a paper to a person: whoever looked at it stands in the record's history. */
  async open(person: Scope, id: string): Promise<OpenedAttachment> {
    const scope = await this.reachOf(person, id, 'read');
    const opened = await this.read(scope, id);
    const { entity, entityId, centerId, fileName } = opened.attachment;
    await this.unitOfWork.run(scope, (tx) => {
      tx.audit({
        entity,
        entityId,
        centerId,
        action: 'openAttachment',
        changes: [{ field: 'attachment', from: null, to: fileName }],
      });
      return Promise.resolve();
    });
    return opened;
  }

  /** The row and its bytes, when the caller may read the record it hangs on, or this very paper. */
  async read(scope: Scope, id: string): Promise<OpenedAttachment> {
    const db = this.unitOfWork.read(scope);
    const attachment = await this.find(db, id);
    const { read } = this.ruleOf(attachment.entity);
    if (!scope.permissions.has(read) && !(await this.registry.isOpenTo(db, attachment))) {
      requirePermission(scope, read);
    }
    return { attachment, bytes: await this.store.get(attachment.sha256) };
  }

  async remove(person: Scope, id: string, reason: string): Promise<boolean> {
    const scope = await this.reachOf(person, id, 'change');
    return await this.unitOfWork.run(scope, async (tx) => {
      const attachment = await this.find(tx, id);
      const rule = this.ruleOf(attachment.entity);
      requirePermission(scope, removingPermission(scope, rule, attachment.kind));
      if ((await keptOf(rule, tx, attachment.entityId)).has(id)) {
        throw new AppError('ATTACHMENT_KEPT', `Something rests on attachment ${id}`, {
          fileName: attachment.fileName,
        });
      }
      const removed = await tx.execute(
        'UPDATE attachment SET removed_at = ? WHERE id = ? AND center_id IN (?) AND removed_at IS NULL',
        [this.clock.now(), id, tx.centers],
      );
      if (removed === 0) {
        throw noAttachment(id);
      }
      tx.audit({
        entity: attachment.entity,
        entityId: attachment.entityId,
        centerId: attachment.centerId,
        action: 'detach',
        changes: [{ field: 'attachment', from: attachment.fileName, to: null }],
        reason,
      });
      await this.registry.changed(tx, attachment);
      return true;
    });
  }

  /** Whoever still answers for a record of a center that another runs today reaches the papers of that record. */
  private async reachAt(
    scope: Scope,
    { entity, entityId }: { readonly entity: string; readonly entityId: string },
    deed: 'read' | 'change',
  ): Promise<Scope> {
    const { reach } = this.ruleOf(entity);
    return reach ? await reach(this.unitOfWork.read(scope), entityId, deed) : scope;
  }

  private async reachOf(scope: Scope, id: string, deed: 'read' | 'change'): Promise<Scope> {
    const former = (scope.formerCenters ?? []).map(({ centerId }) => centerId);
    const paper = await this.unitOfWork
      .read(scope)
      .row<AttachmentEntity>(
        'SELECT entity, entity_id AS entityId FROM attachment WHERE id = ? AND center_id IN (?)',
        [id, [...scope.centerIds, ...former]],
      );
    return paper === null ? scope : await this.reachAt(scope, paper, deed);
  }

  private async requireRoom(tx: Tx, entity: string, entityId: string): Promise<void> {
    const held = await tx.rows(
      `SELECT id FROM attachment WHERE center_id IN (?) AND entity = ? AND entity_id = ? AND removed_at IS NULL
       FOR UPDATE`,
      [tx.centers, entity, entityId],
    );
    if (held.length >= MAX_ATTACHMENTS) {
      throw new AppError('ATTACHMENTS_FULL', `${entity} ${entityId} has ${held.length} papers`, {
        max: MAX_ATTACHMENTS,
      });
    }
  }

  private async find(db: Db, id: string): Promise<AttachmentEntity> {
    const row = await db.row<AttachmentEntity>(
      `SELECT id, center_id AS centerId, entity, entity_id AS entityId, kind, file_name AS fileName,
              media_type AS mediaType, size, sha256 FROM attachment
       WHERE id = ? AND center_id IN (?) AND removed_at IS NULL`,
      [id, db.centers],
    );
    if (!row) {
      throw noAttachment(id);
    }
    return row;
  }

  private ruleOf(entity: string): AttachmentRule {
    const rule = this.registry.ruleOf(entity);
    if (!rule) {
      throw new AppError('NOT_FOUND', `Nothing is attached to ${entity}`, { entity });
    }
    return rule;
  }
}

const noAttachment = (id: string): AppError =>
  new AppError('NOT_FOUND', `No attachment ${id}`, { entity: 'attachment', id });

/** The one of the others' permissions that the caller holds, or the first: it is what a refusal names. */
function othersPermission(scope: Scope, rule: AttachmentRule, kind: string): Permission | null {
  const { alsoAdds } = rule;
  if (alsoAdds?.kinds.includes(kind) !== true) {
    return null;
  }
  const held = alsoAdds.permissions.find((permission) => scope.permissions.has(permission));
  return held ?? alsoAdds.permissions[0] ?? null;
}

function addingPermission(scope: Scope, rule: AttachmentRule, kind: string): Permission {
  const others = othersPermission(scope, rule, kind);
  return others !== null && scope.permissions.has(others) ? others : rule.write;
}

/** A paper that the bureau brought is the bureau's: the operator cannot make it disappear. */
const removingPermission = (scope: Scope, rule: AttachmentRule, kind: string): Permission =>
  othersPermission(scope, rule, kind) ?? rule.write;

const keptOf = async (rule: AttachmentRule, db: Db, id: string): Promise<ReadonlySet<string>> =>
  (await rule.kept?.(db, id)) ?? new Set();

/** What the bytes are, and that they are of a kind and size that is kept. */
export async function mediaTypeOf(
  upload: Pick<UploadRequest, 'bytes' | 'fileName'>,
): Promise<string> {
  const { bytes, fileName } = upload;
  if (bytes.length > MAX_UPLOAD_MEGABYTES * 1024 * 1024) {
    throw new AppError('FILE_TOO_LARGE', `${bytes.length} bytes`, {
      maxMegabytes: MAX_UPLOAD_MEGABYTES,
    });
  }
  const found = (await fileTypeFromBuffer(bytes))?.mime;
  if (found !== undefined && found in TYPES) {
    return found;
  }
  if (found === undefined && isPlainText(bytes) && /\.(csv|txt)$/i.test(fileName)) {
    return 'text/csv';
  }
  throw new AppError('FILE_TYPE_REFUSED', `Uploaded bytes are ${found ?? 'of no known type'}`, {
    allowed: 'JPG, PNG, WebP, PDF, XLSX, CSV',
  });
}
