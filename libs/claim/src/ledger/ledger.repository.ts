import { addMonthsToMonth, assert, monthOf, type LocalDate, type YearMonth } from '@yibu/kernel';
import { newId, type Db, type Tx } from '@yibu/platform';

import type { Ledger, LedgerEntry } from '../engine.js';
import type { Period } from '../facts/period.rules.js';
import type { LedgerStatus, OpeningState } from './ledger.entities.js';

export interface ClaimYear {
  readonly id: string;
  readonly centerId: string;
  readonly yearFrom: YearMonth;
  readonly status: 'OPEN' | 'CLOSED';
  readonly opening: OpeningState;
  readonly openingCount: number;
  readonly openingFen: number;
  readonly openingAt: Date | null;
  readonly openingByName: string | null;
  readonly closedAt: Date | null;
  readonly version: number;
}

const YEAR = `SELECT y.id, y.center_id AS centerId, y.year_from AS yearFrom, y.status, y.opening,
  y.opening_count AS openingCount, y.opening_fen AS openingFen, y.opening_at AS openingAt,
  (SELECT u.display_name FROM app_user u WHERE u.id = y.opening_by) AS openingByName,
  y.closed_at AS closedAt, y.version FROM claim_year y`;

export const findYear = async (
  db: Db,
  centerId: string,
  yearFrom: YearMonth,
): Promise<ClaimYear | null> =>
  await db.row<ClaimYear>(
    `${YEAR} WHERE y.center_id = ? AND y.year_from = ? AND y.center_id IN (?)`,
    [centerId, yearFrom, db.centers],
  );

/**
 * The year's row under a lock: one submission, decision or opening of a center's year at a time. Whoever has claimed
 * with the product in an earlier year has nothing on paper to bring along.
 */
export async function lockYear(tx: Tx, centerId: string, yearFrom: YearMonth): Promise<ClaimYear> {
  tx.requireCenter(centerId);
  await tx.execute(
    `INSERT IGNORE INTO claim_year (id, center_id, year_from, status, opening)
     SELECT ?, ?, ?, 'OPEN', IF(EXISTS (SELECT 1 FROM claim c WHERE c.center_id = ? AND c.year_from < ?
       AND c.kind <> 'AWARD' AND c.submitted_at IS NOT NULL), 'NOTHING', 'UNANSWERED')`,
    [newId(), centerId, yearFrom, centerId, yearFrom],
  );
  // All years of the center: a late reversal of last year and a claim of this year are one ledger.
  const years = await tx.rows<ClaimYear>(
    `${YEAR} WHERE y.center_id = ? AND y.center_id IN (?) ORDER BY y.year_from FOR UPDATE`,
    [centerId, tx.centers],
  );
  const year = years.find((row) => row.yearFrom === yearFrom);
  assert(year, 'a claim year exists after it was inserted');
  return year;
}

interface EntryRow {
  readonly id: string;
  readonly program: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly month: YearMonth;
  readonly amountFen: number;
  readonly status: LedgerStatus;
  readonly settledFen: number | null;
  readonly lineId: string | null;
  readonly digest: string | null;
  readonly objection: string | null;
}

/** Months that a claim looks at again: from the first open claim year on. */
export interface OpenWindow {
  readonly openFrom: YearMonth;
  readonly lastMonth: YearMonth;
  /** Closed by the bureau, or answered for by an earlier operator. */
  readonly closedThrough: YearMonth | null;
  /** Of an application by itself: its programs, and its project if it is for one, which is looked for in all years. */
  readonly only?: { readonly programs: readonly string[]; readonly projectId: string | null };
}

/**
 * A claim year stays open until the bureau closes it, so a death of December learnt in February is still reversed.
 * Months that an earlier operator answers for are closed to this one: it neither claims nor reverses them.
 */
