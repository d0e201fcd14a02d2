import { Inject, Injectable } from '@nestjs/common';
import { findCenter } from '@yibu/center';
import {
  addMonthsToMonth,
  ageOn,
  AppError,
  InputError,
  lastDay,
  localDate,
  monthOf,
  yearMonth,
  type Clock,
  type YearMonth,
} from '@yibu/kernel';
import {
  CLOCK,
  idempotent,
  isDuplicate,
  newId,
  requirePermission,
  UnitOfWork,
  type Locale,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { openBody, readBody, sealBody, type SheetBody } from './sheet.body.js';
import { COUNT_CELLS } from './sheet.catalogue.js';
import { InstitutionSheetEntity } from './sheet.entity.js';
import { daysOf, readRows, type FigureRow } from './sheet.figures.js';
import type {
  FileInstitutionSheetInput,
  InstitutionSheet,
  SheetMonth,
  SheetRow,
  SheetRowPage,
} from './sheet.graphql.js';
import { findSheet, listVersions, listYear, toVersion } from './sheet.queries.js';
import { SOURCES } from './sheet.sets.js';
import { viewOf } from './sheet.view.js';

/** Who may see what nobody has filed yet: whoever works with the records themselves. */
const COUNTS = 'resident.read';
const [FIRST_YEAR, LAST_YEAR] = [2000, 2100];

interface Asked {
  readonly centerId: string;
  readonly month: YearMonth;
  /** A filed version; 0: the records of today; null: the newest, or the records of today. */
  readonly version: number | null;
  /** Of the screen that asks; absent: of the person. */
  readonly locale?: Locale;
}

@Injectable()
export class SheetService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async sheet(scope: Scope, asked: Asked): Promise<InstitutionSheet> {
    const { centerId, month, version, locale = scope.locale } = asked;
    return await this.unitOfWork.snapshot(scope, async (db) => {
      const center = await findCenter(db, this.clock.today(), centerId);
      this.requireMonth(center.openedOn, month);
      const versions = await listVersions(db, centerId, month);
      const wanted =
        version === null ? versions[0] : versions.find((one) => one.number === version);
      if (version !== null && version !== 0 && wanted === undefined) {
        throw new AppError('NOT_FOUND', `No version ${version} of ${month}`, {
          entity: 'institutionSheet',
          id: String(version),
        });
      }
      if (wanted === undefined && !scope.permissions.has(COUNTS)) {
        throw new AppError('SHEET_NOT_FILED', `${month} was not filed`, { month });
      }
      const live = await readBody(db, centerId, month);
      const filed = wanted ? await findSheet(db, wanted.id) : null;
      const shown = filed ? openBody(filed.body, filed.digest) : live;
      return {
        centerId,
        centerName: center.name,
        month,
        lastDay: lastDay(month),
        isOver: this.isOver(month),
        versions: versions.map(toVersion),
        shown: filed ? toVersion(filed) : null,
        ...viewOf(shown, live, locale),
        liveDigest: sealBody(live).digest,
      };
    });
  }

  /** The rows behind one figure as the records say today, for who may read such records. */
  async rows(
    scope: Scope,
    asked: { readonly centerId: string; readonly month: YearMonth; readonly cell: string },
    page: { readonly limit: number; readonly offset: number },
  ): Promise<SheetRowPage> {
    const cell = COUNT_CELLS.find(({ key }) => key === asked.cell);
    if (!cell) {
      throw new InputError([{ path: 'cell', rule: 'isIn' }]);
    }
    requirePermission(scope, SOURCES[cell.set].permission);
    const db = this.unitOfWork.read(scope);
    const center = await findCenter(db, this.clock.today(), asked.centerId);
    this.requireMonth(center.openedOn, asked.month);
    const place = { ...daysOf(asked.month), centerId: asked.centerId };
    const found = await readRows(db, place, cell, page);
    const day = cell.set === 'BEFORE' ? place.before : place.last;
    return { ...found, items: found.items.map((row) => toRow(row, day)) };
  }

  /** Every month of a year since the center opened, newest first. */
  async months(scope: Scope, centerId: string, year: number): Promise<SheetMonth[]> {
    const db = this.unitOfWork.read(scope);
    const center = await findCenter(db, this.clock.today(), centerId);
    if (year < FIRST_YEAR || year > LAST_YEAR) {
      return [];
    }
    const filed = await listYear(db, centerId, year);
    const [first, last] = [monthOf(center.openedOn), monthOf(this.clock.today())];
    return Array.from({ length: 12 }, (_, index) =>
      addMonthsToMonth(yearMonth(`${year}-12`), -index),
    )
      .filter((month) => month >= first && month <= last)
      .map((month) => {
        const sheet = filed.find((one) => one.month === month);
        const figures = sheet ? openBody(sheet.body, sheet.digest).figures : {};
        return {
          month,
          isOver: this.isOver(month),
          version: sheet ? toVersion(sheet) : null,
          residents: figures['residents'] ?? null,
          beds: figures['beds'] ?? null,
        };
      });
  }

  /** Freezes the month as it stands now. Again only with a reason, and only where something changed. */
  async file(scope: Scope, input: FileInstitutionSheetInput): Promise<InstitutionSheet> {
    const { idempotencyKey: key, ...rest } = input;
    const { centerId, month } = input;
    const reason = input.reason?.trim() ?? '';
    await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(centerId);
      await idempotent(tx, { key, operation: 'fileInstitutionSheet', input: rest }, async () => {
        const center = await findCenter(tx, this.clock.today(), centerId);
        this.requireMonth(center.openedOn, month);
        if (!this.isOver(month)) {
          throw new AppError('SHEET_MONTH_OPEN', `${month} is not over`, { month });
        }
        const newest = await this.newestSeen(tx, input, reason);
        const body = await readBody(tx, centerId, month);
        return await this.write(tx, body, { number: newest + 1, seen: input.seen, reason });
      });
    });
    return await this.sheet(scope, { centerId, month, version: null });
  }

  private async newestSeen(
    tx: Tx,
    { centerId, month, basedOn }: FileInstitutionSheetInput,
    reason: string,
  ): Promise<number> {
    // The center's row is the lock: of two who file at once, the second sees the version of the first.
    await tx.rows('SELECT id FROM center WHERE id = ? AND id IN (?) FOR UPDATE', [
      centerId,
      tx.centers,
    ]);
    const [newest] = await listVersions(tx, centerId, month);
    if ((newest?.number ?? 0) !== basedOn) {
      throw staleSheet(month);
    }
    if (newest && reason === '') {
      throw new InputError([{ path: 'reason', rule: 'required' }]);
    }
    return newest?.number ?? 0;
  }

  private async write(
    tx: Tx,
    body: SheetBody,
    at: { readonly number: number; readonly seen: string; readonly reason: string },
  ): Promise<string> {
    const { centerId, month } = body;
    const sealed = sealBody(body);
    if (sealed.digest !== at.seen) {
      throw new AppError('SHEET_CHANGED', `Records of ${month} changed since it was shown`, {
        month,
      });
    }
    const [newest] = await listVersions(tx, centerId, month);
    if (newest?.digest === sealed.digest) {
      throw new AppError('SHEET_UNCHANGED', `Nothing of ${month} changed`, { month });
    }
    const id = newId();
    const reason = at.number === 1 ? null : at.reason;
    const { text, digest } = sealed;
    const { userId: filedBy, userName: filedByName } = tx.scope;
    const who = { filedBy, filedByName, filedAt: this.clock.now() };
    try {
      const row = { id, centerId, month, number: at.number, body: text, digest, reason, ...who };
      await tx.insert(InstitutionSheetEntity, row);
    } catch (error) {
      throw isDuplicate(error) ? staleSheet(month) : error;
    }
    tx.audit({
      entity: 'institutionSheet',
      entityId: id,
      centerId,
      action: at.number === 1 ? 'file' : 'fileAgain',
      changes: [
        { field: 'month', from: null, to: month },
        { field: 'number', from: at.number === 1 ? null : at.number - 1, to: at.number },
        { field: 'digest', from: newest?.digest ?? null, to: digest },
      ],
      reason,
    });
    return id;
  }

  private isOver(month: YearMonth): boolean {
    return month < monthOf(this.clock.today());
  }

  private requireMonth(openedOn: string, month: YearMonth): void {
    const [first, last] = [monthOf(localDate(openedOn)), monthOf(this.clock.today())];
    if (month < first || month > last) {
      throw new AppError('SHEET_MONTH_OUTSIDE', `No sheet of ${month}`, { month, first, last });
    }
  }
}

const staleSheet = (month: YearMonth): AppError =>
  new AppError('STALE_VERSION', `The sheet of ${month} was filed meanwhile`, {
    entity: 'institutionSheet',
    id: month,
  });

const toRow = (row: FigureRow, day: ReturnType<typeof lastDay>): SheetRow => ({
  id: row.id,
  name: row.name,
  quantity: Number(row.quantity),
  residentId: row.residentId ?? null,
  staffId: row.staffId ?? null,
  sex: row.sex ?? null,
  age: row.bornOn ? ageOn(localDate(row.bornOn), day) : null,
  place: row.place ?? null,
  onDate: row.onDate ? localDate(row.onDate) : null,
  level: row.level ?? null,
  word: row.word ?? null,
  staffName: row.staffName ?? null,
});
