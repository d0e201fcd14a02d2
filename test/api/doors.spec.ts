import type { INestApplication } from '@nestjs/common';
import request, { type Response } from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

let api: TestApp<INestApplication>;
let world: World;

beforeAll(async () => {
  api = await startApi();
  world = await World.create(api);
});
afterAll(async () => {
  await api.close();
});

interface Body {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function send(query: string, variables: unknown = {}, cookie = ''): Promise<Response> {
  return await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables });
}
const codeOf = (response: Response): string | undefined =>
  (response.body as Body).errors?.[0]?.extensions.code;
const cookieOf = (response: Response): string =>
  (response.get('Set-Cookie') ?? []).map((cookie) => cookie.split(';')[0]).join('; ');

const SIGN_IN =
  'mutation ($input: SignInInput!) { signIn(input: $input) { userId permissions centers { id } } }';
const signIn = async (userName: string, password: string): Promise<Response> =>
  await send(SIGN_IN, { input: { userName, password } });

describe('the doors', () => {
  it('let a manager in to the centers of the contract, with a cookie that scripts cannot read', async () => {
    const manager = await world.user('CENTER_MANAGER');
    const response = await signIn(manager.userName, manager.password);
    expect((response.body as Body).data).toMatchObject({
      signIn: { userId: manager.id, centers: [{ id: world.centerId }] },
    });
    expect(response.get('Set-Cookie')?.[0]).toMatch(/HttpOnly.*SameSite=Strict/);
  });

  it('refuse a wrong password and an unknown name with the same words', async () => {
    const user = await world.user('NURSE');
    const [wrong, unknown] = [
      await signIn(user.userName, 'wrong'),
      await signIn('nobody', 'wrong'),
    ];
    expect([codeOf(wrong), codeOf(unknown)]).toEqual(['SIGN_IN_FAILED', 'SIGN_IN_FAILED']);
  });

  it('lock after five failures, also against twenty guesses at once, and open again after a quarter of an hour', async () => {
    const user = await world.user('NURSE');
    const codes = await Promise.all(
      Array.from({ length: 20 }, async () => codeOf(await signIn(user.userName, 'guess'))),
    );
    expect(codes.filter((code) => code === 'SIGN_IN_FAILED')).toHaveLength(5);
    expect(codeOf(await signIn(user.userName, user.password))).toBe('ACCOUNT_LOCKED');
    const before = api.clock.now();
    api.clock.set(new Date(before.getTime() + 15 * 60_000 + 1));
    expect(codeOf(await signIn(user.userName, user.password))).toBeUndefined();
    api.clock.set(before);
  });

  it('close on the next request when a user is disabled', async () => {
    const [owner, nurse] = [await world.user('OPERATOR_OWNER'), await world.user('NURSE')];
    const ownerCookie = cookieOf(await signIn(owner.userName, owner.password));
    const nurseCookie = cookieOf(await signIn(nurse.userName, nurse.password));
    const history = `{ session { userId } }`;
    expect((await send(history, {}, nurseCookie)).body).toMatchObject({
      data: { session: { userId: nurse.id } },
    });
    await send(
      'mutation ($input: UserReasonInput!) { disableUser(input: $input) { status } }',
      { input: { id: nurse.id, reason: '离职' } },
      ownerCookie,
    );
    expect((await send(history, {}, nurseCookie)).body).toMatchObject({ data: { session: null } });
  });

  it('close by themselves after half an hour without a request', async () => {
    const user = await world.user('NURSE');
    const cookie = cookieOf(await signIn(user.userName, user.password));
    const before = api.clock.now();
    api.clock.set(new Date(before.getTime() + 31 * 60_000));
    expect((await send('{ session { userId } }', {}, cookie)).body).toMatchObject({
      data: { session: null },
    });
    api.clock.set(before);
  });

  it('ask a permission of everyone: a nurse lists no users', async () => {
    const user = await world.user('NURSE');
    const cookie = cookieOf(await signIn(user.userName, user.password));
    expect(codeOf(await send('{ users { total } }', {}, cookie))).toBe('FORBIDDEN');
    expect(codeOf(await send('{ users { total } }'))).toBe('UNAUTHENTICATED');
  });

  it('show an owner the users of the own organization and nobody else', async () => {
    const rival = await World.create(api);
    const stranger = await rival.user('NURSE');
    const owner = await world.user('OPERATOR_OWNER');
    const cookie = cookieOf(await signIn(owner.userName, owner.password));
    const response = await send(
      'query ($id: ID!) { user(id: $id) { id } }',
      { id: stranger.id },
      cookie,
    );
    expect(codeOf(response)).toBe('NOT_FOUND');
  });

  it('hand out a one-time link that works once', async () => {
    const owner = await world.user('OPERATOR_OWNER');
    const cookie = cookieOf(await signIn(owner.userName, owner.password));
    const invited = await send(
      'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { token } }',
      { input: { userName: `new${Date.now()}`, displayName: '新护士', roleCodes: ['NURSE'] } },
      cookie,
    );
    const { token } = ((invited.body as Body).data?.['inviteUser'] ?? {}) as { token: string };
    const accept =
      'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { permissions } }';
    expect(codeOf(await send(accept, { input: { token, password: '12345678' } }))).toBe(
      'PASSWORD_WEAK',
    );
    const first = await send(accept, { input: { token, password: 'a long enough one' } });
    expect((first.body as Body).data).toMatchObject({
      acceptInvitation: { permissions: expect.arrayContaining(['meal.write']) as string[] },
    });
    expect(codeOf(await send(accept, { input: { token, password: 'a long enough two' } }))).toBe(
      'INVITATION_INVALID',
    );
    const { users } = (
      (
        await send(
          '{ users(page: 1, pageSize: 100) { items { displayName lastSignInAt } } }',
          {},
          cookie,
        )
      ).body as { data: { users: { items: { displayName: string; lastSignInAt: string }[] } } }
    ).data;
    expect(users.items.find(({ displayName }) => displayName === '新护士')?.lastSignInAt).toEqual(
      expect.any(String),
    );
  });

  it('keep what a county laid down before beside what it lays down now', async () => {
    const admin = await world.user('PLATFORM_ADMIN');
    const cookie = cookieOf(await signIn(admin.userName, admin.password));
    const save = async (version: number, noticeDays: number): Promise<Response> =>
      await send(
        'mutation ($input: CountyInput!) { saveCounty(input: $input) { version } }',
        { input: { ...county, version, noticeDays } },
        cookie,
      );
    const county = {
      code: world.countyCode,
      name: '试点县',
      nameEn: 'Pilot County',
      decidesOnPaper: false,
      paysThroughFinance: false,
    };
    const { counties } = (
      (await send('{ counties { code version } }', {}, cookie)).body as {
        data: { counties: { code: string; version: number }[] };
      }
    ).data;
    const version = counties.find(({ code }) => code === county.code)?.version ?? 0;
    expect(codeOf(await save(version, 5))).toBeUndefined();
    expect(codeOf(await save(version + 1, 7))).toBeUndefined();
    const { body } = await send(
      'query ($id: ID!) { history(entity: "county", entityId: $id) { items { action changes { field from to } } } }',
      { id: county.code },
      cookie,
    );
    expect((body as { data: { history: { items: object[] } } }).data.history.items[0]).toEqual({
      action: 'save',
      changes: [{ field: 'noticeDays', from: '5', to: '7' }],
    });
  });

  it('write every sign-in into an audit trail that nobody can change', async () => {
    const user = await world.user('OPERATOR_OWNER');
    const cookie = cookieOf(await signIn(user.userName, user.password));
    const response = await send(
      '{ auditTrail(input: {}) { items { action userName } total } }',
      {},
      cookie,
    );
    expect(JSON.stringify((response.body as Body).data)).toContain('signIn');
    await expect(api.database.run('UPDATE audit_event SET reason = NULL')).rejects.toThrow(
      'append-only',
    );
    await expect(api.database.run('DELETE FROM audit_event')).rejects.toThrow('append-only');
  });
});
