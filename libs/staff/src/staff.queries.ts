import { addDays, AppError, type LocalDate } from '@yibu/kernel';
import { type Db, likePattern, requireRow } from '@yibu/platform';

import type {
  CertificateSummary,
  StaffCertificate,
  StaffCertificatePage,
  StaffMember,
  StaffMemberPage,
} from './staff.graphql.js';
import { expiryState, type ExpiryState } from './staff.rules.js';

export interface StaffFilter {
  readonly centerId: string;
  readonly today: LocalDate;
  readonly search?: string | null;
  readonly post?: string | null;
  /** true: employed today; false: left; null: both. */
  readonly isEmployed?: boolean | null;
  readonly limit: number;
  readonly offset: number;
}

type StaffRow = Omit<StaffMember, 'expiryState'> & {
  readonly firstExpiry: LocalDate | null;
  readonly total?: number;
};

const MEMBER = `SELECT m.id, m.center_id AS centerId, m.name, m.sex, m.born_on AS bornOn,
  IF(m.id_last4 IS NULL, NULL, CONCAT('**************', m.id_last4)) AS idNumberMasked, m.phone, m.post,
  m.from_on AS fromOn, m.until_on AS untilOn, m.version,
  (SELECT COUNT(*) FROM staff_certificate c WHERE c.staff_id = m.id AND c.removed_at IS NULL) AS certificateCount,
  (SELECT MIN(c.valid_until) FROM staff_certificate c WHERE c.staff_id = m.id AND c.removed_at IS NULL) AS firstExpiry`;

function toMember(row: StaffRow, today: LocalDate): StaffMember {
  const { firstExpiry, total: _total, ...member } = row;
  return { ...member, expiryState: expiryState(firstExpiry, today) };
}

export async function listStaff(db: Db, filter: StaffFilter): Promise<StaffMemberPage> {
  const search = likePattern(filter.search?.trim() ?? '');
  const isEmployed = filter.isEmployed ?? null;
  const rows = await db.rows<StaffRow>(
    `${MEMBER}, COUNT(*) OVER () AS total FROM staff_member m
     WHERE m.center_id = ? AND m.center_id IN (?) AND (m.name LIKE ? OR m.pinyin LIKE ?)
       AND (? IS NULL OR m.post = ?)
       AND (? IS NULL OR (m.from_on <= ? AND (m.until_on IS NULL OR m.until_on > ?)) = ?)
     ORDER BY (m.until_on IS NOT NULL), m.pinyin, m.id LIMIT ? OFFSET ?`,
    [
      filter.centerId,
      db.centers,
      search,
      search.toLowerCase(),
      filter.post ?? null,
      filter.post ?? null,
      isEmployed,
      filter.today,
      filter.today,
      isEmployed,
      filter.limit,
      filter.offset,
    ],
  );
  return { items: rows.map((row) => toMember(row, filter.today)), total: rows[0]?.total ?? 0 };
}

export async function findStaff(db: Db, today: LocalDate, id: string): Promise<StaffMember> {
  const row = await db.row<StaffRow>(
    `${MEMBER} FROM staff_member m WHERE m.id = ? AND m.center_id IN (?)`,
    [id, db.centers],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No staff member ${id} in reach`, { entity: 'staff', id });
  }
  return toMember(row, today);
}

const CERTIFICATE = `SELECT c.id, c.center_id AS centerId, c.staff_id AS staffId, m.name AS staffName, c.type, c.number,
  c.level, c.issuer, c.issued_on AS issuedOn, c.validity_kind AS validityKind, c.valid_until AS validUntil,
  u.display_name AS verifiedByName, c.verified_at AS verifiedAt, c.version
  FROM staff_certificate c JOIN staff_member m ON m.id = c.staff_id LEFT JOIN app_user u ON u.id = c.verified_by`;

type CertificateRow = Omit<StaffCertificate, 'state'>;
const toCertificate = (row: CertificateRow, today: LocalDate): StaffCertificate => ({
  ...row,
  state: expiryState(row.validUntil, today),
});

export async function certificatesOf(
  db: Db,
  today: LocalDate,
  staffId: string,
): Promise<StaffCertificate[]> {
  const rows = await db.rows<CertificateRow>(
    `${CERTIFICATE} WHERE c.staff_id = ? AND c.center_id IN (?) AND c.removed_at IS NULL
     ORDER BY c.type, c.issued_on DESC, c.id`,
    [staffId, db.centers],
  );
  if (rows.length === 0) {
    await requireRow(db, { table: 'staff_member', entity: 'staff', id: staffId });
  }
  return rows.map((row) => toCertificate(row, today));
}

export async function findCertificate(
  db: Db,
  today: LocalDate,
  id: string,
): Promise<StaffCertificate> {
  const row = await db.row<CertificateRow>(
    `${CERTIFICATE} WHERE c.id = ? AND c.center_id IN (?) AND c.removed_at IS NULL`,
    [id, db.centers],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No certificate ${id} in reach`, { entity: 'certificate', id });
  }
  return toCertificate(row, today);
}

export interface BoardFilter {
  readonly centerId: string;
  readonly today: LocalDate;
  readonly state?: ExpiryState | null;
  readonly limit: number;
  readonly offset: number;
}

