import { fen, monthsFromTo, yearMonth } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { BUREAU_STATUSES } from '../life/claim.states.js';
import { askedYear } from '../life/year.rules.js';
import type {
  CountyStatistics,
  StatisticsCenter,
  StatisticsMonth,
  StatisticsReason,
} from './statistics.graphql.js';

const DAY_MS = 86_400_000;
const LIVE = BUREAU_STATUSES.filter((status) => status !== 'RETURNED');

interface Span {
  readonly year: number;
  readonly from: string;
  readonly until: string;
}

/** A year of the caller's centers: money by month, how much was granted as claimed, how long it took, and why not. */
export async function countyStatistics(
  db: Db,
  asked: number | string | undefined,
): Promise<CountyStatistics> {
  const year = askedYear(asked);
  const span = { year, from: `${year}-01-01`, until: `${year + 1}-01-01` };
  const passes = await firstPasses(db, year);
  const centers = await byCenter(db, year, passes);
  return {
    year,
    months: await byMonth(db, span),
    reasons: await reasons(db, year),
    centers,
    lineCount: [...passes.values()].reduce((sum, { lineCount }) => sum + lineCount, 0),
    firstPassRate: rateOf([...passes.values()]),
    ...(await speed(db, span)),
  };
}

interface MonthRow {
  readonly month: string;
  readonly claimedFen: number;
  readonly decidedFen: number;
  readonly paidFen: number;
  readonly recoveredFen: number;
  readonly nettedFen: number;
}

/** The month a period ends in: 2025-04, 2025-Q2 → 2025-06, 2025-H1 → 2025-06, 2025 → 2025-12. */
const LAST_MONTH = `CASE SUBSTRING(c.period, 6)
  WHEN 'Q1' THEN CONCAT(LEFT(c.period, 4), '-03') WHEN 'Q2' THEN CONCAT(LEFT(c.period, 4), '-06')
  WHEN 'Q3' THEN CONCAT(LEFT(c.period, 4), '-09') WHEN 'Q4' THEN CONCAT(LEFT(c.period, 4), '-12')
  WHEN 'H1' THEN CONCAT(LEFT(c.period, 4), '-06') WHEN 'H2' THEN CONCAT(LEFT(c.period, 4), '-12')
  WHEN '' THEN CONCAT(LEFT(c.period, 4), '-12') ELSE LEFT(c.period, 7) END`;

async function byMonth(db: Db, span: Span): Promise<StatisticsMonth[]> {
  const claims = await db.rows<MonthRow>(
    `SELECT ${LAST_MONTH} AS month, CAST(SUM(c.claimed_fen) AS SIGNED) AS claimedFen,
       CAST(SUM(COALESCE(c.decided_fen, 0)) AS SIGNED) AS decidedFen
     FROM claim c WHERE c.center_id IN (?) AND c.status IN (?) AND LEFT(c.period, 4) = ? GROUP BY ${LAST_MONTH}`,
    [db.centers, LIVE, String(span.year)],
  );
  const money = await db.rows<MonthRow>(
    `SELECT DATE_FORMAT(p.paid_on, '%Y-%m') AS month,
       CAST(SUM(IF(p.kind = 'CASH' AND p.amount_fen > 0, p.amount_fen, 0)) AS SIGNED) AS paidFen,
       CAST(SUM(IF(p.kind = 'CASH' AND p.amount_fen < 0, -p.amount_fen, 0)) AS SIGNED) AS recoveredFen,
       CAST(SUM(IF(p.kind = 'OFFSET' AND p.amount_fen > 0, p.amount_fen, 0)) AS SIGNED) AS nettedFen
     FROM payment p WHERE p.center_id IN (?) AND p.paid_on >= ? AND p.paid_on < ?
     GROUP BY DATE_FORMAT(p.paid_on, '%Y-%m')`,
    [db.centers, span.from, span.until],
  );
  const of = (rows: readonly MonthRow[], month: string): MonthRow | undefined =>
    rows.find((row) => row.month === month);
  const { year } = span;
  return monthsFromTo(yearMonth(`${year}-01`), yearMonth(`${year}-12`)).map((month) => ({
    month,
    claimedFen: fen(of(claims, month)?.claimedFen ?? 0),
    decidedFen: fen(of(claims, month)?.decidedFen ?? 0),
    paidFen: fen(of(money, month)?.paidFen ?? 0),
    recoveredFen: fen(of(money, month)?.recoveredFen ?? 0),
    nettedFen: fen(of(money, month)?.nettedFen ?? 0),
  }));
}

