import { absenceFacts } from '@yibu/bed';
import { UnitOfWork } from '@yibu/platform';

import { day } from '../support/bed-world.js';
import { useStayDesk } from '../support/stay-desk.js';

const desk = useStayDesk();

describe('a leave', () => {
  const leave = async (stayId: string, from: string, until?: string): Promise<string> =>
    await desk.absences.start(await desk.house.manager(), {
      stayId,
      kind: 'HOSPITAL',
      fromOn: day(from),
      untilOn: until === undefined ? null : day(until),
      plannedUntilOn: null,
      note: '县医院',
    });

  it('keeps the bed, ends on the day of return, and is told once for each bed', async () => {
    const id = await desk.admit(0);
    const absenceId = await leave(id, '2026-06-11');
    const moved = await desk.moves.transfer(await desk.house.manager(), {
      ...(await desk.at(id)),
      bedId: desk.house.bed(1),
      on: day('2026-06-13'),
    });
    await desk.absences.end(await desk.house.manager(), {
      absenceId,
      version: 1,
      on: day('2026-06-15'),
    });
    const db = desk.test.app.get(UnitOfWork).read(await desk.house.manager());
    expect(await absenceFacts(db, desk.house.centerId, { bedHeld: true })).toEqual([
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
    const id = await desk.admit(0);
    await leave(id, '2026-06-11', '2026-06-13');
    await leave(id, '2026-06-13', '2026-06-14');
    await expect(leave(id, '2026-06-12')).rejects.toMatchObject({ code: 'ABSENCE_OVERLAP' });
    await expect(leave(id, '2026-06-09', '2026-06-11')).rejects.toMatchObject({
      code: 'ABSENCE_OUTSIDE_STAY',
    });
  });

  it('out and back on one day is none', async () => {
    await expect(leave(await desk.admit(0), '2026-06-11', '2026-06-11')).rejects.toMatchObject({
      fields: [{ path: 'untilOn', rule: 'after' }],
    });
  });

  it('that is open holds up a discharge until it is ended or overridden', async () => {
    const id = await desk.admit(0);
    const absenceId = await leave(id, '2026-06-11');
    const input = { ...(await desk.at(id)), on: day('2026-06-14') };
    await expect(desk.exits.discharge(await desk.house.manager(), input)).rejects.toMatchObject({
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
    await desk.exits.discharge(await desk.house.manager(), { ...input, overrides });
    const [absence] = await desk.test.database.query<{ untilOn: string }>(
      'SELECT until_on AS untilOn FROM absence WHERE id = ?',
      [absenceId],
    );
    expect(absence?.untilOn).toBe('2026-06-14');
  });
});

describe('the end of a stay', () => {
  it('frees the bed for the same day', async () => {
    const id = await desk.admit(0);
    await desk.exits.discharge(await desk.house.manager(), {
      ...(await desk.at(id)),
      on: day('2026-06-15'),
    });
    await desk.admit(0, { on: '2026-06-15' });
    expect(await desk.facts()).toHaveLength(2);
  });

  it('by death ends the leave, gives up the reservation and dates the file, in one record', async () => {
    const residentId = await desk.house.resident();
    const id = await desk.admit(0, { residentId });
    await desk.absences.start(await desk.house.manager(), {
      stayId: id,
      kind: 'HOSPITAL',
      fromOn: day('2026-06-12'),
    });
    await desk.exits.recordDeath(await desk.house.manager(), {
      ...(await desk.at(id)),
      on: day('2026-06-14'),
    });
    expect(await desk.stay(id)).toMatchObject({ endKind: 'DEATH', untilOn: '2026-06-14' });
    expect(await desk.diedOn(id)).toBe('2026-06-14');
    await desk.exits.undoEnd(await desk.house.manager(), {
      ...(await desk.at(id)),
      reason: '同名误录',
    });
    expect(await desk.diedOn(id)).toBeNull();
    expect(await desk.stay(id)).toMatchObject({ status: 'ACTIVE', untilOn: null });
  });

  it('on the day of admission leaves no resident day and holds no bed', async () => {
    const id = await desk.admit(0);
    await desk.exits.discharge(await desk.house.manager(), {
      ...(await desk.at(id)),
      on: day('2026-06-10'),
    });
    expect(await desk.facts()).toEqual([]);
    await desk.admit(0);
  });

  it('is not taken back while somebody else lies in the bed', async () => {
    const id = await desk.admit(0);
    await desk.exits.discharge(await desk.house.manager(), {
      ...(await desk.at(id)),
      on: day('2026-06-14'),
    });
    await desk.admit(0, { on: '2026-06-15' });
    await expect(
      desk.exits.undoEnd(await desk.house.manager(), { ...(await desk.at(id)), reason: '弄错了' }),
    ).rejects.toMatchObject({ code: 'BED_TAKEN' });
  });
});

describe('a correction', () => {
  it('keeps the version before, with who, when and why', async () => {
    const id = await desk.admit(0);
    await desk.corrections.correct(await desk.house.manager(), {
      ...(await desk.at(id)),
      fromOn: day('2026-06-08'),
      reason: '入住单日期写错',
    });
    const revisions = await desk.test.database.query<{ fromOn: string; reason: string | null }>(
      'SELECT from_on AS fromOn, reason FROM stay_revision WHERE stay_id = ? ORDER BY revision',
      [id],
    );
    expect(revisions).toEqual([
      { fromOn: '2026-06-10', reason: null },
      { fromOn: '2026-06-08', reason: '入住单日期写错' },
    ]);
    const [event] = await desk.test.database.query<{ changes: string }>(
      `SELECT changes FROM audit_event WHERE entity = 'stay' AND entity_id = ? AND action = 'correct'`,
      [id],
    );
    expect(JSON.parse(event?.changes ?? '[]')).toEqual([
      { field: 'fromOn', from: '2026-06-10', to: '2026-06-08' },
    ]);
  });

  it('of the day of a transfer moves both sides of it', async () => {
    const id = await desk.admit(0);
    const moved = await desk.moves.transfer(await desk.house.manager(), {
      ...(await desk.at(id)),
      bedId: desk.house.bed(1),
      on: day('2026-06-12'),
    });
    await desk.corrections.correct(await desk.house.manager(), {
      ...(await desk.at(moved)),
      fromOn: day('2026-06-13'),
      reason: '实际十三日搬',
    });
    expect(await desk.facts()).toMatchObject([{ until: '2026-06-13' }, { from: '2026-06-13' }]);
  });

  it('that would leave a leave outside is refused, and names it', async () => {
    const id = await desk.admit(0);
    await desk.absences.start(await desk.house.manager(), {
      stayId: id,
      kind: 'HOME_LEAVE',
      fromOn: day('2026-06-11'),
      untilOn: day('2026-06-13'),
    });
    await expect(
      desk.corrections.correct(await desk.house.manager(), {
        ...(await desk.at(id)),
        fromOn: day('2026-06-12'),
        reason: '日期写错',
      }),
    ).rejects.toMatchObject({ code: 'STAY_BLOCKED', params: { open: ['ABSENCE_OUTSIDE'] } });
  });
});

describe('a bed in repair', () => {
  it('takes nobody, and is not taken out of use under somebody', async () => {
    const repair = { bedId: desk.house.bed(0), fromOn: day('2026-06-15'), reason: '床架断裂' };
    await desk.beds.startRepair(await desk.house.manager(), repair);
    await expect(desk.admit(0, { on: '2026-06-15' })).rejects.toMatchObject({
      code: 'BED_OUT_OF_USE',
      outOfUse: { state: 'IN_REPAIR', from: '2026-06-15', until: null },
    });
    await desk.beds.endRepair(await desk.house.manager(), {
      bedId: desk.house.bed(0),
      on: day('2026-06-15'),
    });
    await desk.admit(0, { on: '2026-06-15' });
    await expect(desk.beds.startRepair(await desk.house.manager(), repair)).rejects.toMatchObject({
      code: 'BED_TAKEN',
    });
    await expect(
      desk.beds.close(await desk.house.manager(), {
        bedId: desk.house.bed(0),
        on: day('2026-06-15'),
        reason: '拆除',
      }),
    ).rejects.toMatchObject({ code: 'BED_TAKEN' });
  });
});
