import { firstDay, lastDay, fen, sumFen, type LocalDate, type YearMonth } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { monthsOfYear } from '../facts/period.rules.js';
import { findYear } from '../ledger/ledger.repository.js';
import { allowsNextRevision, isEditable } from '../life/claim.states.js';
import { visible } from './claim.access.js';
import { SUMMARY, SUMMARY_FROM } from './claim.queries.js';
import type { ClaimSummary } from './claim.graphql.js';
import type { ClaimMonth, ClaimMonthBoard } from './claim-views.graphql.js';

interface Completeness {
  readonly month: YearMonth;
  readonly residentCount: number;
  readonly missingLevelCount: number;
  readonly openAbsenceCount: number;
  readonly openDeathCount: number;
}

interface BoardRequest {
  readonly centerId: string;
  readonly yearFrom: YearMonth;
  readonly packCode: string | null;
  readonly today: LocalDate;
}

/** A year of a center in three statements: how complete the facts are, which claims there are, and the year itself. */
export async function monthBoard(db: Db, request: BoardRequest): Promise<ClaimMonthBoard> {
  const { centerId, yearFrom, packCode, today } = request;
  const facts = await completeness(db, centerId, monthsOfYear(yearFrom));
  const claims = await newestClaims(db, centerId, yearFrom);
  const year = await findYear(db, centerId, yearFrom);
  const byPeriod = new Map(claims.map((claim) => [claim.period, claim]));
  const counted = claims.filter(({ status }) => status !== 'WITHDRAWN' && status !== 'RETURNED');
  return {
    yearFrom,
    months: facts.map((row) => toMonth(row, byPeriod.get(row.month) ?? null, request)),
    opening: year?.opening ?? 'UNANSWERED',
    isYearClosed: year?.status === 'CLOSED',
    packCode,
    claimedFen: sumFen(
      counted.filter(({ status }) => !isEditable(status)).map(({ claimedFen }) => claimedFen),
    ),
    decidedFen: sumFen(counted.map(({ decidedFen }) => decidedFen ?? fen(0))),
    paidFen: sumFen(counted.map(({ paidFen }) => paidFen)),
  };

  function toMonth(row: Completeness, claim: ClaimSummary | null, asked: BoardRequest): ClaimMonth {
    const hasBegun = firstDay(row.month) <= today;
    const isFree = claim === null || isEditable(claim.status) || allowsNextRevision(claim.status);
    return {
      ...row,
      isOver: lastDay(row.month) < today,
      claim,
      canPrepare: hasBegun && isFree && asked.packCode !== null && year?.status !== 'CLOSED',
    };
  }
}

const MONTHS = Array.from({ length: 12 }, () => 'SELECT ? AS month, ? AS opens, ? AS ends').join(
  ' UNION ALL ',
);

/** For each month: who lived here, whose first or last day no level covers, which absences and deaths are open. */
async function completeness(
  db: Db,
  centerId: string,
  months: readonly YearMonth[],
): Promise<Completeness[]> {
  const spans = months.flatMap((month) => [month, firstDay(month), lastDay(month)]);
  return await db.rows<Completeness>(
    `WITH m AS (${MONTHS}),
     lived AS (
       SELECT m.month, m.ends, s.id, s.resident_id, s.until_on, GREATEST(s.from_on, m.opens) AS first_on,
         LEAST(COALESCE(s.until_on - INTERVAL 1 DAY, m.ends), m.ends) AS last_on
       FROM m JOIN stay s ON s.center_id = ? AND s.center_id IN (?) AND s.status IN ('ACTIVE', 'ENDED')
         AND s.from_on <= m.ends AND (s.until_on IS NULL OR s.until_on > m.opens)
         AND (s.until_on IS NULL OR s.until_on > s.from_on))
     SELECT m.month,
       (SELECT COUNT(DISTINCT l.resident_id) FROM lived l WHERE l.month = m.month) AS residentCount,
       (SELECT COUNT(DISTINCT l.resident_id) FROM lived l WHERE l.month = m.month AND (
          NOT EXISTS (SELECT 1 FROM level_period p WHERE p.center_id = ? AND p.resident_id = l.resident_id AND p.superseded_at IS NULL
            AND p.from_on <= l.first_on AND (p.until_on IS NULL OR p.until_on > l.first_on))
          OR NOT EXISTS (SELECT 1 FROM level_period p WHERE p.center_id = ? AND p.resident_id = l.resident_id AND p.superseded_at IS NULL
            AND p.from_on <= l.last_on AND (p.until_on IS NULL OR p.until_on > l.last_on)))) AS missingLevelCount,
       (SELECT COUNT(*) FROM absence a WHERE a.center_id = ? AND a.cancelled_at IS NULL AND a.until_on IS NULL
          AND a.from_on <= m.ends AND a.planned_until_on <= m.ends) AS openAbsenceCount,
       (SELECT COUNT(*) FROM lived l JOIN resident r ON r.id = l.resident_id
          WHERE l.month = m.month AND r.died_on <= l.ends AND l.until_on IS NULL) AS openDeathCount
     FROM m ORDER BY m.month`,
    [...spans, centerId, db.centers, centerId, centerId, centerId],
  );
}

async function newestClaims(
  db: Db,
  centerId: string,
  yearFrom: YearMonth,
): Promise<ClaimSummary[]> {
  const seen = visible(db, 'c');
  return await db.rows<ClaimSummary>(
    `SELECT ${SUMMARY} ${SUMMARY_FROM} WHERE c.center_id = ? AND c.year_from = ? AND ${seen.sql}
       AND c.revision = (SELECT MAX(x.revision) FROM claim x WHERE x.center_id = c.center_id AND x.period = c.period)
     ORDER BY c.period, c.id`,
    [centerId, yearFrom, ...seen.parameters],
  );
}
