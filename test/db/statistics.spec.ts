import type { INestApplicationContext } from '@nestjs/common';
import { RecoveryService } from '@yibu/claim';
import { fen } from '@yibu/kernel';
import {
  ExportRegistry,
  newId,
  readSheet,
  UnitOfWork,
  writeWorkbook,
  XLSX_TYPE,
} from '@yibu/platform';

import { readAccount } from '../../libs/claim/src/papers/account.queries.js';
import { accountStatement } from '../../libs/claim/src/recovery/account.queries.js';
import { listQueue } from '../../libs/claim/src/review/queue.queries.js';
import { countyStatistics } from '../../libs/claim/src/statistics/statistics.queries.js';
import { ungrantedLines } from '../../libs/claim/src/statistics/ungranted.queries.js';
import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

/** Two people since January: in May eight months of 300 yuan are claimed, one returned, one cut by a third. */
async function countyYear(): Promise<ClaimWorld> {
  test.clock.setDay('2025-05-03');
  const world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await world.resident({ from: '2025-01-10', level: 4, bed: 1, name: '周二' });
  const april = await world.submitted('2025-04');
  test.clock.setDay('2025-05-13');
  await world.decided(april.id, [
    { line: '周二 2025-03', verdict: 'RETURNED' },
    { line: '周二 2025-02', verdict: 'CUT', cutFen: 10_000 },
  ]);
  test.clock.setDay('2025-06-02');
  await world.paid(april.id, 150_000);
  return world;
}

describe('a county’s year in figures', () => {
  it('tells claimed and decided by period, paid by the day, what was not granted, and how long it took', async () => {
    const world = await countyYear();
    const db = test.app.get(UnitOfWork).read(await world.as('leader'));
    const year = await countyStatistics(db, 2025);
    const month = (name: string) => year.months.find((row) => row.month === name);
    expect(month('2025-04')).toMatchObject({
      claimedFen: 240_000,
      decidedFen: 200_000,
      paidFen: 0,
    });
    expect(month('2025-06')).toMatchObject({ claimedFen: 0, paidFen: 150_000, recoveredFen: 0 });
    expect(year.reasons).toEqual([
      { code: 'D01', returned: 1, held: 0, cut: 1, amountFen: 40_000 },
    ]);
    const found = await ungrantedLines(db, { year: 2025, code: 'D01', page: 1, pageSize: 20 });
    expect([found.total, found.sumFen]).toEqual([2, 40_000]);
    expect(found.items.map(({ verdict, amountFen }) => [verdict, amountFen])).toEqual([
      ['RETURNED', 30_000],
      ['CUT', 10_000],
    ]);
    const today = test.clock.today();
    const ofYear = { stage: 'DECISIONS', page: 1, pageSize: 20 } as const;
    expect((await listQueue(db, { ...ofYear, year: 2025 }, today)).total).toBe(1);
    expect((await listQueue(db, { ...ofYear, year: 2024 }, today)).total).toBe(0);
    expect([year.lineCount, year.firstPassRate, year.decisionCount]).toEqual([8, 0.75, 1]);
    expect([year.daysMedian, year.daysLongest]).toEqual([10, 10]);
    expect(year.centers).toMatchObject([
      { centerId: world.world.centerId, claimCount: 1, paidFen: 150_000, firstPassRate: 0.75 },
    ]);
    expect((await countyStatistics(db, 2024)).firstPassRate).toBeNull();
  });

  it('counts a line that came back and a claim returned whole against the first pass, and neither twice', async () => {
    const world = await countyYear();
    await world.reviews.open(await world.as('reviewer'), (await world.submitted('2025-05')).id);
    const [may] = await test.dataSource.query<{ id: string }[]>(
      `SELECT id FROM claim WHERE center_id = ? AND period = '2025-05'`,
      [world.world.centerId],
    );
    await world.reviews.returnClaim(await world.as('reviewer'), {
      claimId: may?.id ?? '',
      code: 'PAPERS_MISSING',
      text: '表式不符',
    });
    const again = await world.submitted('2025-05');
    await world.decided(again.id);
    const db = test.app.get(UnitOfWork).read(await world.as('leader'));
    const year = await countyStatistics(db, 2025);
    // Eight lines of April, six of them granted; two of May, returned whole the first time.
    expect([year.lineCount, year.firstPassRate, year.returnedCount]).toEqual([10, 0.6, 1]);
  });

  it('shows a bureau nothing of another county', async () => {
    await countyYear();
    const stranger = await ClaimWorld.create(test);
    const db = test.app.get(UnitOfWork).read(await stranger.as('leader'));
    const year = await countyStatistics(db, 2025);
    expect([year.centers, year.reasons, year.lineCount]).toEqual([[], [], 0]);
    expect((await ungrantedLines(db, { year: 2025, page: 1, pageSize: 20 })).total).toBe(0);
  });

  it('goes into a workbook, a table a sheet, for a year that is one', async () => {
    const world = await countyYear();
    const workbook = test.app.get(ExportRegistry).get('statistics');
    const scope = await world.as('leader');
    const sheets = (await workbook?.sheets(scope, { year: '2025' })) ?? [];
    expect(sheets.map(({ title, rowCount }) => [title, rowCount])).toEqual([
      ['审核质量', 1],
      ['按月', 12],
      ['各中心', 1],
      ['未按申报核定的原因', 1],
    ]);
    const bytes = await writeWorkbook(sheets.slice(2));
    const { header, rows } = await readSheet(bytes, XLSX_TYPE);
    expect(header.slice(1)).toEqual([
      '申报份数',
      '申报(元)',
      '核定(元)',
      '净拨付(元)',
      '一次通过率',
    ]);
    expect(rows.map(({ cells }) => cells.slice(1))).toEqual([
      ['1', '2400', '2000', '1500', '0.75'],
    ]);
    expect(await outcome(workbook?.sheets(scope, {}) ?? Promise.resolve())).toBe('INPUT_INVALID');
  });
});

