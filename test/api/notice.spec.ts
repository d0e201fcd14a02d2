import type { INestApplication } from '@nestjs/common';
import { PublicNoticeService } from '@yibu/claim';
import { localDate } from '@yibu/kernel';
import { newId } from '@yibu/platform';
import request from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import {
  codeOf,
  NoticeDesk,
  OBJECT,
  OBJECTIONS,
  PAGE,
  PUBLISH,
  refusal,
  type Answer,
  type NoticeView,
} from '../support/notice-desk.js';
import type { RoleCode } from '../support/world.js';

jest.setTimeout(120_000);

let api: TestApp<INestApplication>;
let world: ClaimWorld;
let stranger: ClaimWorld;
let claimId: string;
let notice: NoticeView;
let desk: NoticeDesk;

const send = async (
  who: readonly [ClaimWorld, RoleCode] | null,
  query: string,
  variables: unknown = {},
): Promise<Answer> => await desk.send(who, query, variables);

const asked = (more: Readonly<Record<string, unknown>> = {}): unknown => ({
  input: {
    claimIds: [claimId],
    number: '公示〔2025〕4号',
    fromOn: '2025-05-03',
    lastDay: '2025-05-09',
    contact: '县民政局养老股 0356-1234567',
    idempotencyKey: newId(),
    ...more,
  },
});

const said = (more: Readonly<Record<string, unknown>> = {}): unknown => ({
  input: {
    code: notice.code,
    rowSeq: 1,
    name: '邻居甲',
    contact: '13800001111',
    text: '这位老人二月份住在女儿家，不在中心。',
    ...more,
  },
});

interface Objection {
  readonly id: string;
  readonly version: number;
}

async function objections(): Promise<Objection[]> {
  const answer = await send([world, 'BUREAU_REVIEWER'], OBJECTIONS);
  const page = answer.data?.['noticeObjections'] as { items: Objection[] } | undefined;
  return page?.items ?? [];
}

async function settle(
  name: 'answerObjection' | 'overrideObjection',
  input: Readonly<Record<string, unknown>>,
  who: readonly [ClaimWorld, RoleCode] = [world, 'BUREAU_LEADER'],
): Promise<Answer> {
  const type = name === 'answerObjection' ? 'AnswerObjectionInput' : 'OverrideObjectionInput';
  return await send(who, `mutation ($input: ${type}!) { ${name}(input: $input) }`, { input });
}

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-05-03');
  desk = new NoticeDesk(api);
  world = await ClaimWorld.create(api);
  stranger = await ClaimWorld.create(api);
  await world.resident({ from: '2025-01-10', level: 4, name: '周大一' });
  await world.resident({ from: '2025-01-10', level: 4, bed: 1, name: '周二' });
  await world.nothingOnPaper('2025-01');
  claimId = (await world.submitted('2025-04')).id;
});
afterAll(async () => {
  await api.close();
});

