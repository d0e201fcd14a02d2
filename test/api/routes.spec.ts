import type { INestApplication } from '@nestjs/common';
import request, { type Response } from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { World, type RoleCode } from '../support/world.js';

jest.setTimeout(120_000);

let api: TestApp<INestApplication>;
let world: World;

async function signIn(role: RoleCode): Promise<string> {
  const { userName, password } = await world.user(role);
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
      variables: { input: { userName, password } },
    });
  return (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
}

const get = async (path: string, cookie = ''): Promise<Response> =>
  await request(api.app.getHttpServer()).get(path).set('cookie', cookie);

const upload = async (path: string, cookie: string, megabytes: number): Promise<Response> =>
  await request(api.app.getHttpServer())
    .post(path)
    .set('cookie', cookie)
    .set('x-yibu-client', 'test')
    .attach('file', Buffer.alloc(megabytes * 1024 * 1024 + 1), 'a.xlsx');

beforeAll(async () => {
  api = await startApi();
  world = await World.create(api);
});
afterAll(async () => {
  await api.close();
});

describe('a plain route refuses in its own words', () => {
  it('names the limit of the route that took the file, not of another', async () => {
    const cookie = await signIn('CENTER_MANAGER');
    const roster = await upload(`/files/roster?centerId=${world.centerId}&kind=STAYS`, cookie, 6);
    const paper = await upload(`/files?centerId=${world.centerId}`, cookie, 10);
    expect([roster.body, paper.body]).toMatchObject([
      { code: 'FILE_TOO_LARGE', params: { maxMegabytes: 6 } },
      { code: 'FILE_TOO_LARGE', params: { maxMegabytes: 10 } },
    ]);
  });

  it('says of a body that is too large or no JSON what it is, without a limit of files', async () => {
    const post = async (body: string): Promise<Response> =>
      await request(api.app.getHttpServer())
        .post('/graphql')
        .set('content-type', 'application/json')
        .send(body);
    const large = await post(JSON.stringify({ query: 'x'.repeat(1_100_000) }));
    expect([large.status, large.body]).toMatchObject([
      413,
      { code: 'REQUEST_TOO_LARGE', params: {} },
    ]);
    const broken = await post('{');
    expect([broken.status, broken.body]).toMatchObject([
      400,
      { code: 'INPUT_INVALID', params: {} },
    ]);
  });

  it('says where there is nothing that there is nothing', async () => {
    const nothing = await get('/export');
    expect([nothing.status, nothing.body]).toMatchObject([404, { code: 'NOT_FOUND', params: {} }]);
  });

  it.each(['residents', 'stays', 'staff', 'audit', 'statistics'])(
    'takes every filter of the table %s once and short, and names the one it refuses',
    async (list) => {
      const cookie = await signIn(list === 'statistics' ? 'BUREAU_LEADER' : 'OPERATOR_OWNER');
      const { centerId } = world;
      for (const query of [`search=a&search=b&centerId=${centerId}`, `search=${'a'.repeat(201)}`]) {
        const { status, body } = await get(`/export/${list}?${query}`, cookie);
        expect([status, body]).toMatchObject([
          422,
          { code: 'INPUT_INVALID', fields: [{ path: 'search' }] },
        ]);
      }
      const twice = await get(`/export/${list}?centerId=${centerId}&centerId=${centerId}`, cookie);
      expect(twice.body).toMatchObject({ code: 'INPUT_INVALID', fields: [{ path: 'centerId' }] });
    },
  );

  it('answers 503 and asks for patience, not for other input, while the database is away', async () => {
    expect((await get('/healthz')).body).toEqual({ status: 'ok' });
    const { dataSource } = api;
    await dataSource.destroy();
    const { status, body } = await get('/healthz');
    await dataSource.initialize();
    expect([status, body]).toMatchObject([503, { code: 'OVERLOADED', params: {} }]);
  });
});
