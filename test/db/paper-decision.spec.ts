import type { INestApplicationContext } from '@nestjs/common';
import { AnnulmentService } from '@yibu/claim';
import { localDate, yearMonth } from '@yibu/kernel';
import { AttachmentService, newId } from '@yibu/platform';

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
  world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
});
afterAll(async () => {
  await test.close();
});

const decidesOnPaper = async (): Promise<void> => {
  await test.dataSource.query(
    `UPDATE county SET settings = JSON_MERGE_PATCH(settings, '{"decidesOnPaper":true}') WHERE code = ?`,
    [world.world.countyCode],
  );
};

const scanOf = async (claimId: string): Promise<string> =>
  (
    await test.app.get(AttachmentService).add(await world.as('officer'), {
      centerId: world.world.centerId,
      entity: 'claim',
      entityId: claimId,
      kind: 'PAPER_DECISION',
      fileName: '批复.pdf',
      bytes: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
    })
  ).id;

type Paper = Parameters<ClaimWorld['decisions']['recordPaper']>[1];

/** The owner enters what the paper says about a submitted claim; what is not given, it does not mention. */
const onPaper = async (
  claim: { readonly id: string; readonly version: number },
  says: Partial<Pick<Paper, 'decidedOn' | 'exceptions' | 'released' | 'refused'>> = {},
): Promise<string> =>
  await outcome(
    world.decisions.recordPaper(await world.as('owner'), {
      claimId: claim.id,
      version: claim.version,
      decidedOn: test.clock.today(),
      attachmentId: await scanOf(claim.id),
      documentNumber: '民审〔2025〕1号',
      exceptions: [],
      released: [],
      refused: [],
      idempotencyKey: newId(),
      ...says,
    }),
  );

const lineOf = async (claimId: string, month: string): Promise<string> =>
  (await world.lines(claimId)).find((line) => line.month === month)?.id ?? '';

describe('a decision on paper', () => {
  it('is entered by the operator with its scan, and the money after it', async () => {
    const claim = await world.submitted('2025-04');
    const returned = {
      lineId: await lineOf(claim.id, '2025-02'),
      verdict: 'RETURNED',
      code: 'D01',
      text: '住院',
    } as const;
    await decidesOnPaper();
    expect(await onPaper(claim, { exceptions: [returned] })).toBe('done');
    const decided = await world.claims.detail(await world.as('owner'), claim.id);
    expect(decided.statement).toMatchObject({
      source: 'PAPER',
      returnedFen: 30_000,
      decidedFen: 90_000,
    });
    await world.payments.record(
      await world.as('officer'),
      {
        claimId: claim.id,
        amountFen: decided.statement.decidedFen,
        paidOn: localDate('2025-05-03'),
        receiptNumber: '银-1',
        idempotencyKey: newId(),
      },
      'PAPER',
    );
    expect((await world.claims.detail(await world.as('owner'), claim.id)).status).toBe('PAID');
  });

  it('does not pass by a bureau that decides in the product, nor come from another day', async () => {
    const claim = await world.submitted('2025-04');
    expect(claim.actions).not.toContain('RECORD_PAPER_DECISION');
    expect(await onPaper(claim)).toBe('PAPER_NOT_USED');
    await decidesOnPaper();
    expect(await onPaper(claim, { decidedOn: localDate('2025-05-02') })).toBe('INPUT_INVALID');
    expect(await onPaper(claim, { decidedOn: localDate('2025-05-04') })).toBe('INPUT_INVALID');
    expect(await onPaper(claim)).toBe('done');
  });

  it('says of a line held earlier whether it is granted, and carries its money', async () => {
    await decidesOnPaper();
    const april = await world.submitted('2025-04');
    const lineId = await lineOf(april.id, '2025-03');
    const held = {
      lineId,
      verdict: 'HELD',
      code: 'PAPERS_MISSING',
      text: '缺住养证明',
      heldUntil: localDate('2025-06-30'),
    } as const;
    expect(await onPaper(april, { exceptions: [held] })).toBe('done');
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    expect(await onPaper(may, { released: [await lineOf(may.id, '2025-05')] })).toBe('NOT_FOUND');
    expect(await onPaper(may, { released: [lineId] })).toBe('done');
    const { statement } = await world.claims.detail(await world.as('owner'), may.id);
    expect(statement).toMatchObject({ releasedFen: 30_000, decidedFen: 60_000 });
  });
});

