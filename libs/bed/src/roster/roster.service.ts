import { Inject, Injectable } from '@nestjs/common';
import { AppError, assert, type Clock } from '@yibu/kernel';
import {
  CLOCK,
  FieldCrypto,
  idempotent,
  JobQueue,
  newId,
  readSheet,
  requirePermission,
  sheetTypeOf,
  UnitOfWork,
  type Db,
  type Scope,
  type SheetText,
  type Tx,
} from '@yibu/platform';
import { PersonalData } from '@yibu/resident';
import { In } from 'typeorm';
import { wordsText, type SettledWord } from './category.rules.js';
import {
  centersWithin,
  findImport,
  forgetOlder,
  refuseWhileWorking,
  stateRefused,
  unknownImport,
  wordsOfLastList,
} from './roster.queries.js';
import { firstBuilding } from './house.snapshot.js';
import { samplesOf } from './uploaded-file.js';
import { findHeader, guessMapping, missingFields, type ColumnMapping } from './mapping.rules.js';
import {
  RosterImportEntity,
  type CheckedRow,
  type OpenLevelChoice,
  type RosterOptions,
  type RowOutcome,
} from './roster.entity.js';
import type { RosterKind } from './roster.fields.js';

export interface Upload {
  readonly centerId: string;
  readonly kind: RosterKind;
  readonly fileName: string;
  readonly bytes: Buffer;
}

export interface CheckRequest {
  readonly importId: string;
  readonly version: number;
  readonly mapping: ColumnMapping;
  readonly options: Omit<RosterOptions, 'categoryWords'>;
  /** Left out: what was settled before stays. */
  readonly categoryWords?: readonly SettledWord[] | undefined;
}

export const ACCEPT_MODES = ['ALL_OR_NOTHING', 'GOOD_ROWS'] as const;
export type AcceptMode = (typeof ACCEPT_MODES)[number];

export interface AcceptRequest {
  readonly importId: string;
  readonly version: number;
  readonly mode: AcceptMode;
  /** Rows whose differences from the file are taken over; the others stay as they are. */
  readonly changedRows: readonly number[];
  readonly openLevels?: OpenLevelChoice;
  /** One for each press of the button: a list whose answer was lost is not accepted a second time. */
  readonly idempotencyKey?: string | null;
}

