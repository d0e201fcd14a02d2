import { AppError, type LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { CenterLicence } from './licence.graphql.js';
import { licenceExpiry, type DatedLicence } from './licence.rules.js';

type Row = Omit<CenterLicence, 'passed' | 'expiry'> & { readonly passed: number };

const LICENCE = `SELECT id, center_id AS centerId, kind, number, issuer, passed, remark, valid_from AS validFrom,
  valid_until AS validUntil, version FROM center_licence`;

const toLicence = (row: Row, today: LocalDate): CenterLicence => {
  const licence = { ...row, passed: row.passed === 1 };
  return { ...licence, expiry: licenceExpiry(licence, today) };
};

export async function listLicences(
  db: Db,
  today: LocalDate,
  centerId: string,
): Promise<CenterLicence[]> {
  const rows = await db.rows<Row>(
    `${LICENCE} WHERE center_id = ? AND center_id IN (?) AND removed_at IS NULL
     ORDER BY kind, valid_from DESC, id`,
    [centerId, db.centers],
  );
  return rows.map((row) => toLicence(row, today));
}

export async function findLicence(db: Db, today: LocalDate, id: string): Promise<CenterLicence> {
  const row = await db.row<Row>(
    `${LICENCE} WHERE id = ? AND center_id IN (?) AND removed_at IS NULL`,
    [id, db.centers],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No licence ${id}`, { entity: 'centerLicence', id });
  }
  return toLicence(row, today);
}

/** The dated papers of a center, for whatever asks what held on a day (`licenceStateOn`). One statement. */
export async function licenceFacts(
  db: Db,
  centerId: string,
): Promise<
  (DatedLicence & { readonly id: string; readonly issuer: string | null; remark: string | null })[]
> {
  const rows = await db.rows<Row>(
    `${LICENCE} WHERE center_id = ? AND center_id IN (?) AND removed_at IS NULL ORDER BY kind, valid_from, id`,
    [centerId, db.centers],
  );
  return rows.map(({ id, kind, number, issuer, passed, remark, validFrom, validUntil }) => ({
    id,
    kind,
    number,
    issuer,
    passed: passed === 1,
    remark,
    validFrom,
    validUntil,
  }));
}
