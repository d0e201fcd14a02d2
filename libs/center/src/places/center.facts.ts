import { AppError, type LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { listGrades } from './place.queries.js';

/** The `center` of facts/1. */
export interface CenterFacts {
  readonly id: string;
  readonly ownership: string;
  readonly forProfit: boolean;
  readonly registeredBeds: number;
  readonly openedOn: LocalDate;
  readonly filedOn: LocalDate | null;
  readonly areaM2: number | null;
  readonly grades: readonly {
    readonly scheme: string;
    readonly grade: string;
    readonly from: LocalDate;
    readonly until: LocalDate | null;
  }[];
}

/** Two statements. `countyCode` is facts/1's `county`. */
export async function centerFacts(
  db: Db,
  centerId: string,
): Promise<{ countyCode: string; center: CenterFacts }> {
  const row = await db.row<
    Omit<CenterFacts, 'grades' | 'forProfit'> & { countyCode: string; forProfit: number }
  >(
    `SELECT id, county_code AS countyCode, ownership, for_profit AS forProfit, registered_beds AS registeredBeds,
       opened_on AS openedOn, filed_on AS filedOn, area_m2 AS areaM2 FROM center WHERE id = ? AND id IN (?)`,
    [centerId, db.centers],
  );
  if (!row) {
    throw new AppError('NOT_FOUND', `No center ${centerId} in reach`, {
      entity: 'center',
      id: centerId,
    });
  }
  const { countyCode, ...center } = row;
  const grades = (await listGrades(db, centerId))
    .map(({ scheme, grade, fromOn, untilOn }) => ({ scheme, grade, from: fromOn, until: untilOn }))
    .sort((a, b) => (a.scheme + a.from < b.scheme + b.from ? -1 : 1));
  return { countyCode, center: { ...center, forProfit: row.forProfit === 1, grades } };
}
