import type { INestApplicationContext } from '@nestjs/common';
import { stayFacts, type RosterService } from '@yibu/bed';
import { UnitOfWork } from '@yibu/platform';
import { peopleFacts } from '@yibu/resident';

import { startServices, type TestApp } from '../support/app.js';
import { person, RosterDesk, workbook } from '../support/roster-desk.js';
import { fictionalIdNumber, World } from '../support/world.js';

// Lists are long work.
jest.setTimeout(60_000);

let test: TestApp<INestApplicationContext>;
let desk: RosterDesk;
let lists: RosterService;

beforeAll(async () => {
  test = await startServices();
  desk = new RosterDesk(test);
  ({ lists } = desk);
});
afterAll(async () => {
  await test.close();
});

const count = async (table: string, centerId: string): Promise<number> => {
  const [row] = await test.database.query<{ n: number }>(
    `SELECT COUNT(*) AS n FROM ${table} WHERE center_id = ?`,
    [centerId],
  );
  return Number(row?.n);
};

describe('a roster', () => {
  it('of sixty people is in the house after one upload, with rooms, beds, categories and contacts', async () => {
    const world = await World.create(test);
    const rows = Array.from({ length: 60 }, (_, index) =>
      person(index, {
        类别: index % 3 === 0 ? '低保' : '',
        紧急联系人: '王强',
        家属电话: '13800001234',
      }),
    );
    const list = await desk.checked(world, rows);
    expect(list.summary).toMatchObject({
      total: 60,
      newBeds: 60,
      counts: { NEW: 60, PROBLEM: 0, WRITTEN: 0 },
    });
    expect(await count('resident', world.centerId)).toBe(0);
    const done = await desk.accepted(world, list);
    expect(done).toMatchObject({ status: 'DONE', summary: { counts: { WRITTEN: 60 } } });
    const db = test.app.get(UnitOfWork).read(await world.as('CENTER_MANAGER'));
    expect(await peopleFacts(db, world.centerId)).toHaveLength(60);
    expect(await stayFacts(db, world.centerId)).toHaveLength(60);
    expect(await count('bed', world.centerId)).toBe(60);
    expect(await count('resident_category', world.centerId)).toBe(20);
    expect(await count('resident_contact', world.centerId)).toBe(60);
  });

  it('never doubles: the same list again changes nothing, a changed cell is shown first', async () => {
    const world = await World.create(test);
    const rows = [person(1), person(2)];
    await desk.accepted(world, await desk.checked(world, rows));
    const again = await desk.checked(world, rows);
    expect(again.summary?.counts).toMatchObject({ NEW: 0, CHANGED: 0, UNCHANGED: 2 });
    const changed = await desk.checked(world, [
      rows[0] ?? {},
      { ...rows[1], 户籍区划代码: '140522' },
    ]);
    const outcomes = await lists.outcomes(await world.as('CENTER_MANAGER'), changed.id);
    expect(outcomes[1]).toMatchObject({
      outcome: 'CHANGED',
      differences: [{ field: 'householdCounty', from: null, to: '140522' }],
    });
    await desk.accepted(world, changed);
    const kept = await test.database.query<{ county: string | null }>(
      'SELECT household_county AS county FROM resident WHERE center_id = ? ORDER BY id',
      [world.centerId],
    );
    expect(kept.map(({ county }) => county)).toEqual([null, null]);
    const decided = await desk.checked(world, [{ ...rows[1], 户籍区划代码: '140522' }]);
    await desk.accepted(world, decided, { changedRows: [2] });
    expect(await count('resident', world.centerId)).toBe(2);
    const [row] = await test.database.query<{ n: number }>(
      `SELECT COUNT(*) AS n FROM resident WHERE center_id = ? AND household_county = '140522'`,
      [world.centerId],
    );
    expect(Number(row?.n)).toBe(1);
  });

  it('names every bad cell by row, column and cause, and takes in the good rows alone', async () => {
    const world = await World.create(test);
    const good = person(1);
    const list = await desk.checked(world, [
      good,
      person(2, { 身份证号: '110105194912310028' }),
      person(3, { 入住日期: '2026年2月30日' }),
      { ...good, 床位: '905-1' },
      person(5, { 床位: good['床位'] ?? '' }),
    ]);
    const outcomes = await lists.outcomes(await world.as('CENTER_MANAGER'), list.id);
    expect(
      outcomes.map(({ number, problems }) => [
        number,
        ...problems.map(({ field, rule }) => `${field ?? ''} ${rule}`),
      ]),
    ).toEqual([
      [2],
      [3, 'idNumber ID_CHECK_DIGIT'],
      [4, 'admittedOn dateNotInCalendar'],
      [5, 'idNumber duplicateInFile'],
      [6, 'bed bedTwiceInFile'],
    ]);
    const done = await desk.accepted(world, list);
    expect(done.summary?.counts).toMatchObject({ WRITTEN: 1, PROBLEM: 4 });
    expect(await count('resident', world.centerId)).toBe(1);
  });

  it('keeps back who is of a category that nobody knows, until it is said once what the word means', async () => {
    const world = await World.create(test);
    const rows = [
      person(700, { 类别: '低保' }),
      person(701, { 类别: '边缘户' }),
      person(702, { 类别: '边缘户、贵宾' }),
    ];
    const list = await desk.checked(world, rows);
    expect(list.summary).toMatchObject({
      counts: { NEW: 1, PROBLEM: 2 },
      unknownCategories: [
        { word: '边缘户', rows: 2 },
        { word: '贵宾', rows: 1 },
      ],
    });
    const again = await desk.settledWords(world, list, [
      { word: '边缘户', code: 'LOW_INCOME' },
      { word: '贵宾', code: null },
    ]);
    expect(again.summary).toMatchObject({
      counts: { NEW: 3, PROBLEM: 0 },
      unknownCategories: [],
    });
    await desk.accepted(world, again);
    const codes = await test.database.query<{ code: string }>(
      'SELECT code FROM resident_category WHERE center_id = ?',
      [world.centerId],
    );
    expect(codes.map(({ code }) => code)).toEqual(['LOW_INCOME', 'LOW_INCOME', 'LOW_INCOME']);

    // The next list of the center uses the same words, and asks nothing.
    const next = await desk.checked(world, [person(703, { 类别: '边缘户' })]);
    expect(next.summary).toMatchObject({ counts: { NEW: 1, PROBLEM: 0 }, unknownCategories: [] });
    const other = await desk.checked(await World.create(test), [person(704, { 类别: '边缘户' })]);
    expect(other.summary).toMatchObject({ counts: { NEW: 0, PROBLEM: 1 } });
  });

  it('goes in whole or not at all, when that is asked for', async () => {
    const world = await World.create(test);
    const list = await desk.checked(world, [person(1), person(2, { 身份证号: '123' })]);
    await expect(desk.accepted(world, list, { mode: 'ALL_OR_NOTHING' })).rejects.toMatchObject({
      code: 'ROSTER_HAS_PROBLEMS',
    });
    expect(await count('resident', world.centerId)).toBe(0);
    const whole = await desk.checked(world, [person(1), person(2)]);
    await desk.accepted(world, whole, { mode: 'ALL_OR_NOTHING' });
    expect(await count('resident', world.centerId)).toBe(2);
  });

  it('leaves no ID number readable on the disk, and forgets the file when nothing is left to mend', async () => {
    const world = await World.create(test);
    const rows = [person(7)];
    const list = await desk.checked(world, rows);
    const raw = await test.database.query<Record<string, unknown>>(
      'SELECT * FROM roster_import WHERE id = ?',
      [list.id],
    );
    expect(JSON.stringify(raw)).not.toContain(rows[0]?.['身份证号']);
    await desk.accepted(world, list);
    const [row] = await test.database.query<{ gone: number }>(
      'SELECT content_cipher IS NULL AS gone FROM roster_import WHERE id = ?',
      [list.id],
    );
    expect(Number(row?.gone)).toBe(1);
  });

  it('of another operator is not found', async () => {
    const [mine, theirs] = [await World.create(test), await World.create(test)];
    const list = await desk.checked(theirs, [person(1)]);
    await expect(lists.get(await mine.as('CENTER_MANAGER'), list.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(lists.outcomes(await mine.as('CENTER_MANAGER'), list.id)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(
      lists.upload(await mine.as('CENTER_MANAGER'), {
        centerId: theirs.centerId,
        kind: 'ROSTER',
        fileName: 'x.csv',
        bytes: Buffer.from('姓名,身份证号\n王,1\n'),
      }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is read from a CSV in the old Chinese encoding', async () => {
    const world = await World.create(test);
    const number = fictionalIdNumber('1941-01-01', 8);
    const gbk = Buffer.concat([
      Buffer.from([0xd0, 0xd5, 0xc3, 0xfb]), // 姓名
      Buffer.from(','),
      Buffer.from([0xc9, 0xed, 0xb7, 0xdd, 0xd6, 0xa4, 0xba, 0xc5]), // 身份证号
      Buffer.from('\n'),
      Buffer.from([0xcd, 0xf5, 0xb7, 0xbc]), // 王芳
      Buffer.from(`,${number}\n`),
    ]);
    const list = await desk.checked(world, gbk);
    const [row] = await lists.outcomes(await world.as('CENTER_MANAGER'), list.id);
    expect(row).toMatchObject({ name: '王芳', outcome: 'NEW' });
  });

  it('brings the past: ended stays and absences of people who are known, once', async () => {
    const world = await World.create(test);
    const mine = person(1);
    await desk.accepted(world, await desk.checked(world, [mine]));
    const who = { 姓名: mine['姓名'] ?? '', 身份证号: mine['身份证号'] ?? '' };
    const stays = [
      { ...who, 床位: '301-1', 开始日期: '2025-01-10', 结束日期: '2025-06-30', 离开方式: '退住' },
      { ...who, 床位: '301-1', 开始日期: '2025-06-01', 结束日期: '2025-07-30', 离开方式: '退住' },
      {
        姓名: '查无此人',
        身份证号: '',
        床位: '301-1',
        开始日期: '2025-01-10',
        结束日期: '2025-02-10',
        离开方式: '',
      },
    ];
    const list = await desk.checked(world, stays, 'PAST_STAYS');
    const rules = (await lists.outcomes(await world.as('CENTER_MANAGER'), list.id)).map(
      ({ problems }) => problems[0]?.rule,
    );
    expect(rules).toEqual([undefined, 'stayOverlap', 'personUnknown']);
    await desk.accepted(world, list);
    expect(await count('stay', world.centerId)).toBe(2);
    const absences = [
      { ...who, 外出类别: '住院', 开始日期: '2026-04-01', 结束日期: '2026-04-05' },
      { ...who, 外出类别: '探亲', 开始日期: '2026-04-03', 结束日期: '2026-04-04' },
      { ...who, 外出类别: '探亲', 开始日期: '2024-04-03', 结束日期: '2024-04-04' },
    ];
    const away = await desk.checked(world, absences, 'ABSENCES');
    const causes = (await lists.outcomes(await world.as('CENTER_MANAGER'), away.id)).map(
      ({ problems }) => problems[0]?.rule,
    );
    expect(causes).toEqual([undefined, 'absenceOverlap', 'absenceOutsideStay']);
    await desk.accepted(world, away);
    expect(await count('absence', world.centerId)).toBe(1);
    const again = await desk.checked(world, [absences[0] ?? {}], 'ABSENCES');
    expect(again.summary?.counts).toMatchObject({ UNCHANGED: 1 });
  });

  it('finds somebody by the number of a pass, and lets nobody be away longer than they lived here', async () => {
    const world = await World.create(test);
    const mine = person(1, { 身份证号: 'H12345678', 性别: '女', 出生日期: '1940-05-06' });
    await desk.accepted(world, await desk.checked(world, [mine]));
    const who = { 姓名: mine['姓名'] ?? '', 身份证号: 'H12345678' };
    const row = (from: string, until: string, more: object) => ({
      ...{ ...who, 开始日期: from, 结束日期: until },
      ...more,
    });
    const stays = [
      row('2025-01-10', '2025-03-01', { 床位: '301-1', 离开方式: '' }),
      row('2025-03-01', '2025-06-30', { 床位: '302-1', 离开方式: '退住' }),
    ];
    const past = await desk.checked(world, stays, 'PAST_STAYS');
    expect(past.summary?.counts).toMatchObject({ PROBLEM: 0, NEW: 2 });
    await desk.accepted(world, past);
    const away = [
      row('2025-02-20', '2025-03-05', { 外出类别: '住院' }),
      row('2025-06-25', '2025-07-05', { 外出类别: '住院' }),
    ];
    const list = await desk.checked(world, away, 'ABSENCES');
    const causes = (await lists.outcomes(await world.as('CENTER_MANAGER'), list.id)).map(
      ({ problems }) => problems[0]?.rule,
    );
    expect(causes).toEqual([undefined, 'absenceOutsideStay']);
  });

  it('of ten thousand rows is checked by one job', async () => {
    const world = await World.create(test);
    const rows = Array.from({ length: 10_000 }, (_, index) => ({
      姓名: '王芳',
      身份证号: fictionalIdNumber(`19${30 + (index % 20)}-05-06`, Math.floor(index / 20) + 1),
      户籍地址: `虚构县虚构乡${index}号`,
    }));
    const bytes = await workbook(rows);
    const list = await desk.checked(world, bytes);
    expect(list.summary).toMatchObject({ total: 10_000, counts: { NEW: 10_000, PROBLEM: 0 } });
  });
});
