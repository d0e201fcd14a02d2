import type { INestApplicationContext } from '@nestjs/common';
import { AppError } from '@yibu/kernel';
import {
  auditHash,
  FieldCrypto,
  idempotent,
  JobQueue,
  JobRegistry,
  JobRunner,
  newId,
  UnitOfWork,
  type HashedEvent,
  type Scope,
} from '@yibu/platform';
import { setTimeout as pause } from 'node:timers/promises';

import { startServices, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

let test: TestApp<INestApplicationContext>;
let world: World;
let work: UnitOfWork;

beforeAll(async () => {
  test = await startServices();
  world = await World.create(test);
  work = test.app.get(UnitOfWork);
});
afterAll(async () => {
  await test.close();
});

const note = async (scope: Scope, text: string): Promise<void> => {
  await work.run(scope, async (tx) => {
    await pause(1);
    tx.audit({
      entity: 'center',
      entityId: world.centerId,
      centerId: world.centerId,
      action: 'note',
      changes: [{ field: 'text', from: null, to: text }],
    });
  });
};

interface EventRow extends Omit<HashedEvent, 'changes'> {
  readonly changes: string;
  readonly hash: string;
}

async function chain(): Promise<EventRow[]> {
  return await test.database.query<EventRow>(
    `SELECT id, chain_key AS chainKey, seq, at, user_id AS userId, action, entity, entity_id AS entityId, changes, reason,
       prev_hash AS prevHash, hash FROM audit_event WHERE chain_key = ? ORDER BY seq`,
    [world.centerId],
  );
}

describe('the tripwire on every statement of the product', () => {
  const found = async (sql: string, values: readonly (string | readonly string[])[]) => {
    const { id } = await world.user('CENTER_MANAGER');
    await work.read(await world.scopeOf(id)).rows(sql, values);
    return test.watch.take();
  };

  it('catches one that reads residents of any center, and lets the same one pass that names the center', async () => {
    const [finding, ...more] = await found('SELECT id FROM resident WHERE id = ?', [newId()]);
    expect(finding).toMatch(/^no center is named for resident: SELECT id FROM resident/);
    expect(more).toEqual([]);
    const named = 'SELECT id FROM resident WHERE id = ? AND center_id IN (?)';
    expect(await found(named, [newId(), [world.centerId]])).toEqual([]);
  });

  it('catches a value that was written into the statement', async () => {
    const written = `SELECT id FROM resident WHERE name = '周一' AND center_id IN (?)`;
    expect(await found(written, [[world.centerId]])).toEqual([
      expect.stringMatching(/^a value inside the statement/),
    ]);
  });
});

describe('the audit trail', () => {
  it('is one unbroken chain, also when twelve people write at once', async () => {
    const manager = await world.user('CENTER_MANAGER');
    await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        await note(await world.scopeOf(manager.id), `第${index}条`);
      }),
    );
    const events = await chain();
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    let previous = '0'.repeat(64);
    for (const event of events) {
      expect(event.prevHash).toBe(previous);
      const changes = JSON.parse(event.changes) as HashedEvent['changes'];
      expect(auditHash({ ...event, changes })).toBe(event.hash);
      previous = event.hash;
    }
  });

  it('keeps nothing of a deed that was rolled back', async () => {
    const before = (await chain()).length;
    const scope = await world.as('CENTER_MANAGER');
    const refused = work.run(scope, (tx) => {
      tx.audit({
        entity: 'center',
        entityId: world.centerId,
        centerId: world.centerId,
        action: 'note',
      });
      return Promise.reject(new AppError('NOT_FOUND', 'refused after writing'));
    });
    await expect(refused).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await chain()).toHaveLength(before);
  });
});

describe('a unit of work', () => {
  it('starts again when the database picks it as deadlock victim, and both finish', async () => {
    const [a, b] = [await world.center(), await world.center()];
    const owner = await world.user('OPERATOR_OWNER');
    let runs = 0;
    const bump = async (first: string, second: string): Promise<void> => {
      await work.run(await world.scopeOf(owner.id), async (tx) => {
        runs += 1;
        await tx.execute('UPDATE center SET version = version + 1 WHERE id = ?', [first]);
        await pause(80);
        await tx.execute('UPDATE center SET version = version + 1 WHERE id = ?', [second]);
      });
    };
    await Promise.all([bump(a, b), bump(b, a)]);
    const rows = await test.database.query<{ version: number }>(
      'SELECT version FROM center WHERE id IN (?)',
      [[a, b]],
    );
    expect(runs).toBeGreaterThan(2);
    expect(rows.map(({ version }) => version)).toEqual([3, 3]);
  });

  it('does not nest', async () => {
    const scope = await world.as('CENTER_MANAGER');
    const nested = work.run(scope, async () => {
      await work.run(scope, async () => await Promise.resolve());
    });
    await expect(nested).rejects.toThrow('one transaction open at a time');
  });
});

