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
    expect(await messages.list(await world.as('officer'), id)).toMatchObject([
      { lineName: `周一 ${line?.month ?? ''}`, isUnread: true, side: 'BUREAU' },
    ]);
    const [entry] = await test.dataSource.query<{ n: number }[]>(
      `SELECT COUNT(*) AS n FROM audit_event WHERE entity = 'claim' AND entity_id = ? AND action = 'message'`,
      [id],
    );
    expect(entry?.n).toBe(1);
  });
});
