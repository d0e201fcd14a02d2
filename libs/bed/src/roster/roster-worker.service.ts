import { Inject, Injectable } from '@nestjs/common';
import { AppError, type Clock } from '@yibu/kernel';
import { CLOCK, UnitOfWork, type JobContext, type Scope, type Tx } from '@yibu/platform';

import { BETWEEN_WORDS } from './category.rules.js';
import { EventChecker, type EventPlan } from './event.checker.js';
import { HouseSnapshots, type HouseSnapshot } from './house.snapshot.js';
import { RosterChecker, type RosterPlan } from './roster.checker.js';
import {
  ROW_OUTCOMES,
  RosterImportEntity,
  type CheckedRow,
  type OpenLevelChoice,
  type RosterSummary,
  type RowOutcome,
} from './roster.entity.js';
import { findImport } from './roster.queries.js';
import { RosterService, type AcceptMode } from './roster.service.js';
import { RosterWriter } from './roster-writer.service.js';

type RowPlan =
  | { readonly kind: 'PERSON'; readonly plan: RosterPlan }
  | { readonly kind: 'EVENT'; readonly plan: EventPlan };

interface PlannedRow {
  readonly checked: CheckedRow;
  readonly plan: RowPlan | null;
}

interface CheckedList {
  readonly list: RosterImportEntity;
  readonly house: HouseSnapshot;
  readonly rows: readonly PlannedRow[];
}

export interface AcceptPayload {
  readonly importId: string;
  readonly mode: AcceptMode;
  readonly changedRows: readonly number[];
  readonly openLevels?: OpenLevelChoice;
}

/** Checks and accepts lists while their author does something else. */
@Injectable()
export class RosterWorker {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lists: RosterService,
    private readonly houses: HouseSnapshots,
    private readonly rosterChecker: RosterChecker,
    private readonly eventChecker: EventChecker,
    private readonly writer: RosterWriter,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async check(context: JobContext<{ readonly importId: string }>): Promise<RosterSummary> {
    const { list, rows } = await this.examine(context.scope, context.payload.importId, context);
    const outcomes = rows.map(({ checked }) => checked);
    const summary = this.summaryOf(rows);
    await this.unitOfWork.run(context.scope, async (tx) => {
      await this.save(tx, list, { status: 'CHECKED', summary, outcomes });
      await context.finish(tx, summary);
    });
    return summary;
  }

  /** The house may have changed since the check, so every row is judged anew before it is written. */
  async accept(context: JobContext<AcceptPayload>): Promise<RosterSummary> {
    const { scope, payload } = context;
    const before = context.attempt > 1 ? await this.lists.outcomes(scope, payload.importId) : [];
    const found = await this.examine(scope, payload.importId, context);
    const examined = { ...found, rows: found.rows.map((row) => resumed(row, before, payload)) };
    const rows =
      payload.mode === 'ALL_OR_NOTHING'
        ? await this.writeAll(scope, examined, context)
        : await this.writeGood(scope, examined, context);
    const outcomes = rows.map(({ checked }) => checked);
    const summary = this.summaryOf(rows);
    const isKeptOut = payload.mode === 'ALL_OR_NOTHING' && summary.counts.PROBLEM > 0;
    await this.unitOfWork.run(scope, async (tx) => {
      const status = isKeptOut ? 'CHECKED' : 'DONE';
      await this.save(tx, examined.list, { status, summary, outcomes });
      if (summary.counts.PROBLEM === 0) {
        await tx.execute(
          'UPDATE roster_import SET content_cipher = NULL WHERE id = ? AND center_id IN (?)',
          [examined.list.id, tx.centers],
        );
      }
      await context.finish(tx, summary);
    });
    return summary;
  }

  private async examine(
    scope: Scope,
    importId: string,
    context: Pick<JobContext<unknown>, 'progress'>,
  ): Promise<CheckedList> {
    const db = this.unitOfWork.read(scope);
    const list = await findImport(db, importId);
    await context.progress(0, list.rowCount);
    const sheet = await this.lists.sheetOf(db, list);
    const house = await this.houses.take(db, list.centerId);
    const today = this.clock.today();
    const onProgress = async (done: number): Promise<void> => {
      await context.progress(done, list.rowCount);
    };
    if (list.kind === 'ROSTER') {
      const people = await this.rosterChecker.check({ sheet, list, house, today }, onProgress);
      const rows = people.map(({ checked, plan }) => ({
        checked,
        plan: plan && ({ kind: 'PERSON', plan } as const),
      }));
      return { list, house, rows };
    }
    const events = await this.eventChecker.check({ sheet, list, house, today }, onProgress);
    const rows = events.map(({ checked, plan }) => ({
      checked,
      plan: plan && ({ kind: 'EVENT', plan } as const),
    }));
    return { list, house, rows };
  }

  private async writeAll(
    scope: Scope,
    examined: CheckedList,
    context: JobContext<AcceptPayload>,
  ): Promise<PlannedRow[]> {
    if (examined.rows.some(({ checked }) => checked.outcome === 'PROBLEM')) {
      return [...examined.rows];
    }
    let current = 0;
    try {
      return await this.unitOfWork.run(scope, async (tx) => {
        const written: PlannedRow[] = [];
        for (const [index, row] of examined.rows.entries()) {
          current = index;
          written.push(await this.writeRow(tx, row, { examined, payload: context.payload }));
        }
        return written;
      });
    } catch (error) {
      return examined.rows.map((row, index) => (index === current ? refusedRow(row, error) : row));
    }
  }

