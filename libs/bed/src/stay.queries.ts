import { addDays, daysBetween, type LocalDate } from '@yibu/kernel';
import { type Db, likePattern, requireRow, type SqlValue } from '@yibu/platform';

import { bedNameSql, notFound, OPEN_END } from './booking.repository.js';
import type {
  Absence,
  FreeBed,
  ResidentStays,
  Stay,
  StayCandidate,
  StayPage,
  StayRevision,
} from './stay.graphql.js';
import type { AbsenceKind, StayStatus } from './stay.rules.js';

interface StayRow extends Omit<Stay, 'absence' | 'checklist' | 'stayDays'> {
  readonly checklist: string | null;
  readonly absenceId: string | null;
  readonly absenceVersion: number;
  readonly absenceKind: AbsenceKind;
  readonly absenceFrom: LocalDate;
  readonly plannedUntilOn: LocalDate | null;
  readonly total?: number;
}

const COLUMNS = `s.id, s.center_id AS centerId, s.resident_id AS residentId, p.name AS residentName, p.sex,
  p.born_on AS bornOn, s.bed_id AS bedId, ${bedNameSql('room', 'bed')} AS bedName,
  CONCAT(h.name, ' ', floor.name) AS place, s.spell_id AS spellId, s.status, s.from_on AS fromOn,
  s.until_on AS untilOn, s.expected_until_on AS expectedUntilOn, s.end_kind AS endKind, s.source,
  s.note, s.version, s.checklist,
  a.id AS absenceId, a.version AS absenceVersion, a.kind AS absenceKind, a.from_on AS absenceFrom,
  a.planned_until_on AS plannedUntilOn`;

const FROM = `FROM stay s JOIN resident p ON p.id = s.resident_id JOIN bed ON bed.id = s.bed_id
  JOIN room ON room.id = bed.room_id JOIN floor ON floor.id = room.floor_id
  JOIN building h ON h.id = floor.building_id
  LEFT JOIN absence a ON a.stay_id = s.spell_id AND s.status = 'ACTIVE' AND a.cancelled_at IS NULL
    AND a.until_on IS NULL`;

const ORDERS: Readonly<Record<string, string>> = {
  fromOn: 's.from_on',
  untilOn: `IFNULL(s.until_on, '${OPEN_END}')`,
  residentName: 'p.pinyin',
  bedName: 'h.sort, floor.sort, room.sort, bed.sort',
  place: 'h.sort, floor.sort, room.sort, bed.sort',
};

export const STAY_ORDERS = Object.keys(ORDERS);

export interface StayFilter {
  readonly centerId: string;
  readonly status?: StayStatus | null | undefined;
  readonly away?: AbsenceKind | 'ANY' | 'OVERDUE' | null | undefined;
  readonly search?: string | null | undefined;
  /** Stays that touch these days, both included. */
  readonly from?: LocalDate | null | undefined;
  readonly to?: LocalDate | null | undefined;
  /** The day began in this span of days (admissions). */
  readonly beganFrom?: LocalDate | null | undefined;
  readonly beganTo?: LocalDate | null | undefined;
}

export interface Paging {
  readonly page: number;
  readonly pageSize: number;
  readonly orderBy?: string | null | undefined;
  readonly descending?: boolean | null | undefined;
}

export async function listStays(
  db: Db,
  filter: StayFilter,
  at: { readonly paging: Paging; readonly today: LocalDate },
): Promise<StayPage> {
  const { paging, today } = at;
  const { where, parameters } = conditionsOf(filter, { db, today });
  const order = ORDERS[paging.orderBy ?? ''] ?? 's.from_on';
  const direction = (paging.orderBy ? paging.descending : true) ? 'DESC' : 'ASC';
  const ordered = order
    .split(', ')
    .map((column) => `${column} ${direction}`)
    .join(', ');
  const rows = await db.rows<StayRow>(
    `SELECT ${COLUMNS}, COUNT(*) OVER () AS total ${FROM} WHERE ${where}
     ORDER BY ${ordered}, s.id ${direction} LIMIT ? OFFSET ?`,
    [...parameters, paging.pageSize, (paging.page - 1) * paging.pageSize],
  );
  return { items: rows.map((row) => toStay(row, today)), total: rows[0]?.total ?? 0 };
}

