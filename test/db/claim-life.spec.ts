import type { INestApplicationContext } from '@nestjs/common';
import { DriftService } from '@yibu/claim';
import { fen } from '@yibu/kernel';
import { newId } from '@yibu/platform';

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

const months = (name: string, from: number, to: number, fenEach: number, kind: string): string[] =>
  Array.from(
    { length: to - from + 1 },
    (_, index) => `${name} 2025-0${from + index} ${kind} ${fenEach}`,
  );

/** Two people since January; April passes the gate. */
async function center(): Promise<ClaimWorld> {
  test.clock.setDay('2025-05-03');
  const world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  return world;
}

describe('a month of a center', () => {
  it('becomes a claim with the catch-up of the months before the gate', async () => {
    const world = await center();
    await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    await world.resident({ from: '2025-01-10', level: 1, bed: 1, name: '周二' });
    const claim = await world.submitted('2025-04');
    expect(claim.status).toBe('SUBMITTED');
    expect(await world.payable(claim.id)).toEqual([
      ...months('周一', 1, 3, 30000, 'CATCH_UP'),
      '周一 2025-04 NORMAL 30000',
      ...months('周二', 1, 3, 20000, 'CATCH_UP'),
      '周二 2025-04 NORMAL 20000',
    ]);
    expect(claim.claimedFen).toBe(200_000);
  });

  it('is reviewed, decided with a cut, paid in two parts and closed; the cut is not claimed again', async () => {
    const world = await center();
    await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const april = await world.submitted('2025-04');
    const decided = await world.decided(april.id, [
      { line: '周一 2025-02', verdict: 'CUT', cutFen: 10_000 },
    ]);
    expect(decided.statement).toMatchObject({
      claimedFen: 120_000,
      returnedFen: 0,
      cutFen: 10_000,
      heldFen: 0,
      releasedFen: 0,
      decidedFen: 110_000,
      isFinal: true,
    });
    const part = await world.paid(april.id, 60_000, 'R-1');
    expect([part.status, part.paidFen]).toEqual(['DECIDED', 60_000]);
    expect(await outcome(world.paid(april.id, 50_000, 'R-1'))).toBe('RECEIPT_TAKEN');
    expect(await outcome(world.paid(april.id, 50_001, 'R-2'))).toBe('PAYMENT_REFUSED');
    expect((await world.paid(april.id, 50_000, 'R-2')).status).toBe('PAID');
    expect(await outcome(world.paid(april.id, 1, 'R-3'))).toBe('PAYMENT_REFUSED');
    await world.payments.close(await world.as('leader'), april.id);
    test.clock.setDay('2025-06-03');
    const may = await world.draft('2025-05');
    expect(await world.payable(may.id)).toEqual(['周一 2025-05 NORMAL 30000']);
  });

  it('brings a returned line back by itself once its cause is mended, linked to the old one', async () => {
    const world = await center();
    const person = await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const april = await world.submitted('2025-04');
    const decided = await world.decided(april.id, [{ line: '周一 2025-04', verdict: 'RETURNED' }]);
    expect(decided.statement).toMatchObject({ returnedFen: 30_000, decidedFen: 90_000 });
    test.clock.setDay('2025-06-03');
    const unchanged = await world.draft('2025-05');
    const waiting = (await world.lines(unchanged.id)).find(({ month }) => month === '2025-04');
    expect(waiting).toMatchObject({ status: 'NEEDS_DECISION' });
    expect(await world.payable(unchanged.id)).toEqual(['周一 2025-05 NORMAL 30000']);
    await world.absence(person, '2025-04-05', '2025-04-08');
    const mended = await world.draft('2025-05');
    expect(await world.payable(mended.id)).toEqual([
      '周一 2025-04 CATCH_UP 30000',
      '周一 2025-05 NORMAL 30000',
    ]);
    const again = (await world.lines(mended.id)).find(({ month }) => month === '2025-04');
    const detail = await world.claims.line(await world.as('officer'), again?.id ?? '');
    expect(detail.previousClaimNumber).toBe(april.number);
    expect(detail.explanationZh).toContain('2025-04');
  });

  it('claims an unchanged returned line once the officer objects with a reason', async () => {
    const world = await center();
    await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const april = await world.submitted('2025-04');
    await world.decided(april.id, [{ line: '周一 2025-04', verdict: 'RETURNED' }]);
    test.clock.setDay('2025-06-03');
    const draft = await world.draft('2025-05');
    const waiting = (await world.lines(draft.id)).find(({ month }) => month === '2025-04');
    await world.claims.objectTo(await world.as('officer'), waiting?.id ?? '', '住院记录属他人');
    const after = await world.draft('2025-05');
    expect(await world.payable(after.id)).toContain('周一 2025-04 CATCH_UP 30000');
    expect(
      await outcome(world.claims.objectTo(await world.as('officer'), waiting?.id ?? '', '再次')),
    ).not.toBe('done');
  });

  it('takes money back for a death that is learnt late, as drift first and then as a reversal', async () => {
    const world = await center();
    const { residentId, stayId } = await world.resident({
      from: '2025-01-10',
      level: 4,
      name: '周一',
    });
    const april = await world.submitted('2025-04');
    await world.decided(april.id);
    await world.paid(april.id, 120_000);
    await world.leave(stayId, '2025-04-05');
    await test.dataSource.query('UPDATE resident SET died_on = ? WHERE id = ?', [
      '2025-04-05',
      residentId,
    ]);
    const drift = await test.app.get(DriftService).drift(await world.as('officer'), april.id);
    expect(
      drift.differences.map(({ month, differenceFen }) => `${month} ${differenceFen}`),
    ).toEqual(['2025-01 -30000', '2025-02 -30000', '2025-03 -30000', '2025-04 -30000']);
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    expect(await world.payable(may.id)).toEqual(months('周一', 1, 4, -30_000, 'REVERSAL'));
    expect((await world.decided(may.id)).decidedFen).toBe(-120_000);
    expect((await world.paid(may.id, -120_000)).status).toBe('PAID');
  });

  it('holds a line until its document comes, and the next decision carries it', async () => {
    const world = await center();
    await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const april = await world.submitted('2025-04');
    const decided = await world.decided(april.id, [{ line: '周一 2025-03', verdict: 'HELD' }]);
    expect(decided.statement).toMatchObject({ heldFen: 30_000, decidedFen: 90_000 });
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    expect(await world.payable(may.id)).toEqual(['周一 2025-05 NORMAL 30000']);
    const held = (await world.lines(april.id)).find(({ month }) => month === '2025-03');
    await world.held.release(await world.as('reviewer'), {
      lineId: held?.id ?? '',
      reason: '病案首页已补交',
    });
    expect((await world.decided(may.id)).statement).toMatchObject({
      claimedFen: 30_000,
      releasedFen: 30_000,
      decidedFen: 60_000,
    });
    test.clock.setDay('2025-07-03');
    const june = await world.submitted('2025-06');
    expect((await world.decided(june.id)).statement).toMatchObject({
      releasedFen: 0,
      decidedFen: 30_000,
    });
  });

  it('can be withdrawn while unopened, and its next revision claims the same again', async () => {
    const world = await center();
    await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const first = await world.submitted('2025-04');
    expect(await outcome(world.draft('2025-04'))).toBe('CLAIM_UNDER_WAY');
    await world.submit.withdraw(await world.as('owner'), first.id, '漏了一人');
    const second = await world.submitted('2025-04');
    expect([second.revision, second.claimedFen, second.previousClaimId]).toEqual([
      2,
      120_000,
      first.id,
    ]);
    await world.reviews.open(await world.as('reviewer'), second.id);
    expect(await outcome(world.submit.withdraw(await world.as('owner'), second.id, '迟了'))).toBe(
      'CLAIM_STATE',
    );
    await world.reviews.returnClaim(await world.as('reviewer'), {
      claimId: second.id,
      code: 'F01',
      text: '缺少盖章',
    });
    expect((await world.submitted('2025-04')).claimedFen).toBe(120_000);
  });

  it('needs a verdict on every line, and a reason for each that takes away', async () => {
    const world = await center();
    await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const claim = await world.submitted('2025-04');
    await world.reviews.open(await world.as('reviewer'), claim.id);
    const { version } = await world.claims.detail(await world.as('leader'), claim.id);
    const decide = world.decisions.decide(await world.as('leader'), {
      claimId: claim.id,
      version,
      idempotencyKey: newId(),
    });
    expect(await outcome(decide)).toBe('VERDICT_MISSING');
    const [line] = await world.lines(claim.id);
    for (const bad of [
      { verdict: 'RETURNED' as const },
      { verdict: 'HELD' as const, code: 'R01' },
      { verdict: 'CUT' as const, code: 'P01', cutFen: fen(30_001) },
    ]) {
      const given = world.reviews.giveVerdict(await world.as('reviewer'), {
        claimId: claim.id,
        lineIds: [line?.id ?? ''],
        ...bad,
      });
      expect(await outcome(given)).toBe('VERDICT_INVALID');
    }
  });
});
