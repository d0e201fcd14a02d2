import type { INestApplicationContext } from '@nestjs/common';
import { yearMonth } from '@yibu/kernel';
import { newId } from '@yibu/platform';

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
  world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
});
afterAll(async () => {
  await test.close();
});

const lineOf = async (claimId: string): Promise<string> => {
  const [row] = await test.dataSource.query<{ id: string }[]>(
    `SELECT id FROM claim_line WHERE claim_id = ? AND status = 'PAYABLE' ORDER BY seq LIMIT 1`,
    [claimId],
  );
  return row?.id ?? '';
};

const count = async (table: string, claimId: string): Promise<number> => {
  const [row] = await test.dataSource.query<{ n: number }[]>(
    `SELECT COUNT(*) AS n FROM ${table} WHERE claim_id = ?`,
    [claimId],
  );
  return Number(row?.n ?? -1);
};

const submit = async (claim: { id: string; version: number }) =>
  await world.submit.submit(await world.as('owner'), {
    claimId: claim.id,
    version: claim.version,
    idempotencyKey: newId(),
  });

describe('a line of a draft', () => {
  it('explains itself by the records of then, and the frozen claim says the same', async () => {
    const draft = await world.draft('2025-04');
    const lineId = await lineOf(draft.id);
    const officer = await world.as('officer');
    const said = await world.claims.line(officer, lineId);
    expect(said.explanationZh).toContain('2025');
    expect(said.trace.length).toBeGreaterThan(3);
    // Another record since then, by which no line changes.
    await test.dataSource.query(`UPDATE center SET opened_on = '2019-03-04' WHERE id = ?`, [
      world.world.centerId,
    ]);
    expect(await world.claims.line(officer, lineId)).toEqual(said);

    expect(await submit(draft)).toMatchObject({ number: draft.number });
    expect(await count('claim_draft', draft.id)).toBe(0);
    const frozen = await world.claims.line(officer, lineId);
    expect(frozen.trace).toEqual(said.trace);
    expect(frozen.alternatives).toEqual(said.alternatives);
    expect(frozen.explanationEn).toBe(said.explanationEn);
    const digests = await test.dataSource.query<{ digest: string | null }[]>(
      'SELECT digest FROM ledger_entry WHERE claim_id = ?',
      [draft.id],
    );
    expect(digests).toHaveLength(4);
    expect(digests.every(({ digest }) => digest?.length === 64)).toBe(true);
  });

  it('of another sum than its ground repeats is not explained, and can be computed again', async () => {
    const draft = await world.draft('2025-04');
    await test.dataSource.query(
      'UPDATE claim_line SET amount_fen = amount_fen + 1 WHERE claim_id = ?',
      [draft.id],
    );
    const officer = await world.as('officer');
    expect(await outcome(world.claims.line(officer, await lineOf(draft.id)))).toBe(
      'CLAIM_COMPUTED_BEFORE',
    );
    await world.prepare.recompute(officer, draft.id);
    await world.work();
    const again = await world.claims.line(officer, await lineOf(draft.id));
    expect(again.explanationZh).not.toBe('');
    expect(await count('claim_draft', draft.id)).toBe(1);
  });

  it('goes with the draft when it is discarded', async () => {
    const draft = await world.draft('2025-04');
    await world.prepare.discard(await world.as('officer'), draft.id, '重新编制');
    expect(await count('claim_draft', draft.id)).toBe(0);
  });
});

describe('a month whose money stands in a later claim', () => {
  it('is not claimed again: it would take back what became due only later', async () => {
    const early = await world.draft('2025-02');
    expect(await world.payable(early.id)).toEqual([]);
    const later = await world.draft('2025-04');
    expect(await submit(later)).toMatchObject({ number: later.number });

    const officer = await world.as('officer');
    expect(await outcome(world.prepare.recompute(officer, early.id))).toBe('CLAIM_PERIOD_COVERED');
    expect(await submit(await world.claims.detail(officer, early.id))).not.toHaveProperty('number');
    await world.prepare.discard(officer, early.id, '四月已经补报');
    expect(await outcome(world.draft('2025-02'))).toBe('CLAIM_PERIOD_COVERED');
    const { months } = await world.claims.board(
      officer,
      world.world.centerId,
      yearMonth('2025-01'),
    );
    const open = months.filter(({ canPrepare }) => canPrepare).map(({ month }) => month);
    expect(open[0]).toBe('2025-05');
  });

  it('is claimed where the later claim was taken back', async () => {
    const later = await world.submitted('2025-04');
    await world.submit.withdraw(await world.as('owner'), later.id, '重新编制');
    const early = await world.draft('2025-02');
    expect(early.status).not.toBe('WITHDRAWN');
  });
});
