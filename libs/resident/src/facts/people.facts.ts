import type { LocalDate, Sex } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

/** A person of facts/1. */
export interface PersonFacts {
  readonly id: string;
  readonly sex: Sex;
  readonly bornOn: LocalDate;
  readonly diedOn: LocalDate | null;
  readonly householdCounty: string | null;
  readonly categories: readonly {
    readonly code: string;
    readonly from: LocalDate;
    readonly until: LocalDate | null;
  }[];
}

type PersonRow = Omit<PersonFacts, 'categories'>;

interface CategoryRow {
  readonly residentId: string;
  readonly code: string;
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

/** Two statements. Everybody who ever had a file in the center, in the order of their ids. */
export async function peopleFacts(db: Db, centerId: string): Promise<PersonFacts[]> {
  const people = await db.rows<PersonRow>(
    `SELECT id, sex, born_on AS bornOn, died_on AS diedOn, household_county AS householdCounty
     FROM resident WHERE center_id IN (?) AND center_id = ? ORDER BY id`,
    [db.centers, centerId],
  );
  const categories = await db.rows<CategoryRow>(
    `SELECT resident_id AS residentId, code, from_on AS \`from\`, until_on AS until
     FROM resident_category WHERE center_id IN (?) AND center_id = ? AND voided_at IS NULL
     ORDER BY resident_id, from_on, code, id`,
    [db.centers, centerId],
  );
  const byResident = new Map<string, CategoryRow[]>();
  for (const row of categories) {
    byResident.set(row.residentId, [...(byResident.get(row.residentId) ?? []), row]);
  }
  return people.map((person) => ({
    ...person,
    categories: (byResident.get(person.id) ?? []).map(({ code, from, until }) => ({
      code,
      from,
      until,
    })),
  }));
}
