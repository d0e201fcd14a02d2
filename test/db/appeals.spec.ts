import type { INestApplicationContext } from '@nestjs/common';
import { AppealService, PaperService } from '@yibu/claim';
import { fen, yearMonth } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;
let appeals: AppealService;
let papers: PaperService;

beforeAll(async () => {
  test = await startServices();
  appeals = test.app.get(AppealService);
  papers = test.app.get(PaperService);
});
afterAll(async () => {
  await test.close();
});

const page = { page: 1, pageSize: 20 };

/** One person since January; the April claim has four lines of 300 yuan. */
async function center(): Promise<ClaimWorld> {
  test.clock.setDay('2025-05-03');
  const world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  return world;
}

interface Judged {
  readonly world: ClaimWorld;
  readonly claimId: string;
  readonly lineId: string;
}

async function cut(cutFen = 10_000): Promise<Judged> {
  const world = await center();
  const april = await world.submitted('2025-04');
  await world.decided(april.id, [{ line: '周一 2025-03', verdict: 'CUT', cutFen }]);
  return { world, claimId: april.id, lineId: await lineOf(world, april.id) };
}

async function refused(): Promise<Judged> {
  const world = await center();
  const april = await world.submitted('2025-04');
  await world.decided(april.id, [{ line: '周一 2025-03', verdict: 'HELD' }]);
  const lineId = await lineOf(world, april.id);
  await world.held.refuse(await world.as('leader'), { lineId, reason: '证明未补交' });
  return { world, claimId: april.id, lineId };
}

const lineOf = async (world: ClaimWorld, claimId: string): Promise<string> =>
  (await world.lines(claimId)).find(
    ({ month, status }) => month === '2025-03' && status === 'PAYABLE',
  )?.id ?? '';

async function appeal(
  { world, lineId }: Judged,
  reason = '病案记录有误，附医院更正',
): Promise<string> {
  const input = { lineId, reason, idempotencyKey: newId() };
  return (await appeals.appeal(await world.as('officer'), input)).id;
}

async function answer(
  world: ClaimWorld,
  appealId: string,
  grantedFen: number,
  who: 'leader' | 'reviewer' = 'leader',
): Promise<string> {
  const input = {
    appealId,
    grantedFen: fen(grantedFen),
    answer: '已核实',
    idempotencyKey: newId(),
  };
  return (await appeals.answer(await world.as(who), input)).state;
}

/** Somebody else of the bureau who may answer: the leader refused the line. */
async function anotherLeader(
  { world }: Judged,
  appealId: string,
  grantedFen: number,
): Promise<string> {
  const { id } = await world.world.user('BUREAU_LEADER');
  const input = {
    appealId,
    grantedFen: fen(grantedFen),
    answer: '已核实',
    idempotencyKey: newId(),
  };
  return (await appeals.answer(await world.world.scopeOf(id), input)).state;
}

const days = async (world: ClaimWorld, appealDays: number | null): Promise<void> => {
  await test.dataSource.query(
    'UPDATE county SET settings = JSON_MERGE_PATCH(settings, ?) WHERE code = ?',
    [JSON.stringify({ appealDays }), world.world.countyCode],
  );
};

const statusOf = async (lineId: string): Promise<string | undefined> =>
  (
    await test.dataSource.query<{ status: string }[]>(
      'SELECT status FROM ledger_entry WHERE claim_line_id = ?',
      [lineId],
    )
  )[0]?.status;

