import type { INestApplication } from '@nestjs/common';
import { JobRunner, readSheet, XLSX_TYPE } from '@yibu/platform';
import request from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { person, workbook } from '../support/roster-desk.js';
import { World } from '../support/world.js';

jest.setTimeout(60_000);

let api: TestApp<INestApplication>;
let world: World;
let cookie: string;

beforeAll(async () => {
  api = await startApi();
  world = await World.create(api);
  cookie = await signIn('CENTER_MANAGER');
});
afterAll(async () => {
  await api.close();
});

async function signIn(role: Parameters<World['user']>[0]): Promise<string> {
  const user = await world.user(role);
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
      variables: { input: { userName: user.userName, password: user.password } },
    });
  return (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
}

async function send<Data>(query: string, variables: object): Promise<Data> {
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables });
  const body = response.body as { data: Data; errors?: unknown };
  expect(body.errors).toBeUndefined();
  return body.data;
}

const upload = (bytes: Buffer, as = cookie): request.Test =>
  request(api.app.getHttpServer())
    .post(`/files/roster?centerId=${world.centerId}&kind=ROSTER`)
    .set('cookie', as)
    .attach('file', bytes, '名册.xlsx');

const download = async (path: string): Promise<Buffer> => {
  const response = await request(api.app.getHttpServer())
    .get(path)
    .set('cookie', cookie)
    .buffer(true)
    .parse((stream, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => done(null, Buffer.concat(parts)));
    });
  return response.body as Buffer;
};

const LIST = `query ($id: ID!) { rosterImport(id: $id) { id version status missingFields
  columns { index heading field samples } counts { fresh problem written } } }`;

interface List {
  readonly rosterImport: {
    readonly id: string;
    readonly version: number;
    readonly status: string;
    readonly columns: readonly { field: string | null; samples: string[] }[];
    readonly counts: { fresh: number; problem: number; written: number } | null;
  };
}

describe('a list on its way in', () => {
  it('is uploaded, checked and accepted, and comes back with what is to be mended', async () => {
    const good = person(1);
    const bad = person(2, { 身份证号: '110105194912310028' });
    const uploaded = await upload(await workbook([good, bad]));
    expect(uploaded.status).toBe(201);
    const { id } = uploaded.body as { id: string };
    const { rosterImport: list } = await send<List>(LIST, { id });
    expect(list.columns.map(({ field }) => field)).toEqual([
      'name',
      'idNumber',
      'admittedOn',
      'bed',
    ]);
    expect(JSON.stringify(list)).not.toContain(good['身份证号']);
    await send('mutation ($input: CheckRosterInput!) { checkRoster(input: $input) { id } }', {
      input: {
        importId: id,
        version: list.version,
        mapping: list.columns.map(({ field }) => field),
        createBeds: true,
        building: '主楼',
        floorPattern: '{f}层',
      },
    });
    await api.app.get(JobRunner).runOne();
    const checked = (await send<List>(LIST, { id })).rosterImport;
    expect(checked).toMatchObject({ status: 'CHECKED', counts: { fresh: 1, problem: 1 } });
    await send('mutation ($input: AcceptRosterInput!) { acceptRoster(input: $input) { id } }', {
      input: { importId: id, version: checked.version, mode: 'GOOD_ROWS', changedRows: [] },
    });
    await api.app.get(JobRunner).runOne();
    expect((await send<List>(LIST, { id })).rosterImport).toMatchObject({
      status: 'DONE',
      counts: { written: 1, problem: 1 },
    });
    const sheet = await readSheet(await download(`/files/roster/${id}/problems`), XLSX_TYPE);
    expect(sheet.header.slice(0, 2)).toEqual(['需要修改', '原行号']);
    expect(sheet.rows[0]?.cells.slice(0, 3)).toEqual([
      '证件号码：校验位不对，请对照证件核对',
      '3',
      bad['姓名'],
    ]);
  });

  it('has a template whose headings are understood', async () => {
    const sheet = await readSheet(await download('/files/roster/template/ROSTER'), XLSX_TYPE);
    expect(sheet.header).toContain('证件号码');
    expect(sheet.header[0]).toBe('姓名*');
  });

  it('is refused when it is no list, and from whom may not import', async () => {
    const image = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]);
    expect((await upload(image)).body).toMatchObject({ code: 'FILE_TYPE_REFUSED' });
    expect((await upload(Buffer.from('PK nonsense'))).body).toMatchObject({
      code: 'SHEET_UNREADABLE',
    });
    const nurse = await signIn('NURSE');
    expect((await upload(await workbook([person(3)]), nurse)).status).toBe(403);
  });
});
