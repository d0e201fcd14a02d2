import type { LocalDate } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import type { MealKind } from './meal.entities.js';

/** The `meals` of facts/1, check-ins that were taken back left out, in the order of their ids. */
export interface MealFact {
  readonly id: string;
  readonly person: string;
  readonly on: LocalDate;
  readonly meal: MealKind;
  readonly count: number;
}

export async function mealFacts(
  db: Db,
  centerId: string,
  days: { readonly from: LocalDate; readonly until: LocalDate },
): Promise<MealFact[]> {
  return await db.rows<MealFact>(
    `SELECT id, resident_id AS person, on_date AS \`on\`, meal, count FROM meal_checkin
     WHERE center_id = ? AND center_id IN (?) AND on_date >= ? AND on_date < ? AND count > 0 ORDER BY id`,
    [centerId, db.centers, days.from, days.until],
  );
}
