import type { INestApplicationContext } from '@nestjs/common';
import { EvidenceService, SampleService } from '@yibu/claim';
import { verifySample } from '@yibu/filing';
import { yearMonth } from '@yibu/kernel';
import { HistoryRegistry, newId, UnitOfWork, type Scope } from '@yibu/platform';

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

async function submitted(): Promise<{ world: ClaimWorld; claimId: string }> {
  test.clock.setDay('2025-05-03');
  const world = await ClaimWorld.create(test, { makesPackages: true });
  await world.nothingOnPaper('2025-01');
  for (const [bed, name] of ['周一', '周二', '周三', '周四'].entries()) {
    await world.resident({ from: '2025-01-10', level: 4, name, bed });
  }
  return { world, claimId: (await world.submitted('2025-04')).id };
}

const samples = (): SampleService => test.app.get(SampleService);

const request = (key: string, size = 2) => ({
  period: yearMonth('2025-04'),
  method: 'RANDOM' as const,
  size,
  seed: '073115',
  centerIds: [],
  idempotencyKey: key,
});

interface ItemRow {
  readonly id: string;
  readonly claimId: string;
  readonly name: string;
  readonly subjectId: string;
}

const itemsOf = async (sampleId: string): Promise<ItemRow[]> =>
  await test.dataSource.query(
    `SELECT id, claim_id AS claimId, subject_name AS name, subject_id AS subjectId FROM claim_sample_item
     WHERE sample_id = ? ORDER BY seq`,
    [sampleId],
  );

describe('a drawn list', () => {
  it('comes out the same when drawn again, here and from its file alone', async () => {
    const { world } = await submitted();
    const key = newId();
    const id = await samples().draw(await world.as('reviewer'), request(key));
    expect(await samples().draw(await world.as('reviewer'), request(key))).toBe(id);
    const second = await samples().draw(await world.as('reviewer'), request(newId()));
    const names = async (sampleId: string): Promise<string[]> =>
      (await itemsOf(sampleId)).map(({ name }) => name);
    expect(await names(second)).toEqual(await names(id));
    expect(await samples().redraw(await world.as('leader'), id)).toMatchObject({
      isSame: true,
      isPopulationSame: true,
      drawn: [1, 2],
    });
    const file = await samples().file(await world.as('leader'), id);
    expect(verifySample(JSON.stringify(file)).verified).toBe(true);
    expect(JSON.stringify(file)).not.toContain('周');
  });

  it('shows its history to every bureau of its county, whichever drew it, and to no other', async () => {
    const { world } = await submitted();
    const id = await samples().draw(await world.as('reviewer'), request(newId()));
    const isShared = async (scope: Scope): Promise<boolean> =>
      await test.app
        .get(HistoryRegistry)
        .isShared(test.app.get(UnitOfWork).read(scope), 'claimSample', id);
    expect(await isShared(await world.as('finance'))).toBe(true);
    const elsewhere = await ClaimWorld.create(test);
    expect(await isShared(await elsewhere.as('finance'))).toBe(false);
  });

  it('is nobody’s to change, and draws neither more people than there are nor from nothing', async () => {
    const { world } = await submitted();
    const id = await samples().draw(await world.as('reviewer'), request(newId()));
    await expect(
      test.dataSource.query('UPDATE claim_sample SET seed = ? WHERE id = ?', ['1', id]),
    ).rejects.toThrow('append-only');
    expect(await outcome(samples().draw(await world.as('reviewer'), request(newId(), 5)))).toBe(
      'INPUT_INVALID',
    );
    const other = { ...request(newId()), period: yearMonth('2025-03') };
    expect(await outcome(samples().draw(await world.as('reviewer'), other))).toBe('SAMPLE_EMPTY');
  });
});

describe('what an inspection finds', () => {
  it('stands beside the line, and keeps an absent person out of every bulk acceptance', async () => {
    const { world, claimId } = await submitted();
    const reviewer = await world.as('reviewer');
    const id = await samples().draw(reviewer, request(newId()));
    const [absent, present] = await itemsOf(id);
    const record = async (itemId: string, result: 'PRESENT' | 'ABSENT', note?: string) =>
      await outcome(
        samples().record(await world.as('reviewer'), {
          itemId,
          result,
          ...(note === undefined ? {} : { note }),
        }),
      );
    expect(await record(absent?.id ?? '', 'ABSENT')).toBe('INPUT_INVALID');
    expect(await record(absent?.id ?? '', 'ABSENT', '上午八点不在床位')).toBe('done');
    expect(await record(present?.id ?? '', 'PRESENT')).toBe('done');
    await world.reviews.open(await world.as('reviewer'), claimId);
    await world.reviews.acceptLines(await world.as('reviewer'), { claimId, exceptLineIds: [] });
    const claim = await world.claims.detail(await world.as('reviewer'), claimId);
    expect(claim.openLineCount).toBe(4);
    const line = (await world.lines(claimId)).find(({ name }) => name === absent?.name);
    const evidence = await test.app
      .get(EvidenceService)
      .of(await world.as('reviewer'), line?.id ?? '');
    expect(evidence.inspection).toMatchObject({ result: 'ABSENT', note: '上午八点不在床位' });
  });

  it('marks the month of a claim on whose day nobody was found, and says nothing of those who were', async () => {
    const { world, claimId } = await submitted();
    const id = await samples().draw(await world.as('reviewer'), request(newId()));
    const [absent, present] = await itemsOf(id);
    for (const [item, result] of [
      [absent, 'ABSENT'],
      [present, 'PRESENT'],
    ] as const) {
      await samples().record(await world.as('reviewer'), {
        itemId: item?.id ?? '',
        result,
        note: '上午八点点名',
      });
    }
    test.clock.setDay('2025-06-03');
    const may = await world.draft('2025-05');
    const found = async (claim: string): Promise<unknown> =>
      await test.dataSource.query(
        `SELECT subject_name AS name, severity FROM claim_check WHERE claim_id = ? AND code = 'X04'`,
        [claim],
      );
    expect(await found(may.id)).toEqual([{ name: absent?.name, severity: 'WARN' }]);
    expect(await found(claimId)).toEqual([]);
  });
});
