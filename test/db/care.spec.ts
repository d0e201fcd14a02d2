import type { INestApplicationContext } from '@nestjs/common';
import { CareService, serviceFacts } from '@yibu/care';
import { fen, localDate } from '@yibu/kernel';
import { newId, UnitOfWork } from '@yibu/platform';
import { StaffService, staffFacts } from '@yibu/staff';

import { startServices, type TestApp } from '../support/app.js';
import { insertResident } from '../support/residents.js';
import { World } from '../support/world.js';

let test: TestApp<INestApplicationContext>;
let world: World;
let care: CareService;
let staff: StaffService;

beforeAll(async () => {
  test = await startServices();
  world = await World.create(test);
  care = test.app.get(CareService);
  staff = test.app.get(StaffService);
});
afterAll(async () => {
  await test.close();
});

const visit = (residentIds: readonly string[], overrides: object = {}) => ({
  centerId: world.centerId,
  residentIds: [...residentIds],
  type: 'CLEANING' as const,
  onDate: localDate('2026-06-10'),
  minutes: 60,
  valueFen: fen(2500),
  opId: newId(),
  ...overrides,
});

async function factsOf(): Promise<string[]> {
  const db = test.app.get(UnitOfWork).read(await world.as('CENTER_MANAGER'));
  const days = { from: localDate('2026-06-01'), until: localDate('2026-07-01') };
  return (await serviceFacts(db, world.centerId, days)).map(({ person }) => person);
}

describe('a service record', () => {
  it('that a phone sends twice is kept once, also when both arrive together', async () => {
    const resident = await insertResident(test, world);
    const input = visit([resident]);
    const nurse = await world.user('NURSE');
    const counts = await Promise.all(
      [1, 2, 3].map(async () => await care.record(await world.scopeOf(nurse.id), input)),
    );
    expect(counts.reduce((a, b) => a + b, 0)).toBe(1);
    expect((await factsOf()).filter((person) => person === resident)).toHaveLength(1);
  });

  it('without a named carer is kept as such', async () => {
    const resident = await insertResident(test, world);
    const nurse = await world.as('NURSE');
    expect(await care.record(nurse, { ...visit([resident]), staffId: null })).toBe(1);
    expect(await factsOf()).toContain(resident);
  });

  it('is not written for a day that has not come, for the dead, or by someone who has left', async () => {
    const [living, dead] = [
      await insertResident(test, world),
      await insertResident(test, world, { diedOn: '2026-06-09' }),
    ];
    const nurse = await world.as('NURSE');
    await expect(
      care.record(nurse, visit([living], { onDate: localDate('2026-06-16') })),
    ).rejects.toMatchObject({ fields: [{ path: 'onDate', rule: 'isNotFuture' }] });
    await expect(care.record(nurse, visit([living, dead]))).rejects.toMatchObject({
      code: 'SERVICE_AFTER_DEATH',
    });
    const left = await staff.create(await world.as('CENTER_MANAGER'), {
      centerId: world.centerId,
      name: '赵前任',
      sex: 'F',
      post: 'CAREGIVER',
      fromOn: localDate('2025-01-01'),
      untilOn: localDate('2026-06-10'),
    });
    await expect(care.record(nurse, visit([living], { staffId: left.id }))).rejects.toMatchObject({
      code: 'STAFF_NOT_EMPLOYED',
    });
    expect((await factsOf()).filter((person) => person === living)).toHaveLength(0);
  });

  it('is voided with a reason and then no longer a fact', async () => {
    const resident = await insertResident(test, world);
    await care.record(await world.as('NURSE'), visit([resident]));
    const [row] = await test.database.query<{ id: string }>(
      'SELECT id FROM service_record WHERE resident_id = ?',
      [resident],
    );
    const id = row?.id ?? '';
    expect(await care.void(await world.as('NURSE'), id, '记错了人')).toBe(true);
    expect(await care.void(await world.as('NURSE'), id, '再来一次')).toBe(false);
    expect(await factsOf()).not.toContain(resident);
  });

  it('of another operator does not exist', async () => {
    const rival = await World.create(test);
    const resident = await insertResident(test, rival);
    await expect(care.record(await world.as('NURSE'), visit([resident]))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a certificate', () => {
  it('of food health is a fact until the day after its yearly end', async () => {
    const manager = await world.user('CENTER_MANAGER');
    const member = await staff.create(await world.scopeOf(manager.id), {
      centerId: world.centerId,
      name: '钱厨师',
      sex: 'M',
      post: 'COOK',
      fromOn: localDate('2025-01-01'),
    });
    await staff.addCertificate(await world.scopeOf(manager.id), {
      staffId: member.id,
      type: 'HEALTH_FOOD',
      issuedOn: localDate('2025-08-01'),
      validityKind: 'ANNUAL_CHECK',
    });
    const facts = await staffFacts(
      test.app.get(UnitOfWork).read(await world.as('CENTER_MANAGER')),
      world.centerId,
    );
    expect(facts.find(({ id }) => id === member.id)?.certificates).toEqual([
      { type: 'HEALTH_FOOD', level: null, from: '2025-08-01', until: '2026-08-02' },
    ]);
  });

  it('corrected by two people at once is corrected once', async () => {
    const manager = await world.user('CENTER_MANAGER');
    const member = await staff.create(await world.scopeOf(manager.id), {
      centerId: world.centerId,
      name: '孙护士',
      sex: 'F',
      post: 'NURSE',
      fromOn: localDate('2025-01-01'),
    });
    const certificate = await staff.addCertificate(await world.scopeOf(manager.id), {
      staffId: member.id,
      type: 'NURSE',
      issuedOn: localDate('2024-01-01'),
      validityKind: 'FIXED',
      validUntil: localDate('2028-12-31'),
    });
    const correct = async (validUntil: string) =>
      await staff.correctCertificate(await world.scopeOf(manager.id), {
        id: certificate.id,
        version: certificate.version,
        type: 'NURSE',
        issuedOn: localDate('2024-01-01'),
        validityKind: 'FIXED',
        validUntil: localDate(validUntil),
        reason: '证书到期日录错',
      });
    const results = await Promise.allSettled([correct('2029-01-01'), correct('2029-02-01')]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'STALE_VERSION' },
    });
  });
});
