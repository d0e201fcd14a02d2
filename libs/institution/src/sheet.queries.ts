import { AppError, type YearMonth } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { SheetVersion } from './sheet.graphql.js';

export interface StoredVersion extends SheetVersion {
  readonly centerId: string;
  readonly month: YearMonth;
}

export interface StoredSheet extends StoredVersion {
  readonly body: string;
}

const VERSION = `i.id, i.center_id AS centerId, i.month, i.number, i.filed_at AS filedAt,
  i.filed_by_name AS filedByName, i.reason, i.digest`;

/** Newest first. */
export async function listVersions(
  db: Db,
  centerId: string,
  month: YearMonth,
): Promise<StoredVersion[]> {
  return await db.rows<StoredVersion>(
    `SELECT ${VERSION} FROM institution_sheet i WHERE i.center_id = ? AND i.center_id IN (?) AND i.month = ?
     ORDER BY i.number DESC`,
    [centerId, db.centers, month],
  );
}

export async function findSheet(db: Db, id: string): Promise<StoredSheet> {
  const row = await db.row<StoredSheet>(
    `SELECT ${VERSION}, i.body FROM institution_sheet i WHERE i.id = ? AND i.center_id IN (?)`,
    [id, db.centers],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No sheet ${id}`, { entity: 'institutionSheet', id });
  }
  return row;
}

const IS_NEWEST = `NOT EXISTS (SELECT 1 FROM institution_sheet n WHERE n.center_id = i.center_id
  AND n.month = i.month AND n.number > i.number)`;

/** The newest sheet of each month of a year. */
export async function listYear(db: Db, centerId: string, year: number): Promise<StoredSheet[]> {
  return await db.rows<StoredSheet>(
    `SELECT ${VERSION}, i.body FROM institution_sheet i
     WHERE i.center_id = ? AND i.center_id IN (?) AND i.month BETWEEN ? AND ? AND ${IS_NEWEST}
     ORDER BY i.month`,
    [centerId, db.centers, `${year}-01`, `${year}-12`],
  );
}

export interface CountyRow {
  readonly centerId: string;
  readonly centerName: string;
  readonly centerCode: string;
  readonly operatorName: string | null;
  readonly sheet: StoredSheet | null;
}

type FlatRow = Omit<CountyRow, 'sheet' | 'centerId'> & {
  [Key in keyof StoredSheet]: StoredSheet[Key] | null;
};

/** Centers that were open in the month, with the newest sheet of each; who missed it stands first. */
export async function listCounty(
  db: Db,
  asked: { readonly month: YearMonth; readonly last: string },
  limit: number,
): Promise<CountyRow[]> {
  const rows = await db.rows<FlatRow & { inCenter: string }>(
    `SELECT c.id AS inCenter, c.name AS centerName, c.code AS centerCode,
       (SELECT o.name FROM operating_contract oc JOIN organization o ON o.id = oc.organization_id
        WHERE oc.center_id = c.id AND oc.from_on <= ? AND (oc.until_on IS NULL OR oc.until_on > ?) LIMIT 1) AS operatorName,
       ${VERSION}, i.body
     FROM center c LEFT JOIN institution_sheet i ON i.center_id = c.id AND i.month = ? AND ${IS_NEWEST}
     WHERE c.id IN (?) AND c.opened_on <= ?
     ORDER BY (i.id IS NOT NULL), c.code, c.id LIMIT ?`,
    [asked.last, asked.last, asked.month, db.centers, asked.last, limit],
  );
  return rows.map(({ inCenter, centerName, centerCode, operatorName, ...sheet }) => ({
    centerId: inCenter,
    centerName,
    centerCode,
    operatorName,
    sheet: sheet.id === null ? null : (sheet as StoredSheet),
  }));
}

export const toVersion = (stored: SheetVersion): SheetVersion => ({
  id: stored.id,
  number: stored.number,
  filedAt: stored.filedAt,
  filedByName: stored.filedByName,
  reason: stored.reason,
  digest: stored.digest,
});
