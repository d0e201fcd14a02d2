import type { INestApplicationContext } from '@nestjs/common';
import { PaperAppealService, SupplementService } from '@yibu/claim';
import { fen, localDate } from '@yibu/kernel';
import { AttachmentService, newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';

let test: TestApp<INestApplicationContext>;
let world: ClaimWorld;

beforeAll(async () => {
  test = await startServices();
});
beforeEach(async () => {
  test.clock.setDay('2025-05-03');
  world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await test.dataSource.query(
    `UPDATE county SET settings = JSON_MERGE_PATCH(settings, '{"decidesOnPaper":true,"appealDays":30}') WHERE code = ?`,
    [world.world.countyCode],
  );
});
afterAll(async () => {
  await test.close();
});

const scanOf = async (claimId: string): Promise<string> =>
  (
    await test.app.get(AttachmentService).add(await world.as('owner'), {
      centerId: world.world.centerId,
      entity: 'claim',
      entityId: claimId,
      kind: 'DECISION',
      fileName: '批复.pdf',
      bytes: Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n'),
    })
  ).id;

const versionOf = async (claimId: string): Promise<number> =>
  (await world.claims.detail(await world.as('owner'), claimId)).version;

const lineOf = async (claimId: string, month: string): Promise<string> =>
  (await world.lines(claimId)).find((line) => line.month === month)?.id ?? '';

type Exceptions = Parameters<ClaimWorld['decisions']['recordPaper']>[1]['exceptions'];

/** A submitted claim of the month, decided by a paper of today. */
async function onPaper(period: string, exceptions: Exceptions = []): Promise<string> {
  const claim = await world.submitted(period);
  await decide(claim.id, exceptions);
  return claim.id;
}

const decide = async (claimId: string, exceptions: Exceptions): Promise<string> =>
  await world.decisions.recordPaper(await world.as('owner'), {
    claimId,
    version: await versionOf(claimId),
    decidedOn: test.clock.today(),
    attachmentId: await scanOf(claimId),
    exceptions,
    released: [],
    refused: [],
    idempotencyKey: newId(),
  });

const ledgerOf = async (claimId: string): Promise<string[]> =>
  (
    await test.dataSource.query<{ status: string }[]>(
      'SELECT status FROM ledger_entry WHERE claim_id = ? ORDER BY month',
      [claimId],
    )
  ).map(({ status }) => status);

describe('an appeal that was made and answered on paper', () => {
  type Entry = Parameters<PaperAppealService['record']>[1];

  const enter = async (claimId: string, says: Partial<Entry> = {}): Promise<string> =>
    await outcome(
      test.app.get(PaperAppealService).record(await world.as('owner'), {
        lineId: await lineOf(claimId, '2025-03'),
        appealedOn: localDate('2025-05-10'),
        reason: '病案记录有误，附医院更正',
        answeredOn: localDate('2025-05-20'),
        grantedFen: fen(6_000),
        answer: '部分支持',
        documentNumber: '民复〔2025〕2号',
        attachmentId: await scanOf(claimId),
        idempotencyKey: newId(),
        ...says,
      }),
    );

  async function cut(): Promise<string> {
    const april = await world.submitted('2025-04');
    const lineId = await lineOf(april.id, '2025-03');
    const verdict = { lineId, verdict: 'CUT', code: 'D01', text: '住院', cutFen: fen(10_000) };
    await decide(april.id, [verdict as Exceptions[number]]);
    test.clock.setDay('2025-06-03');
    return april.id;
  }

  it('is entered once with its scan, and what it grants comes with the next decision to the fen', async () => {
    const april = await cut();
    expect(await enter(april)).toBe('done');
    expect(await enter(april)).toBe('APPEAL_NOT_OPEN');
    const may = await onPaper('2025-05');
    const { statement } = await world.claims.detail(await world.as('owner'), may);
    expect(statement).toMatchObject({ claimedFen: 30_000, releasedFen: 6_000, decidedFen: 36_000 });
    const [kept] = await test.dataSource.query<{ carried: string; name: string }[]>(
      `SELECT a.carried_in_claim_id AS carried, t.file_name AS name FROM claim_appeal a
       JOIN attachment t ON t.id = a.attachment_id WHERE a.claim_id = ?`,
      [april],
    );
    expect(kept).toMatchObject({ carried: may, name: '批复.pdf' });
  });

  it('keeps to what was cut, the order of the days, the county’s term, and a scan of this claim', async () => {
    const april = await cut();
    expect(await enter(april, { grantedFen: fen(10_001) })).toBe('INPUT_INVALID');
    expect(await enter(april, { appealedOn: localDate('2025-05-02') })).toBe('INPUT_INVALID');
    expect(await enter(april, { answeredOn: localDate('2025-05-09') })).toBe('INPUT_INVALID');
    expect(await enter(april, { answeredOn: localDate('2025-06-04') })).toBe('INPUT_INVALID');
    const late = { appealedOn: localDate('2025-06-03'), answeredOn: localDate('2025-06-03') };
    expect(await enter(april, late)).toBe('APPEAL_LATE');
    expect(await enter(april, { attachmentId: newId() })).toBe('NOT_FOUND');
    await test.dataSource.query(
      `UPDATE county SET settings = JSON_MERGE_PATCH(settings, '{"decidesOnPaper":false}') WHERE code = ?`,
      [world.world.countyCode],
    );
    expect(await enter(april)).toBe('PAPER_NOT_USED');
  });

  it('of two who enter it at once is entered once', async () => {
    const april = await cut();
    const both = await Promise.all([enter(april), enter(april)]);
    expect(both.toSorted()).toEqual(['APPEAL_NOT_OPEN', 'done']);
  });
});

describe('a supplementary decision on paper', () => {
  const supplement = async (
    claimId: string,
    says: { readonly released?: string[]; readonly refused?: string[]; readonly on?: string } = {},
  ): Promise<string> =>
    await outcome(
      test.app.get(SupplementService).recordPaper(await world.as('owner'), {
        claimId,
        version: await versionOf(claimId),
        decidedOn: says.on === undefined ? test.clock.today() : localDate(says.on),
        attachmentId: await scanOf(claimId),
        documentNumber: '民审〔2025〕9号',
        released: says.released ?? [],
        refused: says.refused ?? [],
        idempotencyKey: newId(),
      }),
    );

  const leave = async (): Promise<void> => {
    await test.dataSource.query(
      `UPDATE operating_contract SET until_on = '2025-05-01' WHERE center_id = ?`,
      [world.world.centerId],
    );
  };

  async function held(): Promise<{ april: string; lines: string[] }> {
    const april = await world.submitted('2025-04');
    const lines = [await lineOf(april.id, '2025-02'), await lineOf(april.id, '2025-03')];
    const verdicts = lines.map((lineId) => ({
      lineId,
      verdict: 'HELD',
      code: 'PAPERS_MISSING',
      text: '缺住养证明',
      heldUntil: localDate('2025-06-30'),
    }));
    await decide(april.id, verdicts as Exceptions);
    return { april: april.id, lines };
  }

  it('says of each held line what became of it, closes to the fen and is paid', async () => {
    const { april, lines } = await held();
    const [february = '', march = ''] = lines;
    expect(await supplement(april, { released: [february] })).toBe('SUPPLEMENT_CARRIED');
    await leave();
    const before = await world.claims.detail(await world.as('owner'), april);
    expect(before.actions).toContain('RECORD_PAPER_SUPPLEMENT');
    expect(await supplement(april, { released: [february], on: '2025-05-02' })).toBe(
      'INPUT_INVALID',
    );
    expect(await supplement(april, { released: [newId()] })).toBe('NOT_FOUND');
    expect(await supplement(april)).toBe('SUPPLEMENT_NOTHING');
    expect(await supplement(april, { released: [february], refused: [march] })).toBe('done');
    const after = await world.claims.detail(await world.as('owner'), april);
    expect(after.statement).toMatchObject({
      heldFen: 60_000,
      releasedFen: 30_000,
      decidedFen: 90_000,
      supplements: [{ decidedFen: 30_000, documentNumber: '民审〔2025〕9号' }],
    });
    expect(after.actions).not.toContain('RECORD_PAPER_SUPPLEMENT');
    expect(await ledgerOf(april)).toEqual(['ACCEPTED', 'ACCEPTED', 'RETURNED', 'ACCEPTED']);
    await world.payments.record(
      await world.as('officer'),
      {
        claimId: april,
        amountFen: fen(90_000),
        paidOn: test.clock.today(),
        receiptNumber: '银-9',
        idempotencyKey: newId(),
      },
      'PAPER',
    );
    expect((await world.claims.detail(await world.as('owner'), april)).status).toBe('PAID');
  });

  it('of two who enter it at once grants once', async () => {
    const { april, lines } = await held();
    await leave();
    const both = await Promise.all([
      supplement(april, { released: lines }),
      supplement(april, { released: lines }),
    ]);
    expect(both.filter((one) => one === 'done')).toHaveLength(1);
    const { decidedFen } = await world.claims.detail(await world.as('owner'), april);
    expect(decidedFen).toBe(120_000);
  });
});
