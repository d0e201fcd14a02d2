import { AppError, type LocalDate } from '@yibu/kernel';
import { likePattern, type Db } from '@yibu/platform';

import { limitsSaid } from './check-limits.js';
import type { CountySettings } from './place.entities.js';
import type {
  BankAccount,
  Center,
  CenterGrade,
  County,
  OperatingContract,
  Organization,
} from './place.graphql.js';

interface Paging {
  readonly page: number;
  readonly pageSize: number;
  readonly search?: string | null;
}

type Counted<T> = T & { readonly total?: number };

const CENTER = `SELECT c.id, c.county_code AS countyCode, n.name AS countyName, c.code, c.name, c.ownership,
  c.for_profit AS forProfit, c.registered_beds AS registeredBeds, c.area_m2 AS areaM2, c.opened_on AS openedOn,
  c.filed_on AS filedOn, c.address, c.phone, c.version,
  (SELECT o.name FROM operating_contract oc JOIN organization o ON o.id = oc.organization_id
   WHERE oc.center_id = c.id AND oc.from_on <= ? AND (oc.until_on IS NULL OR oc.until_on > ?) LIMIT 1) AS operatorName`;

export async function listCenters(
  db: Db,
  today: string,
  paging: Paging,
): Promise<{ items: Center[]; total: number }> {
  const search = likePattern(paging.search?.trim() ?? '');
  const rows = await db.rows<Counted<Center>>(
    `${CENTER}, COUNT(*) OVER () AS total FROM center c JOIN county n ON n.code = c.county_code
     WHERE c.id IN (?) AND (c.name LIKE ? OR c.code LIKE ?)
     ORDER BY c.county_code, c.code, c.id LIMIT ? OFFSET ?`,
    [
      today,
      today,
      db.centers,
      search,
      search,
      paging.pageSize,
      (paging.page - 1) * paging.pageSize,
    ],
  );
  return { items: rows.map(toCenter), total: rows[0]?.total ?? 0 };
}

export async function findCenter(db: Db, today: string, id: string): Promise<Center> {
  const row = await db.row<Center>(
    `${CENTER} FROM center c JOIN county n ON n.code = c.county_code WHERE c.id = ? AND c.id IN (?)`,
    [today, today, id, db.centers],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No center ${id} in reach`, { entity: 'center', id });
  }
  return toCenter(row);
}

const toCenter = ({ total: _total, ...row }: Counted<Center>): Center => ({
  ...row,
  forProfit: Boolean(row.forProfit),
});

export async function listOrganizations(
  db: Db,
  today: string,
  paging: Paging,
): Promise<{ items: Organization[]; total: number }> {
  const search = likePattern(paging.search?.trim() ?? '');
  const rows = await db.rows<Counted<Organization>>(
    `SELECT o.id, o.kind, o.name, o.county_code AS countyCode, o.uscc, o.contact_name AS contactName,
       o.contact_phone AS contactPhone, o.version, COUNT(*) OVER () AS total,
       (SELECT COUNT(*) FROM operating_contract oc WHERE oc.organization_id = o.id AND oc.from_on <= ?
        AND (oc.until_on IS NULL OR oc.until_on > ?)) AS centerCount
     FROM organization o WHERE o.name LIKE ? AND (? OR o.id = ?)
     ORDER BY o.kind, o.name, o.id LIMIT ? OFFSET ?`,
    [
      today,
      today,
      search,
      db.scope.organizationKind === 'PLATFORM',
      db.scope.organizationId,
      paging.pageSize,
      (paging.page - 1) * paging.pageSize,
    ],
  );
  return { items: rows.map(({ total: _total, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export async function listCounties(db: Db): Promise<County[]> {
  const rows = await db.rows<County & { settings: string }>(
    `SELECT code, name, name_en AS nameEn, settings, version FROM county WHERE ? OR code IN (?) ORDER BY code`,
    [db.scope.organizationKind === 'PLATFORM', db.scope.countyCodes],
  );
  return rows.map(({ settings, ...row }) => {
    const read = JSON.parse(settings) as Partial<CountySettings>;
    return {
      ...row,
      assessmentValidMonths: read.assessmentValidMonths ?? null,
      noticeDays: read.noticeDays ?? null,
      decidesOnPaper: read.decidesOnPaper === true,
      paysThroughFinance: read.paysThroughFinance === true,
      appealDays: read.appealDays ?? null,
      checkLimits: limitsSaid(read.checkLimits),
    };
  });
}

export async function listContracts(db: Db, centerId: string): Promise<OperatingContract[]> {
  return await db.rows<OperatingContract>(
    `SELECT oc.id, oc.center_id AS centerId, oc.organization_id AS organizationId, o.name AS organizationName,
       oc.number, oc.from_on AS fromOn, oc.until_on AS untilOn, oc.version
     FROM operating_contract oc JOIN organization o ON o.id = oc.organization_id
     WHERE oc.center_id = ? AND oc.center_id IN (?) ORDER BY oc.from_on DESC, oc.id`,
    [centerId, db.centers],
  );
}

export async function listGrades(db: Db, centerId: string): Promise<CenterGrade[]> {
  return await db.rows<CenterGrade>(
    `SELECT id, center_id AS centerId, scheme, grade, issuer, from_on AS fromOn, until_on AS untilOn, version
     FROM center_grade WHERE center_id = ? AND center_id IN (?) ORDER BY scheme, from_on DESC, id`,
    [centerId, db.centers],
  );
}

/** Where the operator of the center is paid to; an operator asks for its own, a bureau for that of whoever runs it today. */
export async function findBankAccount(
  db: Db,
  centerId: string,
  today: LocalDate,
): Promise<BankAccount | null> {
  const own = db.scope.organizationKind === 'OPERATOR' ? db.scope.organizationId : null;
  return await db.row<BankAccount>(
    `SELECT a.id, a.holder_name AS holderName, a.bank_name AS bankName, CONCAT('**** ', a.number_last4) AS numberMasked
     FROM bank_account a WHERE a.center_id = ? AND a.center_id IN (?) AND a.ended_at IS NULL
       AND a.organization_id = COALESCE(?, (SELECT oc.organization_id FROM operating_contract oc
         WHERE oc.center_id = a.center_id AND oc.from_on <= ? ORDER BY oc.from_on DESC LIMIT 1))
     ORDER BY a.created_at DESC, a.id DESC LIMIT 1`,
    [centerId, db.centers, own, today],
  );
}
