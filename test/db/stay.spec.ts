import type { LocalDate } from '@yibu/kernel';

import { BedWorld, day, OVERRIDES } from '../support/bed-world.js';
import { useStayDesk } from '../support/stay-desk.js';
import { World } from '../support/world.js';

const desk = useStayDesk();

describe('an admission', () => {
  it('takes the bed in the same transaction and keeps what was overridden, with the reason', async () => {
    const id = await desk.admit();
    expect(await desk.stay(id)).toMatchObject({
      status: 'ACTIVE',
      untilOn: null,
      bedId: desk.house.bed(0),
    });
    const [row] = await desk.test.database.query<{ checklist: string; until: string }>(
      'SELECT s.checklist, b.d_until AS until FROM stay s JOIN stay_booking b ON b.stay_id = s.id WHERE s.id = ?',
      [id],
    );
    expect(row?.until).toBe('9999-12-31');
    expect(JSON.parse(row?.checklist ?? '[]')).toContainEqual({
      code: 'ASSESSMENT',
      state: 'OVERRIDDEN',
      reason: '急诊安置，评估随后补做',
    });
  });

  it('is blocked while the assessment is open, and says what is open', async () => {
    const residentId = await desk.house.resident();
    const attempt = desk.stays.admit(await desk.house.manager(), {
      centerId: desk.house.centerId,
      residentId,
      bedId: desk.house.bed(0),
      on: day('2026-06-15'),
    });
    await expect(attempt).rejects.toMatchObject({
      code: 'STAY_BLOCKED',
      params: { open: ['ASSESSMENT'] },
    });
    expect(await desk.facts()).toEqual([]);
  });

  it('is never blocked open by a reason where the law leaves no room: no consent, no file', async () => {
    const residentId = await desk.house.resident();
    await desk.test.database.run('DELETE FROM consent WHERE resident_id = ?', [residentId]);
    const overrides = [...OVERRIDES, { code: 'CONSENT' as const, reason: '家属说可以' }];
    await expect(
      desk.stays.admit(await desk.house.manager(), {
        centerId: desk.house.centerId,
        residentId,
        bedId: desk.house.bed(0),
        on: day('2026-06-15'),
        overrides,
      }),
    ).rejects.toMatchObject({ code: 'STAY_BLOCKED', params: { open: ['CONSENT', 'ASSESSMENT'] } });
  });

  it('into a bed that somebody holds without an end names the holder and the days', async () => {
    await desk.admit(0, { residentId: await desk.house.resident('张建国', 'M') });
    await expect(desk.admit(0, { on: '2026-06-15' })).rejects.toMatchObject({
      code: 'BED_TAKEN',
      holder: { residentName: '张建国', bedName: '301-1', from: '2026-06-10', until: null },
    });
  });

  it('of somebody who has a bed already names that bed', async () => {
    const residentId = await desk.house.resident('赵玉兰');
    await desk.admit(0, { residentId });
    await expect(desk.admit(1, { residentId, on: '2026-06-15' })).rejects.toMatchObject({
      code: 'PERSON_TAKEN',
      holder: { residentName: '赵玉兰', bedName: '301-1' },
    });
  });

  it('is not recorded before it happens, and late only with a reason', async () => {
    await expect(desk.admit(0, { on: '2026-06-16' })).rejects.toMatchObject({
      fields: [{ path: 'on', rule: 'notInFuture' }],
    });
    await expect(desk.admit(0, { on: '2026-05-01' })).rejects.toMatchObject({
      fields: [{ path: 'reason', rule: 'lateNeedsReason' }],
    });
  });

  it('sent twice with one key happens once', async () => {
    const input = {
      centerId: desk.house.centerId,
      residentId: await desk.house.resident(),
      bedId: desk.house.bed(0),
      on: day('2026-06-15'),
      overrides: OVERRIDES,
      idempotencyKey: 'tap-tap',
    };
    const userId = (await desk.house.manager()).userId;
    const scopes = await Promise.all([
      desk.house.world.scopeOf(userId),
      desk.house.world.scopeOf(userId),
    ]);
    const [first, second] = await Promise.all(
      scopes.map(async (scope) => desk.stays.admit(scope, input)),
    );
    expect(second).toBe(first);
    expect(await desk.facts()).toHaveLength(1);
  });

  it('into another operator’s bed finds no bed', async () => {
    const theirs = await BedWorld.create(desk.test, await World.create(desk.test));
    await expect(
      desk.stays.admit(await desk.house.manager(), {
        centerId: desk.house.centerId,
        residentId: await desk.house.resident(),
        bedId: theirs.bed(0),
        on: day('2026-06-15'),
        overrides: OVERRIDES,
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', params: { entity: 'bed' } });
  });
});

describe('a reservation', () => {
  const reserve = async (bed: number, from: string, until?: string): Promise<string> =>
    await desk.stays.reserve(await desk.house.manager(), {
      centerId: desk.house.centerId,
      residentId: await desk.house.resident('钱进', 'M'),
      bedId: desk.house.bed(bed),
      fromOn: day(from),
      untilOn: until === undefined ? null : day(until),
    });

  it('in the middle of a stay without an end is refused', async () => {
    await desk.admit(0);
    await expect(reserve(0, '2026-08-01', '2026-08-10')).rejects.toMatchObject({
      code: 'BED_TAKEN',
    });
  });

  it('may begin on the day on which the one before ends', async () => {
    await reserve(0, '2026-07-01', '2026-07-10');
    await reserve(0, '2026-07-10', '2026-07-20');
    await expect(reserve(0, '2026-07-09', '2026-07-11')).rejects.toMatchObject({
      code: 'BED_TAKEN',
    });
  });

  it('becomes a stay, also in another bed, and gives the first one back', async () => {
    const id = await reserve(0, '2026-06-15');
    const [row] = await desk.test.database.query<{ residentId: string }>(
      'SELECT resident_id AS residentId FROM stay WHERE id = ?',
      [id],
    );
    await desk.stays.admit(await desk.house.manager(), {
      centerId: desk.house.centerId,
      residentId: row?.residentId ?? '',
      bedId: desk.house.bed(1),
      on: day('2026-06-15'),
      reservationId: id,
      overrides: OVERRIDES,
    });
    expect(await desk.stay(id)).toMatchObject({ status: 'ACTIVE', bedId: desk.house.bed(1) });
    await desk.admit(0, { on: '2026-06-15' });
  });

  const admitReserved = async (
    id: string,
    wish: { expectedUntilOn?: LocalDate | null } = {},
  ): Promise<string> => {
    const [row] = await desk.test.database.query<{ residentId: string; bedId: string }>(
      'SELECT resident_id AS residentId, bed_id AS bedId FROM stay WHERE id = ?',
      [id],
    );
    return await desk.stays.admit(await desk.house.manager(), {
      ...{ centerId: desk.house.centerId, on: day('2026-06-15'), overrides: OVERRIDES },
      ...{ residentId: row?.residentId ?? '', bedId: row?.bedId ?? '', reservationId: id },
      ...wish,
    });
  };
  const plannedEnd = async (id: string): Promise<string | null | undefined> =>
    (
      await desk.test.database.query<{ until: string | null }>(
        'SELECT expected_until_on AS until FROM stay WHERE id = ?',
        [id],
      )
    )[0]?.until;

  it('keeps its last day as the plan of the stay, unless the admission says otherwise', async () => {
    const id = await reserve(0, '2026-06-15', '2026-07-15');
    await admitReserved(id);
    expect(await desk.stay(id)).toMatchObject({ status: 'ACTIVE', untilOn: null });
    expect(await plannedEnd(id)).toBe('2026-07-15');
    const other = await reserve(1, '2026-06-15', '2026-07-15');
    await admitReserved(other, { expectedUntilOn: null });
    expect(await plannedEnd(other)).toBeNull();
  });

  it('is not overrun by the stay before it, whose end is only a plan', async () => {
    const first = await reserve(0, '2026-06-15', '2026-07-15');
    const behind = await reserve(0, '2026-07-15', '2026-08-01');
    await expect(admitReserved(first)).rejects.toMatchObject({
      code: 'BED_TAKEN',
      params: { bed: '301-1', holder: '钱进', from: '2026-07-15', until: '2026-08-01' },
    });
    expect(await desk.stay(first)).toMatchObject({ status: 'RESERVED' });
    expect(await desk.stay(behind)).toMatchObject({ status: 'RESERVED' });
  });

  it('that is cancelled gives the bed back', async () => {
    const id = await reserve(0, '2026-06-20');
    await desk.stays.cancelReservation(await desk.house.manager(), await desk.at(id));
    expect(await desk.stay(await reserve(0, '2026-06-20'))).toMatchObject({ status: 'RESERVED' });
  });
});

describe('a change of bed', () => {
  it('is one spell in two rows that touch', async () => {
    const id = await desk.admit(0);
    await desk.moves.transfer(await desk.house.manager(), {
      ...(await desk.at(id)),
      bedId: desk.house.bed(1),
      on: day('2026-06-12'),
    });
    expect(await desk.facts()).toMatchObject([
      { bed: desk.house.bed(0), from: '2026-06-10', until: '2026-06-12' },
      { bed: desk.house.bed(1), from: '2026-06-12', until: null },
    ]);
  });

  it('on the day of admission leaves no day in the first bed', async () => {
    const id = await desk.admit(0);
    await desk.moves.transfer(await desk.house.manager(), {
      ...(await desk.at(id)),
      bedId: desk.house.bed(1),
      on: day('2026-06-10'),
    });
    expect(await desk.facts()).toMatchObject([{ bed: desk.house.bed(1), from: '2026-06-10' }]);
    await desk.admit(0);
  });

  it('into a taken bed changes nothing at all', async () => {
    const id = await desk.admit(0);
    await desk.admit(1);
    await expect(
      desk.moves.transfer(await desk.house.manager(), {
        ...(await desk.at(id)),
        bedId: desk.house.bed(1),
        on: day('2026-06-12'),
      }),
    ).rejects.toMatchObject({ code: 'BED_TAKEN' });
    expect(await desk.stay(id)).toMatchObject({ status: 'ACTIVE', untilOn: null, version: 1 });
  });

  it('is taken back from its other side', async () => {
    const id = await desk.admit(0);
    const moved = await desk.moves.transfer(await desk.house.manager(), {
      ...(await desk.at(id)),
      bedId: desk.house.bed(1),
      on: day('2026-06-12'),
    });
    await desk.exits.undoAdmission(await desk.house.manager(), {
      ...(await desk.at(moved)),
      reason: '点错了人',
    });
    expect(await desk.stay(id)).toMatchObject({ status: 'ACTIVE', untilOn: null, endKind: null });
    expect(await desk.stay(moved)).toMatchObject({ status: 'CANCELLED' });
  });

  it('of two people with each other happens for both', async () => {
    const [one, two] = [await desk.admit(0), await desk.admit(1)];
    await desk.moves.swap(await desk.house.manager(), {
      ...(await desk.at(one)),
      otherStayId: two,
      otherVersion: 1,
      on: day('2026-06-14'),
    });
    const now = (await desk.facts()).filter(({ until }) => until === null);
    expect(now.map(({ bed }) => bed).sort()).toEqual([desk.house.bed(0), desk.house.bed(1)].sort());
    expect(await desk.facts()).toHaveLength(4);
  });
});