const reasons = async (db: Db, year: number): Promise<StatisticsReason[]> =>
  await db.rows<StatisticsReason>(
    `SELECT v.code, CAST(SUM(v.verdict = 'RETURNED') AS SIGNED) AS returned,
       CAST(SUM(v.verdict = 'HELD') AS SIGNED) AS held, CAST(SUM(v.verdict = 'CUT') AS SIGNED) AS cut,
       CAST(SUM(IF(v.verdict = 'CUT', v.cut_fen, l.amount_fen)) AS SIGNED) AS amountFen
     FROM claim_line_verdict v JOIN claim_line l ON l.id = v.claim_line_id JOIN claim c ON c.id = v.claim_id
     WHERE v.center_id IN (?) AND v.verdict <> 'ACCEPTED' AND c.decided_fen IS NOT NULL AND LEFT(c.period, 4) = ?
     GROUP BY v.code ORDER BY COUNT(*) DESC, v.code`,
    [db.centers, String(year)],
  );

interface FirstPass {
  readonly centerId: string;
  readonly lineCount: number;
  readonly accepted: number;
}

/**
 * Lines the bureau judged for the first time, and how many it granted as claimed. A line that came back after a return
 * is not one of them, nor is any of a claim whose earlier revision was returned; those of a claim returned whole are,
 * and did not pass.
 */
async function firstPasses(db: Db, year: number): Promise<ReadonlyMap<string, FirstPass>> {
  const rows = await db.rows<FirstPass>(
    `SELECT c.center_id AS centerId, COUNT(*) AS lineCount,
       CAST(SUM(c.status <> 'RETURNED' AND v.verdict = 'ACCEPTED') AS SIGNED) AS accepted
     FROM claim c JOIN claim_line l ON l.claim_id = c.id AND l.status = 'PAYABLE' AND l.previous_line_id IS NULL
     LEFT JOIN claim_line_verdict v ON v.claim_line_id = l.id
     WHERE c.center_id IN (?) AND LEFT(c.period, 4) = ? AND (c.decided_fen IS NOT NULL OR c.status = 'RETURNED')
       AND NOT EXISTS (SELECT 1 FROM claim r WHERE r.center_id = c.center_id AND r.period = c.period
         AND r.organization_id = c.organization_id AND r.revision < c.revision AND r.status = 'RETURNED')
     GROUP BY c.center_id`,
    [db.centers, String(year)],
  );
  return new Map(rows.map((row) => [row.centerId, row]));
}

function rateOf(passes: readonly FirstPass[]): number | null {
  const lines = passes.reduce((sum, { lineCount }) => sum + lineCount, 0);
  return lines === 0 ? null : passes.reduce((sum, { accepted }) => sum + accepted, 0) / lines;
}

async function byCenter(
  db: Db,
  year: number,
  passes: ReadonlyMap<string, FirstPass>,
): Promise<StatisticsCenter[]> {
  const rows = await db.rows<Omit<StatisticsCenter, 'firstPassRate'>>(
    `SELECT n.id AS centerId, n.name AS centerName, COUNT(*) AS claimCount,
       CAST(SUM(c.claimed_fen) AS SIGNED) AS claimedFen,
       CAST(SUM(COALESCE(c.decided_fen, 0)) AS SIGNED) AS decidedFen, CAST(SUM(c.paid_fen) AS SIGNED) AS paidFen
     FROM claim c JOIN center n ON n.id = c.center_id
     WHERE c.center_id IN (?) AND c.status IN (?) AND LEFT(c.period, 4) = ?
     GROUP BY n.id, n.name ORDER BY n.name`,
    [db.centers, LIVE, String(year)],
  );
  return rows.map((row) => {
    const pass = passes.get(row.centerId);
    return { ...row, firstPassRate: rateOf(pass ? [pass] : []) };
  });
}

type Speed = Pick<
  CountyStatistics,
  'decisionCount' | 'returnedCount' | 'daysMedian' | 'daysLongest'
>;

async function speed(db: Db, span: Span): Promise<Speed> {
  const decisions = await db.rows<{ submittedAt: Date; decidedAt: Date }>(
    `SELECT c.submitted_at AS submittedAt, d.decided_at AS decidedAt FROM claim_decision d
     JOIN claim c ON c.id = d.live_claim_id
     WHERE d.center_id IN (?) AND d.source = 'BUREAU' AND LEFT(c.period, 4) = ?`,
    [db.centers, String(span.year)],
  );
  const returned = await db.row<{ count: number }>(
    `SELECT COUNT(*) AS count FROM claim c WHERE c.center_id IN (?) AND c.status = 'RETURNED' AND LEFT(c.period, 4) = ?`,
    [db.centers, String(span.year)],
  );
  const days = decisions
    .map(({ submittedAt, decidedAt }) => (decidedAt.getTime() - submittedAt.getTime()) / DAY_MS)
    .sort((a, b) => a - b);
  return {
    decisionCount: days.length,
    returnedCount: returned?.count ?? 0,
    daysMedian: median(days),
    daysLongest: days.at(-1) ?? null,
  };
}

/** Of sorted numbers. */
function median(sorted: readonly number[]): number | null {
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