  /** A row is a transaction: what one row meets on its way in does not keep the others out. */
  private async writeGood(
    scope: Scope,
    examined: CheckedList,
    context: JobContext<AcceptPayload>,
  ): Promise<PlannedRow[]> {
    const written: PlannedRow[] = [];
    for (const row of examined.rows) {
      context.signal.throwIfAborted();
      written.push(
        isWanted(row, context.payload)
          ? await this.writeAlone(scope, row, { examined, payload: context.payload })
          : row,
      );
      if (written.length % 10 === 0) {
        await context.progress(written.length, examined.rows.length);
      }
    }
    return written;
  }

  private async writeAlone(
    scope: Scope,
    row: PlannedRow,
    at: { readonly examined: CheckedList; readonly payload: AcceptPayload },
  ): Promise<PlannedRow> {
    try {
      return await this.unitOfWork.run(scope, async (tx) => await this.writeRow(tx, row, at));
    } catch (error) {
      return refusedRow(row, error);
    }
  }

  private async writeRow(
    tx: Tx,
    row: PlannedRow,
    at: { readonly examined: CheckedList; readonly payload: AcceptPayload },
  ): Promise<PlannedRow> {
    const { plan, checked } = row;
    if (plan === null || !isWanted(row, at.payload)) {
      return row;
    }
    const { house, list } = at.examined;
    const { openLevels = 'ONE_BY_ONE' } = at.payload;
    const writing = { house, reason: list.fileName, openLevels };
    const residentId =
      plan.kind === 'PERSON'
        ? await this.writer.writePerson(tx, plan.plan, writing)
        : await this.writer.writeEvent(tx, plan.plan, writing);
    return { plan, checked: { ...writtenRow(checked, at.payload), residentId } };
  }

  private summaryOf(rows: readonly PlannedRow[]): RosterSummary {
    const count = (outcome: RowOutcome): number =>
      rows.filter(({ checked }) => checked.outcome === outcome).length;
    const newBeds = rows.flatMap(({ plan }) => {
      const bed = plan !== null && 'bed' in plan.plan ? plan.plan.bed : null;
      return bed?.place ? [bed.key] : [];
    });
    return {
      total: rows.length,
      counts: Object.fromEntries(
        ROW_OUTCOMES.map((outcome) => [outcome, count(outcome)]),
      ) as Record<RowOutcome, number>,
      newBeds: new Set(newBeds).size,
      warnings: rows.filter(({ checked }) => checked.warnings.length > 0).length,
      openLevels: rows.filter(hasOpenLevel).length,
      unknownCategories: unknownCategories(rows),
      checkedOn: this.clock.today(),
    };
  }

  private async save(
    tx: Tx,
    list: RosterImportEntity,
    values: Partial<RosterImportEntity>,
  ): Promise<void> {
    const { version } = await findImport(tx, list.id);
    await tx.update(RosterImportEntity, { id: list.id, version }, values);
    const counts: Readonly<Record<string, number>> = values.summary?.counts ?? {};
    tx.audit({
      entity: 'rosterImport',
      entityId: list.id,
      centerId: list.centerId,
      action: values.status === 'DONE' ? 'accepted' : 'checked',
      changes: Object.entries(counts).map(([field, to]) => ({ field, from: null, to })),
    });
  }
}

/** What was settled with the acceptance is no longer warned of. */
const writtenRow = (checked: CheckedRow, { openLevels }: AcceptPayload): CheckedRow => ({
  ...checked,
  outcome: 'WRITTEN',
  warnings:
    openLevels === 'WITHOUT_END'
      ? checked.warnings.filter(({ rule }) => rule !== 'levelWaits')
      : checked.warnings,
});

/** A row that was wanted and now says what the file says was written by a worker that died before it could tell. */
function resumed(
  row: PlannedRow,
  before: readonly CheckedRow[],
  payload: AcceptPayload,
): PlannedRow {
  const { number, outcome } = row.checked;
  const asked = outcome === 'UNCHANGED' ? before.find((one) => one.number === number) : undefined;
  return asked !== undefined && isAskedFor(asked, payload)
    ? { plan: null, checked: writtenRow(row.checked, payload) }
    : row;
}

/** A refusal of one row belongs to the row; anything else is a fault of the program, and the job's. */
function refusedRow(row: PlannedRow, error: unknown): PlannedRow {
  if (!(error instanceof AppError)) {
    throw error;
  }
  const problem = { field: null, rule: 'changedMeanwhile', params: { code: error.code } };
  return { plan: null, checked: { ...row.checked, outcome: 'PROBLEM', problems: [problem] } };
}

const isWanted = ({ checked, plan }: PlannedRow, payload: AcceptPayload): boolean =>
  plan !== null && isAskedFor(checked, payload);

/** New rows are always wanted; rows that differ only where somebody said so. */
const isAskedFor = ({ outcome, number }: CheckedRow, payload: AcceptPayload): boolean =>
  outcome === 'NEW' || (outcome === 'CHANGED' && payload.changedRows.includes(number));

/** More than these are no categories: a wrong column was named. */
const MOST_WORDS = 50;

function unknownCategories(rows: readonly PlannedRow[]): { word: string; rows: number }[] {
  const found = new Map<string, number>();
  for (const { problems } of rows.map(({ checked }) => checked)) {
    const remark = problems.find(({ rule }) => rule === 'categoryUnknown');
    for (const word of remark ? String(remark.params?.['word']).split(BETWEEN_WORDS) : []) {
      found.set(word, (found.get(word) ?? 0) + 1);
    }
  }
  return [...found].slice(0, MOST_WORDS).map(([word, count]) => ({ word, rows: count }));
}

const hasOpenLevel = ({ plan, checked }: PlannedRow): boolean =>
  plan?.kind === 'PERSON' &&
  plan.plan.isLevelNew &&
  checked.warnings.some(({ rule }) => rule === 'levelWaits');