/** The days that bound a state; the lower one included, the upper one not. */
function stateBounds(state: ExpiryState | null, today: LocalDate): [LocalDate, LocalDate] {
  switch (state) {
    case 'EXPIRED':
      return ['0001-01-01' as LocalDate, today];
    case 'DUE_30':
      return [today, addDays(today, 31)];
    case 'DUE_60':
      return [addDays(today, 31), addDays(today, 61)];
    case 'VALID':
      return [addDays(today, 61), '9999-12-31' as LocalDate];
    case null:
      return ['0001-01-01' as LocalDate, '9999-12-31' as LocalDate];
  }
}

/** Expiry board: certificates of staff employed today, those that ran out first on top. */
export async function certificateBoard(db: Db, filter: BoardFilter): Promise<StaffCertificatePage> {
  const state = filter.state ?? null;
  const [from, before] = stateBounds(state, filter.today);
  const holdsForEver = state === null || state === 'VALID';
  const rows = await db.rows<CertificateRow & { total: number }>(
    `SELECT board.*, COUNT(*) OVER () AS total FROM (${CERTIFICATE}
       WHERE c.center_id = ? AND c.center_id IN (?) AND c.removed_at IS NULL
         AND m.from_on <= ? AND (m.until_on IS NULL OR m.until_on > ?)
         AND ((c.valid_until >= ? AND c.valid_until < ?) OR (? AND c.valid_until IS NULL))) board
     ORDER BY board.validUntil IS NULL, board.validUntil, board.staffName, board.id LIMIT ? OFFSET ?`,
    [
      filter.centerId,
      db.centers,
      filter.today,
      filter.today,
      from,
      before,
      holdsForEver,
      filter.limit,
      filter.offset,
    ],
  );
  const items = rows.map(({ total: _total, ...row }) => toCertificate(row, filter.today));
  return { items, total: rows[0]?.total ?? 0 };
}

export async function certificateSummary(
  db: Db,
  today: LocalDate,
  centerId: string,
): Promise<CertificateSummary> {
  const row = await db.row<Record<keyof CertificateSummary, number | null>>(
    `SELECT
       CAST(SUM(c.id IS NOT NULL AND (c.valid_until IS NULL OR c.valid_until > ?)) AS SIGNED) AS valid,
       CAST(SUM(c.valid_until > ? AND c.valid_until <= ?) AS SIGNED) AS due60,
       CAST(SUM(c.valid_until >= ? AND c.valid_until <= ?) AS SIGNED) AS due30,
       CAST(SUM(c.valid_until < ?) AS SIGNED) AS expired,
       COUNT(DISTINCT IF(m.post = 'CAREGIVER' AND NOT EXISTS (SELECT 1 FROM staff_certificate x
         WHERE x.staff_id = m.id AND x.type = 'CAREGIVER' AND x.removed_at IS NULL), m.id, NULL)) AS caregiversWithout
     FROM staff_member m LEFT JOIN staff_certificate c ON c.staff_id = m.id AND c.removed_at IS NULL
     WHERE m.center_id = ? AND m.center_id IN (?) AND m.from_on <= ? AND (m.until_on IS NULL OR m.until_on > ?)`,
    [
      addDays(today, 60),
      addDays(today, 30),
      addDays(today, 60),
      today,
      addDays(today, 30),
      today,
      centerId,
      db.centers,
      today,
      today,
    ],
  );
  return {
    valid: row?.valid ?? 0,
    due60: row?.due60 ?? 0,
    due30: row?.due30 ?? 0,
    expired: row?.expired ?? 0,
    caregiversWithout: row?.caregiversWithout ?? 0,
  };
}

/** The `staff` of facts/1, in the order of their ids. Two statements. `until` is exclusive there. */
export async function staffFacts(db: Db, centerId: string): Promise<StaffFact[]> {
  const members = await db.rows<{ id: string; from: LocalDate; until: LocalDate | null }>(
    `SELECT id, from_on AS \`from\`, until_on AS \`until\` FROM staff_member
     WHERE center_id = ? AND center_id IN (?) ORDER BY id`,
    [centerId, db.centers],
  );
  const certificates = await db.rows<CertificateFactRow>(
    `SELECT staff_id AS staffId, type, level, issued_on AS issuedOn, valid_until AS validUntil FROM staff_certificate
     WHERE center_id = ? AND center_id IN (?) AND removed_at IS NULL ORDER BY staff_id, type, issued_on, id`,
    [centerId, db.centers],
  );
  const byStaff = new Map<string, CertificateFactRow[]>();
  for (const certificate of certificates) {
    const list = byStaff.get(certificate.staffId) ?? [];
    byStaff.set(certificate.staffId, [...list, certificate]);
  }
  return members.map((member) => ({
    ...member,
    certificates: (byStaff.get(member.id) ?? []).map(({ type, level, issuedOn, validUntil }) => ({
      type,
      level,
      from: issuedOn,
      until: validUntil === null ? null : addDays(validUntil, 1),
    })),
  }));
}

interface CertificateFactRow {
  readonly staffId: string;
  readonly type: string;
  readonly level: number | null;
  readonly issuedOn: LocalDate;
  readonly validUntil: LocalDate | null;
}

export interface StaffFact {
  readonly id: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly certificates: readonly {
    readonly type: string;
    readonly level: number | null;
    readonly from: LocalDate;
    readonly until: LocalDate | null;
  }[];
}
