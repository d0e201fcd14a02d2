import type { INestApplicationContext } from '@nestjs/common';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';
import { RegistryWorld } from '../support/registry-desk.js';
import { workbook } from '../support/roster-desk.js';
import { fictionalIdNumber } from '../support/world.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

async function bureau(): Promise<RegistryWorld> {
  test.clock.setDay('2025-05-03');
  const world = await ClaimWorld.create(test, { beds: 4 });
  await world.nothingOnPaper('2025-01');
  return new RegistryWorld(test, world);
}

const number = (sequence: number): string => fictionalIdNumber('1940-05-06', sequence);

const rowsOf = async (
  world: RegistryWorld,
  sequence: number,
): Promise<{ fromOn: string; endedKind: string | null; name: string; masked: string }[]> =>
  (await world.desk.ofPerson(await world.world.as('leader'), number(sequence))).map(
    ({ fromOn, endedKind, name, idNumberMasked }) => ({
      fromOn,
      endedKind,
      name,
      masked: idNumberMasked,
    }),
  );

describe('a list of the county', () => {
  it('is read under its usual headings, says what is wrong by row, column and cause, and takes the rest in', async () => {
    const world = await bureau();
    const id = await world.upload('DEATH', [
      {
        序号: '1',
        逝者姓名: '王一',
        身份证号: number(1),
        死亡时间: '2025年4月12日',
        殡仪馆: '县馆',
      },
      { 序号: '2', 逝者姓名: '王二', 身份证号: '99999919400506002', 死亡时间: '2025-02-30' },
      { 序号: '3', 逝者姓名: '', 身份证号: number(3), 死亡时间: '2025-06-01' },
    ]);
    const tried = await world.state(id);
    expect(tried.counts).toMatchObject({ fresh: 1, problem: 2 });
    expect(tried.remarks.map(({ row, heading, rule }) => `${row} ${heading} ${rule}`)).toEqual([
      '3 身份证号 ID_LENGTH',
      '3 死亡时间 dateNotInCalendar',
      '4 逝者姓名 isNotEmpty',
      '4 死亡时间 notAfter',
    ]);
    expect(JSON.stringify(tried.remarks)).not.toContain('9999991940');
    expect(await rowsOf(world, 1)).toEqual([]);
    await world.accept(id);
    expect(await rowsOf(world, 1)).toEqual([
      {
        fromOn: '2025-04-12',
        endedKind: null,
        name: '王一',
        masked: `${'*'.repeat(14)}${number(1).slice(-4)}`,
      },
    ]);
  });

  it('refuses a file without the columns that its kind needs', async () => {
    const world = await bureau();
    const rows = [{ 姓名: '王一', 身份证号: number(1), 备注: '' }];
    expect(await outcome(world.upload('DEATH', rows))).toBe('REGISTRY_COLUMNS_MISSING');
  });

  it('never doubles: not as the same file, not as the same row of another file', async () => {
    const world = await bureau();
    const file = await workbook([{ 姓名: '王一', 身份证号: number(1), 死亡日期: '2025-04-12' }]);
    const first = await world.upload('DEATH', file);
    expect(await world.upload('DEATH', file)).toBe(first);
    await world.accept(first);
    expect(await world.upload('DEATH', file)).toBe(first);
    const next = await world.listed('DEATH', [
      { 姓名: '王一', 身份证号: number(1), 死亡日期: '2025/4/12' },
      { 姓名: '王一', 身份证号: number(1), 死亡日期: '2025-04-12' },
      { 姓名: '王二', 身份证号: number(2), 死亡日期: '2025-04-13' },
    ]);
    expect(next.counts).toMatchObject({ same: 2, fresh: 1, problem: 0 });
    expect(await rowsOf(world, 1)).toHaveLength(1);
  });

  it('accepted by two people at once is in the register once', async () => {
    const world = await bureau();
    const row = { 姓名: '王一', 身份证号: number(1), 死亡日期: '2025-04-12' };
    const ids = [
      await world.upload('DEATH', [row]),
      await world.upload('DEATH', [row, { ...row, 姓名: '王二', 身份证号: number(2) }]),
    ];
    const accept = async (listId: string): Promise<string> =>
      await outcome(
        world.lists.accept(await world.world.as('reviewer'), {
          listId,
          version: 1,
          completeFor: [],
        }),
      );
    const [first = ''] = ids;
    const done = await Promise.all([...ids, first].map(accept));
    expect([...done].sort()).toEqual(['STALE_VERSION', 'done', 'done']);
    expect(await rowsOf(world, 1)).toHaveLength(1);
    expect(await rowsOf(world, 2)).toHaveLength(1);
  });

  it('corrects and withdraws what an earlier one said, and both versions stay to be read', async () => {
    const world = await bureau();
    const row = { 姓名: '王一', 身份证号: number(1) };
    await world.listed('DEATH', [{ ...row, 死亡日期: '2025-04-12' }]);
    const other = await world.listed('DEATH', [{ ...row, 死亡日期: '2025-04-21' }]);
    expect(other.remarks).toMatchObject([{ rule: 'deathKnown', heading: '死亡日期' }]);
    await world.listed('DEATH', [{ ...row, 死亡日期: '2025-04-21', 处理: '更正' }]);
    expect(await rowsOf(world, 1)).toMatchObject([
      { fromOn: '2025-04-21', endedKind: null },
      { fromOn: '2025-04-12', endedKind: 'CORRECTED' },
    ]);
    await world.listed('DEATH', [{ ...row, 死亡日期: '2025-04-21', 处理: '撤销' }]);
    expect((await rowsOf(world, 1)).map(({ endedKind }) => endedKind)).toEqual([
      'WITHDRAWN',
      'CORRECTED',
    ]);
    const again = await world.listed('DEATH', [{ ...row, 死亡日期: '2025-04-21', 备注: '累计表' }]);
    expect(again.remarks).toMatchObject([{ rule: 'withdrawnBefore' }]);
    const back = await world.listed('DEATH', [{ ...row, 死亡日期: '2025-04-21', 处理: '新增' }]);
    expect(back.counts).toMatchObject({ fresh: 1 });
  });

  it('learns the end of a hospital stay from a later list, and an older list does not unsay it', async () => {
    const world = await bureau();
    const row = { 姓名: '王一', 身份证号: number(1), 医院: '县医院', 入院日期: '2025-04-02' };
    await world.listed('INPATIENT', [row]);
    const ended = await world.listed('INPATIENT', [{ ...row, 出院日期: '2025-04-20' }]);
    expect(ended.counts).toMatchObject({ corrected: 1 });
    const older = await world.listed('INPATIENT', [{ ...row, 备注: '旧表' }]);
    expect(older.counts).toMatchObject({ same: 1 });
    expect((await rowsOf(world, 1)).filter(({ endedKind }) => endedKind === null)).toHaveLength(1);
  });

  it('is no other county’s, and no operator’s', async () => {
    const [world, other] = [await bureau(), await bureau()];
    const list = await world.listed('DEATH', [
      { 姓名: '王一', 身份证号: number(1), 死亡日期: '2025-04-12' },
    ]);
    expect(await rowsOf(other, 1)).toEqual([]);
    const request = { listId: list.id, reason: '不是我们的' };
    expect(
      await outcome(other.withdrawal.withdrawList(await other.world.as('reviewer'), request)),
    ).toBe('NOT_FOUND');
    expect(
      await outcome(world.withdrawal.withdrawList(await world.world.as('owner'), request)),
    ).toBe('NOT_FOUND');
    await expect(
      test.dataSource.query('DELETE FROM registry_row WHERE list_id = ?', [list.id]),
    ).rejects.toThrow('never deleted');
    await expect(
      test.dataSource.query(`UPDATE registry_row SET from_on = '2025-01-01' WHERE list_id = ?`, [
        list.id,
      ]),
    ).rejects.toThrow('not rewritten');
  });
});
