import type { INestApplicationContext } from '@nestjs/common';
import { FilingService, PublicNoticeService } from '@yibu/claim';
import { verifyFiling } from '@yibu/filing';
import { localDate, yearMonth, type LocalDate } from '@yibu/kernel';
import { AttachmentService } from '@yibu/platform';
import { createPublicKey } from 'node:crypto';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;
let world: ClaimWorld;

beforeAll(async () => {
  test = await startServices();
  test.clock.setDay('2025-05-03');
});
beforeEach(async () => {
  test.clock.setDay('2025-05-03');
  world = await ClaimWorld.create(test, { makesPackages: true });
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
});
afterAll(async () => {
  await test.close();
});

describe('the opening ledger', () => {
  it('is asked for in the middle of a year, and what it holds is not claimed again', async () => {
    const fresh = await ClaimWorld.create(test);
    const { residentId } = await fresh.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const unanswered = await fresh.draft('2025-04');
    expect(unanswered.blockCount).toBe(1);
    const ledger = await fresh.openings.enter(await fresh.as('officer'), {
      centerId: fresh.world.centerId,
      yearFrom: yearMonth('2025-01'),
      rows: [
        {
          program: 'bed-subsidy',
          subjectId: residentId,
          month: yearMonth('2025-01'),
          amountFen: 30_000 as never,
        },
        {
          program: 'bed-subsidy',
          subjectId: residentId,
          month: yearMonth('2025-02'),
          amountFen: 40_000 as never,
        },
      ],
    });
    expect([ledger.state, ledger.totalFen, ledger.canChange]).toEqual(['IMPORTED', 70_000, true]);
    const claim = await fresh.submitted('2025-04');
    expect(await fresh.payable(claim.id)).toEqual([
      '周一 2025-02 REVERSAL -10000',
      '周一 2025-03 CATCH_UP 30000',
      '周一 2025-04 NORMAL 30000',
    ]);
    expect(await outcome(fresh.nothingOnPaper('2025-01'))).toBe('OPENING_TOO_LATE');
  });

  it('comes from a sheet, every bad cell named', async () => {
    const fresh = await ClaimWorld.create(test);
    await fresh.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const csv =
      '项目,姓名,月份,金额\n床位补贴,周一,2025-01,300\n床位补贴,无此人,2025-01,300\n床位补贴,周一,2024-12,三百\n';
    const scope = await fresh.as('owner');
    const sheet = await test.app.get(AttachmentService).add(scope, {
      centerId: fresh.world.centerId,
      entity: 'openingLedger',
      entityId: fresh.world.centerId,
      kind: 'SHEET',
      fileName: '期初.csv',
      bytes: Buffer.from(csv),
    });
    const result = await fresh.openings.import(await fresh.as('owner'), {
      centerId: fresh.world.centerId,
      yearFrom: yearMonth('2025-01'),
      attachmentId: sheet.id,
    });
    expect(result.problems.map(({ row, rule }) => `${row} ${rule}`)).toEqual([
      '3 UNKNOWN_PERSON',
      '4 OUTSIDE_YEAR',
      '4 NOT_AN_AMOUNT',
    ]);
    expect(result.isStored).toBe(false);
  });
});

describe('the papers', () => {
  it('are made in both languages, and handed to those who may see the claim', async () => {
    const claim = await world.submitted('2025-04');
    expect(claim.filings.map(({ language }) => language).sort()).toEqual(['en', 'zh-CN']);
    const { bytes } = await test.app
      .get(FilingService)
      .open(await world.as('owner'), claim.id, 'zh-CN');
    const key = await test.app.get(FilingService).publicKey(await world.as('owner'), claim.id);
    const { verified, claim: filed } = await verifyFiling(bytes, createPublicKey(key.bytes));
    expect([verified, filed?.number, filed?.totalFen]).toEqual([true, claim.number, 120_000]);
  });
});

describe('notice to the public and the end of a year', () => {
  it('holds payment back for as many days as the county has set, and for none that it has not', async () => {
    const claim = await world.submitted('2025-04');
    await world.decided(claim.id);
    const notice = async (lastDay: LocalDate): Promise<string> =>
      await outcome(
        test.app.get(PublicNoticeService).publish(await world.as('leader'), {
          claimIds: [claim.id],
          number: '公示一号',
          fromOn: localDate('2025-05-03'),
          lastDay,
          contact: '县民政局 0356-0000000',
          idempotencyKey: `notice-${lastDay}`,
        }),
      );
    await test.dataSource.query(
      `UPDATE county SET settings = JSON_SET(settings, '$.noticeDays', 5) WHERE code = ?`,
      [world.world.countyCode],
    );
    expect(await outcome(world.paid(claim.id, 120_000))).toBe('NOTICE_NOT_OVER');
    expect(await notice(localDate('2025-05-06'))).toBe('NOTICE_TOO_SHORT');
    expect(await notice(localDate('2025-05-07'))).toBe('done');
    expect(await outcome(world.paid(claim.id, 120_000))).toBe('NOTICE_NOT_OVER');
    test.clock.setDay('2025-05-08');
    expect((await world.paid(claim.id, 120_000)).status).toBe('PAID');
  });

  it('lets a difference of last year be claimed until the bureau closes the year', async () => {
    test.clock.setDay('2026-01-03');
    const { stayId } = await world.resident({ from: '2025-08-01', level: 4, bed: 1, name: '周二' });
    const december = await world.submitted('2025-12');
    expect(december.claimedFen).toBe(510_000);
    await world.leave(stayId, '2025-12-05');
    test.clock.setDay('2026-03-03');
    const february = await world.draft('2026-02');
    expect(await world.payable(february.id)).toEqual(['周二 2025-12 REVERSAL -30000']);
    const setYear = async (yearFrom: string, status: 'OPEN' | 'CLOSED'): Promise<string> =>
      await outcome(
        world.openings.setYearStatus(
          await world.as('leader'),
          {
            centerId: world.world.centerId,
            yearFrom: yearMonth(yearFrom),
            reason: '年度决算',
          },
          status,
        ),
      );
    // What is under way would be lost behind the line.
    expect(await setYear('2025-01', 'CLOSED')).toBe('CLAIM_YEAR_OPEN_WORK');
    await world.decided(december.id);
    expect(await setYear('2025-01', 'CLOSED')).toBe('done');
    expect(await world.payable((await world.draft('2026-02')).id)).toEqual([]);
    expect(await setYear('2026-01', 'CLOSED')).toBe('done');
    expect(await setYear('2025-01', 'OPEN')).toBe('CLAIM_YEAR_LATER_CLOSED');
    expect(await setYear('2026-01', 'OPEN')).toBe('done');
    expect(await setYear('2025-01', 'OPEN')).toBe('done');
    expect(await world.payable((await world.draft('2026-02')).id)).toHaveLength(1);
  });
});
