import type { INestApplicationContext } from '@nestjs/common';
import { AnnulmentService, FilingService } from '@yibu/claim';
import { verifyFiling } from '@yibu/filing';
import { fen } from '@yibu/kernel';
import { AttachmentService, newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { AwardDesk, MEAL_UNIT } from '../support/award-desk.js';
import { ClaimWorld } from '../support/claim-world.js';

jest.setTimeout(120_000);

let test: TestApp<INestApplicationContext>;
let world: ClaimWorld;
let desk: AwardDesk;

beforeAll(async () => {
  test = await startServices();
  test.clock.setDay('2025-05-20');
  world = await ClaimWorld.create(test, { makesPackages: true });
  await world.activate('jianxi-2019', '2025-01');
  desk = new AwardDesk(world);
});

afterAll(async () => {
  await test.close();
});

const refusal = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'done';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

const statusOf = async (claimId: string): Promise<{ status: string; fen: number }[]> =>
  (await world.lines(claimId)).map(({ status, fen }) => ({ status, fen }));

const verified = async (claimId: string): Promise<boolean> => {
  const filings = test.app.get(FilingService);
  const { bytes } = await filings.open(await world.as('owner'), claimId, 'zh-CN');
  return (await verifyFiling(bytes)).verified;
};

describe('an award for a project', () => {
  it('goes in only with the papers that the document asks for, at the tier that both minima reach', async () => {
    const claimId = await desk.open();
    await desk.enter(claimId, { areaM2: 180, communities: 4 });
    const before = await desk.detail(claimId);
    await desk.attachAll(claimId);
    const after = await desk.detail(claimId);
    expect([before.status, before.blockCount, after.status, after.claimedFen]).toEqual([
      'DRAFT',
      4,
      'CHECKED',
      20_000_000,
    ]);
  });

  it('is checked again by itself when a paper comes or goes, and keeps its preparer', async () => {
    const claimId = await desk.open();
    await desk.enter(claimId, { areaM2: 180, communities: 4 });
    const [item] = await desk.documents(claimId);
    const paper = await desk.attach('owner', {
      entity: 'awardItem',
      entityId: item?.id ?? '',
      kind: 'CERTIFICATE',
    });
    const { isComputing } = await desk.detail(claimId);
    await world.work();
    const with1 = await desk.detail(claimId);
    await test.app.get(AttachmentService).remove(await world.as('officer'), paper, '传错了');
    await world.work();
    const without = await desk.detail(claimId);
    expect([isComputing, with1.blockCount, without.blockCount]).toEqual([true, 3, 4]);
    expect(with1.preparedBy).toBe(world.people.officer);
  });

  it('is refused where a condition fails, and says so before it is submitted', async () => {
    const claimId = await desk.open();
    await desk.enter(claimId, {
      areaM2: 180,
      communities: 4,
      attributes: { ...MEAL_UNIT, seats: 29 },
    });
    await desk.attachAll(claimId);
    const { status, blockCount } = await desk.detail(claimId);
    expect({ status, blockCount }).toEqual({ status: 'DRAFT', blockCount: 1 });
  });

  it('takes the amount of the bureau’s document inside the range, and none outside', async () => {
    const { id, claimedFen } = await desk.submitted({ areaM2: 90, communities: 3 });
    expect([claimedFen, await statusOf(id)]).toEqual([0, [{ status: 'NEEDS_DECISION', fen: 0 }]]);
    expect(await refusal(desk.settle(id, { amountFen: 10_000_001 }))).toBe('AWARD_OUTSIDE_RANGE');
    expect(await refusal(desk.settle(id, { amountFen: 4_999_999 }))).toBe('AWARD_OUTSIDE_RANGE');
    const settled = await desk.settle(id, { amountFen: 8_000_000 });
    expect([settled.claimedFen, await statusOf(id)]).toEqual([
      8_000_000,
      [{ status: 'PAYABLE', fen: 8_000_000 }],
    ]);
    expect(await refusal(desk.settle(id, { amountFen: 9_000_000 }))).toBe('AWARD_NO_QUESTION');
    expect(await verified(id)).toBe(true);
    const decided = await world.decided(id);
    expect([decided.status, decided.decidedFen]).toEqual(['DECIDED', 8_000_000]);
    expect((await world.paid(id, 8_000_000)).status).toBe('PAID');
  });

  it('of 250 m² and six communities is tier 1 or 2 as the bureau confirms, and undecided until then', async () => {
    const { id } = await desk.submitted({ areaM2: 250, communities: 6 });
    await world.reviews.open(await world.as('reviewer'), id);
    const { version } = await desk.detail(id);
    const decide = world.decisions.decide(await world.as('leader'), {
      claimId: id,
      version,
      documentNumber: null,
      idempotencyKey: 'too-early',
    });
    expect(await refusal(decide)).toBe('AWARD_QUESTION_OPEN');
    expect(await refusal(desk.settle(id, { option: 'TIER_3' }))).toBe('AWARD_OPTION_UNKNOWN');
    expect((await desk.settle(id, { option: 'TIER_2' })).claimedFen).toBe(20_000_000);
  });

  it('that came back as a line is claimed once more with another paper, and held once in the ledger', async () => {
    const { id } = await desk.submitted({ areaM2: 180, communities: 4 });
    const projectId = await desk.projectId(id);
    const [line] = await world.lines(id);
    const decided = await world.decided(id, [{ line: line?.id ?? '', verdict: 'RETURNED' }]);
    expect(decided.statement).toMatchObject({ returnedFen: 20_000_000, decidedFen: 0 });
    await world.payments.close(await world.as('leader'), id);
    const again = await desk.open(projectId);
    const unchanged = await desk.detail(again);
    expect([unchanged.revision, unchanged.status, await statusOf(again)]).toEqual([
      2,
      'DRAFT',
      [{ status: 'NEEDS_DECISION', fen: 20_000_000 }],
    ]);
    const [, item] = await desk.documents(again);
    await desk.attach('officer', { entity: 'awardItem', entityId: item?.id ?? '', kind: 'OTHER' });
    await world.work();
    const mended = await desk.submit(again);
    expect([mended.status, mended.claimedFen]).toEqual(['SUBMITTED', 20_000_000]);
    await world.decided(again);
    await world.paid(again, 20_000_000);
    expect(
      await test.dataSource.query(
        'SELECT status, amount_fen AS fen FROM ledger_entry WHERE subject_id = ? ORDER BY id',
        [projectId],
      ),
    ).toEqual([
      { status: 'RETURNED', fen: 20_000_000 },
      { status: 'PAID', fen: 20_000_000 },
    ]);
  });

  it('is paid once: neither an application for the same project nor a row of the ledger holds it again', async () => {
    const { id } = await desk.submitted({ areaM2: 180, communities: 4 });
    const projectId = await desk.projectId(id);
    expect(await refusal(desk.open(projectId))).toBe('CLAIM_UNDER_WAY');
    await world.decided(id);
    await world.paid(id, 20_000_000);
    const again = await desk.open(projectId);
    await desk.enter(again, { areaM2: 400, communities: 8 });
    const { blockCount, status, revision } = await desk.detail(again);
    expect({ isBlocked: blockCount > 0, status, revision }).toEqual({
      isBlocked: true,
      status: 'DRAFT',
      revision: 2,
    });
    const copy = test.dataSource.query(
      `INSERT INTO ledger_entry (id, center_id, organization_id, program, subject_kind, subject_id, month, amount_fen,
         status, created_at) SELECT REVERSE(id), center_id, organization_id, program, subject_kind, subject_id, month,
         amount_fen, 'OPENING', created_at FROM ledger_entry WHERE subject_id = ?`,
      [projectId],
    );
    await expect(copy).rejects.toThrow('ux_ledger_entry_once');
  });

  it('stays out of the monthly claim, which neither claims nor takes back what it holds', async () => {
    await world.nothingOnPaper('2025-01');
    const draft = await world.draft('2025-04');
    expect(
      (await world.lines(draft.id)).filter(({ program }) => program.endsWith('award')),
    ).toEqual([]);
  });
});

describe('an award in a county that decides on paper', () => {
  it('takes the amount from the paper, inside the range and with its number, and closes with it', async () => {
    await test.dataSource.query(
      `UPDATE county SET settings = JSON_MERGE_PATCH(settings, '{"decidesOnPaper":true}') WHERE code = ?`,
      [world.world.countyCode],
    );
    const { id, version } = await desk.submitted({ areaM2: 90, communities: 3 });
    const attachmentId = await desk.attach('officer', {
      entity: 'claim',
      entityId: id,
      kind: 'DECISION',
    });
    const decide = async (
      amountFen: number | null,
      documentNumber: string | null = '涧民〔2025〕9号',
    ): Promise<string> =>
      await refusal(
        world.decisions.recordPaper(await world.as('owner'), {
          claimId: id,
          version,
          decidedOn: test.clock.today(),
          documentNumber,
          attachmentId,
          exceptions: [],
          released: [],
          refused: [],
          award: amountFen === null ? null : { amountFen: fen(amountFen) },
          idempotencyKey: newId(),
        }),
      );
    expect(await decide(null)).toBe('AWARD_OUTSIDE_RANGE');
    expect(await decide(10_000_001)).toBe('AWARD_OUTSIDE_RANGE');
    expect(await decide(7_000_000, ' ')).toBe('INPUT_INVALID');
    expect((await desk.detail(id)).status).toBe('SUBMITTED');
    expect(await decide(7_000_000)).toBe('done');
    await world.work();
    const { status, statement } = await desk.detail(id);
    expect(status).toBe('DECIDED');
    expect(statement).toMatchObject({
      source: 'PAPER',
      claimedFen: 7_000_000,
      decidedFen: 7_000_000,
    });
    expect(await verified(id)).toBe(true);
    // The amount came with this paper: annulled, the application is over, and its next revision asks again.
    const { version: decidedVersion } = await desk.detail(id);
    await test.app.get(AnnulmentService).annul(await world.as('owner'), {
      claimId: id,
      version: decidedVersion,
      reason: '金额录错',
      idempotencyKey: newId(),
    });
    expect((await desk.detail(id)).status).toBe('WITHDRAWN');
    const again = await desk.open(await desk.projectId(id));
    expect(await desk.submit(again)).toMatchObject({ revision: 2, status: 'SUBMITTED' });
    expect(await statusOf(again)).toEqual([{ status: 'NEEDS_DECISION', fen: 0 }]);
  });
});