describe('a decision that was entered wrongly from paper', () => {
  const annul = async (claimId: string, reason = '录错了核定单'): Promise<string> => {
    const { version } = await world.claims.detail(await world.as('owner'), claimId);
    return await outcome(
      test.app.get(AnnulmentService).annul(await world.as('owner'), {
        claimId,
        version,
        reason,
        idempotencyKey: newId(),
      }),
    );
  };
  const entriesOf = async (claimId: string): Promise<string[]> =>
    (
      await test.dataSource.query<{ status: string }[]>(
        'SELECT status FROM ledger_entry WHERE claim_id = ? ORDER BY id',
        [claimId],
      )
    ).map(({ status }) => status);

  it('is annulled with a reason: the claim waits as before, the decision stays marked with its scan', async () => {
    await decidesOnPaper();
    const claim = await world.submitted('2025-04');
    const returned = {
      lineId: await lineOf(claim.id, '2025-02'),
      verdict: 'RETURNED',
      code: 'D01',
      text: '住院',
    } as const;
    expect(await onPaper(claim, { exceptions: [returned] })).toBe('done');
    expect(await annul(claim.id)).toBe('done');
    const open = await world.claims.detail(await world.as('owner'), claim.id);
    expect([open.status, open.decidedFen, await entriesOf(claim.id)]).toEqual([
      'SUBMITTED',
      null,
      ['SUBMITTED', 'SUBMITTED', 'SUBMITTED', 'SUBMITTED'],
    ]);
    expect(open.statement).toMatchObject({
      isFinal: false,
      annulled: [{ decidedFen: 90_000, annulReason: '录错了核定单' }],
    });
    const [wrong] = open.statement.annulled;
    await test.app.get(AttachmentService).read(await world.as('owner'), wrong?.attachmentId ?? '');
    await expect(
      test.dataSource.query(`UPDATE claim_decision SET annul_reason = 'x' WHERE id = ?`, [
        wrong?.id,
      ]),
    ).rejects.toThrow('append-only');
    expect(await onPaper(open)).toBe('done');
    const right = await world.claims.detail(await world.as('owner'), claim.id);
    expect(right.statement).toMatchObject({ returnedFen: 0, decidedFen: 120_000 });
    const trail = await test.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_event WHERE entity_id = ? AND action IN ('decide', 'annulDecision') ORDER BY id`,
      [claim.id],
    );
    expect(trail.map(({ action }) => action)).toEqual(['decide', 'annulDecision', 'decide']);
  });

  it('of a year that the bureau closed is not annulled before the year is open again', async () => {
    await decidesOnPaper();
    const claim = await world.submitted('2025-04');
    expect(await onPaper(claim)).toBe('done');
    const year = { centerId: world.world.centerId, yearFrom: yearMonth('2025-01'), reason: '决算' };
    const leader = await world.as('leader');
    await world.openings.setYearStatus(leader, year, 'CLOSED');
    expect(await annul(claim.id)).toBe('CLAIM_YEAR_CLOSED');
    await world.openings.setYearStatus(leader, year, 'OPEN');
    expect(await annul(claim.id)).toBe('done');
  });

  it('is not annulled once money moved on it, and frees what it had said of an earlier line', async () => {
    await decidesOnPaper();
    const april = await world.submitted('2025-04');
    const lineId = await lineOf(april.id, '2025-03');
    const held = {
      lineId,
      verdict: 'HELD',
      code: 'PAPERS_MISSING',
      text: '缺住养证明',
      heldUntil: localDate('2025-06-30'),
    } as const;
    await onPaper(april, { exceptions: [held] });
    test.clock.setDay('2025-06-03');
    const may = await world.submitted('2025-05');
    expect(await onPaper(may, { released: [lineId] })).toBe('done');
    expect(await annul(april.id)).toBe('DECISION_RESTED_ON');
    expect(await annul(may.id)).toBe('done');
    const { items } = await world.held.list(await world.as('owner'), {
      claimId: april.id,
      page: 1,
      pageSize: 20,
    });
    expect(items).toMatchObject([{ state: 'OPEN', carriedInNumber: null }]);
    expect((await entriesOf(april.id)).filter((status) => status === 'HELD')).toHaveLength(1);
    const again = await world.claims.detail(await world.as('owner'), may.id);
    await onPaper(again, { released: [lineId] });
    await world.payments.record(
      await world.as('officer'),
      {
        claimId: may.id,
        amountFen: 60_000 as never,
        paidOn: test.clock.today(),
        receiptNumber: newId(),
        idempotencyKey: newId(),
      },
      'PAPER',
    );
    expect(await annul(may.id)).toBe('DECISION_RESTED_ON');
  });
});
