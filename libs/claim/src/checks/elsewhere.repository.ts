import type { Db } from '@yibu/platform';

import { firstDayOfYear, type Period } from '../facts/period.rules.js';
import type { Elsewhere } from './check.types.js';

/**
 * The one place that looks over the fence of a center, through the blind index of the county: is a person of ours
 * claimed or housed by another center? Which one stays there; the bureau sees it, the operator only that it is so.
 */
export async function readElsewhere(
  db: Db,
  centerId: string,
  period: Period,
): Promise<Elsewhere[]> {
  const claimed = await db.rows<Elsewhere>(
    `SELECT DISTINCT r.id AS residentId, 'CLAIMED' AS kind, e.month, NULL AS fromOn, NULL AS untilOn
     FROM resident r
     JOIN center own ON own.id = r.center_id
     JOIN resident twin ON twin.id_number_index = r.id_number_index AND twin.center_id <> r.center_id
     JOIN center other ON other.id = twin.center_id AND other.county_code = own.county_code
     JOIN ledger_entry e ON e.center_id = other.id AND e.subject_id = twin.id AND e.subject_kind = 'person'
     WHERE r.center_id = ? AND r.center_id IN (?) AND r.id_number_index IS NOT NULL
       AND e.month >= ? AND e.month <= ? AND e.status NOT IN ('RETURNED', 'WITHDRAWN')
     GROUP BY r.id, e.program, e.month HAVING SUM(e.amount_fen) > 0
     ORDER BY residentId, month`,
    [centerId, db.centers, period.yearFrom, period.lastMonth],
  );
  const housed = await db.rows<Elsewhere>(
    `SELECT r.id AS residentId, 'LIVES' AS kind, NULL AS month, MIN(t.from_on) AS fromOn,
       IF(SUM(t.until_on IS NULL) > 0, NULL, MAX(t.until_on)) AS untilOn
     FROM resident r
     JOIN stay s ON s.resident_id = r.id AND s.center_id = r.center_id AND s.status IN ('ACTIVE', 'ENDED')
     JOIN center own ON own.id = r.center_id
     JOIN resident twin ON twin.id_number_index = r.id_number_index AND twin.center_id <> r.center_id
     JOIN center other ON other.id = twin.center_id AND other.county_code = own.county_code
     JOIN stay t ON t.resident_id = twin.id AND t.center_id = other.id AND t.status IN ('ACTIVE', 'ENDED')
     WHERE r.center_id = ? AND r.center_id IN (?) AND r.id_number_index IS NOT NULL
       AND (s.until_on IS NULL OR t.from_on < s.until_on) AND (t.until_on IS NULL OR s.from_on < t.until_on)
       AND t.from_on < ? AND (t.until_on IS NULL OR t.until_on > ?)
     GROUP BY r.id ORDER BY residentId`,
    [centerId, db.centers, period.endsBefore, firstDayOfYear(period)],
  );
  return [...claimed, ...housed];
}
