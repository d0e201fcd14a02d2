import { addMonthsToMonth, firstDay, monthOf, type LocalDate, type YearMonth } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { OPEN_END } from './booking.repository.js';
import type { Occupancy, OccupancyMonth } from './occupancy.graphql.js';

export const OCCUPANCY_MONTHS = 12;

interface MonthRow extends OccupancyMonth {
  readonly month: YearMonth;
}

/** Nights of stays over nights of beds, month by month, the current one up to today. */
const MONTHS = `WITH RECURSIVE month (first, next) AS (
    SELECT CAST(? AS DATE), CAST(? AS DATE) + INTERVAL 1 MONTH
    UNION ALL SELECT next, next + INTERVAL 1 MONTH FROM month WHERE next <= ?
  ), span AS (SELECT first, LEAST(next, CAST(? AS DATE) + INTERVAL 1 DAY) AS until FROM month)
  SELECT DATE_FORMAT(span.first, '%Y-%m') AS month,
    (SELECT IFNULL(SUM(DATEDIFF(LEAST(IFNULL(s.until_on, '${OPEN_END}'), span.until), GREATEST(s.from_on, span.first))), 0)
       FROM stay s WHERE s.center_id = ? AND s.center_id IN (?) AND s.status IN ('ACTIVE', 'ENDED')
         AND s.from_on < span.until AND IFNULL(s.until_on, '${OPEN_END}') > span.first) AS occupiedDays,
    (SELECT IFNULL(SUM(DATEDIFF(LEAST(IFNULL(bed.closed_on, '${OPEN_END}'), span.until), GREATEST(bed.opened_on, span.first))), 0)
       FROM bed WHERE bed.center_id = ? AND bed.center_id IN (?)
         AND bed.opened_on < span.until AND IFNULL(bed.closed_on, '${OPEN_END}') > span.first) AS bedDays,
    (SELECT COUNT(*) FROM stay s WHERE s.center_id = ? AND s.center_id IN (?) AND s.id = s.spell_id
       AND s.status IN ('ACTIVE', 'ENDED') AND s.from_on >= span.first AND s.from_on < span.until) AS admissions,
    (SELECT COUNT(*) FROM stay s WHERE s.center_id = ? AND s.center_id IN (?)
       AND s.end_kind IN ('DISCHARGE', 'DEATH') AND s.until_on >= span.first AND s.until_on < span.until) AS exits
  FROM span ORDER BY span.first`;

const NOW = `SELECT
    (SELECT COUNT(*) FROM bed WHERE center_id = ? AND center_id IN (?) AND opened_on <= ?
       AND (closed_on IS NULL OR closed_on > ?)) AS beds,
    (SELECT COUNT(*) FROM stay WHERE center_id = ? AND center_id IN (?) AND status = 'ACTIVE') AS occupied,
    (SELECT COUNT(DISTINCT bed_id) FROM stay WHERE center_id = ? AND center_id IN (?)
       AND status = 'RESERVED') AS reserved,
    (SELECT COUNT(*) FROM stay WHERE center_id = ? AND center_id IN (?) AND status = 'RESERVED'
       AND from_on < ?) AS overdueReservations,
    (SELECT COUNT(*) FROM bed JOIN bed_repair r ON r.bed_id = bed.id AND r.center_id = bed.center_id
       WHERE bed.center_id = ? AND bed.center_id IN (?) AND r.from_on <= ?
         AND (r.until_on IS NULL OR r.until_on > ?)) AS repair,
    (SELECT COUNT(*) FROM absence WHERE center_id = ? AND center_id IN (?) AND cancelled_at IS NULL
       AND until_on IS NULL) AS away,
    (SELECT COUNT(*) FROM absence WHERE center_id = ? AND center_id IN (?) AND cancelled_at IS NULL
       AND until_on IS NULL AND planned_until_on < ?) AS overdueReturns,
    (SELECT COUNT(*) FROM bed WHERE bed.center_id = ? AND bed.center_id IN (?) AND bed.opened_on <= ?
       AND (bed.closed_on IS NULL OR bed.closed_on > ?)
       AND NOT EXISTS (SELECT 1 FROM stay_booking b WHERE b.center_id = bed.center_id
         AND b.bed_id = bed.id AND b.d_until > ?)
       AND NOT EXISTS (SELECT 1 FROM bed_repair r WHERE r.center_id = bed.center_id
         AND r.bed_id = bed.id AND r.from_on <= ? AND (r.until_on IS NULL OR r.until_on > ?))) AS free`;

export async function findOccupancy(
  db: Db,
  at: { readonly centerId: string; readonly today: LocalDate },
): Promise<Occupancy> {
  const { centerId, today } = at;
  const here = [centerId, db.centers] as const;
  const now = await db.row<Omit<Occupancy, 'months'>>(NOW, [
    ...[...here, today, today],
    ...here,
    ...here,
    ...[...here, today],
    ...[...here, today, today],
    ...here,
    ...[...here, today],
    ...[...here, today, today, today, today, today],
  ]);
  const month = monthOf(today);
  const first = firstDay(addMonthsToMonth(month, 1 - OCCUPANCY_MONTHS));
  const months = await db.rows<MonthRow>(MONTHS, [
    ...[first, first, firstDay(month), today],
    ...here,
    ...here,
    ...here,
    ...here,
  ]);
  return { ...NOTHING, ...now, months };
}

const NOTHING: Omit<Occupancy, 'months'> = {
  beds: 0,
  occupied: 0,
  reserved: 0,
  overdueReservations: 0,
  repair: 0,
  away: 0,
  overdueReturns: 0,
  free: 0,
};
