import type { LocalDate } from '@yibu/kernel';
import type { Permission, SqlValue } from '@yibu/platform';

/** What the records of a month are asked: the last day of it, and the days before and of it. */
export interface SheetDays {
  readonly first: LocalDate;
  readonly last: LocalDate;
  /** The last day of the month before. */
  readonly before: LocalDate;
}

export const ROW_SETS = ['RESIDENT', 'BEFORE', 'MOVE', 'BED', 'STAFF', 'SERVICE', 'MEAL'] as const;
export type RowSet = (typeof ROW_SETS)[number];

/**
 * The rows that are counted, once for each kind of record. A figure is the sum of `quantity` over those of them that
 * meet a condition, and a drill-down is the same rows under the same condition: there is no second statement that
 * could count otherwise. Parameters are written `:center`, `:reach`, `:first`, `:last`, `:before`.
 */
export interface RowSource {
  readonly permission: Permission;
  readonly sql: string;
  readonly order: string;
}

const here = (table: string): string =>
  `${table}.center_id = :center AND ${table}.center_id IN (:reach)`;

/** Half-open: on the day of discharge or death somebody no longer lives here. */
const livesOn = (stay: string, day: string): string =>
  `${stay}.status IN ('ACTIVE', 'ENDED') AND ${stay}.from_on <= ${day} AND (${stay}.until_on IS NULL OR ${stay}.until_on > ${day})`;

const holdsOn = (row: string, day: string): string =>
  `${row}.from_on <= ${day} AND (${row}.until_on IS NULL OR ${row}.until_on > ${day})`;

/** The level that a claim reads for the day: an official result before the institution's own, the later before the earlier. */
const levelOn = (day: string): string => `(SELECT l.level FROM level_period l
    WHERE l.resident_id = s.resident_id AND l.center_id = s.center_id AND l.superseded_at IS NULL
      AND l.scale = 'GBT42195' AND ${holdsOn('l', day)}
    ORDER BY l.kind = 'OFFICIAL' DESC, l.from_on DESC, l.level, l.id LIMIT 1)`;

const awayOn = (day: string): string => `(SELECT a.kind FROM absence a
    WHERE a.stay_id = s.spell_id AND a.center_id = s.center_id AND a.cancelled_at IS NULL
      AND ${holdsOn('a', day)} ORDER BY a.from_on DESC, a.id LIMIT 1)`;

const isOfCategory = (day: string, ...codes: readonly string[]): string =>
  `EXISTS (SELECT 1 FROM resident_category c WHERE c.resident_id = s.resident_id
    AND c.center_id = s.center_id AND c.voided_at IS NULL AND ${holdsOn('c', day)}
    AND c.code IN (${codes.map((code) => `'${code}'`).join(', ')}))`;

const bedLabel = `CONCAT(fl.name, ' ', rm.name, '-', b.label)`;
const bedPlace = `JOIN bed b ON b.id = s.bed_id AND b.center_id = s.center_id
  JOIN room rm ON rm.id = b.room_id AND rm.center_id = b.center_id
  JOIN floor fl ON fl.id = rm.floor_id AND fl.center_id = rm.center_id`;

const residents = (
  day: string,
): string => `SELECT s.id, r.id AS residentId, r.name, r.sex, r.born_on AS bornOn,
    ${bedLabel} AS place, s.from_on AS onDate, 1 AS quantity, ${levelOn(day)} AS level, ${awayOn(day)} AS word,
    ${isOfCategory(day, 'DESTITUTE')} AS isDestitute, ${isOfCategory(day, 'LOW_INCOME')} AS isLowIncome,
    ${isOfCategory(day, 'DISABILITY', 'SEVERE_DISABILITY')} AS isDisabled,
    ${isOfCategory(day, 'VETERAN')} AS isVeteran,
    EXISTS (SELECT 1 FROM service_agreement g WHERE g.resident_id = s.resident_id
      AND g.center_id = s.center_id AND ${holdsOn('g', day)}) AS hasAgreement
  FROM stay s JOIN resident r ON r.id = s.resident_id AND r.center_id = s.center_id ${bedPlace}
  WHERE ${here('s')} AND ${livesOn('s', day)}`;

const MOVES = `SELECT s.id, r.id AS residentId, r.name, r.sex, r.born_on AS bornOn, ${bedLabel} AS place,
    s.from_on AS onDate, 1 AS quantity, NULL AS level, 'ADMITTED' AS word
  FROM stay s JOIN resident r ON r.id = s.resident_id AND r.center_id = s.center_id ${bedPlace}
  WHERE ${here('s')} AND s.id = s.spell_id AND s.status IN ('ACTIVE', 'ENDED')
    AND s.from_on BETWEEN :first AND :last
  UNION ALL
  SELECT s.id, r.id, r.name, r.sex, r.born_on, ${bedLabel}, s.until_on, 1, NULL, s.end_kind
  FROM stay s JOIN resident r ON r.id = s.resident_id AND r.center_id = s.center_id ${bedPlace}
  WHERE ${here('s')} AND s.status = 'ENDED' AND s.end_kind IN ('DISCHARGE', 'DEATH')
    AND s.until_on BETWEEN :first AND :last`;

