import { addDays, type LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { CenterCompliance, CountyCount } from './compliance.graphql.js';
import type { ComplianceStatus } from './compliance.rules.js';

const RECENT_DAYS = 30;

/** Of one center, today, with how many requirements of the pack it meets, does not meet, or need not meet. */
interface CenterCounts {
  readonly centerId: string;
  readonly centerName: string;
  readonly privatelyRun: number;
  readonly beds: number;
  readonly residents: number;
  readonly withLevel: number;
  readonly withMeals: number;
  readonly withServices: number;
  readonly met: number;
  readonly notMet: number;
  readonly notApplicable: number;
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
export function countyCounts(centers: readonly CenterCounts[]): CountyCount[] {
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

/** What a bureau wrote down for a target of its county. */
interface Written {
  readonly id: string;
  readonly itemKey: string;
  readonly status: ComplianceStatus;
  readonly figure: number | null;
  readonly size: number | null;
  readonly evidence: string;
  readonly checkedByName: string;
  readonly checkedAt: string;
  readonly version: number;
}

/** One statement, whatever the number of centers; the county's own targets come along as a list in a column. */
export async function readCountyGround(
  db: Db,
  asked: { readonly countyCode: string; readonly packCode: string; readonly today: LocalDate },
) {
  const { countyCode, packCode, today } = asked;
  const since = addDays(today, -RECENT_DAYS);
  const living = `FROM stay s WHERE s.center_id = n.id AND s.status = 'ACTIVE'
    AND s.from_on <= ? AND (s.until_on IS NULL OR s.until_on > ?)`;
  const rows = await db.rows<CenterCounts & { readonly written: string | null }>(
    `SELECT n.id AS centerId, n.name AS centerName, CAST(n.ownership <> 'PUBLIC' AS SIGNED) AS privatelyRun,
       COALESCE(n.registered_beds, 0) AS beds,
       (SELECT COUNT(DISTINCT s.resident_id) ${living}) AS residents,
       (SELECT COUNT(DISTINCT s.resident_id) ${living} AND EXISTS (SELECT 1 FROM level_period l
         WHERE l.resident_id = s.resident_id AND l.center_id = s.center_id AND l.from_on <= ?
           AND (l.until_on IS NULL OR l.until_on > ?))) AS withLevel,
       EXISTS (SELECT 1 FROM meal_checkin m
         WHERE m.center_id = n.id AND m.on_date > ? AND m.on_date <= ? AND m.count > 0) AS withMeals,
       EXISTS (SELECT 1 FROM service_record v
         WHERE v.center_id = n.id AND v.on_date > ? AND v.on_date <= ? AND v.voided_at IS NULL) AS withServices,
       COUNT(IF(e.status = 'MET', 1, NULL)) AS met, COUNT(IF(e.status = 'NOT_MET', 1, NULL)) AS notMet,
       COUNT(IF(e.status = 'NOT_APPLICABLE', 1, NULL)) AS notApplicable,
       (SELECT CONCAT('', JSON_ARRAYAGG(JSON_OBJECT('id', g.id, 'itemKey', g.item_key, 'status', g.status,
           'figure', g.figure, 'size', g.size, 'evidence', g.evidence, 'checkedByName', g.checked_by_name,
           'checkedAt', DATE_FORMAT(g.checked_at, '%Y-%m-%dT%TZ'), 'version', g.version)))
         FROM county_progress g WHERE g.county_code = ? AND g.pack_code = ?) AS written
     FROM county k LEFT JOIN center n ON n.county_code = k.code AND n.id IN (?)
       LEFT JOIN compliance_entry e ON e.center_id = n.id AND e.pack_code = ?
     WHERE k.code = ? GROUP BY n.id, n.name, n.ownership, n.registered_beds ORDER BY n.name, n.id`,
    [
      ...Array.from({ length: 6 }, () => today),
      ...[since, today, since, today],
      ...[countyCode, packCode, db.centers, packCode, countyCode],
    ],
  );
  const written = JSON.parse(rows[0]?.written ?? '[]') as Written[];
  return {
    // A county without centers is a row without one.
    centers: rows.filter(({ centerId }) => (centerId as string | null) !== null),
    entries: written.map((entry) => ({ ...entry, checkedAt: new Date(entry.checkedAt) })),
  };
}

/** How many of the requirements each center meets, does not meet, or has not been looked at for. */
export const centerSums = (centers: readonly CenterCounts[], asked: number): CenterCompliance[] =>
  centers.map(({ centerId, centerName, met, notMet, notApplicable }) => ({
    centerId,
    centerName,
    met,
    notMet,
    unknown: Math.max(0, asked - met - notMet - notApplicable),
  }));
