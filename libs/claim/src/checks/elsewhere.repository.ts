import type { Fen, LocalDate, YearMonth } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { firstDayOfYear, type Period } from '../facts/period.rules.js';
import type { Elsewhere } from './check.types.js';

/**
 * The same person in other centers of the county, by the blind index. Who asks for a whole center keeps this order of
 * tables (STRAIGHT_JOIN): a ledger that has just grown by a year of openings still looks empty to the optimizer, which
 * then begins with all of it.
 */
const TWINS = `FROM resident r
  JOIN center own ON own.id = r.center_id
  JOIN resident twin ON twin.id_number_index = r.id_number_index AND twin.center_id <> r.center_id
  JOIN center other ON other.id = twin.center_id AND other.county_code = own.county_code`;

/** What is claimed for them there, but for what was given back. */
const CLAIMED = `JOIN ledger_entry e ON e.center_id = other.id AND e.subject_id = twin.id AND e.subject_kind = 'person'
    AND e.status NOT IN ('RETURNED', 'WITHDRAWN')
  LEFT JOIN claim_line l ON l.id = e.claim_line_id AND l.center_id = e.center_id`;

/** Days of the entry's month on which the person has a bed in both centers. */
const COMMON_DAYS = `(SELECT CAST(COALESCE(SUM(GREATEST(0, DATEDIFF(
      LEAST(COALESCE(s.until_on, '9999-12-31'), COALESCE(t.until_on, '9999-12-31'),
        LAST_DAY(CONCAT(e.month, '-01')) + INTERVAL 1 DAY),
      GREATEST(s.from_on, t.from_on, CONCAT(e.month, '-01'))))), 0) AS SIGNED)
    FROM stay s JOIN stay t ON t.resident_id = twin.id AND t.center_id = other.id AND t.status IN ('ACTIVE', 'ENDED')
    WHERE s.resident_id = r.id AND s.center_id = r.center_id AND s.status IN ('ACTIVE', 'ENDED')) AS days`;

type ClaimedRow = Omit<Elsewhere, 'isByDay'> & { readonly isByDay: number };

/**
 * The one place that looks over the fence of a center, through the blind index of the county: is a person of ours
 * claimed or housed by another center? Which one stays there; the bureau sees it, the operator only that it is so.
 */
export async function readElsewhere(
  db: Db,
  centerId: string,
  period: Period,
): Promise<Elsewhere[]> {
  const claimed = await db.rows<ClaimedRow>(
    `SELECT STRAIGHT_JOIN r.id AS residentId, 'CLAIMED' AS kind, e.month, NULL AS fromOn, NULL AS untilOn, e.program,
       MAX(l.unit) AS unit, ${COMMON_DAYS},
       COALESCE(MIN(IF(e.amount_fen > 0, l.quantity LIKE '%/%' OR l.unit = 'day', NULL)), 0) AS isByDay
     ${TWINS} ${CLAIMED}
     WHERE r.center_id = ? AND r.center_id IN (?) AND r.id_number_index IS NOT NULL
       AND e.month >= ? AND e.month <= ?
     GROUP BY r.id, r.center_id, twin.id, other.id, e.program, e.month HAVING SUM(e.amount_fen) > 0
     ORDER BY residentId, month, program`,
    [centerId, db.centers, period.yearFrom, period.lastMonth],
  );
  const housed = await db.rows<Elsewhere>(
    `SELECT STRAIGHT_JOIN r.id AS residentId, 'LIVES' AS kind, NULL AS month, MIN(t.from_on) AS fromOn,
       IF(SUM(t.until_on IS NULL) > 0, NULL, MAX(t.until_on)) AS untilOn, NULL AS program, NULL AS unit
     ${TWINS}
     JOIN stay s ON s.resident_id = r.id AND s.center_id = r.center_id AND s.status IN ('ACTIVE', 'ENDED')
     JOIN stay t ON t.resident_id = twin.id AND t.center_id = other.id AND t.status IN ('ACTIVE', 'ENDED')
     WHERE r.center_id = ? AND r.center_id IN (?) AND r.id_number_index IS NOT NULL
       AND (s.until_on IS NULL OR t.from_on < s.until_on) AND (t.until_on IS NULL OR s.from_on < t.until_on)
       AND t.from_on < ? AND (t.until_on IS NULL OR t.until_on > ?)
     GROUP BY r.id ORDER BY residentId`,
    [centerId, db.centers, period.endsBefore, firstDayOfYear(period)],
  );
  return [
    ...claimed.map((row) => ({ ...row, isByDay: Number(row.isByDay) === 1 })),
    ...housed.map((row) => ({ ...row, isByDay: false, days: 0 })),
  ];
}

export interface ClaimedElsewhere {
  readonly id: string;
  readonly centerName: string;
  readonly program: string;
  /** Null: claimed on paper before. */
  readonly number: string | null;
  readonly status: string;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly amountFen: Fen;
  readonly days: number;
}

export interface HousedElsewhere {
  readonly id: string;
  readonly centerName: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** In full, for the bureau of the county: who claims this person in this month besides, and where else a bed is theirs. */
export async function personElsewhere(
  db: Db,
  { centerId, residentId, month }: PersonMonth,
): Promise<{ claims: ClaimedElsewhere[]; stays: HousedElsewhere[] }> {
  const reach = 'r.id = ? AND r.center_id = ? AND r.center_id IN (?) AND other.id IN (?)';
  const within = [residentId, centerId, db.centers, db.centers];
  const claims = await db.rows<ClaimedElsewhere>(
    `SELECT e.id, other.name AS centerName, e.program, k.number, e.status, l.quantity, l.unit,
       e.amount_fen AS amountFen, ${COMMON_DAYS}
     ${TWINS} ${CLAIMED} LEFT JOIN claim k ON k.id = e.claim_id AND k.center_id = e.center_id
     WHERE ${reach} AND e.month = ? ORDER BY other.name, e.program, e.id`,
    [...within, month],
  );
  const stays = await db.rows<HousedElsewhere>(
    `SELECT t.id, other.name AS centerName, t.from_on AS \`from\`, t.until_on AS \`until\`
     ${TWINS} JOIN stay t ON t.resident_id = twin.id AND t.center_id = other.id AND t.status IN ('ACTIVE', 'ENDED')
     WHERE ${reach} AND t.from_on <= LAST_DAY(CONCAT(?, '-01'))
       AND (t.until_on IS NULL OR t.until_on > CONCAT(?, '-01'))
     ORDER BY other.name, t.from_on, t.id`,
    [...within, month, month],
  );
  return { claims, stays };
}

interface PersonMonth {
  readonly centerId: string;
  readonly residentId: string;
  readonly month: YearMonth;
}
