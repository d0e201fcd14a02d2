import { addMonths, type LocalDate, type Sex } from '@yibu/kernel';
import { likePattern, type Db, type SqlValue } from '@yibu/platform';

import type { CategoryCode, IdType } from '../resident.codes.js';

export const RESIDENT_SORTS = ['NAME', 'BED', 'AGE', 'ADMITTED', 'NEWEST'] as const;
export type ResidentSort = (typeof RESIDENT_SORTS)[number];

/** Where somebody stands with the house today. */
export const RESIDENCES = ['IN_HOUSE', 'RESERVED', 'LEFT', 'DIED', 'NONE'] as const;
export type Residence = (typeof RESIDENCES)[number];

export interface ResidentFilter {
  readonly centerId?: string | null | undefined;
  readonly search?: string | null | undefined;
  readonly sex?: Sex | null | undefined;
  readonly category?: CategoryCode | null | undefined;
  readonly residence?: Residence | null | undefined;
  readonly ageFrom?: number | null | undefined;
  readonly ageTo?: number | null | undefined;
  readonly sort?: ResidentSort | null | undefined;
}

/** What a search text may be, worked out by the service: a blind index cannot be made in SQL. */
export interface SearchKeys {
  readonly text: string;
  readonly numberIndexes: readonly Buffer[];
}

export interface ResidentRow {
  readonly id: string;
  readonly centerId: string;
  readonly name: string;
  readonly sex: Sex;
  readonly bornOn: LocalDate;
  readonly diedOn: LocalDate | null;
  readonly idType: IdType;
  readonly idLast4: string | null;
  readonly householdCounty: string | null;
  /** Comma-separated, those that hold today. */
  readonly categories: string | null;
  readonly residence: Residence;
  readonly stayId: string | null;
  readonly bedName: string | null;
  readonly stayFrom: LocalDate | null;
  readonly stayUntil: LocalDate | null;
  /** Of the level that holds today, an official one first. */
  readonly scale: string | null;
  readonly level: number | null;
  readonly levelUntil: LocalDate | null;
  readonly total: number;
}

const ORDER: Record<ResidentSort, string> = {
  NAME: 'r.pinyin, r.name, r.id',
  BED: 'bedName IS NULL, bedName, r.id',
  AGE: 'r.born_on, r.id',
  ADMITTED: 's.from_on IS NULL, s.from_on DESC, r.id',
  NEWEST: 'r.id DESC',
};

const CATEGORIES_ON = `(SELECT GROUP_CONCAT(c.code ORDER BY c.code) FROM resident_category c
  WHERE c.resident_id = r.id AND c.center_id = r.center_id AND c.voided_at IS NULL
    AND c.from_on <= ? AND (c.until_on IS NULL OR c.until_on > ?))`;

const RESIDENCE = `CASE WHEN r.died_on IS NOT NULL THEN 'DIED' WHEN s.status = 'ACTIVE' THEN 'IN_HOUSE'
  WHEN s.status = 'RESERVED' THEN 'RESERVED' WHEN s.status = 'ENDED' THEN 'LEFT' ELSE 'NONE' END`;
/** As people say it: 301-1. */
const BED_NAME = `IF(b.label LIKE CONCAT(room.name, '%'), b.label, CONCAT(room.name, '-', b.label))`;

/** The stay that counts most (present, then to come, then the last one), its bed, and the level of today. */
const JOINS = `LEFT JOIN stay s ON s.id = (SELECT t.id FROM stay t
    WHERE t.resident_id = r.id AND t.center_id = r.center_id AND t.status <> 'CANCELLED'
    ORDER BY FIELD(t.status, 'ACTIVE', 'RESERVED', 'ENDED'), t.from_on DESC, t.id DESC LIMIT 1)
  LEFT JOIN bed b ON b.id = s.bed_id AND s.status <> 'ENDED'
  LEFT JOIN room ON room.id = b.room_id
  LEFT JOIN level_period lp ON lp.id = (SELECT v.id FROM level_period v
    WHERE v.resident_id = r.id AND v.center_id = r.center_id AND v.superseded_at IS NULL
      AND v.from_on <= ? AND (v.until_on IS NULL OR v.until_on > ?)
    ORDER BY v.kind = 'OFFICIAL' DESC, v.scale = 'GBT42195' DESC, v.from_on DESC, v.id DESC LIMIT 1)`;

export interface ListRequest {
  readonly filter: ResidentFilter;
  readonly keys: SearchKeys | null;
  readonly today: LocalDate;
  readonly limit: number;
  readonly offset: number;
}

