import type { INestApplicationContext } from '@nestjs/common';
import { CallPhoneService, CallService, SampleService } from '@yibu/claim';
import { fen, localDate, yearMonth } from '@yibu/kernel';
import { newId } from '@yibu/platform';
import { PersonalData } from '@yibu/resident';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';
import { RegistryWorld } from '../support/registry-desk.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

const calls = (): CallService => test.app.get(CallService);

async function submitted(): Promise<{ world: ClaimWorld; claimId: string; residentIds: string[] }> {
  test.clock.setDay('2025-05-03');
  const world = await ClaimWorld.create(test, { beds: 4 });
  await world.nothingOnPaper('2025-01');
  const residentIds: string[] = [];
  for (const [bed, name] of ['周一', '周二', '周三'].entries()) {
    residentIds.push(
      (await world.resident({ from: '2025-01-10', level: 4, name, bed })).residentId,
    );
  }
  return { world, claimId: (await world.submitted('2025-04')).id, residentIds };
}

const queueOf = async (
  claimId: string,
): Promise<{ id: string; name: string; version: number; subjectId: string }[]> =>
  await test.dataSource.query(
    `SELECT id, subject_name AS name, version, subject_id AS subjectId FROM callback_call WHERE claim_id = ?
     ORDER BY subject_name`,
    [claimId],
  );

const draw = (percent = 50) => ({
  period: yearMonth('2025-04'),
  program: 'bed-subsidy',
  percent,
  seed: '0731',
  idempotencyKey: newId(),
});

describe('people to call', () => {
  it('are drawn as a share of a program by a draw that comes out the same again, and stand on the list once', async () => {
    const { world, claimId } = await submitted();
    expect(await calls().draw(await world.as('reviewer'), draw())).toBe(2);
    const [sample] = await test.dataSource.query(
      'SELECT id, purpose, program, population_count AS people FROM claim_sample WHERE county_code = ?',
      [world.world.countyCode],
    );
    expect(sample).toMatchObject({ purpose: 'CALL', program: 'bed-subsidy', people: 3 });
    const again = await test.app.get(SampleService).redraw(await world.as('leader'), sample.id);
    expect(again).toMatchObject({ isSame: true, isPopulationSame: true });
    const lineIds = (await world.lines(claimId))
      .filter(({ status }) => status === 'PAYABLE')
      .map(({ id }) => id);
    expect(await calls().queueLines(await world.as('reviewer'), lineIds)).toBe(1);
    expect(await calls().queueSample(await world.as('reviewer'), sample.id)).toBe(0);
    expect(await queueOf(claimId)).toHaveLength(3);
    expect(
      await outcome(calls().draw(await world.as('reviewer'), { ...draw(), program: 'meal-award' })),
    ).toBe('CALL_POPULATION_EMPTY');
  });

  it('are called at numbers that only this bureau opens, each look on record, while the call is open', async () => {
    const { world, claimId, residentIds } = await submitted();
    const other = await ClaimWorld.create(test, { beds: 2 });
    await calls().draw(await world.as('reviewer'), draw(100));
    const call = (await queueOf(claimId)).find(({ subjectId }) => subjectId === residentIds[0]);
    const id = call?.id ?? '';
    const phones = test.app.get(CallPhoneService);
    const reveal = async (who: ClaimWorld, as: 'reviewer' | 'owner') =>
      await outcome(phones.reveal(await who.as(as), id));
    expect(await reveal(world, 'reviewer')).toBe('CALL_NO_PHONE');
    const sealed = await test.app
      .get(PersonalData)
      .seal(
        world.world.countyCode,
        { table: 'resident', column: 'phone', rowId: residentIds[0] ?? '' },
        '13900000001',
      );
    await test.dataSource.query('UPDATE resident SET phone_cipher = ? WHERE id = ?', [
      sealed,
      residentIds[0],
    ]);
    expect(await phones.reveal(await world.as('reviewer'), id)).toEqual([
      { name: '周一', relation: 'SELF', phone: '13900000001' },
    ]);
    expect(await reveal(other, 'reviewer')).toBe('NOT_FOUND');
    expect(await reveal(world, 'owner')).toBe('NOT_FOUND');
    const [looked] = await test.dataSource.query(
      `SELECT COUNT(*) AS n, MAX(center_id) AS center FROM audit_event
       WHERE entity = 'callback' AND entity_id = ? AND action = 'revealPhone'`,
      [id],
    );
    expect(Number(looked.n)).toBe(1);
    expect(looked.center).toBeNull();
  });
});

describe('what comes of a call', () => {
  it('is tried again on a day, then answered once; a contradiction stands beside the open line for the bureau alone', async () => {
    const { world, claimId } = await submitted();
    const registry = new RegistryWorld(test, world);
    await calls().draw(await world.as('reviewer'), draw(100));
    const [call] = await queueOf(claimId);
    const record = async (more: object): Promise<string> => {
      const version = (await queueOf(claimId)).find(({ id }) => id === call?.id)?.version ?? 0;
      const base = { callId: call?.id ?? '', version };
      return await outcome(
        calls().record(await world.as('reviewer'), { ...base, ...more } as never),
      );
    };
    expect(await record({ outcome: 'NO_ANSWER' })).toBe('INPUT_INVALID');
    expect(await record({ outcome: 'REFUSED' })).toBe('INPUT_INVALID');
    expect(await record({ outcome: 'NO_ANSWER', nextOn: localDate('2025-05-05') })).toBe('done');
    expect(await record({ outcome: 'REACHED', rendered: 'YES', askedMoney: 'YES' })).toBe(
      'INPUT_INVALID',
    );
    const answer = {
      outcome: 'REACHED',
      rendered: 'PARTLY',
      askedMoney: 'YES',
      moneyFen: fen(5000),
      note: '只来过一次',
    };
    expect(await record(answer)).toBe('done');
    expect(await record(answer)).toBe('CALL_SETTLED');
    await world.work();
    const matches = await registry.matches.list(await world.as('reviewer'), claimId);
    expect(matches.map(({ code, subjectName }) => `${code} ${subjectName}`)).toContain(
      `X05 ${call?.name}`,
    );
    expect(matches[0]?.call).toMatchObject({ rendered: 'PARTLY', moneyFen: 5000 });
    expect(await registry.findings(claimId)).toEqual([]);
    await world.reviews.open(await world.as('reviewer'), claimId);
    await world.reviews.acceptLines(await world.as('reviewer'), { claimId, exceptLineIds: [] });
    const detail = await world.claims.detail(await world.as('reviewer'), claimId);
    expect(detail.openLineCount).toBe(matches.length);
    const seen = await world.claims.detail(await world.as('owner'), claimId);
    expect(JSON.stringify(seen)).not.toContain('只来过一次');
  });
});
