import type { INestApplicationContext } from '@nestjs/common';
import {
  absenceFacts,
  AbsenceService,
  BedService,
  CorrectionService,
  ExitService,
  MoveService,
  stayFacts,
  StayService,
} from '@yibu/bed';
import { UnitOfWork } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { BedWorld, day, OVERRIDES } from '../support/bed-world.js';
import { World } from '../support/world.js';

let test: TestApp<INestApplicationContext>;
let house: BedWorld;
let [stays, moves, exits, corrections, absences, beds] = [] as unknown as [
  StayService,
  MoveService,
  ExitService,
  CorrectionService,
  AbsenceService,
  BedService,
];

beforeAll(async () => {
  test = await startServices();
  stays = test.app.get(StayService);
  moves = test.app.get(MoveService);
  exits = test.app.get(ExitService);
  corrections = test.app.get(CorrectionService);
  absences = test.app.get(AbsenceService);
  beds = test.app.get(BedService);
});
afterAll(async () => {
  await test.close();
});
beforeEach(async () => {
  test.clock.setDay('2026-06-15');
  house = await BedWorld.create(test, await World.create(test));
});

interface Row {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly fromOn: string;
  readonly untilOn: string | null;
  readonly bedId: string;
  readonly endKind: string | null;
}

async function stay(id: string): Promise<Row> {
  const [row] = await test.database.query<Row>(
    `SELECT id, status, version, from_on AS fromOn, until_on AS untilOn, bed_id AS bedId,
       end_kind AS endKind FROM stay WHERE id = ?`,
    [id],
  );
  if (!row) {
    throw new Error('no such stay');
  }
  return row;
}
const at = async (id: string): Promise<{ stayId: string; version: number }> => ({
  stayId: id,
  version: (await stay(id)).version,
});
async function admit(bed = 0, options: { on?: string; residentId?: string } = {}): Promise<string> {
  return await stays.admit(await house.manager(), {
    centerId: house.centerId,
    residentId: options.residentId ?? (await house.resident()),
    bedId: house.bed(bed),
    on: day(options.on ?? '2026-06-10'),
    overrides: OVERRIDES,
  });
}
const diedOn = async (stayId: string): Promise<string | null> => {
  const [row] = await test.database.query<{ diedOn: string | null }>(
    'SELECT p.died_on AS diedOn FROM resident p JOIN stay s ON s.resident_id = p.id WHERE s.id = ?',
    [stayId],
  );
  return row?.diedOn ?? null;
};
const facts = async (): Promise<Awaited<ReturnType<typeof stayFacts>>> =>
  await stayFacts(test.app.get(UnitOfWork).read(await house.manager()), house.centerId);

