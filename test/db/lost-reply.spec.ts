import type { INestApplicationContext } from '@nestjs/common';
import { RosterService, StayService } from '@yibu/bed';
import { fen, localDate } from '@yibu/kernel';
import { JobRunner, newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';
import { person, RosterDesk } from '../support/roster-desk.js';
import { OVERRIDES } from '../support/bed-world.js';

jest.setTimeout(60_000);

/** Something that must happen once: sent with a key, and sent again because the answer never came. */
interface Deed {
  /** Sends it; `other` sends the same key with another input. */
  readonly send: (key: string, isOther?: boolean) => Promise<unknown>;
  /** How often it has happened. */
  readonly effects: () => Promise<number>;
}

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
beforeEach(() => {
  test.clock.setDay('2025-05-03');
});
afterAll(async () => {
  await test.close();
});

const count = async (sql: string, id: string): Promise<number> => {
  const [row] = await test.database.query<{ n: number }>(sql, [id]);
  return Number(row?.n);
};

/** April of one resident, worth 1,200 yuan, in draft. */
async function april(): Promise<{ world: ClaimWorld; claimId: string; version: number }> {
  const world = await ClaimWorld.create(test);
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  const draft = await world.draft('2025-04');
  return { world, claimId: draft.id, version: draft.version };
}

const DEEDS: Readonly<Record<string, () => Promise<Deed>>> = {
  'the submission of a claim': async () => {
    const { world, claimId, version } = await april();
    return {
      send: async (idempotencyKey, isOther = false) =>
        await world.submit.submit(await world.as('owner'), {
          claimId,
          version: isOther ? version + 1 : version,
          idempotencyKey,
        }),
      effects: async () =>
        (await count('SELECT COUNT(*) AS n FROM ledger_entry WHERE claim_id = ?', claimId)) / 4,
    };
  },
  'a payment': async () => {
    const { world, claimId, version } = await april();
    const idempotencyKey = newId();
    await world.submit.submit(await world.as('owner'), { claimId, version, idempotencyKey });
    await world.decided(claimId);
    return {
      send: async (key, isOther = false) =>
        await world.payments.record(
          await world.as('leader'),
          {
            claimId,
            amountFen: fen(isOther ? 60_001 : 60_000),
            paidOn: localDate('2025-05-03'),
            receiptNumber: 'V-1',
            attachmentId: null,
            idempotencyKey: key,
          },
          'BUREAU',
        ),
      effects: async () =>
        await count('SELECT COUNT(*) AS n FROM payment WHERE claim_id = ?', claimId),
    };
  },
  'an admission': async () => {
    const world = await ClaimWorld.create(test);
    const residentId = await world.house.resident();
    return {
      send: async (idempotencyKey, isOther = false) =>
        await test.app.get(StayService).admit(await world.as('manager'), {
          centerId: world.world.centerId,
          residentId,
          bedId: world.house.bed(isOther ? 1 : 0),
          on: test.clock.today(),
          overrides: OVERRIDES,
          idempotencyKey,
        }),
      effects: async () =>
        await count('SELECT COUNT(*) AS n FROM stay WHERE resident_id = ?', residentId),
    };
  },
  'the acceptance of a roster': async () => {
    const { world } = await ClaimWorld.create(test);
    const manager = (await world.user('CENTER_MANAGER')).id;
    const rows = [person(0, { 入住日期: '2025.3.1' }), person(1, { 入住日期: '2025.3.1' })];
    const list = await new RosterDesk(test).checked(world, rows);
    return {
      send: async (idempotencyKey, isOther = false) => {
        const { id, version } = list;
        const done = await test.app.get(RosterService).startAccept(await world.scopeOf(manager), {
          importId: id,
          version,
          mode: isOther ? 'ALL_OR_NOTHING' : 'GOOD_ROWS',
          changedRows: [],
          idempotencyKey,
        });
        return done.id;
      },
      effects: async () => {
        while (await test.app.get(JobRunner).runOne()) {
          // until the worker has nothing left
        }
        const people = 'SELECT COUNT(*) AS n FROM resident WHERE center_id = ?';
        expect(await count(people, world.centerId)).toBe(2);
        return await count(
          `SELECT COUNT(*) AS n FROM job WHERE center_id = ? AND kind = 'roster-accept'`,
          world.centerId,
        );
      },
    };
  },
};

describe.each(Object.entries(DEEDS))('%s', (_name, prepare) => {
  it('happens once when its answer was lost: the second time gives the same answer', async () => {
    const deed = await prepare();
    const key = newId();
    const lost = await deed.send(key);
    const answer = await deed.send(key);
    expect(answer).toEqual(lost);
    expect(await deed.effects()).toBe(1);
    expect(await outcome(deed.send(key, true))).toBe('IDEMPOTENCY_KEY_REUSED');
    expect(await deed.send(key)).toEqual(lost);
    expect(await deed.effects()).toBe(1);
  });

  it('happens once when it is sent twice at the same moment, and both get the answer', async () => {
    const deed = await prepare();
    const key = newId();
    const [one, other] = await Promise.all([deed.send(key), deed.send(key)]);
    expect(other).toEqual(one);
    expect(await deed.effects()).toBe(1);
  });
});
