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
  const centers = await byCenter(db, span);
  const lines = await db.row<{ lineCount: number; accepted: number }>(
    `SELECT COUNT(*) AS lineCount, CAST(COALESCE(SUM(v.verdict = 'ACCEPTED'), 0) AS SIGNED) AS accepted
     FROM claim_line_verdict v JOIN claim c ON c.id = v.claim_id
     WHERE v.center_id IN (?) AND c.decided_fen IS NOT NULL AND LEFT(c.period, 4) = ?`,
    [db.centers, String(year)],
  );
  const { lineCount = 0, accepted = 0 } = lines ?? {};
  return {
    year,
    months: await byMonth(db, span),
    reasons: await reasons(db, year),
    centers,
    lineCount,
    firstPassRate: lineCount === 0 ? null : accepted / lineCount,
    ...(await speed(db, span)),
  };
}

interface MonthRow {
  readonly month: string;
  readonly claimedFen: number;
  readonly decidedFen: number;
  readonly paidFen: number;
  readonly recoveredFen: number;
}

async function byMonth(db: Db, span: Span): Promise<StatisticsMonth[]> {
  const claims = await db.rows<MonthRow>(
    `SELECT LEFT(c.period, 7) AS month, CAST(SUM(c.claimed_fen) AS SIGNED) AS claimedFen,
       CAST(SUM(COALESCE(c.decided_fen, 0)) AS SIGNED) AS decidedFen
     FROM claim c WHERE c.center_id IN (?) AND c.status IN (?) AND LEFT(c.period, 4) = ? GROUP BY LEFT(c.period, 7)`,
    [db.centers, LIVE, String(span.year)],
  );
  const money = await db.rows<MonthRow>(
    `SELECT DATE_FORMAT(p.paid_on, '%Y-%m') AS month,
       CAST(SUM(IF(p.kind = 'CASH' AND p.amount_fen > 0, p.amount_fen, 0)) AS SIGNED) AS paidFen,
       CAST(SUM(IF(p.amount_fen < 0, -p.amount_fen, 0)) AS SIGNED) AS recoveredFen
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

type CenterRow = Omit<StatisticsCenter, 'firstPassRate'> & {
  readonly lines: number;
  readonly accepted: number;
};

async function byCenter(db: Db, span: Span): Promise<StatisticsCenter[]> {
  const rows = await db.rows<CenterRow>(
    `SELECT n.id AS centerId, n.name AS centerName, COUNT(*) AS claimCount, CAST(SUM(c.claimed_fen) AS SIGNED) AS claimedFen,
       CAST(SUM(COALESCE(c.decided_fen, 0)) AS SIGNED) AS decidedFen, CAST(SUM(c.paid_fen) AS SIGNED) AS paidFen,
       CAST(COALESCE(SUM(j.lines), 0) AS SIGNED) AS \`lines\`,
       CAST(COALESCE(SUM(j.accepted), 0) AS SIGNED) AS accepted
     FROM claim c JOIN center n ON n.id = c.center_id
     LEFT JOIN (SELECT v.claim_id, COUNT(*) AS \`lines\`, SUM(v.verdict = 'ACCEPTED') AS accepted
       FROM claim_line_verdict v WHERE v.center_id IN (?) GROUP BY v.claim_id) j
       ON j.claim_id = c.id AND c.decided_fen IS NOT NULL
     WHERE c.center_id IN (?) AND c.status IN (?) AND LEFT(c.period, 4) = ?
     GROUP BY n.id, n.name ORDER BY n.name`,
    [db.centers, db.centers, LIVE, String(span.year)],
  );
  return rows.map(({ lines, accepted, ...row }) => ({
    ...row,
    firstPassRate: lines === 0 ? null : accepted / lines,
  }));
}

type Speed = Pick<
  CountyStatistics,
  'decisionCount' | 'returnedCount' | 'daysMedian' | 'daysLongest'
>;

async function speed(db: Db, span: Span): Promise<Speed> {
  const decisions = await db.rows<{ submittedAt: Date; decidedAt: Date }>(
    `SELECT c.submitted_at AS submittedAt, d.decided_at AS decidedAt FROM claim_decision d
     JOIN claim c ON c.id = d.claim_id
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
