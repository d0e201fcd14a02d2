import { addDays, type LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { CenterCompliance, CountyCount } from './compliance.graphql.js';

const RECENT_DAYS = 30;

interface CountsRow {
  readonly centers: number;
  readonly privatelyRun: number;
  readonly beds: number;
  readonly residents: number;
  readonly withLevel: number;
  readonly withMeals: number;
  readonly withServices: number;
}

/** Coverage and shares of operation as counts over the records of the county's centers: nothing is typed in. */
export async function countyCounts(
  db: Db,
  countyCode: string,
  today: LocalDate,
): Promise<CountyCount[]> {
  const since = addDays(today, -RECENT_DAYS);
  const living = `FROM stay s WHERE s.center_id IN (SELECT id FROM own) AND s.status = 'ACTIVE'
    AND s.from_on <= ? AND (s.until_on IS NULL OR s.until_on > ?)`;
  const row = await db.row<CountsRow>(
    `WITH own AS (SELECT id, ownership, registered_beds FROM center WHERE county_code = ? AND id IN (?))
     SELECT (SELECT COUNT(*) FROM own) AS centers,
       (SELECT COUNT(*) FROM own WHERE ownership <> 'PUBLIC') AS privatelyRun,
       (SELECT COALESCE(SUM(registered_beds), 0) FROM own) AS beds,
       (SELECT COUNT(DISTINCT s.resident_id) ${living}) AS residents,
       (SELECT COUNT(DISTINCT s.resident_id) ${living} AND EXISTS (SELECT 1 FROM level_period l
         WHERE l.resident_id = s.resident_id AND l.center_id = s.center_id AND l.from_on <= ?
           AND (l.until_on IS NULL OR l.until_on > ?))) AS withLevel,
       (SELECT COUNT(*) FROM own o WHERE EXISTS (SELECT 1 FROM meal_checkin m
         WHERE m.center_id = o.id AND m.on_date > ?)) AS withMeals,
       (SELECT COUNT(*) FROM own o WHERE EXISTS (SELECT 1 FROM service_record v
         WHERE v.center_id = o.id AND v.on_date > ? AND v.voided_at IS NULL)) AS withServices`,
    [countyCode, db.centers, today, today, today, today, today, today, since, since],
  );
  const n = (value: number | undefined): number => Number(value ?? 0);
  const centers = n(row?.centers);
  return [
    { key: 'centers', value: centers, outOf: null },
    { key: 'privatelyRun', value: n(row?.privatelyRun), outOf: centers },
    { key: 'withMeals', value: n(row?.withMeals), outOf: centers },
    { key: 'withServices', value: n(row?.withServices), outOf: centers },
    { key: 'beds', value: n(row?.beds), outOf: null },
    { key: 'residents', value: n(row?.residents), outOf: n(row?.beds) },
    { key: 'withLevel', value: n(row?.withLevel), outOf: n(row?.residents) },
  ];
}

/** How many requirements each center meets, does not meet, or has not been looked at for. */
export async function centerSums(
  db: Db,
  asked: { readonly countyCode: string; readonly packCode: string; readonly asked: number },
): Promise<CenterCompliance[]> {
  const rows = await db.rows<{
    centerId: string;
    centerName: string;
    met: number;
    notMet: number;
    notApplicable: number;
  }>(
    `SELECT n.id AS centerId, n.name AS centerName, COALESCE(SUM(e.status = 'MET'), 0) AS met,
       COALESCE(SUM(e.status = 'NOT_MET'), 0) AS notMet,
       COALESCE(SUM(e.status = 'NOT_APPLICABLE'), 0) AS notApplicable
     FROM center n LEFT JOIN compliance_entry e ON e.center_id = n.id AND e.pack_code = ?
     WHERE n.county_code = ? AND n.id IN (?) GROUP BY n.id, n.name ORDER BY n.name`,
    [asked.packCode, asked.countyCode, db.centers],
  );
  return rows.map(({ centerId, centerName, ...sums }) => {
    const [met, notMet] = [Number(sums.met), Number(sums.notMet)];
    const unknown = Math.max(0, asked.asked - met - notMet - Number(sums.notApplicable));
    return { centerId, centerName, met, notMet, unknown };
  });
}