describe('a notice to the public', () => {
  it('is made of decided claims, by the leader, for as many days as the county asks', async () => {
    const leader = [world, 'BUREAU_LEADER'] as const;
    expect(codeOf(await send(leader, PUBLISH, asked()))).toBe('CLAIM_STATE');
    const { decidedFen } = await world.decided(claimId);
    await api.dataSource.query(
      `UPDATE county SET settings = JSON_SET(settings, '$.noticeDays', 7) WHERE code = ?`,
      [world.world.countyCode],
    );
    expect(codeOf(await send([world, 'BUREAU_REVIEWER'], PUBLISH, asked()))).toBe('FORBIDDEN');
    expect(codeOf(await send([stranger, 'BUREAU_LEADER'], PUBLISH, asked()))).toBe('NOT_FOUND');
    expect(codeOf(await send(leader, PUBLISH, asked({ lastDay: '2025-05-08' })))).toBe(
      'NOTICE_TOO_SHORT',
    );
    expect(codeOf(await send(leader, PUBLISH, asked({ fromOn: '2025-05-02' })))).toBe(
      'INPUT_INVALID',
    );
    const answer = await send(leader, PUBLISH, asked());
    notice = answer.data?.['publishNotice'] as NoticeView;
    expect(notice).toMatchObject({ people: 2, amountFen: decidedFen, claimCount: 1 });
    expect(notice.centers[0]?.rows.map(({ name }) => name)).toEqual(['周*一', '周*']);
    expect(notice.centers[0]?.rows[0]?.months).toEqual([
      '2025-01',
      '2025-02',
      '2025-03',
      '2025-04',
    ]);
    expect(codeOf(await send(leader, PUBLISH, asked({ number: '另一份' })))).toBe('NOTICE_TAKEN');
  });

  it('hangs for everybody, and shows nothing that is not on it', async () => {
    const answer = await send(null, PAGE, { code: notice.code });
    expect(answer.data?.['noticePage']).toMatchObject({
      from: '2025-05-03',
      lastDay: '2025-05-09',
      days: 7,
      isOpen: true,
      people: 2,
    });
    const text = JSON.stringify(answer);
    for (const secret of ['周大一', '周二', claimId, notice.id, world.world.centerId]) {
      expect(text).not.toContain(secret);
    }
    const url = `/export/notice/${notice.code}`;
    const paper = await request(api.app.getHttpServer()).get(url);
    expect([paper.status, paper.type]).toEqual([200, 'application/pdf']);
    expect(paper.get('X-Robots-Tag')).toBe('noindex, nofollow');
    const lured = await request(api.app.getHttpServer()).get(url).set('host', 'elsewhere.example');
    expect((paper.body as Buffer).equals(lured.body as Buffer)).toBe(true);
  });

  it('has an address that cannot be counted up or guessed', async () => {
    expect(notice.code).toMatch(/^[0-9a-hj-km-np-tv-z]{26}$/);
    for (const code of ['0'.repeat(26), notice.id, '']) {
      expect(codeOf(await send(null, PAGE, { code }))).toBe('NOT_FOUND');
    }
  });

  it('belongs to its county alone', async () => {
    const query = 'query ($id: ID!) { publicNotice(id: $id) { number } }';
    const answer = await send([stranger, 'BUREAU_LEADER'], query, { id: notice.id });
    expect(codeOf(answer)).toBe('NOT_FOUND');
    expect(codeOf(await send([world, 'CLAIMS_OFFICER'], query, { id: notice.id }))).toBe(
      'FORBIDDEN',
    );
  });
});

