import type { INestApplicationContext } from '@nestjs/common';
import { localDate } from '@yibu/kernel';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';
import { RegistryWorld } from '../support/registry-desk.js';
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

describe('a claim beside the county’s lists', () => {
  it('shows the operator the day that it must mend, and nothing of the list', async () => {
    const world = await bureau();
    const { residentId } = await world.world.resident({
      from: '2025-01-10',
      level: 4,
      name: '周一',
    });
    const idNumber = await world.number(residentId, 11);
    await world.listed('DEATH', [
      { 姓名: '周一', 身份证号: idNumber, 死亡日期: '2025-04-30', 地点: '县殡仪馆' },
    ]);
    const draft = await world.world.draft('2025-04');
    expect(await world.findings(draft.id)).toEqual([
      { code: 'R04', name: '周一', params: JSON.stringify({ on: '2025-04-30' }) },
    ]);
    const line = (await world.world.lines(draft.id)).find(({ month }) => month === '2025-04');
    const marked = await test.dataSource.query(
      'SELECT DISTINCT month FROM claim_line WHERE claim_id = ? AND has_warning = 1',
      [draft.id],
    );
    expect(marked).toEqual([{ month: line?.month }]);
    expect(JSON.stringify(await world.findings(draft.id))).not.toContain('殡仪馆');
  });

  it('finds a death on the last day of a month in that month only where the day itself is claimed', async () => {
    const world = await bureau();
    const left = await world.world.resident({
      from: '2025-01-10',
      until: '2025-04-30',
      level: 4,
      name: '周二',
    });
    const idNumber = await world.number(left.residentId, 12);
    await world.listed('DEATH', [{ 姓名: '周二', 身份证号: idNumber, 死亡日期: '2025-04-30' }]);
    expect(await world.findings((await world.world.draft('2025-04')).id)).toEqual([]);
  });

  it('counts hospital days between admission and discharge that no absence covers', async () => {
    const world = await bureau();
    const stay = await world.world.resident({ from: '2025-01-10', level: 4, name: '周三' });
    const idNumber = await world.number(stay.residentId, 13);
    await world.listed('INPATIENT', [
      {
        姓名: '周三',
        身份证号: idNumber,
        医院: '县医院',
        入院日期: '2025-04-01',
        出院日期: '2025-04-06',
      },
    ]);
    const [found] = await world.findings((await world.world.draft('2025-04')).id);
    expect(found).toMatchObject({ code: 'D06' });
    expect(JSON.parse(found?.params ?? '{}')).toEqual({
      fromOn: '2025-04-01',
      untilOn: '2025-04-06',
      count: 4,
    });
    await world.world.absence(stay, '2025-04-01', '2025-04-06');
    expect(await world.findings((await world.world.draft('2025-04')).id)).toEqual([]);
  });

  it('asks about a household that left and about support that a complete list does not have; never without a list', async () => {
    const world = await bureau();
    const { residentId } = await world.world.resident({
      from: '2025-01-10',
      level: 4,
      name: '周四',
    });
    const idNumber = await world.number(residentId, 14);
    await test.dataSource.query(
      `INSERT INTO resident_category (id, center_id, resident_id, code, from_on, created_at)
       VALUES (?, ?, ?, 'LOW_INCOME', '2025-01-01', NOW())`,
      ['CAT00000000000000000000014', world.world.world.centerId, residentId],
    );
    const codes = async (): Promise<string[]> =>
      (await world.findings((await world.world.draft('2025-04')).id)).map(({ code }) => code);
    const other = { 姓名: '别人', 身份证号: number(99), 救助类别: '低保', 起始日期: '2025-01-01' };
    const id = await world.upload('SUPPORT', [other]);
    await world.accept(id);
    expect(await codes()).toEqual([]);
    const complete = await world.upload('SUPPORT', [{ ...other, 备注: '全县' }]);
    const coverage = {
      coversFrom: localDate('2025-04-01'),
      coversThrough: localDate('2025-04-30'),
    };
    expect(await outcome(world.accept(complete, { completeFor: ['LOW_INCOME'] }))).toBe(
      'INPUT_INVALID',
    );
    await world.accept(complete, { completeFor: ['LOW_INCOME'], ...coverage });
    expect(await codes()).toEqual(['R06']);
    await world.listed('SUPPORT', [{ ...other, 姓名: '周四', 身份证号: idNumber }]);
    expect(await codes()).toEqual([]);
    await world.listed('HOUSEHOLD', [
      { 姓名: '周四', 身份证号: idNumber, 迁移类别: '迁出', 迁移日期: '2025-04-10' },
    ]);
    expect(await codes()).toEqual(['R05']);
  });

  it('lets a list that comes after the submission stand beside the open line, and clears when it is withdrawn', async () => {
    const world = await bureau();
    const names = ['周五', '周六'];
    const numbers: string[] = [];
    for (const [bed, name] of names.entries()) {
      const { residentId } = await world.world.resident({
        from: '2025-01-10',
        level: 4,
        name,
        bed,
      });
      numbers.push(await world.number(residentId, 21 + bed));
    }
    const claim = await world.world.submitted('2025-04');
    test.clock.setDay('2025-05-04');
    const list = await world.listed('DEATH', [
      { 姓名: '周五五', 身份证号: numbers[0] ?? '', 死亡日期: '2025-04-12', 地点: '县殡仪馆' },
    ]);
    const matches = await world.matches.list(await world.world.as('reviewer'), claim.id);
    expect(matches).toHaveLength(1);
    expect(matches[0]).toMatchObject({
      code: 'R04',
      month: '2025-04',
      isNew: true,
      isNameDifferent: true,
      row: { place: '县殡仪馆', fileName: '名单.xlsx', fromOn: '2025-04-12' },
    });
    const queue = async (): Promise<number | null | undefined> =>
      (await world.world.reviews.queue(await world.world.as('reviewer'), { page: 1, pageSize: 20 }))
        .items[0]?.newMatchCount;
    expect(await queue()).toBe(1);
    expect(await world.findings(claim.id)).toEqual([]);
    await world.world.reviews.open(await world.world.as('reviewer'), claim.id);
    await world.world.reviews.acceptLines(await world.world.as('reviewer'), {
      claimId: claim.id,
      exceptLineIds: [],
    });
    const open = await test.dataSource.query(
      `SELECT l.subject_name AS name, l.month FROM claim_line l
       LEFT JOIN claim_line_verdict v ON v.claim_line_id = l.id
       WHERE l.claim_id = ? AND l.status = 'PAYABLE' AND v.claim_line_id IS NULL`,
      [claim.id],
    );
    expect(open).toEqual([{ name: '周五', month: '2025-04' }]);
    const reviewer = await world.world.as('reviewer');
    await world.withdrawal.withdrawList(reviewer, { listId: list.id, reason: '证件号码录错' });
    await world.world.work();
    expect(await world.matches.list(await world.world.as('reviewer'), claim.id)).toEqual([]);
    expect(await queue()).toBe(0);
  });
});
