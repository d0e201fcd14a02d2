import { Inject, Injectable } from '@nestjs/common';
import {
  AppError,
  addMonthsToMonth,
  firstDay,
  InputError,
  type Clock,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';
import { CLOCK, newId, UnitOfWork, type Db, type Scope, type Tx } from '@yibu/platform';

import type { MealKind } from './meal.entities.js';
import type { CheckInMealsInput, MealDayCount, MealSheet, MealSheetRow } from './meal.graphql.js';

@Injectable()
export class MealService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async sheet(
    scope: Scope,
    at: { readonly centerId: string; readonly onDate: LocalDate; readonly meal: MealKind },
  ): Promise<MealSheet> {
    return await sheetOf(this.unitOfWork.read(scope), at);
  }

  /** Sets the people named to the counts given; the same call again changes nothing. */
  async checkIn(scope: Scope, input: CheckInMealsInput): Promise<MealSheet> {
    if (input.onDate > this.clock.today()) {
      throw new InputError([{ path: 'onDate', rule: 'isNotFuture' }]);
    }
    return await this.unitOfWork.run(scope, async (tx) => {
      tx.requireCenter(input.centerId);
      const wanted = new Map(input.entries.map(({ residentId, count }) => [residentId, count]));
      const changed = await this.changedEntries(tx, input, wanted);
      await assertMayEat(tx, input, changed);
      for (const { residentId, to } of changed) {
        await tx.execute(
          `INSERT INTO meal_checkin (id, center_id, resident_id, on_date, meal, count, created_by, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE count = VALUES(count)`,
          [
            newId(),
            input.centerId,
            residentId,
            input.onDate,
            input.meal,
            to,
            scope.userId,
            this.clock.now(),
          ],
        );
      }
      if (changed.length > 0) {
        tx.audit({
          entity: 'meal',
          entityId: input.centerId,
          centerId: input.centerId,
          action: 'checkIn',
          changes: [
            { field: 'meal', from: null, to: `${input.onDate}, ${input.meal}` },
            ...changed.map(({ residentId, from, to }) => ({ field: residentId, from, to })),
          ],
        });
      }
      return await sheetOf(tx, input);
    });
  }

  async month(scope: Scope, centerId: string, month: YearMonth): Promise<MealDayCount[]> {
    return await this.unitOfWork.read(scope).rows<MealDayCount>(
      `SELECT on_date AS onDate,
         CAST(SUM(IF(meal = 'BREAKFAST', count, 0)) AS SIGNED) AS breakfast,
         CAST(SUM(IF(meal = 'LUNCH', count, 0)) AS SIGNED) AS lunch,
         CAST(SUM(IF(meal = 'DINNER', count, 0)) AS SIGNED) AS dinner
       FROM meal_checkin WHERE center_id = ? AND center_id IN (?) AND on_date >= ? AND on_date < ?
       GROUP BY on_date ORDER BY on_date`,
      [centerId, scope.centerIds, firstDay(month), firstDay(addMonthsToMonth(month, 1))],
    );
  }

  private async changedEntries(
    tx: Tx,
    input: CheckInMealsInput,
    wanted: ReadonlyMap<string, number>,
  ): Promise<Change[]> {
    const rows = await tx.rows<{ residentId: string; count: number }>(
      `SELECT resident_id AS residentId, count FROM meal_checkin
       WHERE center_id = ? AND on_date = ? AND meal = ? AND resident_id IN (?) FOR UPDATE`,
      [input.centerId, input.onDate, input.meal, [...wanted.keys()]],
    );
    const before = new Map(rows.map(({ residentId, count }) => [residentId, count]));
    return [...wanted]
      .map(([residentId, to]) => ({ residentId, from: before.get(residentId) ?? 0, to }))
      .filter(({ from, to }) => from !== to);
  }
}

interface Change {
  readonly residentId: string;
  readonly from: number;
  readonly to: number;
}

/** Someone dead, or not of this center, eats nothing. Being away is possible to enter: the claim's checks ask. */
async function assertMayEat(
  tx: Tx,
  input: CheckInMealsInput,
  changes: readonly Change[],
): Promise<void> {
  const ids = changes.map(({ residentId }) => residentId);
  const people = await tx.rows<{ id: string; name: string; diedOn: string | null }>(
    'SELECT id, name, died_on AS diedOn FROM resident WHERE id IN (?) AND center_id = ? AND center_id IN (?)',
    [ids, input.centerId, tx.centers],
  );
  if (people.length !== ids.length) {
    throw new AppError('NOT_FOUND', 'A resident is not in the center', {
      entity: 'resident',
      id: '',
    });
  }
  const eating = new Set(changes.filter(({ to }) => to > 0).map(({ residentId }) => residentId));
  const dead = people.find(
    ({ id, diedOn }) => eating.has(id) && diedOn !== null && input.onDate > diedOn,
  );
  if (dead) {
    throw new AppError('MEAL_NOT_ALLOWED', `Resident ${dead.id} died before ${input.onDate}`, {
      name: dead.name,
      diedOn: dead.diedOn,
    });
  }
}

/** Two statements' worth in one: who lives here that day, with bed, absence and check-in. */
async function sheetOf(
  db: Db,
  at: { readonly centerId: string; readonly onDate: LocalDate; readonly meal: MealKind },
): Promise<MealSheet> {
  const { centerId, onDate, meal } = at;
  const rows = await db.rows<MealSheetRow>(
    `SELECT r.id AS residentId, r.name, IF(b.id IS NULL, NULL, CONCAT(o.name, '-', b.label)) AS bedLabel,
       (SELECT a.kind FROM absence a WHERE a.resident_id = r.id AND a.from_on <= ?
          AND (a.until_on IS NULL OR a.until_on > ?) AND a.cancelled_at IS NULL LIMIT 1) AS absence,
       COALESCE(m.count, 0) AS count
     FROM resident r
       LEFT JOIN stay s ON s.resident_id = r.id AND s.status IN ('ACTIVE', 'ENDED') AND s.from_on <= ?
         AND (s.until_on IS NULL OR s.until_on > ?)
       LEFT JOIN bed b ON b.id = s.bed_id
       LEFT JOIN room o ON o.id = b.room_id
       LEFT JOIN meal_checkin m ON m.center_id = r.center_id AND m.resident_id = r.id AND m.on_date = ? AND m.meal = ?
     WHERE r.center_id = ? AND r.center_id IN (?) AND (s.id IS NOT NULL OR m.count > 0)
     ORDER BY o.name, b.label, r.pinyin, r.id`,
    [onDate, onDate, onDate, onDate, onDate, meal, centerId, db.centers],
  );
  return {
    onDate,
    meal,
    rows,
    checkedIn: rows.filter(({ count }) => count > 0).length,
    expected: rows.filter(({ absence }) => absence === null).length,
  };
}
