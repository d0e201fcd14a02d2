import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock, type LocalDate } from '@yibu/kernel';
import {
  CLOCK,
  findHeaderRow,
  guessColumns,
  isDuplicate,
  JobQueue,
  newId,
  readSheet,
  sheetTypeOf,
  UnitOfWork,
  type Db,
  type JobContext,
  type Scope,
  type SheetText,
} from '@yibu/platform';
import { createHash } from 'node:crypto';

import { coverageOf, type Coverage } from './coverage.rules.js';
import { countsOf, ListReader, remarksOf, type ReadList } from './list.reader.js';
import { RegistryListEntity, type RegistryCounts } from './registry.entities.js';
import { headingOf, headingsOf, missingFields, type RegistryKind } from './registry.fields.js';
import { planRows, type RowPlan } from './registry-plan.rules.js';
import {
  auditList,
  openList,
  rematch,
  sameFile,
  staleList,
  type StoredList,
} from './list.repository.js';
import { lockCounty, ownCounty, readKnown, writePlan } from './registry.repository.js';
import { RegistrySeal } from './registry.seal.js';

export interface ListUpload {
  readonly kind: RegistryKind;
  readonly fileName: string;
  readonly bytes: Buffer;
}

export interface ListAcceptance extends Coverage {
  readonly listId: string;
  readonly version: number;
}

/** How the work goes, where it is done as a job. */
type Work = Pick<JobContext<unknown>, 'progress' | 'finish' | 'signal'>;

/** The way of a list into the county's register: uploaded and tried, accepted, withdrawn where it was wrong. */
@Injectable()
export class RegistryService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reader: ListReader,
    private readonly seal: RegistrySeal,
    private readonly jobs: JobQueue,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Reads and tries the list; nothing of it counts yet. The same file again is the list that it was. */
  async upload(scope: Scope, upload: ListUpload): Promise<{ id: string; isKnown: boolean }> {
    const countyCode = ownCounty(scope);
    const { mediaType, sheet, columns } = await openSheet(upload);
    const fileSha256 = createHash('sha256').update(upload.bytes).digest('hex');
    const db = this.unitOfWork.read(scope);
    const known = await sameFile(db, countyCode, { kind: upload.kind, fileSha256 });
    if (known !== null) {
      return { id: known, isKnown: true };
    }
    const id = newId();
    const list = await this.reader.read({ countyCode, kind: upload.kind }, sheet, this.today());
    const plans = await this.plan(db, { countyCode, kind: upload.kind }, list);
    const contentCipher = await this.seal.file(countyCode, id, upload.bytes);
    try {
      await this.unitOfWork.run(scope, async (tx) => {
        await tx.insert(RegistryListEntity, {
          id,
          countyCode,
          kind: upload.kind,
          status: 'CHECKED',
          fileName: upload.fileName.slice(0, 200),
          mediaType,
          fileSha256,
          contentCipher,
          columns: sheet.header.map((heading, at) => ({ heading, field: columns[at] ?? null })),
          rowCount: sheet.rows.length,
          counts: countsOf(list, plans),
          remarks: remarksOf(list, plans),
          uploadedBy: scope.userId,
          uploadedAt: this.clock.now(),
          live: 1,
        });
        auditList(tx, {
          listId: id,
          action: 'upload',
          values: {
            kind: upload.kind,
            fileName: upload.fileName,
            rows: sheet.rows.length,
          },
        });
      });
    } catch (error) {
      const rival = isDuplicate(error)
        ? await sameFile(db, countyCode, { kind: upload.kind, fileSha256 })
        : null;
      if (rival === null) {
        throw error;
      }
      return { id: rival, isKnown: true };
    }
    return { id, isKnown: false };
  }

  /** Takes the good rows in; the others stay outside with their reasons. Planned once more under the county's lock. */
  async accept(scope: Scope, request: ListAcceptance, work?: Work): Promise<RegistryCounts> {
    const stored = await openList(this.unitOfWork.read(scope), request.listId);
    const coverage = coverageOf(stored.kind, request);
    const sheet = await this.sheetOf(stored);
    const total = 2 * sheet.rows.length;
    const tell = async (done: number): Promise<void> => {
      work?.signal.throwIfAborted();
      await work?.progress(done, total);
    };
    await tell(0);
    const list = await this.reader.read(stored, sheet, this.today(), tell);
    await tell(sheet.rows.length);
    return await this.unitOfWork.run(scope, async (tx) => {
      await lockCounty(tx, stored.countyCode);
      const plans = await this.plan(tx, stored, list);
      const now = this.clock.now();
      const counts = countsOf(list, plans);
      const changed = await tx.execute(
        `UPDATE registry_list SET status = 'ACCEPTED', accepted_by = ?, accepted_at = ?, counts = ?, remarks = ?,
           complete_for = ?, covers_from = ?, covers_through = ?, version = version + 1
         WHERE id = ? AND county_code = ? AND county_code IN (?) AND status = 'CHECKED' AND version = ?`,
        [
          scope.userId,
          now,
          JSON.stringify(counts),
          JSON.stringify(remarksOf(list, plans)),
          ...coverage,
          stored.id,
          stored.countyCode,
          scope.countyCodes,
          request.version,
        ],
      );
      if (changed !== 1) {
        throw staleList(stored.id);
      }
      const { countyCode, kind } = stored;
      await writePlan(tx, this.seal, { countyCode, kind, listId: stored.id, now }, plans);
      const complete =
        coverage[0] === null
          ? {}
          : { completeFor: coverage[0], coversThrough: String(coverage[2]) };
      auditList(tx, {
        listId: stored.id,
        action: 'accept',
        values: { ...counts, ...complete },
      });
      await rematch(this.jobs, tx, countyCode);
      await work?.finish(tx, counts);
      return counts;
    });
  }

  /** The rows of the file as they were uploaded. */
  async sheetOf(list: StoredList): Promise<SheetText> {
    const bytes = await this.seal.openFile(list.countyCode, list.id, list.content);
    return findHeaderRow(headingsOf(list.kind), await readSheet(bytes, list.mediaType));
  }

  private today(): LocalDate {
    return this.clock.today();
  }

  private async plan(
    db: Db,
    at: { readonly countyCode: string; readonly kind: RegistryKind },
    list: ReadList,
  ): Promise<RowPlan[]> {
    const people = [...new Set(list.rows.map(({ person }) => person))];
    return planRows(list.rows, await readKnown(db, { ...at, people }));
  }
}

/** The sheet with its columns named; a list that lacks what its kind needs is refused as a whole. */
async function openSheet({ kind, bytes }: ListUpload) {
  const mediaType = sheetTypeOf(bytes);
  const sheet = findHeaderRow(headingsOf(kind), await readSheet(bytes, mediaType));
  const columns = guessColumns(headingsOf(kind), sheet.header);
  const missing = missingFields(kind, columns);
  if (missing.length > 0) {
    throw new AppError('REGISTRY_COLUMNS_MISSING', `No column ${missing.join()}`, {
      columns: missing.map(headingOf).join('、'),
    });
  }
  return { mediaType, sheet, columns };
}