const BEDS = `SELECT b.id, NULL AS residentId, ${bedLabel} AS name, ${bedLabel} AS place, b.opened_on AS onDate,
    1 AS quantity, CASE
      WHEN EXISTS (SELECT 1 FROM stay s WHERE s.bed_id = b.id AND s.center_id = b.center_id
        AND ${livesOn('s', ':last')}) THEN 'OCCUPIED'
      WHEN EXISTS (SELECT 1 FROM bed_repair p WHERE p.bed_id = b.id AND p.center_id = b.center_id
        AND ${holdsOn('p', ':last')}) THEN 'REPAIR'
      ELSE 'FREE' END AS word,
    (SELECT k.kind FROM bed_kind k WHERE k.bed_id = b.id AND k.center_id = b.center_id
      AND k.d_from <= :last AND k.d_until > :last) AS kind,
    fl.sort AS floorSort, rm.sort AS roomSort, b.sort AS bedSort
  FROM bed b JOIN room rm ON rm.id = b.room_id AND rm.center_id = b.center_id
    JOIN floor fl ON fl.id = rm.floor_id AND fl.center_id = rm.center_id
  WHERE ${here('b')} AND b.opened_on <= :last AND (b.closed_on IS NULL OR b.closed_on > :last)`;

const hasCertificate = (...types: readonly string[]): string =>
  `EXISTS (SELECT 1 FROM staff_certificate c WHERE c.staff_id = m.id AND c.center_id = m.center_id
    AND c.removed_at IS NULL AND c.type IN (${types.map((type) => `'${type}'`).join(', ')})
    AND c.issued_on <= :last AND (c.valid_until IS NULL OR c.valid_until >= :last))`;

const STAFF = `SELECT m.id, m.id AS staffId, m.name, m.sex, m.from_on AS onDate, 1 AS quantity, m.post AS word,
    ${hasCertificate('CAREGIVER')} AS isCaregiver, ${hasCertificate('NURSE')} AS isNurse,
    ${hasCertificate('SOCIAL_WORKER')} AS isSocialWorker,
    ${hasCertificate('HEALTH_CARE', 'HEALTH_FOOD')} AS isHealthy
  FROM staff_member m WHERE ${here('m')} AND ${holdsOn('m', ':last')}`;

/** Somebody who had no bed here on that day: what was done for them was done at home or at the door. */
const livesElsewhere = (record: string): string =>
  `NOT EXISTS (SELECT 1 FROM stay s WHERE s.resident_id = ${record}.resident_id AND s.center_id = ${record}.center_id
    AND ${livesOn('s', `${record}.on_date`)})`;

const SERVICES = `SELECT v.id, r.id AS residentId, r.name, r.sex, r.born_on AS bornOn, v.on_date AS onDate,
    1 AS quantity, v.type AS word, m.name AS staffName, ${livesElsewhere('v')} AS isOutside
  FROM service_record v JOIN resident r ON r.id = v.resident_id AND r.center_id = v.center_id
    LEFT JOIN staff_member m ON m.id = v.staff_id AND m.center_id = v.center_id
  WHERE ${here('v')} AND v.voided_at IS NULL AND v.on_date BETWEEN :first AND :last`;

const MEALS = `SELECT e.id, r.id AS residentId, r.name, r.sex, r.born_on AS bornOn, e.on_date AS onDate,
    e.count AS quantity, e.meal AS word, ${livesElsewhere('e')} AS isOutside
  FROM meal_checkin e JOIN resident r ON r.id = e.resident_id AND r.center_id = e.center_id
  WHERE ${here('e')} AND e.count > 0 AND e.on_date BETWEEN :first AND :last`;

export const SOURCES: Readonly<Record<RowSet, RowSource>> = {
  RESIDENT: { permission: 'resident.read', sql: residents(':last'), order: 'name, id' },
  BEFORE: { permission: 'resident.read', sql: residents(':before'), order: 'name, id' },
  MOVE: { permission: 'stay.read', sql: MOVES, order: 'onDate, word, id' },
  BED: { permission: 'bed.read', sql: BEDS, order: 'floorSort, roomSort, bedSort, id' },
  STAFF: { permission: 'staff.read', sql: STAFF, order: 'name, id' },
  SERVICE: { permission: 'service.read', sql: SERVICES, order: 'onDate, name, id' },
  MEAL: { permission: 'meal.read', sql: MEALS, order: 'onDate, name, word, id' },
};

/** Named parameters as question marks in the order in which they stand. */
export function bind(
  sql: string,
  values: Readonly<Record<string, SqlValue>>,
): { readonly sql: string; readonly parameters: SqlValue[] } {
  const parameters: SqlValue[] = [];
  const bound = sql.replace(/:([a-z]+)\b/gi, (_, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new RangeError(`no value for :${name}`);
    }
    parameters.push(value);
    return '?';
  });
  return { sql: bound, parameters };
}
