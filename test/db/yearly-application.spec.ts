import type { INestApplicationContext } from '@nestjs/common';
import { GradeService } from '@yibu/center';
import { FilingService } from '@yibu/claim';
import { verifyFiling } from '@yibu/filing';
import { localDate } from '@yibu/kernel';
import { AttachmentService, newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';

jest.setTimeout(120_000);

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
  test.clock.setDay('2026-01-12');
});

afterAll(async () => {
  await test.close();
});

type Detail = Awaited<ReturnType<ClaimWorld['draft']>>;

async function settled(): Promise<ClaimWorld> {
  const world = await ClaimWorld.create(test, { makesPackages: true });
  await world.nothingOnPaper('2025-01');
  return world;
}

async function applied(world: ClaimWorld): Promise<Detail> {
  const { claimId } = await world.prepare.prepareYearly(await world.as('officer'), {
    centerId: world.world.centerId,
    program: 'operating-subsidy',
    year: '2025',
    idempotencyKey: newId(),
  });
  await world.work();
  return await world.claims.detail(await world.as('owner'), claimId);
}

async function graded(world: ClaimWorld): Promise<string> {
  const grade = await test.app.get(GradeService).add(await world.as('owner'), {
    centerId: world.world.centerId,
    scheme: 'yangcheng-comprehensive',
    grade: '2',
    issuer: '虚构县民政局',
    fromOn: localDate('2025-01-01'),
  });
  return grade.id;
}

const evidence = async (world: ClaimWorld, gradeId: string): Promise<void> => {
  await test.app.get(AttachmentService).add(await world.as('owner'), {
    centerId: world.world.centerId,
    entity: 'centerGrade',
    entityId: gradeId,
    kind: 'OTHER',
    fileName: '评估级别证明.pdf',
    bytes: Buffer.from('%PDF-1.4 grade'),
  });
};

const blocks = async (claim: Detail): Promise<string[]> => {
  const rows = await test.dataSource.query<{ code: string }[]>(
    `SELECT code FROM claim_check WHERE claim_id = ? AND severity = 'BLOCK' ORDER BY code`,
    [claim.id],
  );
  return rows.map(({ code }) => code);
};

async function submit(world: ClaimWorld, claim: Detail): Promise<string> {
  try {
    const outcome = await world.submit.submit(await world.as('owner'), {
      claimId: claim.id,
      version: claim.version,
      idempotencyKey: newId(),
    });
    return 'number' in outcome ? 'submitted' : 'checks' in outcome ? 'blocked' : 'drifted';
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
}

const held = async (world: ClaimWorld): Promise<number> => {
  const [row] = await test.dataSource.query<{ fen: string }[]>(
    `SELECT COALESCE(SUM(amount_fen), 0) AS fen FROM ledger_entry WHERE center_id = ? AND program = 'operating-subsidy'
     AND status NOT IN ('RETURNED', 'WITHDRAWN')`,
    [world.world.centerId],
  );
  return Number(row?.fen);
};

describe('the operating subsidy of a year, applied for by itself', () => {
  it('waits for the evaluated grade and its evidence, then files both', async () => {
    const world = await settled();
    expect(await blocks(await applied(world))).toEqual(['F08', 'F10']);
    const gradeId = await graded(world);
    expect(await blocks(await applied(world))).toEqual(['F11']);
    await evidence(world, gradeId);
    const ready = await applied(world);
    expect([ready.status, ready.claimedFen]).toEqual(['CHECKED', 5_000_000]);
    expect(await submit(world, ready)).toBe('submitted');
    await world.work();
    const { bytes } = await test.app
      .get(FilingService)
      .open(await world.as('owner'), ready.id, 'zh-CN');
    expect((await verifyFiling(bytes)).verified).toBe(true);
  });

  it('is not claimed again by the month of December, nor the other way round', async () => {
    const world = await settled();
    await evidence(world, await graded(world));
    expect(await submit(world, await applied(world))).toBe('submitted');
    const december = await world.draft('2025-12');
    expect(await world.payable(december.id)).toEqual([]);
    expect(await held(world)).toBe(5_000_000);

    const other = await settled();
    await evidence(other, await graded(other));
    expect(await submit(other, await other.draft('2025-12'))).toBe('submitted');
    const late = await applied(other);
    expect([late.claimedFen, await blocks(late)]).toEqual([0, ['F08']]);
  });

  it('enters the ledger once when both are computed and submitted at the same moment', async () => {
    const world = await settled();
    await evidence(world, await graded(world));
    const rivals = [await applied(world), await world.draft('2025-12')];
    const outcomes = await Promise.all(rivals.map(async (claim) => await submit(world, claim)));
    expect(outcomes.filter((outcome) => outcome === 'submitted')).toHaveLength(1);
    expect(await held(world)).toBe(5_000_000);
  });
});
