import type { INestApplicationContext } from '@nestjs/common';
import { ExitService, MoveService, StayService } from '@yibu/bed';
import { AppError } from '@yibu/kernel';
import type { Scope } from '@yibu/platform';

import type { TestApp } from './app.js';
import { BedWorld, day, OVERRIDES } from './bed-world.js';
import { World } from './world.js';

export interface StormReport {
  /** Deeds that were answered with success, by kind. */
  readonly acknowledged: Readonly<Record<string, number>>;
  /** Refusals, by code. */
  readonly refused: Readonly<Record<string, number>>;
  /** Pairs of stays that share a bed or a person on a day, by a self-join that knows nothing of the constraint. */
  readonly overlaps: number;
  /** Acknowledged stays that are not in the table, or not as they were acknowledged. */
  readonly lost: number;
  /** Stays in the table that nobody was told of. */
  readonly unexplained: number;
  /** Stays whose row in the booking table says something else. */
  readonly mismatched: number;
}

interface Stay {
  readonly id: string;
  readonly version: number;
  readonly fromOn: string;
}

const PEOPLE = 24;
const BEDS = 20;
const SPAN_DAYS = 6;
const EXPECTED = new Set([
  'BED_TAKEN',
  'PERSON_TAKEN',
  'STALE_VERSION',
  'STAY_STATE_REFUSED',
  'INPUT_INVALID',
  'STAY_BLOCKED',
]);

/** Many people at many desks admit, move, swap and discharge at once, all for the same few beds and people. */
export class BookingStorm {
  private readonly acknowledged: Record<string, number> = {};
  private readonly refused: Record<string, number> = {};
  private readonly told = new Set<string>();

  private constructor(
    private readonly test: TestApp<INestApplicationContext>,
    private readonly house: BedWorld,
    private readonly people: readonly string[],
    private readonly scope: Scope,
  ) {}

  static async run(
    test: TestApp<INestApplicationContext>,
    options: { readonly workers: number; readonly seconds: number },
  ): Promise<StormReport> {
    test.clock.setDay('2026-06-15');
    const house = await BedWorld.create(test, await World.create(test), BEDS);
    const people: string[] = [];
    for (let index = 0; index < PEOPLE; index += 1) {
      people.push(await house.resident(`老人${index}`, index % 2 === 0 ? 'F' : 'M'));
    }
    const storm = new BookingStorm(test, house, people, await house.manager());
    const end = Date.now() + options.seconds * 1000;
    const workers = Array.from({ length: options.workers }, async () => storm.work(end));
    await Promise.all(workers);
    return await storm.report();
  }

  private async work(end: number): Promise<void> {
    while (Date.now() < end) {
      const choice = Math.random();
      if (choice < 0.4) {
        await this.attempt('admit', async (scope) => this.admit(scope));
      } else if (choice < 0.6) {
        await this.attempt('transfer', async (scope) => this.transfer(scope));
      } else if (choice < 0.75) {
        await this.attempt('swap', async (scope) => this.swap(scope));
      } else {
        await this.attempt('discharge', async (scope) => this.discharge(scope));
      }
    }
  }

  /** What was answered with success was promised; what was refused must be a refusal that we know. */
  private async attempt(kind: string, deed: (scope: Scope) => Promise<boolean>): Promise<void> {
    try {
      if (await deed({ ...this.scope })) {
        this.acknowledged[kind] = (this.acknowledged[kind] ?? 0) + 1;
      }
    } catch (error) {
      const code = error instanceof AppError ? error.code : String(error);
      if (!EXPECTED.has(code)) {
        throw error;
      }
      this.refused[code] = (this.refused[code] ?? 0) + 1;
    }
  }

  private async admit(scope: Scope): Promise<boolean> {
    const id = await this.test.app.get(StayService).admit(scope, {
      centerId: this.house.centerId,
      residentId: pick(this.people),
      bedId: pick(this.house.beds),
      on: aDay(),
      overrides: OVERRIDES,
    });
    this.told.add(id);
    return true;
  }

