import type { INestApplication } from '@nestjs/common';
import type { Server } from 'node:http';
import request, { type Response } from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

let test: TestApp<INestApplication>;
let userName: string;

beforeAll(async () => {
  test = await startApi({ NODE_ENV: 'production' });
  const world = await World.create(test);
  ({ userName } = await world.user('NURSE'));
});
afterAll(async () => {
  await test.close();
});

const server = (): Server => test.app.getHttpServer() as Server;
const send = async (body: object): Promise<Response> =>
  await request(server()).post('/graphql').send(body);

const guess = (name: string): string =>
  `${name}: signIn(input: { userName: "${userName}", password: "wrong-${name}" }) { userId }`;

const failures = async (): Promise<number> => {
  const [row] = await test.database.query<{ n: number }>(
    'SELECT failed_attempts AS n FROM app_user WHERE user_name = ?',
    [userName],
  );
  return Number(row?.n);
};

describe('a request that no page of ours sends', () => {
  it.each([
    ['asks what there is to ask for', { query: '{ __schema { types { name } } }' }],
    ['asks for one type', { query: '{ __type(name: "User") { fields { name } } }' }],
    ['comes as a batch', [{ query: '{ __typename }' }, { query: '{ __typename }' }]],
    ['nests for ever', { query: `{ session ${'{ centers '.repeat(12)}${'} '.repeat(12)} }` }],
    ['repeats a directive', { query: `{ __typename ${'@skip(if: false) '.repeat(50)} }` }],
    ['repeats a field twenty thousand times', { query: `{ ${'__typename '.repeat(20_000)} }` }],
    [
      'goes in a circle',
      { query: 'query { ...a } fragment a on Query { ...b } fragment b on Query { ...a }' },
    ],
  ])('is refused when it %s', async (_what, body) => {
    const { status, text } = await send(body);
    expect([status, text.includes('"data":{')]).toEqual([400, false]);
    expect(text).not.toMatch(/node_modules|stacktrace/);
  });

  it('guesses no password a hundred times under other names', async () => {
    const names = Array.from({ length: 100 }, (_, index) => `a${index}`);
    const { status } = await send({ query: `mutation { ${names.map(guess).join(' ')} }` });
    expect([status, await failures()]).toEqual([400, 0]);
  });

  it('learns no name of a field by a misspelt one', async () => {
    const { status, text } = await send({ query: '{ sesion { userNme } }' });
    expect(status).toBe(400);
    expect(text).not.toMatch(/Did you mean|"session"/);
  });

  it.each([
    ['GET', async () => await request(server()).get('/graphql').query({ query: '{ __typename }' })],
    [
      'GET of a deed',
      async () =>
        await request(server())
          .get('/graphql')
          .set('x-yibu-client', 'admin')
          .set('apollo-require-preflight', '1')
          .query({ query: `mutation { ${guess('get')} }` }),
    ],
    [
      'a form of another site',
      async () =>
        await request(server())
          .post('/graphql')
          .type('form')
          .send({ query: `mutation { ${guess('form')} }` }),
    ],
    [
      'plain text of another site',
      async () =>
        await request(server())
          .post('/graphql')
          .type('text/plain')
          .send(JSON.stringify({ query: `mutation { ${guess('text')} }` })),
    ],
  ])('does nothing by %s', async (_how, ask) => {
    const { status } = await ask();
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(await failures()).toBe(0);
  });
});