describe('an appeal against a cut', () => {
  it('that is upheld comes with the next decision by itself, closes to the fen, and comes once', async () => {
    const judged = await cut();
    const { world, claimId, lineId } = judged;
    const [open] = await appeals.appealable(await world.as('officer'), claimId);
    expect(open).toMatchObject({ lineId, ground: 'CUT', askedFen: 10_000, untilOn: null });
    const id = await appeal(judged);
    expect(await appeals.appealable(await world.as('officer'), claimId)).toEqual([]);
    const before = (await world.claims.detail(await world.as('leader'), claimId)).statement;
    expect(await answer(world, id, 6000)).toBe('UPHELD');
    expect((await world.claims.detail(await world.as('leader'), claimId)).statement).toEqual(
      before,
    );

    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    expect(await world.payable(may.id)).toEqual(['周一 2025-05 NORMAL 30000']);
    const decided = await world.decided(may.id);
    expect(decided.statement).toMatchObject({
      claimedFen: 30_000,
      releasedFen: 6000,
      decidedFen: 36_000,
    });
    const [carried] = (await appeals.list(await world.as('owner'), { ...page, claimId: may.id }))
      .items;
    const paper = await papers.difference(await world.as('leader'), may.id, 'zh-CN');
    expect(paper.bytes.length).toBeGreaterThan(1000);
    expect(carried).toMatchObject({
      id,
      state: 'CARRIED',
      carriedInNumber: may.number,
      grantedFen: 6000,
    });

    test.clock.setDay('2025-07-03');
    const june = await world.submitted('2025-06');
    expect(await world.payable(june.id)).toEqual(['周一 2025-06 NORMAL 30000']);
    expect((await world.decided(june.id)).statement).toMatchObject({
      releasedFen: 0,
      decidedFen: 30_000,
    });
  });

  it('that is upheld is taken back with the line when the person turns out not to have lived here', async () => {
    const judged = await cut();
    const { world } = judged;
    await answer(world, await appeal(judged), 10_000);
    await test.dataSource.query(
      `UPDATE stay SET status = 'ENDED', until_on = '2025-03-10', end_kind = 'DISCHARGE' WHERE center_id = ?`,
      [world.world.centerId],
    );
    test.clock.setDay('2025-06-03');
    const may = await world.draft('2025-05');
    const march = (await world.lines(may.id)).find(({ month }) => month === '2025-03');
    expect(march).toMatchObject({ kind: 'REVERSAL', fen: -30_000 });
  });

  it('that is rejected changes nothing, and is not made again', async () => {
    const judged = await cut();
    const { world } = judged;
    expect(await answer(world, await appeal(judged), 0)).toBe('REJECTED');
    expect(await outcome(appeal(judged))).toBe('APPEAL_NOT_OPEN');
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    expect((await world.decided(may.id)).statement).toMatchObject({
      releasedFen: 0,
      decidedFen: 30_000,
    });
  });

  it('is answered by another person than who cut, within what was cut, and once of two rivals', async () => {
    const judged = await cut();
    const { world } = judged;
    const id = await appeal(judged);
    expect(await outcome(answer(world, id, 5000, 'reviewer'))).toBe('CLAIM_TWO_PEOPLE');
    expect(await outcome(answer(world, id, 10_001))).toBe('INPUT_INVALID');
    const both = await Promise.allSettled([
      answer(world, id, 0),
      anotherLeader(judged, id, 10_000),
    ]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(await outcome(answer(world, id, 0))).toBe('NOT_FOUND');
  });

  it('of two who appeal at once is made once', async () => {
    const judged = await cut();
    const both = await Promise.allSettled([appeal(judged), appeal(judged)]);
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('has the days that the county states, and none where it states nothing', async () => {
    const judged = await cut();
    const { world, claimId } = judged;
    await days(world, 10);
    const [open] = await appeals.appealable(await world.as('officer'), claimId);
    expect(open?.untilOn).toBe('2025-05-13');
    test.clock.setDay('2025-05-14');
    expect(await outcome(appeal(judged))).toBe('APPEAL_LATE');
    test.clock.setDay('2025-05-13');
    expect(await outcome(appeal(judged))).not.toBe('APPEAL_LATE');
  });

  it('of another center is not there for a stranger', async () => {
    const judged = await cut();
    const id = await appeal(judged);
    const stranger = await ClaimWorld.create(test);
    expect((await appeals.list(await stranger.as('owner'), page)).items).toEqual([]);
    expect(await outcome(answer(stranger, id, 100))).toBe('NOT_FOUND');
    expect(await outcome(appeal({ ...judged, world: stranger }))).toBe('NOT_FOUND');
    expect(await outcome(appeals.appealable(await stranger.as('officer'), judged.claimId))).toBe(
      'NOT_FOUND',
    );
  });
});

describe('an appeal against a line that was held and then refused', () => {
  it('keeps the amount from being claimed again until it is answered, and comes with the next decision', async () => {
    const judged = await refused();
    const { world, lineId } = judged;
    const id = await appeal(judged);
    expect(await statusOf(lineId)).toBe('HELD');
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    expect(await world.payable(may.id)).toEqual(['周一 2025-05 NORMAL 30000']);
    expect(await anotherLeader(judged, id, 30_000)).toBe('UPHELD');
    expect(await statusOf(lineId)).toBe('ACCEPTED');
    const decided = await world.decided(may.id);
    expect(decided.statement).toMatchObject({ releasedFen: 30_000, decidedFen: 60_000 });
    await world.paid(may.id, 60_000);
    expect(await statusOf(lineId)).toBe('PAID');
  });

  it('that is granted in part counts for that part and is not claimed again', async () => {
    const judged = await refused();
    const { world, lineId } = judged;
    await anotherLeader(judged, await appeal(judged), 12_000);
    expect(await statusOf(lineId)).toBe('CUT');
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    expect(await world.payable(may.id)).toEqual(['周一 2025-05 NORMAL 30000']);
    expect((await world.decided(may.id)).statement).toMatchObject({ releasedFen: 12_000 });
  });

  it('that is rejected leaves it as it was: returned', async () => {
    const judged = await refused();
    const { world, lineId } = judged;
    await anotherLeader(judged, await appeal(judged), 0);
    expect(await statusOf(lineId)).toBe('RETURNED');
    test.clock.setDay('2025-06-03');
    const may = await world.draft('2025-05');
    const again = (await world.lines(may.id)).find(({ month }) => month === '2025-03');
    expect(again).toMatchObject({ status: 'NEEDS_DECISION' });
  });
});

it('a year does not close over an appeal that waits for its answer or its money', async () => {
  const judged = await cut();
  const { world } = judged;
  const id = await appeal(judged);
  await answer(world, id, 10_000);
  const year = {
    centerId: world.world.centerId,
    yearFrom: yearMonth('2025-01'),
    reason: '年度结账',
  };
  expect(
    await outcome(world.openings.setYearStatus(await world.as('leader'), year, 'CLOSED')),
  ).toBe('CLAIM_YEAR_OPEN_WORK');
  const write = async (set: string): Promise<string> =>
    await test.dataSource.query(`UPDATE claim_appeal SET ${set} WHERE id = ?`, [id]).then(
      () => 'written',
      (error: unknown) =>
        /answered once|ck_claim_appeal_\w+/.exec(String(error))?.[0] ?? String(error),
    );
  expect(await write('granted_fen = 5000')).toBe('answered once');
  expect(await write(`outcome = 'REJECTED', granted_fen = 0`)).toBe('answered once');
});
