import type { INestApplication } from '@nestjs/common';
import { auditHash } from '@yibu/platform';
import request, { type Response } from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

jest.setTimeout(120_000);

let api: TestApp<INestApplication>;
let world: World;
let cookie: string;

const send = async (query: string, variables: object = {}): Promise<Response> =>
  await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables });

async function fieldsOf(query: string, variables: object): Promise<unknown> {
  const { body } = await send(query, variables);
  const { errors, data } = body as {
    errors?: { extensions: { code: string; fields?: { path: string; rule: string }[] } }[];
    data: unknown;
  };
  const { code, fields } = errors?.[0]?.extensions ?? { code: JSON.stringify(data) };
  return fields?.map(({ path, rule }) => `${path} ${rule}`).join() ?? code;
}

const SIGN_IN = 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }';
const STAFF =
  'mutation ($input: CreateStaffMemberInput!) { createStaffMember(input: $input) { id } }';
const hired = (more: object): object => ({
  input: {
    centerId: world.centerId,
    name: '王护理',
    sex: 'F',
    post: 'CAREGIVER',
    fromOn: '2026-01-01',
    ...more,
  },
});

beforeAll(async () => {
  api = await startApi();
  world = await World.create(api);
  const { userName, password } = await world.user('CENTER_MANAGER');
  cookie = '';
  const response = await send(SIGN_IN, { input: { userName, password } });
  cookie = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
});
afterAll(async () => {
  await api.close();
});

describe('a value that no form of ours sends', () => {
  it.each([
    ['a character without its other half', { name: '王\ud800' }, 'name isPrintable'],
    ['a control character', { phone: '138\u0000' }, 'phone isPrintable'],
    ['writing turned around', { name: '\u202e王护理' }, 'name isPrintable'],
    ['a name of spaces', { name: ' \u3000\u200b' }, 'name isNotEmpty'],
    ['a phone nobody can call', { phone: '不详' }, 'phone phone'],
    ['a day before all calendars', { fromOn: '0001-01-01' }, 'fromOn date'],
    ['a day after all of them', { untilOn: '9999-12-31' }, 'untilOn date'],
    ['an ID number with a digit too few', { idNumber: '11010119800101' }, 'idNumber ID_LENGTH'],
  ])('is refused at its field: %s', async (_what, more, said) => {
    expect(await fieldsOf(STAFF, hired(more))).toBe(said);
  });

  it('is refused in a question too, and in the address of a table', async () => {
    const asked =
      'query ($id: ID!, $month: YearMonth!) { mealMonth(centerId: $id, month: $month) { __typename } }';
    expect(await fieldsOf(asked, { id: world.centerId, month: '9999-12' })).toBe('month month');
    expect(await fieldsOf(asked, { id: `${world.centerId}\u0000`, month: '2026-01' })).toBe(
      'centerId isPrintable',
    );
    const table = await request(api.app.getHttpServer())
      .get(`/export/residents?centerId=${world.centerId}&search=a%00`)
      .set('cookie', cookie);
    expect(table.body).toMatchObject({ fields: [{ path: 'search', rule: 'isPrintable' }] });
  });

  it('leaves tabs, line ends, rare characters and emoji of a note as they are', async () => {
    const answer = await send(
      STAFF,
      hired({ name: '𬱖𠮷', phone: '+86 138-0013-8000', idNumber: null }),
    );
    expect(answer.body).toMatchObject({ data: { createStaffMember: { id: expect.any(String) } } });
  });

  it('never leaves a chain of the audit trail that cannot be computed again', async () => {
    const user = await world.user('NURSE');
    const owner = await world.user('OPERATOR_OWNER');
    cookie = '';
    const response = await send(SIGN_IN, {
      input: { userName: owner.userName, password: owner.password },
    });
    cookie = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
    const deed = 'mutation ($input: UserReasonInput!) { disableUser(input: $input) { id } }';
    for (const reason of ['离\ud800职', '  ', '离职 👍\n第二行']) {
      await send(deed, { input: { id: user.id, reason } });
    }
    const events = await api.database.query<
      Parameters<typeof auditHash>[0] & { hash: string; changes: string }
    >(
      `SELECT id, chain_key AS chainKey, seq, at, user_id AS userId, action, entity, entity_id AS entityId, changes,
              reason, prev_hash AS prevHash, hash FROM audit_event WHERE reason IS NOT NULL`,
    );
    expect(events.map(({ reason }) => reason)).toContain('离职 👍\n第二行');
    for (const event of events) {
      const changes = JSON.parse(String(event.changes)) as never;
      expect(auditHash({ ...event, changes })).toBe(event.hash);
    }
  });
});

describe('a page of somebody else', () => {
  const post = async (headers: Record<string, string>): Promise<number> =>
    (
      await request(api.app.getHttpServer())
        .post(`/files?centerId=${world.centerId}&entity=resident&entityId=x`)
        .set('cookie', cookie)
        .set(headers)
        .attach('file', Buffer.from('%PDF-1.4\n%%EOF\n'), 'a.pdf')
    ).status;

  it.each([
    ['another port of this machine', { 'sec-fetch-site': 'same-site' }],
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['an address of a LAN, without the browser saying so', { origin: 'http://192.168.1.9:8080' }],
    ['a page without an address', { origin: 'null' }],
  ])('sends no file here: %s', async (_from, headers) => {
    expect(await post(headers)).toBe(403);
    expect(await post({ 'sec-fetch-site': 'same-origin', origin: 'https://yibu.example' })).toBe(
      404,
    );
  });
});

describe('a request that cannot be read', () => {
  it('is answered with a number for the log and the headers of every answer', async () => {
    for (const body of ['{"query":', JSON.stringify({ query: 'x'.repeat(1_100_000) })]) {
      const answer = await request(api.app.getHttpServer())
        .post('/graphql')
        .set('content-type', 'application/json')
        .send(body);
      expect(answer.get('x-request-id')).toMatch(/^[0-9A-Z]{26}$/);
      expect((answer.body as { requestId: string }).requestId).toBe(answer.get('x-request-id'));
      expect(answer.get('x-content-type-options')).toBe('nosniff');
    }
  });
});
