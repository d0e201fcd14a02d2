import { bedFacts, HouseService, KindService } from '@yibu/bed';
import { newId, UnitOfWork } from '@yibu/platform';

import { findBedMap } from '../../libs/bed/src/bed-map.queries.js';
import { BedWorld, day } from '../support/bed-world.js';
import { outcome } from '../support/level-desk.js';
import { useStayDesk } from '../support/stay-desk.js';
import { World } from '../support/world.js';

const desk = useStayDesk();

const set = async (
  beds: readonly number[],
  kind: 'ORDINARY' | 'NURSING',
  from: string,
  reason?: string,
): Promise<number> =>
  await desk.test.app.get(KindService).set(await desk.house.manager(), {
    bedIds: beds.map((index) => desk.house.bed(index)),
    kind,
    fromOn: day(from),
    reason: reason ?? null,
  });

/** What the map of the day says of every bed. */
async function kindsOn(on: string): Promise<(string | null)[]> {
  const db = desk.test.app.get(UnitOfWork).read(await desk.house.manager());
  const map = await findBedMap(db, { centerId: desk.house.centerId, asOf: day(on) });
  return map.buildings.flatMap(({ floors }) =>
    floors.flatMap(({ rooms }) => rooms.flatMap(({ beds }) => beds.map(({ kind }) => kind))),
  );
}

describe('ordinary and nursing beds', () => {
  it('are told apart from a day on, for many beds at once, and past days keep what they were', async () => {
    expect(await kindsOn('2026-06-15')).toEqual([null, null, null, null]);
    expect(await set([0, 1, 2, 3], 'ORDINARY', '2020-01-01')).toBe(4);
    expect(await outcome(set([1, 2], 'NURSING', '2026-06-10'))).toBe('INPUT_INVALID');
    expect(await set([1, 2], 'NURSING', '2026-06-10', '验收单日期')).toBe(2);
    expect(await set([1, 2], 'NURSING', '2026-06-12')).toBe(0);
    expect(await kindsOn('2026-06-09')).toEqual(['ORDINARY', 'ORDINARY', 'ORDINARY', 'ORDINARY']);
    expect(await kindsOn('2026-06-10')).toEqual(['ORDINARY', 'NURSING', 'NURSING', 'ORDINARY']);
  });

  it('begin on the day on which the bed opened, and are facts for rules that pay by the bed', async () => {
    await set([1], 'NURSING', '2020-01-01');
    await set([1], 'ORDINARY', '2026-06-10', '验收单日期');
    const db = desk.test.app.get(UnitOfWork).read(await desk.house.manager());
    const facts = await bedFacts(db, desk.house.centerId);
    const opened = facts[0]?.from;
    expect(facts.find(({ id }) => id === desk.house.bed(1))).toMatchObject({
      type: [
        { value: 'NURSING', from: opened, until: '2026-06-10' },
        { value: 'ORDINARY', from: '2026-06-10', until: null },
      ],
    });
    expect(facts.filter(({ type }) => type !== undefined)).toHaveLength(1);
  });

  it('are said with a new house, and a bed that nobody used goes with its kind', async () => {
    const house = desk.test.app.get(HouseService);
    const manager = await desk.house.manager();
    const { centerId } = desk.house;
    const db = desk.test.app.get(UnitOfWork).read(manager);
    const map = await findBedMap(db, { centerId, asOf: day('2026-06-15') });
    const room = map.buildings[0]?.floors[0]?.rooms[0];
    await house.addBeds(await desk.house.manager(), {
      roomId: room?.id ?? '',
      count: 1,
      start: 9,
      pattern: '{n}',
      openedOn: day('2026-06-01'),
      kind: 'NURSING',
    });
    expect(await kindsOn('2026-06-15')).toContain('NURSING');
    const [made] = await desk.test.dataSource.query<{ id: string }[]>(
      "SELECT id FROM bed WHERE room_id = ? AND label = '9'",
      [room?.id],
    );
    await house.remove(await desk.house.manager(), { kind: 'BED', id: made?.id ?? '' });
    expect(await kindsOn('2026-06-15')).not.toContain('NURSING');
  });

  it('are of one house and within reach', async () => {
    const { test } = desk;
    const other = await BedWorld.create(test, await World.create(test), 2);
    const kinds = test.app.get(KindService);
    const input = { kind: 'NURSING' as const, fromOn: day('2026-06-01') };
    for (const bedIds of [[other.bed(0)], [desk.house.bed(0), other.bed(0)], [newId()]]) {
      expect(await outcome(kinds.set(await desk.house.manager(), { ...input, bedIds }))).toBe(
        'NOT_FOUND',
      );
    }
    expect(await kindsOn('2026-06-15')).toEqual([null, null, null, null]);
  });

  it('said by two at once are one of the two, and never both', async () => {
    await Promise.all([
      set([0, 1, 2, 3], 'ORDINARY', '2026-06-01', '验收'),
      set([3, 2, 1, 0], 'NURSING', '2026-06-01', '验收'),
    ]);
    const kinds = new Set(await kindsOn('2026-06-15'));
    expect(kinds.size).toBe(1);
    const [rows] = await desk.test.dataSource.query<{ n: number }[]>(
      'SELECT COUNT(*) AS n FROM bed_kind WHERE center_id = ?',
      [desk.house.centerId],
    );
    expect(rows?.n).toBe(4);
  });
});
