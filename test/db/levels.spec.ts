import { localDate } from '@yibu/kernel';
import { UnitOfWork } from '@yibu/platform';
import { levelFacts, type ExternalResult } from '@yibu/resident';

import { dates, LevelDesk, outcome } from '../support/level-desk.js';
import { person, RosterDesk } from '../support/roster-desk.js';
import { World } from '../support/world.js';

let desk: LevelDesk;

beforeAll(async () => {
  desk = await LevelDesk.open();
});
afterAll(async () => {
  await desk.services.close();
});

describe('a level', () => {
  const history = async (residentId: string) =>
    (await desk.levels.history(await desk.as(desk.manager), residentId)).map((period) => ({
      level: period.level,
      from: period.fromOn,
      until: period.untilOn,
      counts: period.supersededAt === null,
    }));

  it('begins only when it is accepted, with the dates that were decided', async () => {
    const residentId = await desk.person();
    const record = await desk.signed(residentId);
    expect(await history(residentId)).toEqual([]);
    const period = await desk.accepted(record, '2026-06-12', '2027-06-10');
    expect(period).toMatchObject({ level: 1, fromOn: '2026-06-12', untilOn: '2027-06-10' });
    expect(await desk.forms.get(await desk.as(desk.nurse), record.id)).toMatchObject({
      status: 'ACCEPTED',
      decidedBy: desk.manager,
    });
  });

  it('is accepted once, whoever comes second', async () => {
    const record = await desk.signed(await desk.person());
    const owner = (await desk.world.user('OPERATOR_OWNER')).id;
    const input = {
      assessmentId: record.id,
      version: record.version,
      ...dates('2026-06-12', '2027-06-10'),
    };
    const outcomes = await Promise.all(
      [desk.manager, owner].map(
        async (user) => await outcome(desk.levels.accept(await desk.as(user), input)),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['ASSESSMENT_WRONG_STATE', 'done']);
  });

  it('needs an end or the word that there is none', async () => {
    const record = await desk.signed(await desk.person());
    const input = { assessmentId: record.id, version: record.version };
    const unsaid = { ...input, from: localDate('2026-06-12'), until: null, isOpenEnded: false };
    expect(await outcome(desk.levels.accept(await desk.as(desk.manager), unsaid))).toBe(
      'LEVEL_VALIDITY_MISSING',
    );
  });

  it('asks a reason when it reaches back into an earlier month', async () => {
    const record = await desk.signed(await desk.person(), undefined, '2026-05-20');
    const input = {
      assessmentId: record.id,
      version: record.version,
      ...dates('2026-05-20', '2027-05-20'),
    };
    expect(await outcome(desk.levels.accept(await desk.as(desk.manager), input))).toBe(
      'REASON_REQUIRED',
    );
  });

  it('ends the one before it, and both versions of that stay visible', async () => {
    const residentId = await desk.person();
    await desk.accepted(
      await desk.signed(residentId, undefined, '2026-01-05'),
      '2026-01-05',
      '2027-01-05',
    );
    await desk.accepted(await desk.signed(residentId, [12, 4, 19, 10]), '2026-06-10', '2027-06-10');
    expect(await history(residentId)).toEqual([
      { level: 3, from: '2026-06-10', until: '2027-06-10', counts: true },
      { level: 1, from: '2026-01-05', until: '2026-06-10', counts: true },
      { level: 1, from: '2026-01-05', until: '2027-01-05', counts: false },
    ]);
  });

  it('accepted late fits in before a later one', async () => {
    const residentId = await desk.person();
    const late = await desk.signed(residentId, [12, 4, 19, 10], '2026-03-01');
    await desk.accepted(
      await desk.signed(residentId, undefined, '2026-06-01'),
      '2026-06-01',
      '2027-06-01',
    );
    await desk.accepted(late, '2026-03-01', '2027-03-01');
    expect(await history(residentId)).toEqual([
      { level: 1, from: '2026-06-01', until: '2027-06-01', counts: true },
      { level: 3, from: '2026-03-01', until: '2026-06-01', counts: true },
    ]);
  });

  it('gets other dates with a reason, and can be taken back; nothing disappears', async () => {
    const residentId = await desk.person();
    const first = await desk.accepted(await desk.signed(residentId), '2026-06-10', '2027-06-10');
    const input = { id: first.id, version: first.version, reason: '证明更正' };
    const second = await desk.levels.correct(await desk.as(desk.manager), {
      ...input,
      ...dates('2026-06-01', '2026-12-01'),
    });
    expect(await outcome(desk.levels.revoke(await desk.as(desk.manager), input))).toBe(
      'STALE_VERSION',
    );
    await desk.levels.revoke(await desk.as(desk.manager), { ...second, reason: '录错了人' });
    expect((await history(residentId)).every((version) => !version.counts)).toBe(true);
    expect(await history(residentId)).toHaveLength(2);
  });

  it('is replaced by the report that corrects it', async () => {
    const residentId = await desk.person();
    const wrong = await desk.entered(residentId, { level: 4 });
    await desk.accepted(wrong, '2026-06-01', '2027-06-01');
    const right = await desk.entered(residentId, { level: 2, correctsId: wrong.id });
    await desk.accepted(right, '2026-06-01', '2027-06-01');
    expect(await history(residentId)).toEqual([
      { level: 2, from: '2026-06-01', until: '2027-06-01', counts: true },
      { level: 4, from: '2026-06-01', until: '2027-06-01', counts: false },
    ]);
  });

  it('of two kinds, or of two scales, hold side by side', async () => {
    const residentId = await desk.person();
    await desk.accepted(await desk.signed(residentId), '2026-06-10', '2027-06-10');
    const enter = async (more: Partial<ExternalResult>) =>
      await desk.accepted(await desk.entered(residentId, more), '2026-06-10', '2027-06-10');
    await enter({});
    await enter({ scale: 'LTC', level: 5 });
    expect((await history(residentId)).map(({ level, counts }) => [level, counts])).toEqual(
      expect.arrayContaining([
        [1, true],
        [3, true],
        [5, true],
      ]),
    );
  });

  it('is never twice on one day, even when the database is asked directly', async () => {
    const residentId = await desk.person();
    const period = await desk.accepted(await desk.signed(residentId), '2026-06-10', null);
    await expect(
      desk.services.database.run(
        `INSERT INTO level_span SELECT id, center_id, resident_id, scale, kind, '2026-08-01', '2026-09-01'
         FROM level_period WHERE id = ?`,
        [period.id],
      ),
    ).rejects.toThrow(/Duplicate/);
  });

  it('does not begin after death, nor more than a year ahead', async () => {
    const dead = await desk.entered(await desk.person('2026-06-05'));
    expect(await outcome(desk.accepted(dead, '2026-06-06', null))).toBe('INPUT_INVALID');
    const alive = await desk.entered(await desk.person());
    expect(await outcome(desk.accepted(alive, '2027-06-16', null))).toBe('INPUT_INVALID');
  });

  it('rejected stays a report and pays nothing', async () => {
    const residentId = await desk.person();
    const record = await desk.signed(residentId);
    const rejected = await desk.levels.reject(await desk.as(desk.manager), {
      ...record,
      reason: '与实际不符',
    });
    expect(rejected).toMatchObject({ status: 'REJECTED', decisionReason: '与实际不符' });
    expect(await history(residentId)).toEqual([]);
    expect(await outcome(desk.accepted(rejected, '2026-06-10', null))).toBe(
      'ASSESSMENT_WRONG_STATE',
    );
  });
});

describe('a result on another’s paper', () => {
  it('is kept as it stands and must lie on its scale', async () => {
    const residentId = await desk.person();
    const barthel = { scale: 'BARTHEL', level: 45, kind: 'INSTITUTION' } as const;
    const record = await desk.entered(residentId, barthel);
    expect(record).toMatchObject({ origin: 'EXTERNAL', status: 'SIGNED', proposedLevel: 45 });
    const wrong = desk.entered(residentId, { ...barthel, level: 47 });
    expect(await outcome(wrong)).toBe('INPUT_INVALID');
  });

  it('is not entered twice by a retry', async () => {
    const residentId = await desk.person();
    const [one, two] = [
      await desk.entered(residentId, { idempotencyKey: 'paper-1' }),
      await desk.entered(residentId, { idempotencyKey: 'paper-1' }),
    ];
    expect(two.id).toBe(one.id);
  });
});

describe('what a claim reads', () => {
  it('are the accepted levels that count, under the id of their report', async () => {
    const residentId = await desk.person();
    const record = await desk.entered(residentId);
    const { id, version } = await desk.accepted(record, '2026-06-01', '2027-06-01');
    const later = { id, version, reason: '更正', ...dates('2026-06-03', '2027-06-01') };
    await desk.levels.correct(await desk.as(desk.manager), later);
    await desk.entered(residentId, { scale: 'LTC' });
    const db = desk.services.app.get(UnitOfWork).read(await desk.as(desk.manager));
    const facts = await levelFacts(db, desk.world.centerId);
    expect(facts.filter((fact) => fact.person === residentId)).toEqual([
      {
        id: record.id,
        person: residentId,
        scale: 'GBT42195',
        level: 3,
        kind: 'OFFICIAL',
        from: '2026-06-03',
        until: '2027-06-01',
      },
    ]);
  });
});

describe('a roster with levels', () => {
  let roster: RosterDesk;

  beforeAll(() => {
    roster = new RosterDesk(desk.services);
  });

  const count = async (table: string, { centerId }: World): Promise<number> => {
    const [row] = await desk.services.database.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM ${table} WHERE center_id = ?`,
      [centerId],
    );
    return Number(row?.n);
  };

  it('brings levels from papers: accepted where the paper says how long they hold', async () => {
    const world = await World.create(desk.services);
    const level = { 能力等级: '重度失能', 评估机构: '县评估中心', 评估日期: '2026-02-01' };
    const rows = [person(1, { ...level, 评估有效期至: '2027-02-01' }), person(2, level)];
    await roster.accepted(world, await roster.checked(world, rows));
    expect(await count('assessment_record', world)).toBe(2);
    expect(await count('level_period', world)).toBe(1);
    const again = await roster.checked(world, rows);
    expect(again.summary?.counts).toMatchObject({ UNCHANGED: 2 });
  });

  it('brings levels whose papers give no end: confirmed all with one deed, by whom may confirm', async () => {
    const world = await World.create(desk.services);
    const level = { 能力等级: '重度失能', 评估机构: '县评估中心', 评估日期: '2026-02-01' };
    const rows = [person(1, level), person(2, level), person(3)];
    const list = await roster.checked(world, rows);
    expect(list.summary).toMatchObject({ openLevels: 2, warnings: 2 });
    const { id: importId, version } = list;
    const request = { importId, version, mode: 'GOOD_ROWS', openLevels: 'WITHOUT_END' } as const;
    const nurse = { ...(await world.as('CENTER_MANAGER')), permissions: new Set([]) };
    await expect(
      roster.lists.startAccept(nurse, { ...request, changedRows: [] }),
    ).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
    const done = await roster.accepted(world, list, { openLevels: 'WITHOUT_END' });
    expect(done.summary).toMatchObject({ openLevels: 0, warnings: 0, counts: { WRITTEN: 3 } });
    const periods = await desk.services.database.query<{ until: string | null; reason: string }>(
      `SELECT p.until_on AS until, e.reason FROM level_period p JOIN audit_event e ON e.entity_id = p.id
       WHERE p.center_id = ?`,
      [world.centerId],
    );
    expect(periods).toEqual([
      { until: null, reason: '老人名单.xlsx' },
      { until: null, reason: '老人名单.xlsx' },
    ]);
  });
});
