import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, FileStore, mediaTypeOf, newId, UnitOfWork, type Scope } from '@yibu/platform';

import { requireBureauOf } from './policy.access.js';
import { PolicyScanEntity } from './policy.entities.js';

const IS_PAPER = /^(image\/|application\/pdf)/;

/** The papers that notices rest on: kept for the county, read by everybody whose rules they change. */
@Injectable()
export class PolicyScanService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly store: FileStore,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async add(
    scope: Scope,
    upload: { readonly countyCode: string; readonly fileName: string; readonly bytes: Buffer },
  ): Promise<{ id: string; fileName: string }> {
    requireBureauOf(scope, upload.countyCode);
    const mediaType = await mediaTypeOf(upload);
    if (!IS_PAPER.test(mediaType)) {
      throw new AppError('FILE_TYPE_REFUSED', `A scan is no ${mediaType}`, {
        allowed: 'PDF, JPG, PNG, WebP',
      });
    }
    const sha256 = await this.store.put(upload.bytes);
    const row = {
      id: newId(),
      countyCode: upload.countyCode,
      fileName: upload.fileName.slice(0, 200),
      mediaType,
      size: upload.bytes.length,
      sha256,
      createdBy: scope.userId,
      createdAt: this.clock.now(),
    };
    await this.unitOfWork.run(scope, async (tx) => {
      await tx.insert(PolicyScanEntity, row);
      tx.audit({
        entity: 'policyScan',
        entityId: row.id,
        centerId: null,
        action: 'attach',
        changes: [{ field: 'attachment', from: null, to: row.fileName }],
      });
    });
    return { id: row.id, fileName: row.fileName };
  }

  async open(
    scope: Scope,
    id: string,
  ): Promise<{ fileName: string; mediaType: string; bytes: Buffer }> {
    const row = await this.unitOfWork
      .read(scope)
      .row<{ countyCode: string; fileName: string; mediaType: string; sha256: string }>(
        `SELECT county_code AS countyCode, file_name AS fileName, media_type AS mediaType, sha256
         FROM policy_scan WHERE id = ?`,
        [id],
      );
    const isInReach =
      row && (scope.organizationKind === 'PLATFORM' || scope.countyCodes.includes(row.countyCode));
    if (!isInReach) {
      throw new AppError('NOT_FOUND', `No scan ${id}`, { entity: 'policyScan', id });
    }
    const { fileName, mediaType, sha256 } = row;
    const bytes = await this.store.get(sha256);
    await this.unitOfWork.run(scope, (tx) => {
      tx.audit({
        entity: 'policyScan',
        entityId: id,
        centerId: null,
        action: 'openAttachment',
        changes: [{ field: 'attachment', from: null, to: fileName }],
      });
      return Promise.resolve();
    });
    return { fileName, mediaType, bytes };
  }
}
