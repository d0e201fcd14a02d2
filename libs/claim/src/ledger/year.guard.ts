import { addMonthsToMonth, AppError } from '@yibu/kernel';
import type { Tx } from '@yibu/platform';

import type { ClaimYear } from './ledger.repository.js';

const MOST_NAMED = 5;

/** After a year is closed nothing of it can be claimed again: what is under way or held is settled first. */
export async function assertNothingOpen(tx: Tx, year: ClaimYear): Promise<void> {
  const open = await tx.rows<{ number: string }>(
    `SELECT DISTINCT c.number FROM claim c WHERE c.center_id = ? AND c.center_id IN (?) AND c.year_from = ?
       AND (c.status IN ('SUBMITTED', 'IN_REVIEW') OR c.decided_fen IS NOT NULL AND EXISTS (
         SELECT 1 FROM claim_line_verdict v WHERE v.claim_id = c.id AND v.center_id = c.center_id
           AND v.verdict = 'HELD' AND v.refused_at IS NULL AND v.released_in_claim_id IS NULL)
       OR EXISTS (SELECT 1 FROM claim_appeal a WHERE a.claim_id = c.id AND a.center_id = c.center_id
         AND a.annulled_at IS NULL AND (a.outcome IS NULL OR a.outcome = 'UPHELD' AND a.carried_in_claim_id IS NULL)))
     ORDER BY c.number LIMIT ?`,
    [year.centerId, tx.centers, year.yearFrom, MOST_NAMED],
  );
  if (open.length > 0) {
    throw new AppError('CLAIM_YEAR_OPEN_WORK', `${open.length} claims of the year are open`, {
      claims: open.map(({ number }) => number).join('、'),
    });
  }
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