/** One statement, plain rows. */
export async function listResidents(db: Db, request: ListRequest): Promise<ResidentRow[]> {
  const { filter, today } = request;
  const where = conditions(db, request);
  return await db.rows<ResidentRow>(
    `SELECT r.id, r.center_id AS centerId, r.name, r.sex, r.born_on AS bornOn, r.died_on AS diedOn,
       r.id_type AS idType, r.id_last4 AS idLast4, r.household_county AS householdCounty,
       ${CATEGORIES_ON} AS categories, ${RESIDENCE} AS residence, s.id AS stayId, ${BED_NAME} AS bedName,
       s.from_on AS stayFrom, s.until_on AS stayUntil, lp.scale, lp.level, lp.until_on AS levelUntil,
       COUNT(*) OVER () AS total
     FROM resident r ${JOINS}
     WHERE ${where.sql}
     ORDER BY ${ORDER[filter.sort ?? 'NAME']} LIMIT ? OFFSET ?`,
    [today, today, today, today, ...where.parameters, request.limit, request.offset],
  );
}

interface Conditions {
  readonly sql: string;
  readonly parameters: readonly SqlValue[];
}

function conditions(db: Db, { filter, keys, today }: ListRequest): Conditions {
  const parts: string[] = ['r.center_id IN (?)'];
  const parameters: SqlValue[] = [db.centers];
  const add = (sql: string, ...values: SqlValue[]): void => {
    parts.push(sql);
    parameters.push(...values);
  };
  if (filter.centerId != null) {
    add('r.center_id = ?', filter.centerId);
  }
  if (filter.sex != null) {
    add('r.sex = ?', filter.sex);
  }
  if (filter.residence != null) {
    add(`${RESIDENCE} = ?`, filter.residence);
  }
  if (filter.ageFrom != null) {
    add('r.born_on <= ?', addMonths(today, -12 * filter.ageFrom));
  }
  if (filter.ageTo != null) {
    add('r.born_on > ?', addMonths(today, -12 * (filter.ageTo + 1)));
  }
  if (filter.category != null) {
    add(
      `EXISTS (SELECT 1 FROM resident_category k WHERE k.resident_id = r.id AND k.center_id = r.center_id
        AND k.code = ? AND k.voided_at IS NULL AND k.from_on <= ? AND (k.until_on IS NULL OR k.until_on > ?))`,
      filter.category,
      today,
      today,
    );
  }
  if (keys !== null) {
    const search = searchCondition(keys);
    add(search.sql, ...search.parameters);
  }
  return { sql: parts.join(' AND '), parameters };
}

const LAST4 = /^\d{3}[\dXx]$/;
const LATIN = /^[a-z' ]+$/i;

/** Whole numbers match only exactly; four digits are the end of a number; letters are pinyin or initials. */
function searchCondition({ text, numberIndexes }: SearchKeys): Conditions {
  const parts = ['r.name LIKE ?', `${BED_NAME} LIKE ?`];
  const parameters: SqlValue[] = [likePattern(text), `${likePattern(text).slice(1)}`];
  if (numberIndexes.length > 0) {
    const marks = numberIndexes.map(() => '?').join(', ');
    parts.push(
      `r.id_number_index IN (${marks})`,
      `EXISTS (SELECT 1 FROM resident_document d WHERE d.resident_id = r.id AND d.center_id = r.center_id
        AND d.number_index IN (${marks}) AND d.removed_at IS NULL)`,
    );
    parameters.push(...numberIndexes, ...numberIndexes);
  }
  if (LAST4.test(text)) {
    parts.push('r.id_last4 = ?');
    parameters.push(text.toUpperCase());
  }
  if (LATIN.test(text)) {
    const typed = text.toLowerCase().replace(/[' ]/g, '');
    parts.push('r.pinyin LIKE ?', 'r.initials LIKE ?');
    parameters.push(`${typed}%`, `${typed}%`);
  }
  return { sql: `(${parts.join(' OR ')})`, parameters };
}

export interface LikelyTwin {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly bornOn: LocalDate;
  readonly diedOn: LocalDate | null;
  readonly idLast4: string | null;
  readonly isSameNumber: number;
}

/** Who might be the same person: the same number, or the same name or sound with the same birthday. */
export async function likelyTwins(
  db: Db,
  person: {
    readonly centerId: string;
    readonly name: string;
    readonly pinyin: string;
    readonly bornOn: LocalDate | null;
    readonly numberIndex: Buffer | null;
    readonly exceptId: string;
  },
): Promise<LikelyTwin[]> {
  const index = person.numberIndex ?? Buffer.alloc(0);
  return await db.rows<LikelyTwin>(
    `SELECT r.id, r.name, r.sex, r.born_on AS bornOn, r.died_on AS diedOn, r.id_last4 AS idLast4,
       COALESCE(r.id_number_index = ?, 0) AS isSameNumber
     FROM resident r
     WHERE r.center_id IN (?) AND r.center_id = ? AND r.id <> ?
       AND (r.id_number_index = ? OR (r.born_on = ? AND (r.name = ? OR (r.pinyin <> '' AND r.pinyin = ?)))
         OR (? IS NULL AND r.name = ?))
     ORDER BY isSameNumber DESC, r.id LIMIT 5`,
    [
      index,
      db.centers,
      person.centerId,
      person.exceptId,
      index,
      person.bornOn,
      person.name,
      person.pinyin,
      person.bornOn,
      person.name,
    ],
  );
}
