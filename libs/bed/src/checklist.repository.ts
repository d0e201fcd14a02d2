import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { notFound } from './booking.repository.js';
import type { PersonPapers, RoomFacts } from './checklist.rules.js';

interface PapersRow extends Omit<
  PersonPapers,
  'futureReservations' | 'openAbsences' | 'laterAbsences'
> {
  readonly centerId: string;
}

/** Reads what the checklists ask for; decides nothing. */
@Injectable()
export class ChecklistRepository {
  async papers(
    db: Db,
    about: { readonly residentId: string; readonly on: LocalDate; readonly exceptStayId?: string },
  ): Promise<PersonPapers> {
    const { residentId, on } = about;
    const row = await db.row<PapersRow>(PAPERS, [on, on, on, residentId, db.centers]);
    if (!row) {
      throw notFound('resident', residentId);
    }
    const absences = await db.rows<{ id: string; fromOn: LocalDate; untilOn: LocalDate | null }>(
      `SELECT id, from_on AS fromOn, until_on AS untilOn FROM absence
       WHERE resident_id = ? AND center_id IN (?) AND cancelled_at IS NULL
         AND (until_on IS NULL OR until_on > ?) ORDER BY from_on`,
      [residentId, db.centers, on],
    );
    const futureReservations = await db.rows<{ id: string; fromOn: LocalDate }>(
      `SELECT id, from_on AS fromOn FROM stay
       WHERE resident_id = ? AND center_id IN (?) AND status = 'RESERVED' AND id <> ?
       ORDER BY from_on`,
      [residentId, db.centers, about.exceptStayId ?? ''],
    );
    return {
      ...row,
      futureReservations,
      openAbsences: absences.filter((absence) => absence.untilOn === null && absence.fromOn <= on),
      laterAbsences: absences.filter((absence) => absence.untilOn !== null || absence.fromOn > on),
    };
  }

  async room(
    db: Db,
    about: { readonly bedId: string; readonly residentId: string; readonly on: LocalDate },
  ): Promise<RoomFacts> {
    const row = await db.row<{
      roomId: string;
      roomName: string;
      sexPolicy: string;
      mates: string | null;
    }>(
      `SELECT room.id AS roomId, room.name AS roomName, room.sex_policy AS sexPolicy,
         (SELECT GROUP_CONCAT(DISTINCT p.sex) FROM bed other
            JOIN stay_booking b ON b.bed_id = other.id AND b.d_from <= ? AND b.d_until > ?
            JOIN resident p ON p.id = b.resident_id
          WHERE other.room_id = room.id AND b.resident_id <> ?) AS mates
       FROM bed JOIN room ON room.id = bed.room_id WHERE bed.id = ? AND bed.center_id IN (?)`,
      [about.on, about.on, about.residentId, about.bedId, db.centers],
    );
    if (!row) {
      throw notFound('bed', about.bedId);
    }
    const { mates, ...room } = row;
    return { ...room, roommates: mates === null ? [] : mates.split(',') };
  }
}

const PAPERS = `SELECT p.id AS residentId, p.center_id AS centerId, p.sex, p.died_on AS diedOn,
    (SELECT COUNT(*) FROM consent c WHERE c.resident_id = p.id AND c.purpose IN ('HEALTH_DATA', 'CARE_RECORD')
       AND c.is_given = 1 AND (c.withdrawn_on IS NULL OR c.withdrawn_on > ?)) AS consents,
    (SELECT COUNT(*) FROM service_agreement a WHERE a.resident_id = p.id
       AND (a.until_on IS NULL OR a.until_on > ?)) AS agreements,
    (SELECT COUNT(*) FROM assessment_record r WHERE r.resident_id = p.id
       AND r.status IN ('SIGNED', 'ACCEPTED')) AS assessments,
    (SELECT COUNT(*) FROM resident_contact k WHERE k.resident_id = p.id
       AND k.removed_at IS NULL) AS contacts,
    (SELECT COUNT(*) FROM assessment_record r WHERE r.resident_id = p.id
       AND r.status IN ('DRAFT', 'AWAITING_SECOND')) AS drafts,
    (SELECT COUNT(*) FROM service_agreement a WHERE a.resident_id = p.id
       AND (a.until_on IS NULL OR a.until_on > ?)) AS openAgreements
  FROM resident p WHERE p.id = ? AND p.center_id IN (?)`;
