import { Injectable } from '@nestjs/common';
import type { LocalDate, Sex } from '@yibu/kernel';
import type { Db } from '@yibu/platform';
import { PersonalData, type IdType } from '@yibu/resident';

import type { KnownBed } from './bed-label.rules.js';
import type { Areas } from './county.rules.js';

export interface KnownPerson {
  readonly id: string;
  readonly name: string;
  readonly sex: Sex;
  readonly bornOn: LocalDate;
  readonly diedOn: LocalDate | null;
  readonly idType: IdType;
  readonly phoneCipher: Buffer | null;
  readonly householdCounty: string | null;
  readonly householdAddress: string | null;
  readonly nation: string | null;
  readonly education: string | null;
  readonly marital: string | null;
  readonly note: string | null;
}

export interface KnownStay {
  readonly id: string;
  readonly residentId: string;
  readonly residentName: string;
  readonly bedId: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  /** Of a row of the same file that will be written. */
  readonly row?: number;
}

export interface KnownAbsence {
  readonly residentId: string;
  readonly kind: string;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}

export interface OpenableBed extends KnownBed {
  readonly openedOn: LocalDate;
  readonly closedOn: LocalDate | null;
}

/** All of a center that a list is compared with, read once: a check of 10,000 rows asks the database ten times. */
export interface HouseSnapshot {
  readonly centerId: string;
  readonly countyCode: string;
  readonly areas: Areas;
  readonly openedOn: LocalDate;
  readonly people: readonly KnownPerson[];
  readonly personById: ReadonlyMap<string, KnownPerson>;
  /** Hex of the blind index, of numbers in force and former ones. */
  readonly personByNumber: ReadonlyMap<string, string>;
  readonly personsByName: ReadonlyMap<string, readonly KnownPerson[]>;
  readonly beds: readonly OpenableBed[];
  readonly stays: KnownStay[];
  readonly absences: KnownAbsence[];
  readonly categories: ReadonlyMap<string, ReadonlySet<string>>;
  readonly contacts: ReadonlyMap<string, ReadonlySet<string>>;
  /** Results of assessments by scale and day: GBT42195|2026-01-05. */
  readonly results: ReadonlyMap<string, ReadonlySet<string>>;
}

interface Keyed {
  readonly residentId: string;
  readonly value: string;
}

@Injectable()
export class HouseSnapshots {
  constructor(private readonly personal: PersonalData) {}

  async take(db: Db, centerId: string): Promise<HouseSnapshot> {
    const countyCode = await this.personal.countyOf(db, centerId);
    const at = [db.centers, centerId] as const;
    const center = await db.row<{ openedOn: LocalDate }>(
      'SELECT opened_on AS openedOn FROM center WHERE id IN (?) AND id = ?',
      at,
    );
    const people = await db.rows<KnownPerson & { index: string | null }>(PEOPLE, at);
    const former = await db.rows<Keyed>(FORMER_NUMBERS, at);
    const numbers = people.flatMap(({ id, index }): [string, string][] =>
      index === null ? [] : [[index, id]],
    );
    return {
      centerId,
      countyCode,
      areas: { own: countyCode, known: await db.rows(COUNTIES, []) },
      openedOn: center?.openedOn ?? ('1900-01-01' as LocalDate),
      people,
      personById: new Map(people.map((person) => [person.id, person])),
      personByNumber: new Map([
        ...former.map(({ value, residentId }): [string, string] => [value, residentId]),
        ...numbers,
      ]),
      personsByName: grouped(people, ({ name }) => name),
      beds: await db.rows<OpenableBed>(BEDS, at),
      stays: await db.rows<KnownStay>(STAYS, at),
      absences: await db.rows<KnownAbsence>(ABSENCES, at),
      categories: sets(await db.rows<Keyed>(CATEGORIES, at)),
      contacts: sets(await db.rows<Keyed>(CONTACTS, at)),
      results: sets(await db.rows<Keyed>(RESULTS, at)),
    };
  }
}

/** What a house that has one building calls it. */
export async function firstBuilding(db: Db, centerId: string): Promise<string> {
  const row = await db.row<{ name: string }>(
    'SELECT name FROM building WHERE center_id IN (?) AND center_id = ? ORDER BY sort, id LIMIT 1',
    [db.centers, centerId],
  );
  return row?.name ?? '';
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) {
      group.push(item);
    } else {
      groups.set(key, [item]);
    }
  }
  return groups;
}

const sets = (rows: readonly Keyed[]): Map<string, ReadonlySet<string>> =>
  new Map(
    [...grouped(rows, ({ residentId }) => residentId)].map(([id, group]) => [
      id,
      new Set(group.map(({ value }) => value)),
    ]),
  );

const COUNTIES = 'SELECT code, name FROM county ORDER BY code';
const PEOPLE = `SELECT id, name, sex, born_on AS bornOn, died_on AS diedOn, id_type AS idType,
    LOWER(HEX(id_number_index)) AS \`index\`, phone_cipher AS phoneCipher,
    household_county AS householdCounty, household_address AS householdAddress, nation, education,
    marital, note
  FROM resident WHERE center_id IN (?) AND center_id = ?`;
const FORMER_NUMBERS = `SELECT resident_id AS residentId, LOWER(HEX(number_index)) AS value
  FROM resident_document WHERE center_id IN (?) AND center_id = ? AND removed_at IS NULL`;
const BEDS = `SELECT bed.id, building.name AS building, floor.name AS floor, room.name AS room, bed.label,
    bed.opened_on AS openedOn, bed.closed_on AS closedOn
  FROM bed JOIN room ON room.id = bed.room_id JOIN floor ON floor.id = room.floor_id
    JOIN building ON building.id = floor.building_id
  WHERE bed.center_id IN (?) AND bed.center_id = ?`;
const STAYS = `SELECT s.id, s.resident_id AS residentId, r.name AS residentName, s.bed_id AS bedId,
    s.from_on AS fromOn, s.until_on AS untilOn
  FROM stay s JOIN resident r ON r.id = s.resident_id
  WHERE s.center_id IN (?) AND s.center_id = ? AND s.status <> 'CANCELLED'
    AND (s.until_on IS NULL OR s.until_on > s.from_on)`;
const ABSENCES = `SELECT resident_id AS residentId, kind, from_on AS fromOn, until_on AS untilOn
  FROM absence WHERE center_id IN (?) AND center_id = ? AND cancelled_at IS NULL`;
const CATEGORIES = `SELECT resident_id AS residentId, code AS value FROM resident_category
  WHERE center_id IN (?) AND center_id = ? AND voided_at IS NULL`;
const CONTACTS = `SELECT resident_id AS residentId, name AS value FROM resident_contact
  WHERE center_id IN (?) AND center_id = ? AND removed_at IS NULL`;
const RESULTS = `SELECT resident_id AS residentId, CONCAT(scale, '|', assessed_on) AS value
  FROM assessment_record WHERE center_id IN (?) AND center_id = ? AND status <> 'REJECTED'`;
