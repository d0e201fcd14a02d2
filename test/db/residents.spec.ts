import type { INestApplicationContext } from '@nestjs/common';
import { localDate } from '@yibu/kernel';
import {
  CategoryService,
  ContactService,
  peopleFacts,
  ResidentDesk,
  ResidentService,
  type ResidentDraft,
} from '@yibu/resident';
import { UnitOfWork } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { fictionalIdNumber, World } from '../support/world.js';

let test: TestApp<INestApplicationContext>;
let world: World;
let residents: ResidentService;
let desk: ResidentDesk;

beforeAll(async () => {
  test = await startServices();
  world = await World.create(test);
  residents = test.app.get(ResidentService);
  desk = test.app.get(ResidentDesk);
});
afterAll(async () => {
  await test.close();
});

let serial = 0;
function draft(more: Partial<ResidentDraft> = {}): ResidentDraft {
  serial += 2;
  return {
    name: '王秀英',
    idType: 'CITIZEN',
    idNumber: fictionalIdNumber('1940-05-06', serial),
    phone: '13800001234',
    ...more,
  };
}

const page = { limit: 20, offset: 0 };

describe('the file of a resident', () => {
  it('takes birth date and sex from the number, and says who opened it', async () => {
    const manager = await world.as('CENTER_MANAGER');
    const id = await residents.create(manager, world.centerId, draft());
    const [event] = await test.database.query<{ action: string; changes: string }>(
      'SELECT action, changes FROM audit_event WHERE entity_id = ?',
      [id],
    );
    expect(event?.action).toBe('create');
    expect(await desk.get(await world.as('NURSE'), id)).toMatchObject({
      bornOn: '1940-05-06',
      sex: 'F',
      pinyin: 'wangxiuying',
    });
    expect(event?.changes).not.toMatch(/\d{17}/);
  });

  it('lies on the disk without its number and phone', async () => {
    const person = draft({ phone: '13977778888' });
    const id = await residents.create(await world.as('CENTER_MANAGER'), world.centerId, person);
    const rows = await test.database.query<Record<string, unknown>>(
      'SELECT * FROM resident WHERE id = ?',
      [id],
    );
    const raw = Object.values(rows[0] ?? {})
      .map((value) => (Buffer.isBuffer(value) ? value.toString('latin1') : String(value)))
      .join(' ');
    expect(raw).not.toContain(person.idNumber);
    expect(raw).not.toContain('13977778888');
    expect(raw).toContain('8888');
  });

  it('is opened once in a center for one number, also by two people at once, and names the first', async () => {
    const person = draft();
    const scopes = [await world.as('CENTER_MANAGER'), await world.as('CENTER_MANAGER')];
    const results = await Promise.allSettled(
      scopes.map(async (scope) => await residents.create(scope, world.centerId, person)),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(
      residents.create(await world.as('CENTER_MANAGER'), world.centerId, {
        ...person,
        idNumber: ` ${person.idNumber?.toLowerCase() ?? ''} `,
      }),
    ).rejects.toMatchObject({ code: 'RESIDENT_ID_TAKEN', params: { name: '王秀英' } });
  });

  it('may be opened for the same person in another center', async () => {
    const person = draft();
    const other = await world.center();
    await residents.create(await world.as('CENTER_MANAGER'), world.centerId, person);
    await expect(
      residents.create(await world.as('CENTER_MANAGER'), other, person),
    ).resolves.toBeTruthy();
  });

  it('of another operator is not found', async () => {
    const rival = await World.create(test, { countyCode: world.countyCode });
    const person = draft();
    const id = await residents.create(await rival.as('CENTER_MANAGER'), rival.centerId, person);
    const mine = await world.as('CENTER_MANAGER');
    await expect(desk.get(mine, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(
      residents.update(mine, { ...draft(), id, version: 1, reason: '试' }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(desk.revealIdNumber(mine, id, '核对')).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    expect(await desk.list(mine, { search: person.idNumber ?? '' }, page)).toEqual([]);
    await expect(residents.create(mine, rival.centerId, draft())).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });

  it('is changed by one of two rivals; the other is told that it changed', async () => {
    const person = draft();
    const id = await residents.create(await world.as('CENTER_MANAGER'), world.centerId, person);
    const change = { ...person, idNumber: null, id, version: 1 };
    const scopes = [await world.as('CENTER_MANAGER'), await world.as('CENTER_MANAGER')];
    const results = await Promise.allSettled(
      scopes.map(
        async (scope, index) =>
          await residents.update(scope, { ...change, note: `第${index + 1}人` }),
      ),
    );
    const refused = results.filter((result) => result.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]?.reason).toMatchObject({ code: 'STALE_VERSION' });
  });

  it('is corrected only with a reason, and both versions stay visible', async () => {
    const person = draft({ name: '李桂蓝' });
    const id = await residents.create(await world.as('CENTER_MANAGER'), world.centerId, person);
    const change = { ...person, idNumber: null, name: '李桂兰', id, version: 1 };
    await expect(residents.update(await world.as('CENTER_MANAGER'), change)).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    await residents.update(await world.as('CENTER_MANAGER'), { ...change, reason: '错别字' });
    const [event] = await test.database.query<{ changes: string; reason: string }>(
      `SELECT changes, reason FROM audit_event WHERE entity_id = ? AND action = 'correct'`,
      [id],
    );
    expect(event?.reason).toBe('错别字');
    expect(JSON.parse(event?.changes ?? '[]')).toContainEqual({
      field: 'name',
      from: '李桂蓝',
      to: '李桂兰',
    });
  });

  it('is still found by a number that was replaced', async () => {
    const person = draft();
    const id = await residents.create(await world.as('CENTER_MANAGER'), world.centerId, person);
    await residents.update(await world.as('CENTER_MANAGER'), {
      ...person,
      idNumber: fictionalIdNumber('1941-05-06', 2),
      id,
      version: 1,
      reason: '派出所更正出生日期',
    });
    const found = await desk.list(await world.as('NURSE'), { search: person.idNumber ?? '' }, page);
    expect(found.map((row) => row.id)).toEqual([id]);
    await expect(
      residents.create(await world.as('CENTER_MANAGER'), world.centerId, person),
    ).rejects.toMatchObject({ code: 'RESIDENT_ID_TAKEN', params: { residentId: id } });
  });

  it('is found by name, pinyin, initials, number and its last four characters', async () => {
    const fresh = await World.create(test);
    const person = draft({ name: '单玉兰' });
    const id = await residents.create(await fresh.as('CENTER_MANAGER'), fresh.centerId, person);
    const searches = ['玉兰', 'shanyu', 'syl', person.idNumber ?? '', person.idNumber?.slice(-4)];
    for (const search of searches) {
      const found = await desk.list(await fresh.as('NURSE'), { search: search ?? '' }, page);
      expect(found.map((row) => row.id)).toEqual([id]);
    }
    expect(await desk.list(await fresh.as('NURSE'), { search: '%' }, page)).toEqual([]);
  });

  it('shows the whole number only for a reason, and the trail keeps the reason', async () => {
    const person = draft();
    const id = await residents.create(await world.as('CENTER_MANAGER'), world.centerId, person);
    const manager = await world.as('CENTER_MANAGER');
    await expect(desk.revealIdNumber(manager, id, ' ')).rejects.toMatchObject({
      code: 'REASON_REQUIRED',
    });
    expect(await desk.revealIdNumber(manager, id, '办理医保')).toBe(person.idNumber);
    const [event] = await test.database.query<{ reason: string }>(
      `SELECT reason FROM audit_event WHERE entity_id = ? AND action = 'revealIdNumber'`,
      [id],
    );
    expect(event?.reason).toBe('办理医保');
  });

  it('is one file when an impatient hand sends the form twice', async () => {
    const manager = await world.user('CENTER_MANAGER');
    const person = draft();
    const send = async (): Promise<string> =>
      await residents.create(await world.scopeOf(manager.id), world.centerId, person, 'form-1');
    const [first, second] = await Promise.all([send(), send()]);
    expect(second).toBe(first);
  });
});

describe('what a person is', () => {
  it('holds in its days, never twice at once, and a mistake is taken back', async () => {
    const fresh = await World.create(test);
    const manager = async (): ReturnType<World['as']> => await fresh.as('CENTER_MANAGER');
    const id = await residents.create(await manager(), fresh.centerId, draft());
    const categories = test.app.get(CategoryService);
    const lowIncome = { code: 'LOW_INCOME', fromOn: localDate('2026-01-01') } as const;
    await categories.add(await manager(), id, { ...lowIncome, untilOn: localDate('2026-03-01') });
    await categories.add(await manager(), id, { ...lowIncome, fromOn: localDate('2026-03-01') });
    await expect(
      categories.add(await manager(), id, { ...lowIncome, fromOn: localDate('2026-02-28') }),
    ).rejects.toMatchObject({ code: 'CATEGORY_OVERLAP' });
    const db = test.app.get(UnitOfWork).read(await manager());
    expect(await peopleFacts(db, fresh.centerId)).toMatchObject([
      {
        id,
        sex: 'F',
        bornOn: '1940-05-06',
        diedOn: null,
        categories: [
          { code: 'LOW_INCOME', from: '2026-01-01', until: '2026-03-01' },
          { code: 'LOW_INCOME', from: '2026-03-01', until: null },
        ],
      },
    ]);
  });
});

describe('an emergency contact', () => {
  it('without a phone is refused at the field', async () => {
    const id = await residents.create(await world.as('CENTER_MANAGER'), world.centerId, draft());
    const contact = {
      name: '王强',
      relation: 'SON',
      isEmergency: true,
      isSigner: true,
      isPayer: false,
      isGuardian: false,
    } as const;
    const contacts = test.app.get(ContactService);
    await expect(contacts.add(await world.as('CENTER_MANAGER'), id, contact)).rejects.toMatchObject(
      { fields: [{ path: 'phone', rule: 'isNotEmpty' }] },
    );
    await contacts.add(await world.as('CENTER_MANAGER'), id, { ...contact, phone: '0356-1234567' });
    const db = test.app.get(UnitOfWork);
    const resident = await desk.get(await world.as('NURSE'), id);
    const seenByNurse = await contacts.list(db.read(await world.as('NURSE')), resident);
    const seenByBureau = await contacts.list(db.read(await world.as('BUREAU_REVIEWER')), resident);
    expect(seenByNurse[0]?.phone).toBe('0356-1234567');
    expect(seenByBureau[0]?.phone).not.toBe('0356-1234567');
  });
});
