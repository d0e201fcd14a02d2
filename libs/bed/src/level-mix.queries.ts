import { addMonthsToMonth, firstDay, monthOf, type LocalDate, type YearMonth } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { LevelMix } from './level-mix.graphql.js';
import { OCCUPANCY_MONTHS } from './occupancy.queries.js';

/** The levels of GB/T 42195-2022 table 5, and nobody's level. */
const LEVELS = [0, 1, 2, 3, 4, null] as const;

interface Row {
  readonly month: YearMonth;
  readonly level: number | null;
  readonly people: number;
}

/**
 * Who was in the house on the last day of each month (today in the current one), with the level that held then: an
 * official result goes before the institution's own, the later before the earlier, as in claims and the monthly sheet.
 */
const MIX = `WITH RECURSIVE month (first, next) AS (
    SELECT CAST(? AS DATE), CAST(? AS DATE) + INTERVAL 1 MONTH
    UNION ALL SELECT next, next + INTERVAL 1 MONTH FROM month WHERE next <= ?
  ), day AS (SELECT first, LEAST(next - INTERVAL 1 DAY, CAST(? AS DATE)) AS at FROM month),
  housed AS (
    SELECT day.first, (
      SELECT l.level FROM level_period l
      WHERE l.resident_id = s.resident_id AND l.center_id = s.center_id AND l.superseded_at IS NULL
        AND l.scale = 'GBT42195' AND l.from_on <= day.at AND (l.until_on IS NULL OR l.until_on > day.at)
      ORDER BY l.kind = 'OFFICIAL' DESC, l.from_on DESC, l.level, l.id LIMIT 1) AS level
    FROM day JOIN stay s ON s.from_on <= day.at AND (s.until_on IS NULL OR s.until_on > day.at)
    WHERE s.center_id = ? AND s.center_id IN (?) AND s.status IN ('ACTIVE', 'ENDED'))
  SELECT DATE_FORMAT(first, '%Y-%m') AS month, level, COUNT(*) AS people FROM housed GROUP BY first, level`;

export async function findLevelMix(
  db: Db,
  at: { readonly centerId: string; readonly today: LocalDate },
): Promise<LevelMix> {
  const month = monthOf(at.today);
  const months = Array.from({ length: OCCUPANCY_MONTHS }, (_, index) =>
    addMonthsToMonth(month, index + 1 - OCCUPANCY_MONTHS),
  );
  const first = firstDay(addMonthsToMonth(month, 1 - OCCUPANCY_MONTHS));
  const rows = await db.rows<Row>(MIX, [
    ...[first, first, firstDay(month), at.today],
    ...[at.centerId, db.centers],
  ]);
  const people = new Map(rows.map((row) => [`${row.month}|${row.level}`, Number(row.people)]));
  return {
    months,
    shares: LEVELS.map((level) => ({
      level,
      people: months.map((one) => people.get(`${one}|${level}`) ?? 0),
    })),
  };
}
