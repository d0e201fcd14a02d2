import { addMonthsToMonth, AppError, type YearMonth } from '@yibu/kernel';
import type { Tx } from '@yibu/platform';

import type { ClaimYear } from './ledger.repository.js';

const MOST_NAMED = 5;

/**
 * After a year is closed nothing of its months can be claimed again: what is under way or held is settled first, also
 * where a claim of a later year carries it.
 */
export async function assertNothingOpen(tx: Tx, year: ClaimYear): Promise<void> {
  const before = addMonthsToMonth(year.yearFrom, 12);
  const open = await tx.rows<{ number: string }>(
    `SELECT DISTINCT c.number FROM claim c WHERE c.center_id = ? AND c.center_id IN (?)
       AND (c.status IN ('SUBMITTED', 'IN_REVIEW') AND (c.year_from = ? OR EXISTS (
         SELECT 1 FROM ledger_entry e WHERE e.claim_id = c.id AND e.center_id = c.center_id AND e.month < ?))
       OR c.decided_fen IS NOT NULL AND EXISTS (
         SELECT 1 FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id
         WHERE v.claim_id = c.id AND v.center_id = c.center_id AND l.month < ?
           AND v.verdict = 'HELD' AND v.refused_at IS NULL AND v.released_in_claim_id IS NULL)
       OR EXISTS (SELECT 1 FROM claim_appeal a JOIN claim_line l ON l.id = a.claim_line_id
         WHERE a.claim_id = c.id AND a.center_id = c.center_id AND l.month < ?
         AND a.annulled_at IS NULL AND (a.outcome IS NULL OR a.outcome = 'UPHELD' AND a.carried_in_claim_id IS NULL)))
     ORDER BY c.number LIMIT ?`,
    [year.centerId, tx.centers, year.yearFrom, before, before, before, MOST_NAMED],
  );
  if (open.length > 0) {
    throw new AppError('CLAIM_YEAR_OPEN_WORK', `${open.length} claims of the year are open`, {
      claims: open.map(({ number }) => number).join('、'),
    });
  }
}

/** A claim takes from earlier years too: none of them is closed between the look at them and the claim's going in. */
export async function keepEarlierYears(
  tx: Tx,
  claim: { readonly centerId: string; readonly yearFrom: YearMonth },
): Promise<void> {
  await tx.rows(
    `SELECT id FROM claim_year WHERE center_id = ? AND center_id IN (?) AND year_from < ?
     ORDER BY year_from LOCK IN SHARE MODE`,
    [claim.centerId, tx.centers, claim.yearFrom],
  );
}

/** Months of a closed year are settled: nothing of them is taken up again before the bureau opens the year. */
export async function assertMonthOpen(tx: Tx, centerId: string, month: YearMonth): Promise<void> {
  const closed = await tx.row<{ yearFrom: YearMonth }>(
    `SELECT year_from AS yearFrom FROM claim_year WHERE center_id = ? AND center_id IN (?) AND status = 'CLOSED'
       AND year_from > ? ORDER BY year_from LIMIT 1 LOCK IN SHARE MODE`,
    [centerId, tx.centers, addMonthsToMonth(month, -12)],
  );
  if (closed) {
    throw new AppError('CLAIM_YEAR_CLOSED', `Year ${closed.yearFrom} is closed`, {
      year: closed.yearFrom,
    });
  }
}

/** From the earliest month on that the claim has lines of. */
export async function assertMonthsOpen(
  tx: Tx,
  claim: { readonly id: string; readonly centerId: string; readonly yearFrom: YearMonth },
): Promise<void> {
  const first = await tx.row<{ month: YearMonth | null }>(
    'SELECT MIN(month) AS month FROM ledger_entry WHERE claim_id = ? AND center_id IN (?)',
    [claim.id, tx.centers],
  );
  await assertMonthOpen(tx, claim.centerId, first?.month ?? claim.yearFrom);
}

/** Years open and close like a stack: an open year below a closed one would be out of every claim's sight. */
export async function assertLastClosed(tx: Tx, year: ClaimYear): Promise<void> {
  const later = await tx.row<{ yearFrom: string }>(
    `SELECT year_from AS yearFrom FROM claim_year WHERE center_id = ? AND center_id IN (?) AND status = 'CLOSED'
       AND year_from >= ? ORDER BY year_from DESC LIMIT 1`,
    [year.centerId, tx.centers, addMonthsToMonth(year.yearFrom, 1)],
  );
  if (later) {
    throw new AppError('CLAIM_YEAR_LATER_CLOSED', `Year ${later.yearFrom} is closed`, {
      year: later.yearFrom,
    });
  }
}