function conditionsOf(
  filter: StayFilter,
  at: { readonly db: Db; readonly today: LocalDate },
): { where: string; parameters: SqlValue[] } {
  const conditions = ['s.center_id = ?', 's.center_id IN (?)'];
  const parameters: SqlValue[] = [filter.centerId, at.db.centers];
  const add = (condition: string, ...values: (SqlValue | null | undefined)[]): void => {
    const given = values.filter((value) => value !== undefined && value !== null && value !== '');
    if (given.length === values.length) {
      conditions.push(condition);
      parameters.push(...(given as SqlValue[]));
    }
  };
  add('s.status = ?', filter.status);
  const search = filter.search?.trim();
  if (search) {
    const pattern = likePattern(search);
    add(
      `(p.name LIKE ? OR p.pinyin LIKE ? OR p.initials LIKE ? OR ${bedNameSql('room', 'bed')} LIKE ?)`,
      pattern,
      pattern.toLowerCase(),
      pattern.toLowerCase(),
      pattern,
    );
  }
  add(`IFNULL(s.until_on, '${OPEN_END}') > ?`, filter.from);
  add('s.from_on <= ?', filter.to);
  add('s.from_on >= ? AND s.id = s.spell_id', filter.beganFrom);
  add('s.from_on <= ?', filter.beganTo);
  if (filter.away === 'HOME_LEAVE' || filter.away === 'HOSPITAL') {
    add('a.kind = ?', filter.away);
  } else if (filter.away === 'OVERDUE') {
    add('a.planned_until_on < ?', at.today);
  } else if (filter.away === 'ANY') {
    conditions.push('a.id IS NOT NULL');
  }
  return { where: conditions.join(' AND '), parameters };
}

export async function findStay(db: Db, id: string, today: LocalDate): Promise<Stay> {
  const row = await db.row<StayRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE s.id = ? AND s.center_id IN (?)`,
    [id, db.centers],
  );
  if (!row) {
    throw notFound('stay', id);
  }
  return toStay(row, today);
}

/** The newest stay of the spell that an absence belongs to. */
export async function findStayOfAbsence(
  db: Db,
  absenceId: string,
  today: LocalDate,
): Promise<Stay> {
  const row = await db.row<StayRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE s.spell_id = (SELECT x.stay_id FROM absence x WHERE x.id = ? AND x.center_id IN (?))
       AND s.center_id IN (?) AND s.status <> 'CANCELLED' ORDER BY s.from_on DESC, s.id DESC LIMIT 1`,
    [absenceId, db.centers, db.centers],
  );
  if (!row) {
    throw notFound('absence', absenceId);
  }
  return toStay(row, today);
}

export async function findResidentStays(
  db: Db,
  residentId: string,
  today: LocalDate,
): Promise<ResidentStays> {
  const stays = await db.rows<StayRow>(
    `SELECT ${COLUMNS} ${FROM} WHERE s.resident_id = ? AND s.center_id IN (?)
     ORDER BY s.from_on DESC, s.id DESC`,
    [residentId, db.centers],
  );
  if (stays.length === 0) {
    await requireRow(db, { table: 'resident', entity: 'resident', id: residentId });
  }
  const absences = await db.rows<
    Omit<Absence, 'isCancelled' | 'bedHeld'> & { cancelledAt: Date | null; isHeld: number }
  >(
    `SELECT id, stay_id AS stayId, resident_id AS residentId, kind, from_on AS fromOn,
       planned_until_on AS plannedUntilOn, until_on AS untilOn, reason AS note,
       cancelled_at AS cancelledAt, bed_held AS isHeld, version
     FROM absence WHERE resident_id = ? AND center_id IN (?) ORDER BY from_on DESC, id DESC`,
    [residentId, db.centers],
  );
  const revisions = await db.rows<StayRevision>(
    `SELECT v.id, v.stay_id AS stayId, v.revision, v.action, v.status,
       ${bedNameSql('room', 'bed')} AS bedName, v.from_on AS fromOn, v.until_on AS untilOn,
       v.end_kind AS endKind, v.reason, v.recorded_at AS recordedAt, v.recorded_by AS recordedBy
     FROM stay_revision v JOIN stay s ON s.id = v.stay_id JOIN bed ON bed.id = v.bed_id
       JOIN room ON room.id = bed.room_id
     WHERE s.resident_id = ? AND v.center_id IN (?) ORDER BY v.stay_id, v.revision`,
    [residentId, db.centers],
  );
  return {
    stays: stays.map((row) => toStay(row, today)),
    absences: absences.map(({ cancelledAt, isHeld, ...absence }) => ({
      ...absence,
      bedHeld: isHeld === 1,
      isCancelled: cancelledAt !== null,
    })),
    revisions,
  };
}