/** The way of a list into the house: uploaded, its columns named, checked, accepted. Long work goes to the worker. */
@Injectable()
export class RosterService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly jobs: JobQueue,
    private readonly crypto: FieldCrypto,
    private readonly personal: PersonalData,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async upload(scope: Scope, upload: Upload): Promise<RosterImportEntity> {
    const mediaType = sheetTypeOf(upload.bytes);
    const sheet = findHeader(upload.kind, await readSheet(upload.bytes, mediaType));
    const db = this.unitOfWork.read(scope);
    const countyCode = await this.personal.countyOf(db, upload.centerId);
    const id = newId();
    const contentCipher = await this.crypto.encrypt(
      { countyCode, table: 'roster_import', column: 'content', rowId: id },
      upload.bytes.toString('base64'),
    );
    const building = await firstBuilding(db, upload.centerId);
    const categoryWords = await wordsOfLastList(db, upload);
    await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(upload.centerId);
      await forgetOlder(tx, upload);
      await tx.insert(RosterImportEntity, {
        id,
        centerId: upload.centerId,
        kind: upload.kind,
        status: 'UPLOADED',
        fileName: upload.fileName.slice(0, 200),
        mediaType,
        contentCipher,
        sheetName: sheet.sheetName.slice(0, 60),
        rowCount: sheet.rows.length,
        headings: sheet.header,
        samples: samplesOf(sheet),
        mapping: guessMapping(upload.kind, sheet.header),
        options: { createBeds: true, building, floorPattern: '{f}F', categoryWords },
        summary: null,
        outcomes: null,
        jobId: null,
        createdBy: scope.userName,
        createdAt: this.clock.now(),
      });
      audit(tx, { id, centerId: upload.centerId }, 'upload', {
        fileName: upload.fileName,
        rows: sheet.rows.length,
      });
    });
    return await this.get(scope, id);
  }

  async get(scope: Scope, id: string): Promise<RosterImportEntity> {
    return await findImport(this.unitOfWork.read(scope), id);
  }

  async recent(scope: Scope, centerId: string): Promise<RosterImportEntity[]> {
    const db = this.unitOfWork.read(scope);
    return await db.manager.find(RosterImportEntity, {
      where: { centerId: centersWithin(db, centerId) },
      order: { createdAt: 'DESC', id: 'DESC' },
      take: 20,
    });
  }

  async outcomes(scope: Scope, id: string): Promise<readonly CheckedRow[]> {
    const row = await this.unitOfWork.read(scope).manager.findOne(RosterImportEntity, {
      select: { id: true, outcomes: true },
      where: { id, centerId: In([...scope.centerIds]) },
    });
    if (!row) {
      throw unknownImport(id);
    }
    return row.outcomes ?? [];
  }

  async rows(
    scope: Scope,
    page: {
      readonly importId: string;
      readonly outcome?: RowOutcome | null | undefined;
      readonly withWarnings: boolean;
      readonly page: number;
      readonly pageSize: number;
    },
  ): Promise<{ readonly items: readonly CheckedRow[]; readonly total: number }> {
    const wanted = (await this.outcomes(scope, page.importId)).filter(
      (row) =>
        (page.outcome == null || row.outcome === page.outcome) &&
        (!page.withWarnings || row.warnings.length > 0),
    );
    const from = (page.page - 1) * page.pageSize;
    return { items: wanted.slice(from, from + page.pageSize), total: wanted.length };
  }

  async startCheck(scope: Scope, request: CheckRequest): Promise<RosterImportEntity> {
    await this.unitOfWork.run(scope, async (tx) => {
      const list = await findImport(tx, request.importId);
      await refuseWhileWorking(tx, list);
      const mapping = list.headings.map((_, index) => request.mapping[index] ?? null);
      const missing = missingFields(list.kind, mapping);
      if (missing.length > 0) {
        throw new AppError(
          'ROSTER_COLUMNS_MISSING',
          `Import ${list.id} names no ${missing.join()}`,
          {
            fields: missing,
          },
        );
      }
      const categoryWords = request.categoryWords ?? list.options.categoryWords ?? [];
      const jobId = await this.jobs.enqueue(tx, {
        kind: 'roster-check',
        centerId: list.centerId,
        payload: { importId: list.id },
      });
      await tx.update(
        RosterImportEntity,
        { id: list.id, version: request.version },
        {
          mapping,
          options: { ...request.options, categoryWords },
          status: 'CHECKING',
          jobId,
        },
      );
      audit(tx, list, 'check', {
        columns: mapping.filter((field) => field !== null).length,
        ...(request.categoryWords ? { categoryWords: wordsText(categoryWords) } : {}),
      });
    });
    return await this.get(scope, request.importId);
  }

  async startAccept(scope: Scope, input: AcceptRequest): Promise<RosterImportEntity> {
    const { idempotencyKey: key, ...request } = input;
    await this.unitOfWork.run(scope, async (tx) =>
      idempotent(tx, { key, operation: 'acceptRoster', input: request }, async () => {
        await this.acceptIn(tx, request);
        return request.importId;
      }),
    );
    return await this.get(scope, request.importId);
  }

  private async acceptIn(tx: Tx, request: AcceptRequest): Promise<void> {
    const list = await findImport(tx, request.importId);
    if (list.status !== 'CHECKED') {
      throw stateRefused(list);
    }
    const problems = list.summary?.counts.PROBLEM ?? 0;
    if (request.mode === 'ALL_OR_NOTHING' && problems > 0) {
      throw new AppError('ROSTER_HAS_PROBLEMS', `Import ${list.id} has ${problems} bad rows`, {
        count: problems,
      });
    }
    const { mode, changedRows, openLevels = 'ONE_BY_ONE' } = request;
    if (openLevels === 'WITHOUT_END') {
      requirePermission(tx.scope, 'level.accept');
    }
    const jobId = await this.jobs.enqueue(tx, {
      kind: 'roster-accept',
      centerId: list.centerId,
      payload: { importId: list.id, mode, changedRows, openLevels },
    });
    const at = { id: list.id, version: request.version };
    await tx.update(RosterImportEntity, at, { status: 'APPLYING', jobId });
    audit(tx, list, 'accept', { mode, changedRows: changedRows.length, openLevels });
  }

  /** The file is forgotten; what was written from it stays. */
  async discard(scope: Scope, importId: string): Promise<boolean> {
    return await this.unitOfWork.run(scope, async (tx) => {
      const list = await findImport(tx, importId);
      await refuseWhileWorking(tx, list);
      await tx.execute('DELETE FROM roster_import WHERE id = ? AND center_id IN (?)', [
        importId,
        tx.centers,
      ]);
      audit(tx, list, 'discard', { fileName: list.fileName });
      return true;
    });
  }

  /** The rows of the file as they were uploaded. */
  async sheetOf(db: Db, list: RosterImportEntity): Promise<SheetText> {
    const row = await db.row<{ content: Buffer | null }>(
      'SELECT content_cipher AS content FROM roster_import WHERE id = ? AND center_id IN (?)',
      [list.id, db.centers],
    );
    if (!row?.content) {
      throw new AppError('ROSTER_FILE_GONE', `The file of import ${list.id} was forgotten`);
    }
    const countyCode = await this.personal.countyOf(db, list.centerId);
    const place = { countyCode, table: 'roster_import', column: 'content', rowId: list.id };
    const text = await this.crypto.decrypt(place, row.content);
    const sheet = findHeader(
      list.kind,
      await readSheet(Buffer.from(text, 'base64'), list.mediaType),
    );
    assert(sheet.header.length === list.headings.length, 'a sealed file reads the same twice');
    return sheet;
  }
}

function audit(
  tx: Tx,
  list: { readonly id: string; readonly centerId: string },
  action: string,
  values: Readonly<Record<string, string | number>>,
): void {
  tx.audit({
    entity: 'rosterImport',
    entityId: list.id,
    centerId: list.centerId,
    action,
    changes: Object.entries(values).map(([field, to]) => ({ field, from: null, to })),
  });
}
