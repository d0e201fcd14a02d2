import type { INestApplicationContext } from '@nestjs/common';
import { MessageService } from '@yibu/claim';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
});
afterAll(async () => {
  await test.close();
});

describe('a message on a line', () => {
  it('is unread for the other side until each person there has read it, and stands in the history', async () => {
    test.clock.setDay('2025-05-03');
    const world = await ClaimWorld.create(test);
    await world.nothingOnPaper('2025-01');
    await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
    const { id } = await world.submitted('2025-04');
    const messages = test.app.get(MessageService);
    const [line] = await world.lines(id);
    await messages.add(await world.as('reviewer'), {
      claimId: id,
      lineId: line?.id ?? '',
      text: '请补病案首页',
    });
    const unread = async (
      who: 'owner' | 'officer' | 'leader',
    ): Promise<number | null | undefined> =>
      (await world.claims.detail(await world.as(who), id)).unreadCount;
    expect([await unread('owner'), await unread('officer'), await unread('leader')]).toEqual([
      1, 1, 0,
    ]);
    test.clock.setDay('2025-05-04');
    await messages.markRead(await world.as('owner'), id);
    expect([await unread('owner'), await unread('officer')]).toEqual([0, 1]);
    expect(await messages.list(await world.as('officer'), id)).toMatchObject({
      items: [{ lineName: `周一 ${line?.month ?? ''}`, isUnread: true, side: 'BUREAU' }],
      earlierCount: 0,
    });
    const [entry] = await test.dataSource.query<{ n: number }[]>(
      `SELECT COUNT(*) AS n FROM audit_event WHERE entity = 'claim' AND entity_id = ? AND action = 'message'`,
      [id],
    );
    expect(entry?.n).toBe(1);
  });

  it('is read however much was written before it, and what is left out is said', async () => {
    test.clock.setDay('2025-05-05');
    const world = await ClaimWorld.create(test);
    await world.nothingOnPaper('2025-01');
    await world.resident({ from: '2025-01-10', level: 4, name: '周二' });
    const { id } = await world.submitted('2025-04');
    const messages = test.app.get(MessageService);
    const line = (await world.lines(id))[0]?.id ?? '';
    await messages.add(await world.as('officer'), { claimId: id, lineId: line, text: '最早的' });
    await test.dataSource.query(
      `INSERT INTO claim_message (id, center_id, claim_id, side, author_id, author_name, text, created_at)
       SELECT CONCAT(LEFT(m.id, 20), LPAD(n.seq, 6, '0')), m.center_id, m.claim_id, m.side, m.author_id,
         m.author_name, CONCAT('第', n.seq), m.created_at + INTERVAL n.seq SECOND
       FROM claim_message m JOIN seq_1_to_500 n WHERE m.claim_id = ?`,
      [id],
    );
    const all = await messages.list(await world.as('reviewer'), id);
    expect([all.items.length, all.items[0]?.text, all.items.at(-1)?.text]).toEqual([
      500,
      '第1',
      '第500',
    ]);
    expect(all.earlierCount).toBe(1);
    expect(await messages.list(await world.as('reviewer'), id, line)).toMatchObject({
      items: [{ text: '最早的' }],
      earlierCount: 0,
    });
  });
});