export async function openWindow(
  db: Db,
  claim: { readonly centerId: string; readonly organizationId: string },
  period: Pick<Period, 'yearFrom' | 'lastMonth' | 'endsBefore'>,
): Promise<OpenWindow> {
  const years = await db.rows<{ yearFrom: YearMonth; status: string }>(
    `SELECT year_from AS yearFrom, status FROM claim_year
     WHERE center_id = ? AND center_id IN (?) AND year_from < ? ORDER BY year_from`,
    [claim.centerId, db.centers, period.yearFrom],
  );
  const former = await db.row<{ untilOn: LocalDate | null }>(
    `SELECT MAX(until_on) AS untilOn FROM operating_contract
     WHERE center_id = ? AND center_id IN (?) AND organization_id <> ? AND until_on <= ?`,
    [claim.centerId, db.centers, claim.organizationId, period.endsBefore],
  );
  const closed = years.filter(({ status }) => status === 'CLOSED').at(-1);
  const afterClosed = closed === undefined ? null : addMonthsToMonth(closed.yearFrom, 12);
  const openYear = years.find(
    ({ status, yearFrom }) =>
      status === 'OPEN' && (afterClosed === null || yearFrom >= afterClosed),
  );
  const openFrom = openYear?.yearFrom ?? period.yearFrom;
  // Who runs the center on the last day of a month answers for the month.
  const untilOn = former?.untilOn ?? null;
  const ofFormer = untilOn === null ? null : addMonthsToMonth(monthOf(untilOn), -1);
  const isInside = ofFormer !== null && ofFormer >= openFrom;
  return {
    openFrom,
    lastMonth: period.lastMonth,
    closedThrough: isInside ? ofFormer : null,
  };
}

/** `ledger/1` of the open months. Withdrawn entries cover nothing and stay out. */
export async function readLedger(db: Db, centerId: string, window: OpenWindow): Promise<Ledger> {
  const projectId = window.only?.projectId ?? null;
  const rows = await db.rows<EntryRow>(
    `SELECT e.id, e.program, e.subject_kind AS subjectKind, e.subject_id AS subjectId, e.month,
       e.amount_fen AS amountFen, e.status, e.claim_line_id AS lineId, e.digest, o.reason AS objection,
       CASE WHEN e.status = 'HELD' THEN 0
         WHEN e.status = 'CUT' AND v.verdict = 'HELD' THEN COALESCE(a.granted_fen, 0)
         WHEN e.status IN ('CUT', 'PAID') AND v.verdict = 'CUT'
           THEN e.amount_fen - v.cut_fen + COALESCE(a.granted_fen, 0) END AS settledFen
     FROM ledger_entry e LEFT JOIN claim_objection o ON o.ledger_entry_id = e.id
     LEFT JOIN claim_line_verdict v ON v.claim_line_id = e.claim_line_id
     LEFT JOIN claim_appeal a ON a.live_line_id = e.claim_line_id
     WHERE e.center_id = ? AND e.center_id IN (?) AND e.month >= ? AND e.month <= ? AND e.status <> 'WITHDRAWN'
       AND IF(?, e.program IN (?) AND (? IS NULL OR e.subject_id = ?), e.subject_kind <> 'project') ORDER BY e.id`,
    [
      centerId,
      db.centers,
      projectId === null ? window.openFrom : '0000-00',
      window.lastMonth,
      window.only !== undefined,
      window.only?.programs ?? [],
      projectId,
      projectId,
    ],
  );
  const entries = rows.map(toEntry);
  return window.closedThrough === null
    ? { schema: 'ledger/1', entries }
    : { schema: 'ledger/1', entries, closedThrough: window.closedThrough };
}

const toEntry = (row: EntryRow): LedgerEntry => ({
  program: row.program,
  subject: { kind: row.subjectKind, id: row.subjectId },
  month: row.month,
  amountFen: row.amountFen,
  status: row.status,
  line: row.lineId ?? row.id,
  digest: row.digest,
  ...(row.settledFen === null ? {} : { settledFen: row.settledFen }),
  ...(row.objection === null ? {} : { objection: row.objection }),
});

/** Statuses follow what happens to the claim; amounts never change. */
export async function setLedgerStatus(
  tx: Tx,
  claimId: string,
  status: LedgerStatus,
  from: readonly LedgerStatus[],
): Promise<void> {
  await tx.execute(
    'UPDATE ledger_entry SET status = ? WHERE claim_id = ? AND center_id IN (?) AND status IN (?)',
    [status, claimId, tx.centers, from],
  );
}

/** One entry by its line, while an appeal runs and when it is answered. */
export async function setEntryStatus(
  tx: Tx,
  lineId: string,
  { from, to }: { readonly from: LedgerStatus; readonly to: LedgerStatus },
): Promise<void> {
  const changed = await tx.execute(
    'UPDATE ledger_entry SET status = ? WHERE claim_line_id = ? AND center_id IN (?) AND status = ?',
    [to, lineId, tx.centers, from],
  );
  assert(changed === 1, 'the entry of an appealed line is where the appeal left it');
}

/** Held lines that were refused in the end: a mended cause may claim them once more. */
export async function returnHeldEntries(tx: Tx, lineIds: readonly string[]): Promise<void> {
  await tx.execute(
    `UPDATE ledger_entry SET status = 'RETURNED' WHERE claim_line_id IN (?) AND center_id IN (?) AND status = 'HELD'`,
    [lineIds, tx.centers],
  );
}
