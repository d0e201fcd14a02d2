import { AppError } from '@yibu/kernel';
import type { Tx } from '@yibu/platform';

import { parsePeriod } from '../facts/period.rules.js';
import type { ClaimRow } from './claim.access.js';

/** In `2025-07`. */
const MONTH_AT = 5;

type Ordered = Pick<ClaimRow, 'centerId' | 'kind' | 'yearFrom' | 'period'>;

/**
 * A claim catches up on all months of its year. Where one of a later period holds lines of months up to this period,
 * this one would know less than it did (a stay had not lasted long enough yet) and take back what is rightly paid. What
 * was entered or mended since stands in the next claim. The caller holds the center's year.
 */
export async function assertNotCovered(tx: Tx, claim: Ordered): Promise<void> {
  if (claim.kind !== 'MONTHLY') {
    return;
  }
  const lastOf = (text: string): string =>
    parsePeriod(text, Number(claim.yearFrom.slice(MONTH_AT))).lastMonth;
  const lastMonth = lastOf(claim.period);
  const rows = await tx.rows<{ period: string }>(
    `SELECT DISTINCT c.period FROM ledger_entry e JOIN claim c ON c.id = e.claim_id
     WHERE e.center_id = ? AND e.center_id IN (?) AND e.organization_id = ? AND e.month BETWEEN ? AND ?
       AND e.status NOT IN ('RETURNED', 'WITHDRAWN') AND c.kind = 'MONTHLY'`,
    [claim.centerId, tx.centers, tx.scope.organizationId, claim.yearFrom, lastMonth],
  );
  const [later] = rows
    .map(({ period }) => period)
    .filter((period) => lastOf(period) > lastMonth)
    .sort();
  if (later !== undefined) {
    throw new AppError('CLAIM_PERIOD_COVERED', `${claim.period} stands in the claim of ${later}`, {
      period: claim.period,
      later,
    });
  }
}
