import type { INestApplicationContext } from '@nestjs/common';
import { AppError, localDate } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { Gate } from '../support/gate.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

/** One person since January; the April claim has four lines of 300 yuan. */
async function center(): Promise<ClaimWorld> {
  test.clock.setDay('2025-05-03');
  const world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  return world;
}

async function held(): Promise<{ world: ClaimWorld; claimId: string; lineId: string }> {
  const world = await center();
  const april = await world.submitted('2025-04');
  await world.decided(april.id, [{ line: '周一 2025-03', verdict: 'HELD' }]);
  const line = (await world.lines(april.id)).find(({ month }) => month === '2025-03');
  return { world, claimId: april.id, lineId: line?.id ?? '' };
}

const listOf = async (world: ClaimWorld, who: 'owner' | 'leader', claimId: string) =>
  (await world.held.list(await world.as(who), { claimId, page: 1, pageSize: 20 })).items;

describe('a line that a decision leaves open', () => {
  it('is listed on both sides with its day, and marked once the day is past', async () => {
    const { world, claimId } = await held();
    for (const who of ['owner', 'leader'] as const) {
      expect(await listOf(world, who, claimId)).toMatchObject([
        { subjectName: '周一', month: '2025-03', amountFen: 30_000, state: 'OPEN' },
      ]);
    }
    test.clock.setDay('2027-01-01');
    expect(await listOf(world, 'owner', claimId)).toMatchObject([
      { state: 'OVERDUE', canRelease: false, canRefuse: false },
    ]);
    expect(await listOf(world, 'leader', claimId)).toMatchObject([{ canRefuse: true }]);
  });

  it('shows in the next decision once it is released, and in no later one', async () => {
    const { world, claimId, lineId } = await held();
    await world.held.release(await world.as('reviewer'), { lineId, reason: '已补交' });
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    const decided = await world.decided(may.id);
    expect(decided.statement).toMatchObject({ releasedFen: 30_000, decidedFen: 60_000 });
    expect(await listOf(world, 'owner', may.id)).toMatchObject([
      { claimId, state: 'CARRIED', carriedInNumber: may.number, settleText: '已补交' },
    ]);
    expect(
      await outcome(world.held.release(await world.as('reviewer'), { lineId, reason: 'x' })),
    ).toBe('NOT_FOUND');
  });

  it('is refused by another person than who held it, leaves the old decision as it was, and may be claimed again', async () => {
    const { world, claimId, lineId } = await held();
    const before = (await world.claims.detail(await world.as('leader'), claimId)).statement;
    expect(
      await outcome(world.held.refuse(await world.as('reviewer'), { lineId, reason: 'x' })),
    ).toBe('CLAIM_TWO_PEOPLE');
    await world.held.refuse(await world.as('leader'), { lineId, reason: '证明未补交' });
    expect((await world.claims.detail(await world.as('leader'), claimId)).statement).toEqual(
      before,
    );
    expect(await listOf(world, 'owner', claimId)).toMatchObject([
      { state: 'REFUSED', settleText: '证明未补交' },
    ]);
    test.clock.setDay('2025-06-03');
    const may = await world.draft('2025-05');
    const again = (await world.lines(may.id)).find(({ month }) => month === '2025-03');
    expect(again).toMatchObject({ status: 'NEEDS_DECISION' });
  });

  it('is settled once, by whoever of two comes first', async () => {
    const { world, lineId } = await held();
    const scopes = [
      await world.as('reviewer'),
      await world.as('leader'),
      await world.as('reviewer'),
    ];
    const outcomes = await Promise.allSettled(
      scopes.map(async (scope, index) =>
        index === 1
          ? await world.held.refuse(scope, { lineId, reason: '未补交' })
          : await world.held.release(scope, { lineId, reason: '已补交' }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const lost = outcomes.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as AppError).code ?? String(each.reason)] : [],
    );
    expect(lost).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  });

  it('that is released while another claim is being decided is carried by that decision with its money, or not at all', async () => {
    const { world, lineId } = await held();
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    await world.reviews.open(await world.as('reviewer'), may.id);
    await world.reviews.acceptLines(await world.as('reviewer'), {
      claimId: may.id,
      exceptLineIds: [],
    });
    const { version } = await world.claims.detail(await world.as('leader'), may.id);
    // The decision has its figures and waits at the ledger while the line is released.
    const gate = await Gate.at(
      test.dataSource,
      `SELECT id FROM ledger_entry WHERE claim_id = '${may.id}' FOR UPDATE`,
    );
    const deciding = world.decisions.decide(await world.as('leader'), {
      claimId: may.id,
      version,
      idempotencyKey: newId(),
    });
    await gate.waitFor(1);
    const releasing = world.held.release(await world.as('reviewer'), { lineId, reason: '已补交' });
    await Promise.race([releasing, gate.waitFor(2)]);
    await gate.open();
    await Promise.all([deciding, releasing]);
    const { statement } = await world.claims.detail(await world.as('leader'), may.id);
    const [line] = await test.dataSource.query<{ carriedIn: string | null; status: string }[]>(
      `SELECT v.released_in_claim_id AS carriedIn, e.status FROM claim_line_verdict v
       JOIN ledger_entry e ON e.claim_line_id = v.claim_line_id WHERE v.claim_line_id = ?`,
      [lineId],
    );
    expect([
      [0, { carriedIn: null, status: 'HELD' }],
      [30_000, { carriedIn: may.id, status: 'ACCEPTED' }],
    ]).toContainEqual([statement?.releasedFen, line]);
  });

  it('of a claim that was returned whole is nobody’s work any more', async () => {
    const world = await center();
    const april = await world.submitted('2025-04');
    await world.reviews.open(await world.as('reviewer'), april.id);
    const line = (await world.lines(april.id)).find(({ month }) => month === '2025-03');
    await world.reviews.giveVerdict(await world.as('reviewer'), {
      claimId: april.id,
      lineIds: [line?.id ?? ''],
      verdict: 'HELD',
      code: 'PAPERS_MISSING',
      text: '缺住养证明',
      heldUntil: localDate('2025-05-10'),
    });
    await world.reviews.returnClaim(await world.as('reviewer'), {
      claimId: april.id,
      code: 'PAPERS_MISSING',
      text: '表式不符',
    });
    test.clock.setDay('2025-05-20');
    expect(await listOf(world, 'leader', april.id)).toEqual([]);
    expect((await world.reviews.counts(await world.as('leader'))).heldOverdue).toBe(0);
    expect(
      await outcome(
        world.held.release(await world.as('reviewer'), { lineId: line?.id ?? '', reason: 'x' }),
      ),
    ).toBe('CLAIM_STATE');
  });

  it('is not decided alone by whoever released it', async () => {
    const { world, lineId } = await held();
    const both = await world.world.user('BUREAU_REVIEWER', 'BUREAU_LEADER');
    await world.held.release(await world.world.scopeOf(both.id), { lineId, reason: '已补交' });
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    await world.reviews.open(await world.as('reviewer'), may.id);
    await world.reviews.acceptLines(await world.as('reviewer'), {
      claimId: may.id,
      exceptLineIds: [],
    });
    const { version } = await world.claims.detail(await world.as('leader'), may.id);
    const decide = { claimId: may.id, version, idempotencyKey: newId() };
    expect(await outcome(world.decisions.decide(await world.world.scopeOf(both.id), decide))).toBe(
      'CLAIM_TWO_PEOPLE',
    );
  });

  it('cannot be both released and refused, nor carried without being released, whoever writes', async () => {
    const { lineId } = await held();
    const write = async (set: string): Promise<string> =>
      await test.dataSource
        .query(`UPDATE claim_line_verdict SET ${set} WHERE claim_line_id = ?`, [lineId])
        .then(
          () => 'written',
          (error: unknown) => /ck_claim_line_verdict_\w+/.exec(String(error))?.[0] ?? String(error),
        );
    expect(await write('released_at = NOW(), refused_at = NOW()')).toBe(
      'ck_claim_line_verdict_settled',
    );
    expect(await write(`released_in_claim_id = '${newId()}'`)).toBe(
      'ck_claim_line_verdict_carried',
    );
    expect(await write('held_until = NULL')).toBe('ck_claim_line_verdict_until');
  });
});