  private async transfer(scope: Scope): Promise<boolean> {
    const [stay] = await this.active(1);
    if (stay) {
      const input = { stayId: stay.id, version: stay.version, bedId: pick(this.house.beds) };
      this.told.add(
        await this.test.app.get(MoveService).transfer(scope, { ...input, on: aDay(stay.fromOn) }),
      );
    }
    return stay !== undefined;
  }

  private async swap(scope: Scope): Promise<boolean> {
    const [one, two] = await this.active(2);
    if (!one || !two) {
      return false;
    }
    const id = await this.test.app.get(MoveService).swap(scope, {
      stayId: one.id,
      version: one.version,
      otherStayId: two.id,
      otherVersion: two.version,
      on: aDay(one.fromOn > two.fromOn ? one.fromOn : two.fromOn),
    });
    this.told.add(id);
    return true;
  }

  private async discharge(scope: Scope): Promise<boolean> {
    const [stay] = await this.active(1);
    if (stay) {
      const input = { stayId: stay.id, version: stay.version, on: aDay(stay.fromOn) };
      await this.test.app.get(ExitService).discharge(scope, input);
    }
    return stay !== undefined;
  }

  private async active(count: number): Promise<Stay[]> {
    return await this.test.dataSource.query<Stay[]>(
      `SELECT id, version, from_on AS fromOn FROM stay WHERE center_id = ? AND status = 'ACTIVE' ORDER BY RAND() LIMIT ${count}`,
      [this.house.centerId],
    );
  }

  private async report(): Promise<StormReport> {
    const { centerId } = this.house;
    const rows = await this.test.database.query<{ id: string; swapped: number }>(
      `SELECT s.id, EXISTS(SELECT 1 FROM stay x WHERE x.spell_id = s.spell_id AND x.end_kind = 'SWAP'
         AND x.until_on = s.from_on) AS swapped FROM stay s WHERE s.center_id = ?`,
      [centerId],
    );
    const stored = new Set(rows.map(({ id }) => id));
    const countOf = async (sql: string): Promise<number> => {
      const [row] = await this.test.database.query<{ n: number }>(sql, [centerId]);
      return Number(row?.n);
    };
    return {
      acknowledged: this.acknowledged,
      refused: this.refused,
      overlaps: await countOf(OVERLAPS),
      lost: [...this.told].filter((id) => !stored.has(id)).length,
      // A swap answers with one of the two stays that it begins.
      unexplained: rows.filter(({ id, swapped }) => !this.told.has(id) && swapped === 0).length,
      mismatched: await countOf(MISMATCHED),
    };
  }
}

const OVERLAPS = `SELECT COUNT(*) AS n FROM stay a JOIN stay b ON a.center_id = b.center_id AND a.id < b.id
    AND (a.bed_id = b.bed_id OR a.resident_id = b.resident_id)
    AND a.from_on < IFNULL(b.until_on, '9999-12-31') AND b.from_on < IFNULL(a.until_on, '9999-12-31')
  WHERE a.center_id = ? AND a.status <> 'CANCELLED' AND b.status <> 'CANCELLED'
    AND IFNULL(a.until_on, '9999-12-31') > a.from_on AND IFNULL(b.until_on, '9999-12-31') > b.from_on`;

const MISMATCHED = `SELECT COUNT(*) AS n FROM stay s LEFT JOIN stay_booking b ON b.stay_id = s.id
  WHERE s.center_id = ? AND (
    (s.status = 'CANCELLED' OR s.until_on = s.from_on) <> (b.stay_id IS NULL)
    OR b.bed_id <> s.bed_id OR b.resident_id <> s.resident_id OR b.d_from <> s.from_on
    OR b.d_until <> IFNULL(s.until_on, '9999-12-31'))`;

function pick<T>(list: readonly T[]): T {
  const chosen = list[Math.floor(Math.random() * list.length)];
  if (chosen === undefined) {
    throw new Error('nothing to pick from');
  }
  return chosen;
}

/** One of the last days, not before `from`. */
function aDay(from = ''): ReturnType<typeof day> {
  const text = `2026-06-${String(15 - Math.floor(Math.random() * SPAN_DAYS)).padStart(2, '0')}`;
  return day(text < from ? from : text);
}
