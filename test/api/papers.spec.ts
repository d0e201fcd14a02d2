import type { INestApplication } from '@nestjs/common';
import { SheetService } from '@yibu/institution';
import { yearMonth } from '@yibu/kernel';
import { readSheet, XLSX_TYPE } from '@yibu/platform';
import request, { type Response } from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { bytesOf } from '../support/foreign.js';
import type { Answer } from '../support/tenants.js';
import type { RoleCode } from '../support/world.js';

jest.setTimeout(120_000);

let api: TestApp<INestApplication>;
let world: ClaimWorld;
let stranger: ClaimWorld;
let claimId: string;
const cookies = new Map<string, string>();

async function signIn(tenant: ClaimWorld, role: RoleCode): Promise<string> {
  const key = `${tenant.world.countyCode} ${role}`;
  const known = cookies.get(key);
  if (known !== undefined) {
    return known;
  }
  const user = await tenant.world.user(role);
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
      variables: { input: { userName: user.userName, password: user.password } },
    });
  const cookie = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
  cookies.set(key, cookie);
  return cookie;
}

async function get(path: string, role: RoleCode, tenant = world): Promise<Response> {
  return await request(api.app.getHttpServer())
    .get(path)
    .set('cookie', await signIn(tenant, role))
    .buffer(true);
}

const codeOf = (response: Response): string => (response.body as { code: string }).code;

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-05-03');
  world = await ClaimWorld.create(api);
  stranger = await ClaimWorld.create(api);
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await world.resident({ from: '2025-01-10', level: 4, bed: 1, name: '周二' });
  await world.resident({ from: '2025-01-10', level: 4, bed: 2, name: '周三' });
  await world.nothingOnPaper('2025-01');
  claimId = (await world.submitted('2025-04')).id;
});
afterAll(async () => {
  await api.close();
});

describe('the papers of a claim', () => {
  it('say nothing of a decision before there is one', async () => {
    const response = await get(`/export/difference/${claimId}`, 'CLAIMS_OFFICER');
    expect([response.status, codeOf(response)]).toEqual([409, 'CLAIM_NOT_DECIDED']);
  });

  it('are handed to both sides once it is decided and paid in part, in both languages', async () => {
    await world.decided(claimId, [
      { line: '周一 2025-04', verdict: 'RETURNED' },
      { line: '周二 2025-03', verdict: 'CUT', cutFen: 10_000 },
      { line: '周三 2025-02', verdict: 'HELD' },
    ]);
    await world.paid(claimId, 100_000, '银-1');
    const { payments, centerId } = await world.paid(claimId, 50_000, '银-2');
    const paths = [
      `/export/difference/${claimId}?language=zh-CN`,
      `/export/difference/${claimId}?language=en`,
      ...payments.map(({ id }) => `/export/receipt/${id}`),
      `/export/account/${centerId}?year=2025&language=en`,
    ];
    for (const role of ['CLAIMS_OFFICER', 'BUREAU_REVIEWER'] as const) {
      for (const path of paths) {
        const response = await get(path, role);
        expect([path, response.status, response.type]).toEqual([path, 200, 'application/pdf']);
        expect((response.body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
        expect(response.get('Content-Disposition')).not.toMatch(/%E/);
      }
    }
    const trail = await api.dataSource.query<{ n: number }[]>(
      `SELECT COUNT(*) AS n FROM audit_event WHERE action = 'downloadPaper' AND center_id = ?`,
      [centerId],
    );
    expect(Number(trail[0]?.n)).toBe(2 * paths.length);
  });

  it('do not exist for another county or operator, nor for somebody without the right', async () => {
    const { payments, centerId } = await world.claims.detail(await world.as('owner'), claimId);
    const paths = [
      `/export/difference/${claimId}`,
      `/export/receipt/${payments[0]?.id ?? ''}`,
      `/export/account/${centerId}?year=2025`,
    ];
    for (const path of paths) {
      for (const role of ['OPERATOR_OWNER', 'BUREAU_LEADER'] as const) {
        const response = await get(path, role, stranger);
        expect([path, response.status, codeOf(response)]).toEqual([path, 404, 'NOT_FOUND']);
      }
      expect((await get(path, 'NURSE')).status).toBe(403);
      expect((await request(api.app.getHttpServer()).get(path)).status).toBe(401);
    }
  });

  it('tell the bureau alone where else a person is claimed', async () => {
    const [line] = await world.lines(claimId);
    const ask = async (role: RoleCode, tenant: ClaimWorld): Promise<unknown> => {
      const query =
        'query ($id: ID!) { lineElsewhere(lineId: $id) { claims { id } stays { id } } }';
      const response = await request(api.app.getHttpServer())
        .post('/graphql')
        .set('cookie', await signIn(tenant, role))
        .send({ query, variables: { id: line?.id } });
      const { data, errors } = response.body as Answer;
      return errors?.[0]?.extensions.code ?? data;
    };
    expect(await ask('BUREAU_REVIEWER', world)).toEqual({
      lineElsewhere: { claims: [], stays: [] },
    });
    for (const role of ['OPERATOR_OWNER', 'CLAIMS_OFFICER'] as const) {
      expect(await ask(role, world)).toBe('FORBIDDEN');
    }
    expect(await ask('BUREAU_REVIEWER', stranger)).toBe('NOT_FOUND');
  });

  it('refuse a year that is none', async () => {
    const { centerId } = world.world;
    const response = await get(`/export/account/${centerId}?year=25`, 'CLAIMS_OFFICER');
    expect(response.status).toBe(422);
  });

  it('carry what is still unpaid into the next year', async () => {
    const { centerId } = world.world;
    const response = await get(`/export/account/${centerId}?year=2026`, 'CLAIMS_OFFICER');
    expect(response.status).toBe(200);
  });
});

describe('the filed sheet of an institution', () => {
  it('is printed and counted for both sides, and for nobody else', async () => {
    const sheets = api.app.get(SheetService);
    const at = { centerId: world.world.centerId, month: yearMonth('2025-04') };
    const seen = await sheets.sheet(await world.as('officer'), { ...at, version: null });
    const filed = { ...at, basedOn: 0, seen: seen.liveDigest };
    const sheetId = (await sheets.file(await world.as('officer'), filed)).shown?.id ?? '';
    const paper = `/export/institution-sheet/${sheetId}?language=en`;
    for (const role of ['CLAIMS_OFFICER', 'BUREAU_REVIEWER'] as const) {
      const printed = await get(paper, role);
      expect([printed.status, printed.type]).toEqual([200, 'application/pdf']);
    }
    const sheetOf = async (path: string): Promise<string> => {
      const response = await request(api.app.getHttpServer())
        .get(path)
        .set('cookie', await signIn(world, 'BUREAU_REVIEWER'))
        .buffer(true)
        .parse(bytesOf);
      expect([path, response.status]).toEqual([path, 200]);
      return JSON.stringify(await readSheet(response.body as Buffer, XLSX_TYPE));
    };
    expect(await sheetOf(`/export/institution-sheet?sheetId=${sheetId}`)).toContain('2025-04');
    const county = await sheetOf('/export/county-sheets?month=2025-04');
    expect(county).toContain('合计');
    expect((await get(paper, 'NURSE')).status).toBe(403);
    expect((await get(paper, 'OPERATOR_OWNER', stranger)).status).toBe(404);
    expect((await get('/export/county-sheets?month=2025-13', 'BUREAU_REVIEWER')).status).toBe(422);
  });
});