describe('a cut', () => {
  it('of days takes the amount in proportion, names the clause, and closes the statement', async () => {
    const world = await center();
    const april = await world.submitted('2025-04');
    const reviewer = await world.as('reviewer');
    await world.reviews.open(reviewer, april.id);
    const line = (await world.lines(april.id)).find(({ month }) => month === '2025-04');
    const cut = {
      claimId: april.id,
      lineIds: [line?.id ?? ''],
      verdict: 'CUT' as const,
      code: 'DAYS',
      text: '住院十天',
      recognizedQuantity: 20,
    };
    expect(await outcome(world.reviews.giveVerdict(reviewer, cut))).toBe('VERDICT_INVALID');
    await world.reviews.giveVerdict(reviewer, { ...cut, clause: '三（一）' });
    const shown = await world.claims.line(await world.as('owner'), line?.id ?? '');
    expect(shown).toMatchObject({
      cutFen: 10_000,
      cutClause: '三（一）',
      recognized: '20',
      measureTotal: 30,
      measureUnit: 'day',
    });
    expect((await world.claims.detail(await world.as('leader'), april.id)).statement).toMatchObject(
      { claimedFen: 120_000, cutFen: 10_000, decidedFen: 110_000 },
    );
  });

  it('holds no line until a day that is past', async () => {
    const world = await center();
    const april = await world.submitted('2025-04');
    const reviewer = await world.as('reviewer');
    await world.reviews.open(reviewer, april.id);
    const [line] = await world.lines(april.id);
    const late = world.reviews.giveVerdict(reviewer, {
      claimId: april.id,
      lineIds: [line?.id ?? ''],
      verdict: 'HELD',
      code: 'PAPERS_MISSING',
      heldUntil: localDate('2025-05-02'),
    });
    expect(await outcome(late)).toBe('VERDICT_INVALID');
  });
});

describe('the sum of the day of opening', () => {
  it('tells the reviewer what later records take from the claim, and touches no line', async () => {
    test.clock.setDay('2025-05-03');
    const world = await ClaimWorld.create(test);
    await world.nothingOnPaper('2025-01');
    const person = await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const april = await world.submitted('2025-04');
    expect(april.adjustedFen).toBeNull();
    await world.absence(person, '2025-04-05', '2025-04-28');
    await world.reviews.open(await world.as('reviewer'), april.id);
    const opened = await world.claims.detail(await world.as('leader'), april.id);
    expect([opened.claimedFen, opened.adjustedFen]).toEqual([120_000, -30_000]);
  });
});