describe('an admission', () => {
  it('takes the bed in the same transaction and keeps what was overridden, with the reason', async () => {
    const id = await admit();
    expect(await stay(id)).toMatchObject({ status: 'ACTIVE', untilOn: null, bedId: house.bed(0) });
    const [row] = await test.database.query<{ checklist: string; until: string }>(
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
    const residentId = await house.resident();
    const attempt = stays.admit(await house.manager(), {
      centerId: house.centerId,
      residentId,
      bedId: house.bed(0),
      on: day('2026-06-15'),
    });
    await expect(attempt).rejects.toMatchObject({
      code: 'STAY_BLOCKED',
      params: { open: ['ASSESSMENT'] },
    });
    expect(await facts()).toEqual([]);
  });

  it('is never blocked open by a reason where the law leaves no room: no consent, no file', async () => {
    const residentId = await house.resident();
    await test.database.run('DELETE FROM consent WHERE resident_id = ?', [residentId]);
    const overrides = [...OVERRIDES, { code: 'CONSENT' as const, reason: '家属说可以' }];
    await expect(
      stays.admit(await house.manager(), {
        centerId: house.centerId,
        residentId,
        bedId: house.bed(0),
        on: day('2026-06-15'),
        overrides,
      }),
    ).rejects.toMatchObject({ code: 'STAY_BLOCKED', params: { open: ['CONSENT', 'ASSESSMENT'] } });
  });

  it('into a bed that somebody holds without an end names the holder and the days', async () => {
    await admit(0, { residentId: await house.resident('张建国', 'M') });
    await expect(admit(0, { on: '2026-06-15' })).rejects.toMatchObject({
      code: 'BED_TAKEN',
      holder: { residentName: '张建国', bedName: '301-1', from: '2026-06-10', until: null },
    });
  });

  it('of somebody who has a bed already names that bed', async () => {
    const residentId = await house.resident('赵玉兰');
    await admit(0, { residentId });
    await expect(admit(1, { residentId, on: '2026-06-15' })).rejects.toMatchObject({
      code: 'PERSON_TAKEN',
      holder: { residentName: '赵玉兰', bedName: '301-1' },
    });
  });

  it('is not recorded before it happens, and late only with a reason', async () => {
    await expect(admit(0, { on: '2026-06-16' })).rejects.toMatchObject({
      fields: [{ path: 'on', rule: 'notInFuture' }],
    });
    await expect(admit(0, { on: '2026-05-01' })).rejects.toMatchObject({
      fields: [{ path: 'reason', rule: 'lateNeedsReason' }],
    });
  });

  it('sent twice with one key happens once', async () => {
    const input = {
      centerId: house.centerId,
      residentId: await house.resident(),
      bedId: house.bed(0),
      on: day('2026-06-15'),
      overrides: OVERRIDES,
      idempotencyKey: 'tap-tap',
    };
    const userId = (await house.manager()).userId;
    const scopes = await Promise.all([house.world.scopeOf(userId), house.world.scopeOf(userId)]);
    const [first, second] = await Promise.all(
      scopes.map(async (scope) => stays.admit(scope, input)),
    );
    expect(second).toBe(first);
    expect(await facts()).toHaveLength(1);
  });

  it('into another operator’s bed finds no bed', async () => {
    const theirs = await BedWorld.create(test, await World.create(test));
    await expect(
      stays.admit(await house.manager(), {
        centerId: house.centerId,
        residentId: await house.resident(),
        bedId: theirs.bed(0),
        on: day('2026-06-15'),
        overrides: OVERRIDES,
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND', params: { entity: 'bed' } });
  });
});

describe('a reservation', () => {
  const reserve = async (bed: number, from: string, until?: string): Promise<string> =>
    await stays.reserve(await house.manager(), {
      centerId: house.centerId,
      residentId: await house.resident('钱进', 'M'),
      bedId: house.bed(bed),
      fromOn: day(from),
      untilOn: until === undefined ? null : day(until),
    });

  it('in the middle of a stay without an end is refused', async () => {
    await admit(0);
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
    const [row] = await test.database.query<{ residentId: string }>(
      'SELECT resident_id AS residentId FROM stay WHERE id = ?',
      [id],
    );
    await stays.admit(await house.manager(), {
      centerId: house.centerId,
      residentId: row?.residentId ?? '',
      bedId: house.bed(1),
      on: day('2026-06-15'),
      reservationId: id,
      overrides: OVERRIDES,
    });
    expect(await stay(id)).toMatchObject({ status: 'ACTIVE', bedId: house.bed(1) });
    await admit(0, { on: '2026-06-15' });
  });

  it('that is cancelled gives the bed back', async () => {
    const id = await reserve(0, '2026-06-20');
    await stays.cancelReservation(await house.manager(), await at(id));
    await reserve(0, '2026-06-20');
  });
});

describe('a change of bed', () => {
  it('is one spell in two rows that touch', async () => {
    const id = await admit(0);
    await moves.transfer(await house.manager(), {
      ...(await at(id)),
      bedId: house.bed(1),
      on: day('2026-06-12'),
    });
    expect(await facts()).toMatchObject([
      { bed: house.bed(0), from: '2026-06-10', until: '2026-06-12' },
      { bed: house.bed(1), from: '2026-06-12', until: null },
    ]);
  });

  it('on the day of admission leaves no day in the first bed', async () => {
    const id = await admit(0);
    await moves.transfer(await house.manager(), {
      ...(await at(id)),
      bedId: house.bed(1),
      on: day('2026-06-10'),
    });
    expect(await facts()).toMatchObject([{ bed: house.bed(1), from: '2026-06-10' }]);
    await admit(0);
  });

  it('into a taken bed changes nothing at all', async () => {
    const id = await admit(0);
    await admit(1);
    await expect(
      moves.transfer(await house.manager(), {
        ...(await at(id)),
        bedId: house.bed(1),
        on: day('2026-06-12'),
      }),
    ).rejects.toMatchObject({ code: 'BED_TAKEN' });
    expect(await stay(id)).toMatchObject({ status: 'ACTIVE', untilOn: null, version: 1 });
  });

  it('is taken back from its other side', async () => {
    const id = await admit(0);
    const moved = await moves.transfer(await house.manager(), {
      ...(await at(id)),
      bedId: house.bed(1),
      on: day('2026-06-12'),
    });
    await exits.undoAdmission(await house.manager(), { ...(await at(moved)), reason: '点错了人' });
    expect(await stay(id)).toMatchObject({ status: 'ACTIVE', untilOn: null, endKind: null });
    expect(await stay(moved)).toMatchObject({ status: 'CANCELLED' });
  });

  it('of two people with each other happens for both', async () => {
    const [one, two] = [await admit(0), await admit(1)];
    await moves.swap(await house.manager(), {
      ...(await at(one)),
      otherStayId: two,
      otherVersion: 1,
      on: day('2026-06-14'),
    });
    const now = (await facts()).filter(({ until }) => until === null);
    expect(now.map(({ bed }) => bed).sort()).toEqual([house.bed(0), house.bed(1)].sort());
    expect(await facts()).toHaveLength(4);
  });
});

describe('a leave', () => {
  const leave = async (stayId: string, from: string, until?: string): Promise<string> =>
    await absences.start(await house.manager(), {
      stayId,
      kind: 'HOSPITAL',
      fromOn: day(from),
      untilOn: until === undefined ? null : day(until),
      plannedUntilOn: null,
      note: '县医院',
    });

  it('keeps the bed, ends on the day of return, and is told once for each bed', async () => {
    const id = await admit(0);
    const absenceId = await leave(id, '2026-06-11');
    const moved = await moves.transfer(await house.manager(), {
      ...(await at(id)),
      bedId: house.bed(1),
      on: day('2026-06-13'),
    });
    await absences.end(await house.manager(), { absenceId, version: 1, on: day('2026-06-15') });
    const db = test.app.get(UnitOfWork).read(await house.manager());
    expect(await absenceFacts(db, house.centerId)).toEqual([
      { id: absenceId, stay: id, kind: 'HOSPITAL', from: '2026-06-11', until: '2026-06-13' },
      {
        id: `${absenceId}:${moved}`,
        stay: moved,
        kind: 'HOSPITAL',
        from: '2026-06-13',
        until: '2026-06-15',
      },
    ]);
  });

  it('does not overlap another one, nor leave the stay', async () => {
    const id = await admit(0);
    await leave(id, '2026-06-11', '2026-06-13');
    await leave(id, '2026-06-13', '2026-06-14');
    await expect(leave(id, '2026-06-12')).rejects.toMatchObject({ code: 'ABSENCE_OVERLAP' });
    await expect(leave(id, '2026-06-09', '2026-06-11')).rejects.toMatchObject({
      code: 'ABSENCE_OUTSIDE_STAY',
    });
  });

  it('out and back on one day is none', async () => {
    await expect(leave(await admit(0), '2026-06-11', '2026-06-11')).rejects.toMatchObject({
      fields: [{ path: 'untilOn', rule: 'after' }],
    });
  });

  it('that is open holds up a discharge until it is ended or overridden', async () => {
    const id = await admit(0);
    const absenceId = await leave(id, '2026-06-11');
    const input = { ...(await at(id)), on: day('2026-06-14') };
    await expect(exits.discharge(await house.manager(), input)).rejects.toMatchObject({
      code: 'STAY_BLOCKED',
      items: expect.arrayContaining([
        expect.objectContaining({
          code: 'ABSENCE_OPEN',
          state: 'OPEN',
          target: { kind: 'ABSENCE', id: absenceId, part: null },
        }),
      ]) as unknown,
    });
    const overrides = [{ code: 'ABSENCE_OPEN' as const, reason: '从医院直接回家' }];
    await exits.discharge(await house.manager(), { ...input, overrides });
    const [absence] = await test.database.query<{ untilOn: string }>(
      'SELECT until_on AS untilOn FROM absence WHERE id = ?',
      [absenceId],
    );
    expect(absence?.untilOn).toBe('2026-06-14');
  });
});

describe('the end of a stay', () => {
  it('frees the bed for the same day', async () => {
    const id = await admit(0);
    await exits.discharge(await house.manager(), { ...(await at(id)), on: day('2026-06-15') });
    await admit(0, { on: '2026-06-15' });
    expect(await facts()).toHaveLength(2);
  });

  it('by death ends the leave, gives up the reservation and dates the file, in one record', async () => {
    const residentId = await house.resident();
    const id = await admit(0, { residentId });
    await absences.start(await house.manager(), {
      stayId: id,
      kind: 'HOSPITAL',
      fromOn: day('2026-06-12'),
    });
    await exits.recordDeath(await house.manager(), { ...(await at(id)), on: day('2026-06-14') });
    expect(await stay(id)).toMatchObject({ endKind: 'DEATH', untilOn: '2026-06-14' });
    expect(await diedOn(id)).toBe('2026-06-14');
    await exits.undoEnd(await house.manager(), { ...(await at(id)), reason: '同名误录' });
    expect(await diedOn(id)).toBeNull();
    expect(await stay(id)).toMatchObject({ status: 'ACTIVE', untilOn: null });
  });

  it('on the day of admission leaves no resident day and holds no bed', async () => {
    const id = await admit(0);
    await exits.discharge(await house.manager(), { ...(await at(id)), on: day('2026-06-10') });
    expect(await facts()).toEqual([]);
    await admit(0);
  });

  it('is not taken back while somebody else lies in the bed', async () => {
    const id = await admit(0);
    await exits.discharge(await house.manager(), { ...(await at(id)), on: day('2026-06-14') });
    await admit(0, { on: '2026-06-15' });
    await expect(
      exits.undoEnd(await house.manager(), { ...(await at(id)), reason: '弄错了' }),
    ).rejects.toMatchObject({ code: 'BED_TAKEN' });
  });
});

describe('a correction', () => {
  it('keeps the version before, with who, when and why', async () => {
    const id = await admit(0);
    await corrections.correct(await house.manager(), {
      ...(await at(id)),
      fromOn: day('2026-06-08'),
      reason: '入住单日期写错',
    });
    const revisions = await test.database.query<{ fromOn: string; reason: string | null }>(
      'SELECT from_on AS fromOn, reason FROM stay_revision WHERE stay_id = ? ORDER BY revision',
      [id],
    );
    expect(revisions).toEqual([
      { fromOn: '2026-06-10', reason: null },
      { fromOn: '2026-06-08', reason: '入住单日期写错' },
    ]);
    const [event] = await test.database.query<{ changes: string }>(
      `SELECT changes FROM audit_event WHERE entity = 'stay' AND entity_id = ? AND action = 'correct'`,
      [id],
    );
    expect(JSON.parse(event?.changes ?? '[]')).toEqual([
      { field: 'fromOn', from: '2026-06-10', to: '2026-06-08' },
    ]);
  });

  it('of the day of a transfer moves both sides of it', async () => {
    const id = await admit(0);
    const moved = await moves.transfer(await house.manager(), {
      ...(await at(id)),
      bedId: house.bed(1),
      on: day('2026-06-12'),
    });
    await corrections.correct(await house.manager(), {
      ...(await at(moved)),
      fromOn: day('2026-06-13'),
      reason: '实际十三日搬',
    });
    expect(await facts()).toMatchObject([{ until: '2026-06-13' }, { from: '2026-06-13' }]);
  });

  it('that would leave a leave outside is refused, and names it', async () => {
    const id = await admit(0);
    await absences.start(await house.manager(), {
      stayId: id,
      kind: 'HOME_LEAVE',
      fromOn: day('2026-06-11'),
      untilOn: day('2026-06-13'),
    });
    await expect(
      corrections.correct(await house.manager(), {
        ...(await at(id)),
        fromOn: day('2026-06-12'),
        reason: '日期写错',
      }),
    ).rejects.toMatchObject({ code: 'STAY_BLOCKED', params: { open: ['ABSENCE_OUTSIDE'] } });
  });
});

describe('a bed in repair', () => {
  it('takes nobody, and is not taken out of use under somebody', async () => {
    const repair = { bedId: house.bed(0), fromOn: day('2026-06-15'), reason: '床架断裂' };
    await beds.startRepair(await house.manager(), repair);
    await expect(admit(0, { on: '2026-06-15' })).rejects.toMatchObject({
      code: 'BED_OUT_OF_USE',
      outOfUse: { state: 'IN_REPAIR', from: '2026-06-15', until: null },
    });
    await beds.endRepair(await house.manager(), { bedId: house.bed(0), on: day('2026-06-15') });
    await admit(0, { on: '2026-06-15' });
    await expect(beds.startRepair(await house.manager(), repair)).rejects.toMatchObject({
      code: 'BED_TAKEN',
    });
    await expect(
      beds.close(await house.manager(), {
        bedId: house.bed(0),
        on: day('2026-06-15'),
        reason: '拆除',
      }),
    ).rejects.toMatchObject({ code: 'BED_TAKEN' });
  });
});
