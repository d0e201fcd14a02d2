import { Inject, Injectable } from '@nestjs/common';
import { AppError, fen, InputError, sumFen, type Clock, type YearMonth } from '@yibu/kernel';
import {
  AttachmentService,
  CLOCK,
  newId,
  readSheet,
  UnitOfWork,
  type Db,
  type Scope,
  type Tx,
} from '@yibu/platform';

import { insertRows } from '../claims/claim.store.js';
import { en, zh } from '../engine.js';
import { PackService } from '../packs/pack.service.js';
import { findYear, lockYear } from './ledger.repository.js';
import { assertLastClosed, assertNothingOpen } from './year.guard.js';
import type {
  ClaimYearInput,
  ConfirmNothingClaimedInput,
  EnterOpeningInput,
  ImportOpeningInput,
  OpeningEntry,
  OpeningImport,
  OpeningLedger,
} from './opening.graphql.js';
import { readOpening, type OpeningGround, type OpeningRow } from './opening.rules.js';
import { draftsOf } from './opening.sheet.js';

const ENTRY_INSERT = `INSERT INTO ledger_entry (id, center_id, organization_id, program, subject_kind, subject_id,
  month, amount_fen, status, claim_id, claim_line_id, digest, created_at) VALUES ?`;

/** What was claimed on paper before the product came, so that it is neither claimed again nor forgotten. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packs: PackService,
    private readonly attachments: AttachmentService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async read(scope: Scope, centerId: string, yearFrom: YearMonth): Promise<OpeningLedger> {
    const db = this.unitOfWork.read(scope);
    const year = await findYear(db, centerId, yearFrom);
    const entries = await db.rows<OpeningEntry>(
      `SELECT e.id, e.program, e.subject_kind AS subjectKind, e.subject_id AS subjectId,
         COALESCE(r.name, n.name) AS subjectName, e.month, e.amount_fen AS amountFen
       FROM ledger_entry e LEFT JOIN resident r ON r.id = e.subject_id LEFT JOIN center n ON n.id = e.subject_id
       WHERE e.center_id = ? AND e.center_id IN (?) AND e.status = 'OPENING' AND e.month >= ?
         AND e.month < ? ORDER BY e.month, subjectName, e.id LIMIT 5000`,
      [centerId, db.centers, yearFrom, nextYear(yearFrom)],
    );
    return {
      yearFrom,
      state: year?.opening ?? 'UNANSWERED',
      entryCount: year?.openingCount ?? 0,
      totalFen: fen(year?.openingFen ?? 0),
      confirmedByName: year?.openingByName ?? null,
      confirmedAt: year?.openingAt ?? null,
      isYearClosed: year?.status === 'CLOSED',
      canChange: year?.status !== 'CLOSED' && !(await hasSubmitted(db, centerId, yearFrom)),
      entries,
    };
  }

  async confirmNothing(scope: Scope, input: ConfirmNothingClaimedInput): Promise<OpeningLedger> {
    await this.unitOfWork.run(scope, async (tx) => {
      await this.lockForOpening(tx, input);
      await this.store(tx, { ...input, rows: [], state: 'NOTHING' });
    });
    return await this.read(scope, input.centerId, input.yearFrom);
  }

  async enter(scope: Scope, input: EnterOpeningInput): Promise<OpeningLedger> {
    await this.unitOfWork.run(scope, async (tx) => {
      await this.lockForOpening(tx, input);
      const drafts = input.rows.map((row, index) => ({
        row: index + 1,
        program: row.program,
        subject: row.subjectId,
        month: row.month,
        amountFen: row.amountFen,
        amountText: String(row.amountFen),
      }));
      const { rows, problems } = readOpening(drafts, await this.groundOf(tx, input));
      if (problems.length > 0) {
        throw new InputError(
          problems.map(({ row, column, rule }) => ({ path: `rows.${row - 1}.${column}`, rule })),
        );
      }
      await this.store(tx, { ...input, rows, state: 'IMPORTED' });
    });
    return await this.read(scope, input.centerId, input.yearFrom);
  }

  /** Reads the sheet, tells every problem, and stores only a sheet without one. A second import replaces the first. */
  async import(scope: Scope, input: ImportOpeningInput): Promise<OpeningImport> {
    const { attachment, bytes } = await this.attachments.read(scope, input.attachmentId);
    if (attachment.centerId !== input.centerId || attachment.entity !== 'openingLedger') {
      throw new AppError('NOT_FOUND', `Attachment ${attachment.id} is no ledger of the center`, {
        entity: 'attachment',
        id: attachment.id,
      });
    }
    const sheet = await readSheet(bytes, attachment.mediaType);
    const drafts = draftsOf(sheet.header, sheet.rows);
    return await this.unitOfWork.run(scope, async (tx) => {
      await this.lockForOpening(tx, input);
      const { rows, problems } = readOpening(drafts, await this.groundOf(tx, input));
      const isStored = problems.length === 0 && rows.length > 0 && input.isDryRun !== true;
      if (isStored) {
        await this.store(tx, { ...input, rows, state: 'IMPORTED' });
      }
      return {
        rowCount: drafts.length,
        validCount: rows.length,
        totalFen: sumFen(rows.map(({ amountFen }) => amountFen)),
        problems,
        isStored,
      };
    });
  }

  /** The bureau draws a line under a year, or lifts it again with a reason. */
  async setYearStatus(
    scope: Scope,
    input: ClaimYearInput,
    status: 'OPEN' | 'CLOSED',
  ): Promise<OpeningLedger> {
    await this.unitOfWork.run(scope, async (tx) => {
      const year = await lockYear(tx, input.centerId, input.yearFrom);
      if (year.status === status) {
        return;
      }
      await (status === 'CLOSED' ? assertNothingOpen(tx, year) : assertLastClosed(tx, year));
      await tx.execute(
        'UPDATE claim_year SET status = ?, closed_at = ?, version = version + 1 WHERE id = ? AND center_id IN (?)',
        [status, status === 'CLOSED' ? this.clock.now() : null, year.id, tx.centers],
      );
      tx.audit({
        entity: 'claimYear',
        entityId: year.id,
        centerId: input.centerId,
        action: status === 'CLOSED' ? 'close' : 'reopen',
        changes: [{ field: 'status', from: year.status, to: status }],
        reason: input.reason,
      });
    });
    return await this.read(scope, input.centerId, input.yearFrom);
  }

  private async lockForOpening(
    tx: Tx,
    input: { readonly centerId: string; readonly yearFrom: YearMonth },
  ): Promise<void> {
    const year = await lockYear(tx, input.centerId, input.yearFrom);
    if (year.status === 'CLOSED') {
      throw new AppError('CLAIM_YEAR_CLOSED', `Year ${input.yearFrom} is closed`, {
        year: input.yearFrom,
      });
    }
    if (await hasSubmitted(tx, input.centerId, input.yearFrom)) {
      throw new AppError('OPENING_TOO_LATE', `A claim of ${input.yearFrom} was submitted`, {
        year: input.yearFrom,
      });
    }
  }

  private async groundOf(
    tx: Tx,
    input: { readonly centerId: string; readonly yearFrom: YearMonth },
  ): Promise<OpeningGround> {
    const center = await tx.row<{ name: string; countyCode: string }>(
      'SELECT name, county_code AS countyCode FROM center WHERE id = ? AND id IN (?)',
      [input.centerId, tx.centers],
    );
    const pack = await this.packs.inForce(tx, center?.countyCode ?? '', this.clock.today());
    const residents = await tx.rows<{ id: string; name: string; last4: string | null }>(
      'SELECT id, name, id_last4 AS last4 FROM resident WHERE center_id = ? AND center_id IN (?)',
      [input.centerId, tx.centers],
    );
    const people = new Map<string, string[]>();
    for (const { id, name, last4 } of residents) {
      for (const key of new Set([id, name, `${name} ${last4 ?? ''}`, `${name}${last4 ?? ''}`])) {
        people.set(key, [...(people.get(key) ?? []), id]);
      }
    }
    const programs = new Map(
      pack.body.programs.flatMap(({ id, title, subject }) =>
        [id, zh(title), en(title)].map((key) => [key, { id, subjectKind: subjectKindOf(subject) }]),
      ),
    );
    return {
      yearFrom: input.yearFrom,
      centerId: input.centerId,
      centerName: center?.name ?? '',
      programs,
      people,
    };
  }

  private async store(
    tx: Tx,
    input: {
      readonly centerId: string;
      readonly yearFrom: YearMonth;
      readonly rows: readonly OpeningRow[];
      readonly state: 'NOTHING' | 'IMPORTED';
    },
  ): Promise<void> {
    const { centerId, yearFrom, rows, state } = input;
    const now = this.clock.now();
    await tx.execute(
      `DELETE FROM ledger_entry WHERE center_id = ? AND center_id IN (?) AND status = 'OPENING'
       AND month >= ? AND month < ?`,
      [centerId, tx.centers, yearFrom, nextYear(yearFrom)],
    );
    await insertRows(
      tx,
      ENTRY_INSERT,
      rows.map((row) => [
        newId(),
        centerId,
        tx.scope.organizationId,
        row.program,
        row.subjectKind,
        row.subjectId,
        row.month,
        row.amountFen,
        'OPENING',
        null,
        null,
        null,
        now,
      ]),
    );
    const total = sumFen(rows.map(({ amountFen }) => amountFen));
    await tx.execute(
      `UPDATE claim_year SET opening = ?, opening_count = ?, opening_fen = ?, opening_by = ?, opening_at = ?,
         version = version + 1 WHERE center_id = ? AND year_from = ? AND center_id IN (?)`,
      [state, rows.length, total, tx.scope.userId, now, centerId, yearFrom, tx.centers],
    );
    tx.audit({
      entity: 'openingLedger',
      entityId: centerId,
      centerId,
      action: state === 'NOTHING' ? 'confirmNothing' : 'import',
      changes: [
        { field: 'year', from: null, to: yearFrom },
        { field: 'entries', from: null, to: rows.length },
        { field: 'totalFen', from: null, to: total },
      ],
    });
  }
}

const subjectKindOf = (subject: string): string => subject.toLowerCase();

const nextYear = (yearFrom: YearMonth): string =>
  `${Number(yearFrom.slice(0, 4)) + 1}${yearFrom.slice(4)}`;

const hasSubmitted = async (db: Db, centerId: string, yearFrom: YearMonth): Promise<boolean> =>
  (await db.row(
    `SELECT id FROM claim WHERE center_id = ? AND center_id IN (?) AND year_from = ? AND submitted_at IS NOT NULL
     AND kind <> 'AWARD' AND status NOT IN ('WITHDRAWN', 'RETURNED') LIMIT 1`,
    [centerId, db.centers, yearFrom],
  )) !== null;