function toStay(row: StayRow, today: LocalDate): Stay {
  const { absenceId, absenceVersion, absenceKind, absenceFrom, plannedUntilOn, checklist } = row;
  const tomorrow = addDays(today, 1);
  const until = row.untilOn ?? (row.status === 'ACTIVE' ? tomorrow : row.fromOn);
  const isPresent = row.status === 'ACTIVE' || row.status === 'ENDED';
  return {
    ...row,
    stayDays: isPresent ? Math.max(0, daysBetween(row.fromOn, until)) : 0,
    checklist: checklist === null ? [] : (JSON.parse(checklist) as Stay['checklist']),
    absence:
      absenceId === null
        ? null
        : {
            id: absenceId,
            version: absenceVersion,
            kind: absenceKind,
            fromOn: absenceFrom,
            plannedUntilOn,
          },
  };
}

/** Beds that nobody holds and that are in use, from a day on, for as long as the stay would last. */
export async function listFreeBeds(
  db: Db,
  wish: {
    readonly centerId: string;
    readonly from: LocalDate;
    readonly until: LocalDate | null;
    readonly exceptResidentId: string | null;
  },
): Promise<FreeBed[]> {
  const { centerId, from } = wish;
  const until = wish.until ?? OPEN_END;
  const rows = await db.rows<Omit<FreeBed, 'roommates'> & { roommates: string | null }>(
    `SELECT bed.id, ${bedNameSql('room', 'bed')} AS name, CONCAT(h.name, ' ', floor.name) AS place,
       room.sex_policy AS sexPolicy,
       (SELECT GROUP_CONCAT(DISTINCT p.sex) FROM bed o
          JOIN stay_booking b ON b.center_id = bed.center_id AND b.bed_id = o.id
            AND b.d_from <= ? AND b.d_until > ?
          JOIN resident p ON p.id = b.resident_id
        WHERE o.room_id = room.id) AS roommates
     FROM bed JOIN room ON room.id = bed.room_id JOIN floor ON floor.id = room.floor_id
       JOIN building h ON h.id = floor.building_id
     WHERE bed.center_id = ? AND bed.center_id IN (?) AND bed.opened_on <= ?
       AND (bed.closed_on IS NULL OR bed.closed_on >= ?)
       AND NOT EXISTS (SELECT 1 FROM stay_booking b WHERE b.center_id = bed.center_id
         AND b.bed_id = bed.id AND b.d_from < ? AND b.d_until > ? AND b.resident_id <> ?)
       AND NOT EXISTS (SELECT 1 FROM bed_repair r WHERE r.center_id = bed.center_id
         AND r.bed_id = bed.id AND r.from_on < ? AND (r.until_on IS NULL OR r.until_on > ?))
     ORDER BY h.sort, floor.sort, room.sort, bed.sort, bed.id`,
    [
      ...[from, from, centerId, db.centers, from, until],
      ...[until, from, wish.exceptResidentId ?? '', until, from],
    ],
  );
  return rows.map((row) => ({ ...row, roommates: row.roommates?.split(',') ?? [] }));
}

const CANDIDATES = 20;

export async function listCandidates(
  db: Db,
  wish: { readonly centerId: string; readonly search: string | null },
): Promise<StayCandidate[]> {
  const pattern = likePattern(wish.search?.trim() ?? '');
  return await db.rows<StayCandidate>(
    `SELECT p.id, p.name, p.sex, p.born_on AS bornOn, p.id_last4 AS idLast4 FROM resident p
     WHERE p.center_id = ? AND p.center_id IN (?) AND p.died_on IS NULL
       AND (p.name LIKE ? OR p.pinyin LIKE ? OR p.initials LIKE ?)
       AND NOT EXISTS (SELECT 1 FROM stay s WHERE s.resident_id = p.id
         AND s.status IN ('ACTIVE', 'RESERVED'))
     ORDER BY p.created_at DESC, p.id DESC LIMIT ${CANDIDATES}`,
    [wish.centerId, db.centers, pattern, pattern.toLowerCase(), pattern.toLowerCase()],
  );
}
