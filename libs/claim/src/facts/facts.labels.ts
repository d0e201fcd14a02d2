import { AppError, type LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { AbsenceLabel, FactsBundle, PersonLabel, StayLabel } from './facts.types.js';

type Labels = Omit<FactsBundle, 'facts' | 'levels' | 'projectNames'>;

/** Names and the uncut dates of the same records, for papers, checks and screens. Four statements. */
export async function readLabels(db: Db, centerId: string, before: LocalDate): Promise<Labels> {
  const center = await db.row<{ name: string; code: string; phone: string | null }>(
    'SELECT name, code, phone FROM center WHERE id = ? AND id IN (?)',
    [centerId, db.centers],
  );
  if (!center) {
    throw new AppError('NOT_FOUND', `No center ${centerId}`, { entity: 'center', id: centerId });
  }
  const people = await db.rows<PersonLabel>(
    `SELECT id, name, sex, born_on AS bornOn, died_on AS diedOn, household_county AS householdCounty,
       LOWER(HEX(id_number_index)) AS idIndexHex
     FROM resident WHERE center_id = ? AND center_id IN (?) ORDER BY id`,
    [centerId, db.centers],
  );
  const stays = await db.rows<StayLabel>(
    `SELECT s.id, s.resident_id AS residentId, CONCAT(r.name, '-', b.label) AS bedLabel, s.from_on AS fromOn,
       s.until_on AS untilOn, s.end_kind AS endKind
     FROM stay s JOIN bed b ON b.id = s.bed_id JOIN room r ON r.id = b.room_id
     WHERE s.center_id = ? AND s.center_id IN (?) AND s.status IN ('ACTIVE', 'ENDED') AND s.from_on < ?
       AND (s.until_on IS NULL OR s.until_on > s.from_on) ORDER BY s.id`,
    [centerId, db.centers, before],
  );
  const absences = await db.rows<AbsenceLabel>(
    `SELECT id, resident_id AS residentId, kind, from_on AS fromOn, planned_until_on AS plannedUntilOn,
       until_on AS untilOn
     FROM absence WHERE center_id = ? AND center_id IN (?) AND cancelled_at IS NULL AND from_on < ?
       AND (until_on IS NULL OR until_on > from_on) ORDER BY id`,
    [centerId, db.centers, before],
  );
  return {
    centerName: center.name,
    centerCode: center.code,
    phone: center.phone,
    people: new Map(people.map((row) => [row.id, row])),
    stays,
    absences,
  };
}
