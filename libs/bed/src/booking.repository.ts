import { Injectable } from '@nestjs/common';
import { AppError, localDate, type LocalDate } from '@yibu/kernel';
import { isDuplicate, type Db, type Tx } from '@yibu/platform';

import {
  assertBedExists,
  BedOutOfUse,
  BedTaken,
  PersonTaken,
  type Holder,
} from './booking.rules.js';
import { bookedSpan, type StayStatus } from './stay.rules.js';

/** Open end: a period column has no NULL. */
export const OPEN_END = localDate('9999-12-31');

/** As people say it: 301-1. A label that already begins with the room's name stays as it is. */
export const bedNameSql = (room: string, bed: string): string =>
  `IF(${bed}.label LIKE CONCAT(${room}.name, '%'), ${bed}.label, CONCAT(${room}.name, '-', ${bed}.label))`;

export interface BookableStay {
  readonly id: string;
  readonly centerId: string;
  readonly bedId: string;
  readonly residentId: string;
  readonly status: StayStatus;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

interface BedDaysRow {
  readonly id: string;
  readonly name: string;
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
}

/**
 * Three walls against a double booking: the version of the bed and of the person counts up first, so writers queue (on
 * two nodes, too); under that lock the holder is looked up, so the loser learns who and until when; and MariaDB
 * refuses an overlap by itself.
 */
@Injectable()
export class BookingRepository {
  /** In one order for everybody. A row outside the caller's centers is not found. */
  async lock(
    tx: Tx,
    rows: {
      readonly centerId: string;
      readonly beds: readonly string[];
      readonly residents: readonly string[];
    },
  ): Promise<void> {
    tx.requireCenter(rows.centerId);
    await this.countUp(tx, { table: 'bed', ids: rows.beds, centerId: rows.centerId });
    await this.countUp(tx, { table: 'resident', ids: rows.residents, centerId: rows.centerId });
  }

  /** Takes away the bookings of `stays` and books anew what they now hold. */
  async rebook(tx: Tx, stays: readonly BookableStay[]): Promise<void> {
    for (const stay of stays) {
      await tx.execute('DELETE FROM stay_booking WHERE stay_id = ? AND center_id IN (?)', [
        stay.id,
        tx.centers,
      ]);
    }
    for (const stay of stays) {
      await this.book(tx, stay);
    }
  }

  private async book(tx: Tx, stay: BookableStay): Promise<void> {
    const span = bookedSpan(stay);
    if (span === null) {
      return;
    }
    await this.assertUsable(tx, stay.bedId, span);
    await this.assertFree(tx, stay);
    try {
      await tx.execute(
        `INSERT INTO stay_booking (stay_id, center_id, bed_id, resident_id, d_from, d_until)
         VALUES (?, ?, ?, ?, ?, ?)`,
        [stay.id, stay.centerId, stay.bedId, stay.residentId, span.from, span.until ?? OPEN_END],
      );
    } catch (error) {
      if (isDuplicate(error)) {
        await this.assertFree(tx, stay);
      }
      throw error;
    }
  }

  private async assertFree(tx: Tx, stay: BookableStay): Promise<void> {
    const span = [stay.fromOn, stay.untilOn ?? OPEN_END] as const;
    const [holder] = await tx.rows<Holder>(
      `${HOLDER} WHERE b.center_id = ? AND b.center_id IN (?) AND b.bed_id = ?
         AND b.d_from < ? AND b.d_until > ? AND b.stay_id <> ? ORDER BY b.d_from LIMIT 1`,
      [stay.centerId, tx.centers, stay.bedId, span[1], span[0], stay.id],
    );
    if (holder) {
      throw new BedTaken(holder);
    }
    const [other] = await tx.rows<Holder>(
      `${HOLDER} WHERE b.center_id = ? AND b.center_id IN (?) AND b.resident_id = ?
         AND b.d_from < ? AND b.d_until > ? AND b.stay_id <> ? ORDER BY b.d_from LIMIT 1`,
      [stay.centerId, tx.centers, stay.residentId, span[1], span[0], stay.id],
    );
    if (other) {
      throw new PersonTaken(other);
    }
  }

  /** Also for a bed that goes out of use: nobody may sleep in it then. */
  async assertVacant(
    tx: Tx,
    bed: { readonly id: string; readonly centerId: string },
    span: { readonly from: LocalDate; readonly until: LocalDate | null },
  ): Promise<void> {
    const [holder] = await tx.rows<Holder>(
      `${HOLDER} WHERE b.center_id = ? AND b.center_id IN (?) AND b.bed_id = ?
         AND b.d_from < ? AND b.d_until > ? ORDER BY b.d_from LIMIT 1`,
      [bed.centerId, tx.centers, bed.id, span.until ?? OPEN_END, span.from],
    );
    if (holder) {
      throw new BedTaken(holder);
    }
  }

  private async assertUsable(
    tx: Tx,
    bedId: string,
    span: { readonly from: LocalDate; readonly until: LocalDate | null },
  ): Promise<void> {
    const bed = await this.bedDays(tx, bedId);
    assertBedExists(bed, span);
    const repair = await tx.row<{ from: LocalDate; until: LocalDate | null }>(
      `SELECT from_on AS \`from\`, until_on AS until FROM bed_repair
       WHERE bed_id = ? AND center_id IN (?) AND from_on < ? AND (until_on IS NULL OR until_on > ?)
         AND (until_on IS NULL OR until_on > from_on)
       ORDER BY from_on LIMIT 1`,
      [bedId, tx.centers, span.until ?? OPEN_END, span.from],
    );
    if (repair) {
      throw new BedOutOfUse({ bedId, bedName: bed.name, state: 'IN_REPAIR', ...repair });
    }
  }

  private async bedDays(db: Db, bedId: string): Promise<BedDaysRow> {
    const bed = await db.row<BedDaysRow>(
      `SELECT bed.id, ${bedNameSql('room', 'bed')} AS name, bed.opened_on AS openedOn,
         bed.closed_on AS closedOn
       FROM bed JOIN room ON room.id = bed.room_id WHERE bed.id = ? AND bed.center_id IN (?)`,
      [bedId, db.centers],
    );
    if (!bed) {
      throw notFound('bed', bedId);
    }
    return bed;
  }

  private async countUp(
    tx: Tx,
    rows: { table: 'bed' | 'resident'; ids: readonly string[]; centerId: string },
  ): Promise<void> {
    const { table, centerId } = rows;
    for (const id of [...new Set(rows.ids)].sort()) {
      const found = await tx.execute(
        `UPDATE ${table} SET version = version + 1 WHERE id = ? AND center_id = ?`,
        [id, centerId],
      );
      if (found === 0) {
        throw notFound(table, id);
      }
    }
  }
}

const HOLDER = `SELECT b.stay_id AS stayId, b.resident_id AS residentId, p.name AS residentName,
    b.bed_id AS bedId, ${bedNameSql('room', 'bed')} AS bedName, s.status, b.d_from AS \`from\`,
    IF(b.d_until = '${OPEN_END}', NULL, b.d_until) AS until
  FROM stay_booking b JOIN stay s ON s.id = b.stay_id JOIN resident p ON p.id = b.resident_id
    JOIN bed ON bed.id = b.bed_id JOIN room ON room.id = bed.room_id`;

export const notFound = (entity: string, id: string): AppError =>
  new AppError('NOT_FOUND', `No ${entity} ${id} within the caller's reach`, { entity, id });
