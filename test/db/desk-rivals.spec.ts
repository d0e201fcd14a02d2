import type { INestApplicationContext } from '@nestjs/common';
import { GradeService } from '@yibu/center';
import { AttachmentService, type Scope } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { outcome } from '../support/level-desk.js';
import { BedWorld } from '../support/bed-world.js';
import { World } from '../support/world.js';

let test: TestApp<INestApplicationContext>;
let world: World;
let owner: Scope;

beforeAll(async () => {
  test = await startServices();
  world = await World.create(test);
  owner = await world.as('OPERATOR_OWNER');
});
afterAll(async () => {
  await test.close();
});

const count = async (sql: string, value: string): Promise<number> =>
  Number((await test.database.query<{ n: number }>(sql, [value]))[0]?.n);

describe('a button pressed twice, or by two at once', () => {
  it('leaves a center one account to be paid to', async () => {
    const set = async (number: string): Promise<unknown> =>
      await test.app.get(GradeService).setBankAccount(
        { ...owner },
        {
          centerId: world.centerId,
          holderName: '虚构养老中心',
          bankName: '虚构银行',
          number,
          reason: '首次登记',
        },
      );
    await Promise.all(['6222020200112233', '6222020200445566', '6222020200778899'].map(set));
    const current =
      'SELECT COUNT(*) AS n FROM bank_account WHERE center_id = ? AND ended_at IS NULL';
    expect(await count(current, world.centerId)).toBe(1);
  });

  it('takes a paper away once, and says so once in its history', async () => {
    const house = await BedWorld.create(test, world);
    const entityId = await house.resident('王一');
    const files = test.app.get(AttachmentService);
    const { id } = await files.add(owner, {
      centerId: world.centerId,
      entity: 'resident',
      entityId,
      kind: 'OTHER',
      fileName: '协议.pdf',
      bytes: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    const said = await Promise.all(
      [1, 2, 3].map(async () => await outcome(files.remove({ ...owner }, id, '传错了'))),
    );
    expect(said.sort()).toEqual(['NOT_FOUND', 'NOT_FOUND', 'done']);
    const told = `SELECT COUNT(*) AS n FROM audit_event WHERE entity_id = ? AND action = 'detach'`;
    expect(await count(told, entityId)).toBe(1);
  });
});
