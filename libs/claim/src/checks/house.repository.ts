import { limitsOf, type Limits } from './check.limits.js';
import { licenceFacts, type CountySettings, type DatedLicence } from '@yibu/center';
import { addMonthsToMonth, firstDay, type Fen, type LocalDate, type YearMonth } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { Period } from '../facts/period.rules.js';

export interface Employed {
  readonly id: string;
  readonly name: string;
  readonly sex: string;
  readonly bornOn: LocalDate | null;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

/** What the house has beside the people that are claimed: beds, employees, and how its records came about. */
export interface HouseRecords {
  readonly limits: Limits;
  /** Beds that exist and are not closed on the last day of the period. */
  readonly beds: number;
  readonly staff: readonly Employed[];
  /** Dated papers of the house. */
  readonly licences: readonly DatedLicence[];
  /** Meals and services of the period, and how many of them were entered long after their day. */
  readonly entered: number;
  readonly enteredLate: number;
  /** What was claimed for people of the month before, by that month's own claim. */
  readonly monthBefore: { readonly month: YearMonth; readonly amountFen: Fen } | null;
}

interface Counts {
  readonly settings: string;
  readonly beds: number;
  readonly entered: number;
  readonly enteredLate: number;
  readonly monthBeforeFen: Fen | null;
}

/** Four statements, whatever the size of the house. */
export async function readHouse(db: Db, centerId: string, period: Period): Promise<HouseRecords> {
  const from = firstDay(period.firstMonth);
  const { endsBefore } = period;
  const before = addMonthsToMonth(period.firstMonth, -1);
  const limits = await readLimits(db, centerId);
  const counts = await db.row<Counts>(
    `WITH entry AS (
       SELECT on_date, created_at FROM meal_checkin
         WHERE center_id = ? AND center_id IN (?) AND on_date >= ? AND on_date < ? AND count > 0
       UNION ALL
       SELECT on_date, created_at FROM service_record
         WHERE center_id = ? AND center_id IN (?) AND on_date >= ? AND on_date < ? AND voided_at IS NULL)
     SELECT (SELECT COUNT(*) FROM bed WHERE center_id = ? AND center_id IN (?) AND opened_on < ?
         AND (closed_on IS NULL OR closed_on >= ?)) AS beds,
       COUNT(*) AS entered,
       COALESCE(SUM(DATEDIFF(created_at + INTERVAL 8 HOUR, on_date) > ?), 0) AS enteredLate,
       (SELECT SUM(l.amount_fen) FROM claim c JOIN claim_line l ON l.claim_id = c.id
         WHERE c.center_id = ? AND c.center_id IN (?) AND c.period = ? AND c.kind = 'MONTHLY'
           AND c.submitted_at IS NOT NULL AND c.status NOT IN ('WITHDRAWN', 'RETURNED')
           AND l.subject_kind = 'person' AND l.kind = 'NORMAL' AND l.status = 'PAYABLE') AS monthBeforeFen
     FROM entry`,
    [
      ...[centerId, db.centers, from, endsBefore],
      ...[centerId, db.centers, from, endsBefore],
      ...[centerId, db.centers, endsBefore, endsBefore],
      limits.lateDays,
      ...[centerId, db.centers, before],
    ],
  );
  const fen = counts?.monthBeforeFen ?? null;
  return {
    limits,
    beds: counts?.beds ?? 0,
    staff: await readStaff(db, centerId),
    licences: await licenceFacts(db, centerId),
    entered: counts?.entered ?? 0,
    enteredLate: Number(counts?.enteredLate ?? 0),
    monthBefore: fen === null ? null : { month: before, amountFen: Number(fen) as Fen },
  };
}

async function readLimits(db: Db, centerId: string): Promise<Limits> {
  const row = await db.row<{ settings: string }>(
    'SELECT y.settings FROM center n JOIN county y ON y.code = n.county_code WHERE n.id = ? AND n.id IN (?)',
    [centerId, db.centers],
  );
  const county = JSON.parse(row?.settings ?? '{}') as Partial<CountySettings>;
  return limitsOf(county.checkLimits);
}

const readStaff = async (db: Db, centerId: string): Promise<Employed[]> =>
  await db.rows<Employed>(
    `SELECT id, name, sex, born_on AS bornOn, from_on AS fromOn, until_on AS untilOn FROM staff_member
     WHERE center_id = ? AND center_id IN (?) ORDER BY id`,
    [centerId, db.centers],
  );
