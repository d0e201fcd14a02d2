import type { INestApplication } from '@nestjs/common';
import { readSheet, writeXlsx, XLSX_TYPE, type SheetColumn } from '@yibu/platform';
import request, { type Response } from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { bytesOf } from '../support/foreign.js';
import { World, type RoleCode } from '../support/world.js';

let api: TestApp<INestApplication>;
let world: ClaimWorld;

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-05-03');
  world = await ClaimWorld.create(api);
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
});
afterAll(async () => {
  await api.close();
});

async function signIn(role: RoleCode, locale = 'zh-CN'): Promise<string> {
  const { userName, password } = await world.world.user(role);
  const response = await send(
    '',
    'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
    { userName, password },
  );
  const cookie = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
  await send(cookie, 'mutation ($input: SetLocaleInput!) { setLocale(input: $input) }', { locale });
  return cookie;
}

const send = async (cookie: string, query: string, input: unknown): Promise<Response> =>
  await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables: { input } });

const templateOf = async (cookie: string, centerId = world.world.centerId): Promise<Response> =>
  await request(api.app.getHttpServer())
    .get('/export/opening-ledger/template')
    .query({ centerId, yearFrom: '2025-01' })
    .set('cookie', cookie)
    .buffer(true)
    .parse(bytesOf);

const upload = async (cookie: string, bytes: Buffer): Promise<Response> =>
  await request(api.app.getHttpServer())
    .post('/files')
    .query({
      centerId: world.world.centerId,
      entity: 'openingLedger',
      entityId: world.world.centerId,
      kind: 'SHEET',
    })
    .set('cookie', cookie)
    .attach('file', bytes, 'opening.xlsx');

const HEADERS = {
  'zh-CN': ['项目', '姓名', '身份证后四位', '月份', '金额(元)'],
  en: ['Program', 'Name', 'Last four', 'Month', 'Amount (yuan)'],
} as const;

const filled = async (header: readonly string[], cells: readonly string[]): Promise<Buffer> => {
  const columns = header.map((title, index): SheetColumn<readonly string[]> => ({
    header: title,
    kind: 'text',
    value: (row) => row[index],
  }));
  return await writeXlsx({ title: 'opening', columns, rows: [cells] });
};

describe('the sheet of what was claimed on paper', () => {
  it.each(['zh-CN', 'en'] as const)(
    'comes as a template in %s and goes back in, by the officer who keeps the ledger',
    async (locale) => {
      const officer = await signIn('CLAIMS_OFFICER', locale);
      const template = await templateOf(officer);
      expect([template.status, template.get('content-type')]).toEqual([200, XLSX_TYPE]);
      const { header, rows } = await readSheet(template.body as Buffer, XLSX_TYPE);
      expect([header, rows]).toEqual([HEADERS[locale], []]);
      const bytes = await filled(header, [
        locale === 'en' ? 'Bed subsidy' : '床位补贴',
        '周一',
        '',
        '2025-02',
        '300.00',
      ]);
      const stored = await upload(officer, bytes);
      expect([stored.status, stored.body]).toEqual([
        201,
        expect.objectContaining({ id: expect.any(String) as string }),
      ]);
      const input = {
        centerId: world.world.centerId,
        yearFrom: '2025-01',
        attachmentId: (stored.body as { id: string }).id,
      };
      const imported = await send(
        officer,
        `mutation ($input: ImportOpeningInput!) { importOpeningLedger(input: $input) {
          isStored totalFen problems { row column rule value } } }`,
        input,
      );
      expect(imported.body).toEqual({
        data: { importOpeningLedger: { isStored: true, totalFen: 30_000, problems: [] } },
      });
    },
  );

  it('is no business of a nurse, nor of another operator', async () => {
    const nurse = await signIn('NURSE');
    expect((await templateOf(nurse)).status).toBe(403);
    expect((await upload(nurse, await filled(HEADERS['zh-CN'], []))).status).toBe(403);
    const elsewhere = await World.create(api);
    expect((await templateOf(await signIn('CLAIMS_OFFICER'), elsewhere.centerId)).status).toBe(404);
  });
});