describe('a retried request', () => {
  it('has one effect and one answer, also when twenty arrive at once', async () => {
    const owner = await world.user('OPERATOR_OWNER');
    const key = newId();
    const send = async (input: string): Promise<string> =>
      await work.run(
        await world.scopeOf(owner.id),
        async (tx) =>
          await idempotent(tx, { key, operation: 'test', input }, async () => {
            await tx.execute('UPDATE center SET phone = COALESCE(phone, 0) + 1 WHERE id = ?', [
              world.centerId,
            ]);
            return newId();
          }),
      );
    const answers = await Promise.all(Array.from({ length: 20 }, async () => await send('same')));
    expect(new Set(answers).size).toBe(1);
    const [center] = await test.database.query<{ phone: string }>(
      'SELECT phone FROM center WHERE id = ?',
      [world.centerId],
    );
    expect(center?.phone).toBe('1');
    await expect(send('another')).rejects.toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
  });
});

describe('a sealed field', () => {
  const number = '999999194005060021';

  it('opens in its own place only, and never stands in the database as text', async () => {
    const crypto = test.app.get(FieldCrypto);
    const place = {
      countyCode: world.countyCode,
      table: 'resident',
      column: 'id_number',
      rowId: newId(),
    };
    const sealed = await crypto.encrypt(place, number);
    expect(await crypto.decrypt(place, sealed)).toBe(number);
    expect(sealed.includes(Buffer.from(number))).toBe(false);
    await expect(crypto.decrypt({ ...place, rowId: newId() }, sealed)).rejects.toThrow(
      'unable to authenticate',
    );
    await expect(crypto.decrypt({ ...place, column: 'phone' }, sealed)).rejects.toThrow(
      'unable to authenticate',
    );
  });

  it('is found by a blind index that another county computes differently', async () => {
    const crypto = test.app.get(FieldCrypto);
    const rival = await World.create(test);
    const [own, again, theirs] = [
      await crypto.blindIndex(world.countyCode, 'id_number', number),
      await crypto.blindIndex(world.countyCode, 'id_number', number),
      await crypto.blindIndex(rival.countyCode, 'id_number', number),
    ];
    expect(own.equals(again)).toBe(true);
    expect(own.equals(theirs)).toBe(false);
  });
});

describe('long work', () => {
  const enqueue = async (kind: string): Promise<string> =>
    await work.run(
      await world.as('CENTER_MANAGER'),
      async (tx) =>
        await test.app.get(JobQueue).enqueue(tx, { kind, centerId: world.centerId, payload: {} }),
    );
  const statusOf = async (id: string): Promise<string | undefined> =>
    (await test.database.query<{ status: string }>('SELECT status FROM job WHERE id = ?', [id]))[0]
      ?.status;

  it('whose worker died is taken again when its lease ran out, and has its effect once', async () => {
    let effects = 0;
    test.app.get(JobRegistry).register('test.once', async (context) => {
      await work.run(context.scope, async (tx) => {
        effects += 1;
        await context.finish(tx, { done: true });
      });
    });
    const id = await enqueue('test.once');
    // A worker took it and was killed.
    await test.database.run(
      `UPDATE job SET status = 'RUNNING', lease_token = ?, leased_until = ?, attempts = 1 WHERE id = ?`,
      [newId(), new Date(test.clock.now().getTime() + 20_000), id],
    );
    const runner = test.app.get(JobRunner);
    expect(await runner.runOne('test.once')).toBe(false);
    test.clock.set(new Date(test.clock.now().getTime() + 20_001));
    expect(await runner.runOne('test.once')).toBe(true);
    expect([effects, await statusOf(id)]).toEqual([1, 'DONE']);
  });

  it('that was taken over cannot be finished by the worker that lost it', async () => {
    let hasCommitted = false;
    test.app.get(JobRegistry).register('test.lost', async (context) => {
      await test.database.run('UPDATE job SET lease_token = ? WHERE id = ?', [
        newId(),
        context.jobId,
      ]);
      await work.run(context.scope, async (tx) => {
        await context.finish(tx, null);
      });
      hasCommitted = true;
    });
    const id = await enqueue('test.lost');
    await test.app.get(JobRunner).runOne('test.lost');
    expect([hasCommitted, await statusOf(id)]).toEqual([false, 'RUNNING']);
  });

  it('that has cost five workers their life is not given to a sixth, and says so', async () => {
    let runs = 0;
    test.app.get(JobRegistry).register('test.deadly', () => Promise.resolve((runs += 1)));
    const id = await enqueue('test.deadly');
    await test.database.run(
      `UPDATE job SET status = 'RUNNING', attempts = 5, lease_token = 'gone', leased_until = '2020-01-01' WHERE id = ?`,
      [id],
    );
    while (await test.app.get(JobRunner).runOne('test.deadly')) {
      // until nothing is left
    }
    const [job] = await test.database.query<{ status: string; errorCode: string }>(
      'SELECT status, error_code AS errorCode FROM job WHERE id = ?',
      [id],
    );
    expect([job, runs]).toEqual([{ status: 'FAILED', errorCode: 'JOB_WORKER_LOST' }, 0]);
  });

  it('fails with the code that its author reads, without being tried again', async () => {
    test.app
      .get(JobRegistry)
      .register('test.refused', () =>
        Promise.reject(new AppError('SHEET_UNREADABLE', 'no rows', { reason: 'EMPTY' })),
      );
    const id = await enqueue('test.refused');
    await test.app.get(JobRunner).runOne('test.refused');
    const [job] = await test.database.query<{ status: string; errorCode: string }>(
      'SELECT status, error_code AS errorCode FROM job WHERE id = ?',
      [id],
    );
    expect(job).toEqual({ status: 'FAILED', errorCode: 'SHEET_UNREADABLE' });
  });
});