describe('an objection', () => {
  it('is taken from the page, sealed, and read by the bureau of the county only', async () => {
    expect(codeOf(await send(null, OBJECT, said({ rowSeq: 99 })))).toBe('INPUT_INVALID');
    expect(codeOf(await send(null, OBJECT, said({ text: '太短' })))).toBe('INPUT_INVALID');
    expect(codeOf(await send(null, OBJECT, said()))).toBeUndefined();
    const [stored] = await api.dataSource.query<Record<string, unknown>[]>(
      'SELECT * FROM notice_objection WHERE public_notice_id = ?',
      [notice.id],
    );
    const raw = JSON.stringify(stored, (_, value: unknown) =>
      value instanceof Buffer ? value.toString('utf8') : value,
    );
    for (const secret of ['邻居甲', '13800001111', '女儿家', '127.0.0.1']) {
      expect(raw).not.toContain(secret);
    }
    const answer = await send([world, 'BUREAU_REVIEWER'], OBJECTIONS);
    expect(answer.data?.['noticeObjections']).toMatchObject({
      total: 1,
      items: [
        {
          rowSeq: 1,
          name: '邻居甲',
          contact: '13800001111',
          status: 'OPEN',
          isBlocking: true,
          source: 'ONLINE',
        },
      ],
    });
    const foreign = await send([stranger, 'BUREAU_LEADER'], OBJECTIONS);
    expect(foreign.data?.['noticeObjections']).toMatchObject({ total: 0 });
  });

  it('is known to the operator without whoever raised it', async () => {
    const answer = await send(
      [world, 'CLAIMS_OFFICER'],
      `query ($claimId: ID!) { claimObjections(claimId: $claimId) { blockedFen items { subjectName status isBlocking } } }`,
      { claimId },
    );
    expect(answer.data?.['claimObjections']).toEqual({
      blockedFen: 120_000,
      items: [{ subjectName: '周大一', status: 'OPEN', isBlocking: true }],
    });
    expect(JSON.stringify(answer)).not.toContain('邻居');
  });

  it('holds back the money of its row, and of no other, until it is rejected', async () => {
    expect(await refusal(world.paid(claimId, 1))).toBe('NOTICE_NOT_OVER');
    api.clock.setDay('2025-05-10');
    desk.forget();
    expect(codeOf(await send(null, OBJECT, said()))).toBe('NOTICE_CLOSED');
    expect(await refusal(world.paid(claimId, 240_000))).toBe('NOTICE_OBJECTION_OPEN');
    expect(await refusal(world.paid(claimId, 120_001))).toBe('NOTICE_OBJECTION_OPEN');
    expect(await refusal(world.paid(claimId, 100_000))).toBe('taken');
    const [objection] = await objections();
    const { id: objectionId, version } = objection as Objection;
    const input = { objectionId, version, outcome: 'REJECTED', answer: '核对住养记录，二月在院。' };
    const foreign = await settle('answerObjection', input, [stranger, 'BUREAU_LEADER']);
    expect(codeOf(foreign)).toBe('NOT_FOUND');
    expect(codeOf(await settle('answerObjection', { ...input, version: 7 }))).toBe('STALE_VERSION');
    expect(codeOf(await settle('answerObjection', input))).toBeUndefined();
    expect(codeOf(await settle('answerObjection', input))).toBe('OBJECTION_ANSWERED');
    expect(await refusal(world.paid(claimId, 20_000))).toBe('taken');
  });

  it('that is upheld goes on holding it back until the leader decides over it, with a reason', async () => {
    const entered = await send(
      [world, 'BUREAU_REVIEWER'],
      'mutation ($input: EnterObjectionInput!) { enterObjection(input: $input) }',
      {
        input: {
          publicNoticeId: notice.id,
          rowSeq: 2,
          source: 'PHONE',
          receivedOn: '2025-05-09',
          text: '老人三月已搬走。',
          idempotencyKey: newId(),
        },
      },
    );
    expect(codeOf(entered)).toBeUndefined();
    const [objection] = await objections();
    const at = { objectionId: objection?.id, version: objection?.version };
    const upheld = { ...at, outcome: 'UPHELD', answer: '属实，下期冲减。' };
    expect(codeOf(await settle('answerObjection', upheld))).toBeUndefined();
    expect(await refusal(world.paid(claimId, 1))).toBe('NOTICE_OBJECTION_OPEN');
    const over = { ...at, version: 2, reason: '多报部分已在下期冲减。' };
    const reviewer = await settle('overrideObjection', over, [world, 'BUREAU_REVIEWER']);
    expect(codeOf(reviewer)).toBe('FORBIDDEN');
    expect(codeOf(await settle('overrideObjection', over))).toBeUndefined();
    expect(codeOf(await settle('overrideObjection', { ...over, version: 3 }))).toBe(
      'OBJECTION_NOT_BLOCKING',
    );
    const trail = await api.dataSource.query<{ action: string; reason: string }[]>(
      `SELECT action, reason FROM audit_event WHERE entity = 'publicNotice' AND entity_id = ? ORDER BY seq`,
      [notice.id],
    );
    expect(trail.map(({ action }) => action)).toEqual([
      'publish',
      'objection',
      'answerObjection',
      'objection',
      'answerObjection',
      'overrideObjection',
    ]);
    expect(await refusal(world.paid(claimId, 10_000))).toBe('taken');
  });

  it('comes at most five times a day from one address, also when all come at once', async () => {
    const code = await another();
    const tries = await Promise.all(
      Array.from({ length: 8 }, async () => await send(null, OBJECT, said({ code, rowSeq: null }))),
    );
    const refused = tries.map(codeOf).filter((one) => one !== undefined);
    expect(refused).toEqual(['NOTICE_TOO_MANY', 'NOTICE_TOO_MANY', 'NOTICE_TOO_MANY']);
  });
});

/** The notice is withdrawn; what hung in it hangs anew. */
async function another(): Promise<string> {
  const [service, leader] = [api.app.get(PublicNoticeService), await world.as('leader')];
  await service.withdraw(leader, notice.id, '名单有误');
  expect(await refusal(world.paid(claimId, 1))).toBe('NOTICE_NOT_OVER');
  expect(await refusal(service.withdraw(leader, notice.id, '再次'))).toBe('NOTICE_WITHDRAWN');
  const page = await send(null, PAGE, { code: notice.code });
  expect(page.data?.['noticePage']).toMatchObject({ isOpen: false, withdrawnReason: '名单有误' });
  const id = await service.publish(leader, {
    claimIds: [claimId],
    number: '公示〔2025〕5号',
    fromOn: localDate('2025-05-10'),
    lastDay: localDate('2025-05-16'),
    contact: '县民政局',
    idempotencyKey: newId(),
  });
  const { code } = await service.detail(leader, id);
  expect(code).not.toBe(notice.code);
  return code;
}
