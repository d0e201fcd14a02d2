import type { INestApplicationContext } from '@nestjs/common';
import { ExitService, MoveService, StayService } from '@yibu/bed';
import { AppError } from '@yibu/kernel';

import { startServices, type TestApp } from '../support/app.js';
import { BedWorld, day, OVERRIDES } from '../support/bed-world.js';
import { BookingStorm } from '../support/booking-storm.js';
import { World } from '../support/world.js';

let test: TestApp<INestApplicationContext>;
let house: BedWorld;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});
beforeEach(async () => {
  test.clock.setDay('2026-06-15');
  house = await BedWorld.create(test, await World.create(test));
});

/** All at once; what became of each. */
async function race(deeds: readonly (() => Promise<string>)[]): Promise<string[]> {
  const outcomes = await Promise.allSettled(deeds.map(async (deed) => deed()));
  return outcomes
    .map((outcome) => {
      if (outcome.status === 'fulfilled') {
        return 'won';
      }
      const reason: unknown = outcome.reason;
      return reason instanceof AppError ? reason.code : String(reason);
    })
    .sort();
}

const admit = async (residentId: string, bed: number): Promise<string> =>
  await test.app.get(StayService).admit(await house.manager(), {
    centerId: house.centerId,
    residentId,
    bedId: house.bed(bed),
    on: day('2026-06-10'),
    overrides: OVERRIDES,
  });

const bookings = async (): Promise<number> => {
  const [row] = await test.database.query<{ n: number }>(
    'SELECT COUNT(*) AS n FROM stay_booking WHERE center_id = ?',
    [house.centerId],
  );
  return Number(row?.n);
};

it.each([2, 16])(
  'of %i people for one bed, one gets it and the others learn who',
  async (rivals) => {
    const people: string[] = [];
    for (let index = 0; index < rivals; index += 1) {
      people.push(await house.resident(`老人${index}`));
    }
    const outcomes = await race(people.map((person) => async () => admit(person, 0)));
    expect(outcomes).toEqual([...Array<string>(rivals - 1).fill('BED_TAKEN'), 'won']);
    expect(await bookings()).toBe(1);
  },
);

it('one person is not admitted into two beds by two desks', async () => {
  const person = await house.resident();
  const deeds = [0, 1, 2, 3].map((bed) => async () => admit(person, bed));
  expect(await race(deeds)).toEqual(['PERSON_TAKEN', 'PERSON_TAKEN', 'PERSON_TAKEN', 'won']);
  expect(await bookings()).toBe(1);
});

it('a transfer and a discharge of one person at once: one happens, the other is told to look again', async () => {
  const stayId = await admit(await house.resident(), 0);
  const at = { stayId, version: 1, on: day('2026-06-12') };
  const outcomes = await race([
    async () =>
      test.app.get(MoveService).transfer(await house.manager(), { ...at, bedId: house.bed(1) }),
    async () => test.app.get(ExitService).discharge(await house.manager(), at),
  ]);
  expect(outcomes).toEqual(['STALE_VERSION', 'won']);
});

it('two swaps of the same two people happen once', async () => {
  const [one, two] = [
    await admit(await house.resident(), 0),
    await admit(await house.resident(), 1),
  ];
  const swap = async (from: string, to: string): Promise<string> =>
    await test.app.get(MoveService).swap(await house.manager(), {
      stayId: from,
      version: 1,
      otherStayId: to,
      otherVersion: 1,
      on: day('2026-06-12'),
    });
  const outcomes = await race([async () => swap(one, two), async () => swap(two, one)]);
  expect(outcomes).toEqual(['STALE_VERSION', 'won']);
  expect(await bookings()).toBe(4);
});

it('the database refuses an overlap even behind the product’s back', async () => {
  const stayId = await admit(await house.resident(), 0);
  const other = await admit(await house.resident(), 1);
  await expect(
    test.database.run(`UPDATE stay_booking SET bed_id = ? WHERE stay_id = ?`, [
      house.bed(0),
      other,
    ]),
  ).rejects.toMatchObject({ errno: 1062 });
  await expect(
    test.database.run(`UPDATE stay_booking SET d_until = d_from WHERE stay_id = ?`, [stayId]),
  ).rejects.toMatchObject({ errno: 4025 });
});

it('sixteen desks at once leave no shared bed and lose no promise', async () => {
  const report = await BookingStorm.run(test, { workers: 16, seconds: 3 });
  expect(report).toMatchObject({ overlaps: 0, lost: 0, unexplained: 0, mismatched: 0 });
  expect(Object.keys(report.acknowledged).sort()).toEqual([
    'admit',
    'discharge',
    'swap',
    'transfer',
  ]);
}, 30_000);
