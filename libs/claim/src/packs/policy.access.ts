import { AppError } from '@yibu/kernel';
import type { Db, Scope, SqlValue } from '@yibu/platform';

/** Shared by all counties. */
export const EVERYBODYS = '*';

/** A county outside the caller's reach does not exist for them. */
export function requireCounty(scope: Scope, countyCode: string): void {
  if (scope.organizationKind !== 'PLATFORM' && !scope.countyCodes.includes(countyCode)) {
    throw new AppError('NOT_FOUND', `County ${countyCode} is out of reach`, {
      entity: 'county',
      id: countyCode,
    });
  }
}

/** A county's rules are its own bureau's business; the platform brings texts, it puts none in force. */
export function requireBureauOf(scope: Scope, countyCode: string): void {
  requireCounty(scope, countyCode);
  if (scope.organizationKind !== 'BUREAU') {
    throw new AppError('FORBIDDEN', 'Only the county bureau changes its rules', {
      permission: 'pack.manage',
    });
  }
}

export interface StoredPack {
  readonly id: string;
  readonly countyCode: string;
  readonly code: string;
  readonly version: number;
  readonly sha256: string;
  readonly body: string;
  readonly origin: string;
  readonly status: string;
  readonly uploadedByName: string | null;
  readonly createdAt: Date;
}

export const PACK_COLUMNS = `p.id, p.county_code AS countyCode, p.code, p.version, p.sha256, p.body, p.origin, p.status,
  p.uploaded_by_name AS uploadedByName, p.created_at AS createdAt`;

/** Whose texts the caller sees: everybody's and those of the own counties; the platform sees all. */
export function visiblePacks(scope: Scope): { sql: string; values: SqlValue[] } {
  return scope.organizationKind === 'PLATFORM'
    ? { sql: 'TRUE', values: [] }
    : { sql: 'p.county_code IN (?)', values: [[EVERYBODYS, ...scope.countyCodes]] };
}

export async function findPack(db: Db, id: string): Promise<StoredPack> {
  const seen = visiblePacks(db.scope);
  const pack = await db.row<StoredPack>(
    `SELECT ${PACK_COLUMNS} FROM policy_pack p WHERE p.id = ? AND ${seen.sql}`,
    [id, ...seen.values],
  );
  if (!pack) {
    throw new AppError('NOT_FOUND', `No pack ${id}`, { entity: 'pack', id });
  }
  return pack;
}