describe('what a bureau will look at first', () => {
  it('is told before a claim is submitted: what was refused before, what changed most, what is corrected', async () => {
    const world = await countyYear();
    const { stayId } = await world.resident({ from: '2025-05-01', level: 4, bed: 2, name: '周三' });
    await world.leave(stayId, '2025-05-10');
    const may = await world.draft('2025-05');
    const risk = await world.claims.risk(await world.as('officer'), may.id);
    expect(risk).toMatchObject({
      refused: [{ code: 'D01', count: 2 }],
      previousPeriod: '2025-04',
      previousFen: 240_000,
      currentFen: may.claimedFen,
      reversalFen: 0,
    });
    expect(risk.changes.map(({ subjectName }) => subjectName).sort()).toEqual(['周一', '周二']);
    const stranger = await ClaimWorld.create(test);
    expect(await outcome(world.claims.risk(await stranger.as('officer'), may.id))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('the account of a center', () => {
  it('closes alike on the page and on paper, after a debt that was netted in part', async () => {
    const world = await countyYear();
    const { stayId } = await world.resident({ from: '2025-01-10', level: 4, bed: 2, name: '周三' });
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    await world.decided(may.id);
    await world.paid(may.id, may.claimedFen);
    await world.leave(stayId, '2025-03-05');
    test.clock.setDay('2025-07-03');
    const june = await world.submitted('2025-06');
    await world.decided(june.id);
    await world.resident({ from: '2025-01-10', level: 4, bed: 3, name: '周四' });
    test.clock.setDay('2025-08-03');
    const july = await world.submitted('2025-07');
    await world.decided(july.id);
    const [debt] = await test.dataSource.query<{ id: string }[]>(
      'SELECT id FROM claim WHERE center_id = ? AND decided_fen < 0',
      [world.world.centerId],
    );
    await test.app.get(RecoveryService).offset(await world.as('leader'), {
      claimId: debt?.id ?? '',
      againstClaimId: july.id,
      amountFen: fen(10_000),
      idempotencyKey: newId(),
    });
    const db = test.app.get(UnitOfWork).read(await world.as('leader'));
    const page = await accountStatement(db, world.world.centerId, 2025);
    const { opening, months } = await readAccount(db, {
      centerId: world.world.centerId,
      year: 2025,
      today: test.clock.today(),
      now: test.clock.now(),
      language: 'zh-CN',
    });
    const unpaid = months.reduce(
      (sum, m) => sum + m.decidedFen - m.paidFen + m.recoveredFen,
      opening.unpaidFen,
    );
    expect(page.offsetFen).toBe(10_000);
    const august = (await countyStatistics(db, 2025)).months[7];
    expect([august?.nettedFen, august?.recoveredFen, august?.paidFen]).toEqual([10_000, 0, 0]);
    expect(unpaid).toBe(page.balanceFen);
  });
});
