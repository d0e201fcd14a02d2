import type { Db } from '@yibu/platform';

import { BUREAU_STATUSES } from '../life/claim.states.js';
import { askedYear } from '../life/year.rules.js';
import type { CountyStatistics } from './statistics.graphql.js';
import { statisticsOf, type AmountRow, type ClaimOfYear } from './statistics.rules.js';

/** A year of the caller's centers: money by month, how much was granted as claimed, how long it took, and why not. */
export async function countyStatistics(
  db: Db,
  asked: number | string | undefined,
): Promise<CountyStatistics> {
  const year = askedYear(asked);
  return statisticsOf({
    year,
    claims: await claimsOf(db, year),
    amounts: await amountsOf(db, year),
  });
}

/** The month a period ends in: 2025-04, 2025-Q2 → 2025-06, 2025-H1 → 2025-06, 2025 → 2025-12. */
const LAST_MONTH = `CASE SUBSTRING(c.period, 6)
  WHEN 'Q1' THEN CONCAT(LEFT(c.period, 4), '-03') WHEN 'Q2' THEN CONCAT(LEFT(c.period, 4), '-06')
  WHEN 'Q3' THEN CONCAT(LEFT(c.period, 4), '-09') WHEN 'Q4' THEN CONCAT(LEFT(c.period, 4), '-12')
  WHEN 'H1' THEN CONCAT(LEFT(c.period, 4), '-06') WHEN 'H2' THEN CONCAT(LEFT(c.period, 4), '-12')
  WHEN '' THEN CONCAT(LEFT(c.period, 4), '-12') ELSE LEFT(c.period, 7) END`;

/**
 * Lines the bureau judged for the first time, and how many it granted as claimed, by claim. A line that came back after
 * a return is not one of them, nor is any of a claim whose earlier revision was returned; those of a claim returned
 * whole are, and did not pass.
 */
const FIRST_PASS = `SELECT f.id, COUNT(*) AS lineCount, SUM(f.status <> 'RETURNED' AND v.verdict = 'ACCEPTED') AS accepted
  FROM claim f JOIN claim_line l ON l.claim_id = f.id AND l.status = 'PAYABLE' AND l.previous_line_id IS NULL
  LEFT JOIN claim_line_verdict v ON v.claim_line_id = l.id
  WHERE f.center_id IN (?) AND LEFT(f.period, 4) = ? AND (f.decided_fen IS NOT NULL OR f.status = 'RETURNED')
    AND NOT EXISTS (SELECT 1 FROM claim r WHERE r.center_id = f.center_id AND r.period = f.period
      AND r.organization_id = f.organization_id AND r.revision < f.revision AND r.status = 'RETURNED')
  GROUP BY f.id`;

const claimsOf = async (db: Db, year: number): Promise<ClaimOfYear[]> =>
  await db.rows<ClaimOfYear>(
    `SELECT n.id AS centerId, n.name AS centerName, ${LAST_MONTH} AS month, c.status, c.claimed_fen AS claimedFen,
       COALESCE(c.decided_fen, 0) AS decidedFen, c.paid_fen AS paidFen, c.submitted_at AS submittedAt,
       d.decided_at AS decidedAt, COALESCE(p.lineCount, 0) AS lineCount,
       CAST(COALESCE(p.accepted, 0) AS SIGNED) AS accepted
     FROM claim c JOIN center n ON n.id = c.center_id
     LEFT JOIN claim_decision d ON d.live_claim_id = c.id AND d.source = 'BUREAU'
     LEFT JOIN (${FIRST_PASS}) p ON p.id = c.id
     WHERE c.center_id IN (?) AND c.status IN (?) AND LEFT(c.period, 4) = ? ORDER BY n.name, n.id`,
    [db.centers, String(year), db.centers, BUREAU_STATUSES, String(year)],
  );

/** Money by the month it moved in, and what was not granted by its reason. */
const amountsOf = async (db: Db, year: number): Promise<AmountRow[]> =>
  await db.rows<AmountRow>(
    `SELECT 'MONEY' AS what, DATE_FORMAT(p.paid_on, '%Y-%m') AS month, NULL AS code,
       CAST(SUM(IF(p.kind = 'CASH' AND p.amount_fen > 0, p.amount_fen, 0)) AS SIGNED) AS paidFen,
       CAST(SUM(IF(p.kind = 'CASH' AND p.amount_fen < 0, -p.amount_fen, 0)) AS SIGNED) AS recoveredFen,
       CAST(SUM(IF(p.kind = 'OFFSET' AND p.amount_fen > 0, p.amount_fen, 0)) AS SIGNED) AS nettedFen,
       0 AS returned, 0 AS held, 0 AS cut, 0 AS amountFen
     FROM payment p WHERE p.center_id IN (?) AND p.paid_on >= ? AND p.paid_on < ?
     GROUP BY DATE_FORMAT(p.paid_on, '%Y-%m')
     UNION ALL
     SELECT 'REASON', NULL, v.code, 0, 0, 0, CAST(SUM(v.verdict = 'RETURNED') AS SIGNED),
       CAST(SUM(v.verdict = 'HELD') AS SIGNED), CAST(SUM(v.verdict = 'CUT') AS SIGNED),
       CAST(SUM(IF(v.verdict = 'CUT', v.cut_fen, l.amount_fen)) AS SIGNED)
     FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id JOIN claim c ON c.id = v.claim_id
     WHERE v.center_id IN (?) AND v.verdict <> 'ACCEPTED' AND c.decided_fen IS NOT NULL AND LEFT(c.period, 4) = ?
     GROUP BY v.code`,
    [db.centers, `${year}-01-01`, `${year + 1}-01-01`, db.centers, String(year)],
  );
