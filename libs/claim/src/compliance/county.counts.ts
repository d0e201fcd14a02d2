import { addDays, type LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { CenterCompliance, CountyCount } from './compliance.graphql.js';

const RECENT_DAYS = 30;

interface CenterCounts {
  readonly centerId: string;
  readonly centerName: string;
  readonly privatelyRun: number;
  readonly beds: number;
  readonly residents: number;
  readonly withLevel: number;
  readonly withMeals: number;
  readonly withServices: number;
}

interface CountRule {
  readonly key: string;
  readonly value: (center: CenterCounts) => number;
  readonly outOf: ((center: CenterCounts) => number) | null;
}

const one = (): number => 1;

const COUNTS: readonly CountRule[] = [
  { key: 'centers', value: one, outOf: null },
  { key: 'privatelyRun', value: (center) => center.privatelyRun, outOf: one },
  { key: 'withMeals', value: (center) => center.withMeals, outOf: one },
  { key: 'withServices', value: (center) => center.withServices, outOf: one },
  { key: 'beds', value: (center) => center.beds, outOf: null },
  { key: 'residents', value: (center) => center.residents, outOf: (center) => center.beds },
  { key: 'withLevel', value: (center) => center.withLevel, outOf: (center) => center.residents },
];

/** Coverage and shares of operation as counts over the records of the county's centers, each with the centers it is made of. */
export async function countyCounts(
  db: Db,
  countyCode: string,
  today: LocalDate,
): Promise<CountyCount[]> {
  const centers = await countsByCenter(db, countyCode, today);
  const sum = (of: (center: CenterCounts) => number): number =>
    centers.reduce((total, center) => total + of(center), 0);
  return COUNTS.map(({ key, value, outOf }) => ({
    key,
    value: sum(value),
    outOf: outOf === null ? null : sum(outOf),
    centers: centers.map((center) => ({
      centerId: center.centerId,
      centerName: center.centerName,
      value: value(center),
      outOf: outOf === null ? null : outOf(center),
    })),
  }));
}

async function countsByCenter(
  db: Db,
  countyCode: string,
  today: LocalDate,
): Promise<readonly CenterCounts[]> {
  const since = addDays(today, -RECENT_DAYS);
  const living = `FROM stay s WHERE s.center_id = n.id AND s.status = 'ACTIVE'
    AND s.from_on <= ? AND (s.until_on IS NULL OR s.until_on > ?)`;
  return await db.rows<CenterCounts>(
    `SELECT n.id AS centerId, n.name AS centerName, CAST(n.ownership <> 'PUBLIC' AS SIGNED) AS privatelyRun,
       COALESCE(n.registered_beds, 0) AS beds,
       (SELECT COUNT(DISTINCT s.resident_id) ${living}) AS residents,
       (SELECT COUNT(DISTINCT s.resident_id) ${living} AND EXISTS (SELECT 1 FROM level_period l
         WHERE l.resident_id = s.resident_id AND l.center_id = s.center_id AND l.from_on <= ?
           AND (l.until_on IS NULL OR l.until_on > ?))) AS withLevel,
       EXISTS (SELECT 1 FROM meal_checkin m
         WHERE m.center_id = n.id AND m.on_date > ? AND m.on_date <= ? AND m.count > 0) AS withMeals,
       EXISTS (SELECT 1 FROM service_record v
         WHERE v.center_id = n.id AND v.on_date > ? AND v.on_date <= ? AND v.voided_at IS NULL) AS withServices
     FROM center n WHERE n.county_code = ? AND n.id IN (?) ORDER BY n.name, n.id`,
    [...Array.from({ length: 6 }, () => today), since, today, since, today, countyCode, db.centers],
  );
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
