import type { INestApplication } from '@nestjs/common';
import { OperatingContractEntity } from '@yibu/center';
import { localDate } from '@yibu/kernel';
import { newId } from '@yibu/platform';
import request from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import type { RoleCode } from '../support/world.js';

let api: TestApp<INestApplication>;
let former: ClaimWorld;
let next: ClaimWorld;
let owner: string;
let officer: string;
let successor: string;
/** March was decided and paid while the center was run; April is a draft that the operator answers for alone. */
let march: string;
let april: string;

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-04-03');
  former = await ClaimWorld.create(api, { makesPackages: true });
  await former.nothingOnPaper('2025-01');
  await former.resident({ from: '2024-11-10', level: 4, name: '周一' });
  next = await ClaimWorld.create(api, { countyCode: former.world.countyCode });
  march = (await former.submitted('2025-03')).id;
  const { decidedFen } = await former.decided(march);
  await former.paid(march, decidedFen ?? 0, '银-3');
  await handOver('2025-05-01');
  api.clock.setDay('2025-05-03');
  owner = await signIn(former, 'OPERATOR_OWNER');
  officer = await signIn(former, 'CLAIMS_OFFICER');
  successor = await signIn(next, 'OPERATOR_OWNER');
});
afterAll(async () => {
  await api.close();
});

async function handOver(on: string): Promise<void> {
  const { centerId } = former.world;
  await api.dataSource.query('UPDATE operating_contract SET until_on = ? WHERE center_id = ?', [
    on,
    centerId,
  ]);
  await api.dataSource.manager.insert(OperatingContractEntity, {
    id: newId(),
    centerId,
    organizationId: next.world.operatorId,
    fromOn: localDate(on),
    untilOn: null,
  });
}

interface Answer {
  readonly data: Readonly<Record<string, never>> | null;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function send(cookie: string, query: string, variables: unknown = {}): Promise<Answer> {
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables });
  return response.body as Answer;
}

async function signIn(world: ClaimWorld, role: RoleCode): Promise<string> {
  const { userName, password } = await world.world.user(role);
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
      variables: { input: { userName, password } },
    });
  const cookie = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
  await send(cookie, 'mutation ($i: ConfirmPasswordInput!) { confirmPassword(input: $i) }', {
    i: { password },
  });
  return cookie;
}

/** The code of the refusal, or `answered`. */
const codeOf = ({ errors }: Answer): string => errors?.[0]?.extensions.code ?? 'answered';

const CLAIM = `query ($id: ID!) { claim(id: $id) { number version status paidFen actions payments { id receiptNumber }
  filings { path } } }`;

const versionOf = async (id: string): Promise<number> =>
  (((await send(owner, CLAIM, { id })).data ?? {})['claim'] as never as { version: number })
    .version;

const upload = async (cookie: string, claimId: string): Promise<request.Response> =>
  await request(api.app.getHttpServer())
    .post('/files')
    .set('cookie', cookie)
    .query({
      centerId: former.world.centerId,
      entity: 'claim',
      entityId: claimId,
      kind: 'DECISION',
    })
    .attach('file', Buffer.from('%PDF-1.4 decision'), '批复.pdf');

const get = async (cookie: string, path: string): Promise<number> =>
  (await request(api.app.getHttpServer()).get(path).set('cookie', cookie)).status;

describe('an operator whose contract of a center ended', () => {
  it('is told of the center and its months, and lists its own claims of it', async () => {
    const { data } = await send(
      owner,
      `{ session { centers { id } formerCenters { id firstMonth lastMonth } }
         claims(page: 1, pageSize: 20, isFormer: true) { total items { id period } } }`,
    );
    expect(data).toMatchObject({
      session: {
        centers: [],
        formerCenters: [{ id: former.world.centerId, lastMonth: '2025-04' }],
      },
      claims: { total: 1, items: [{ id: march, period: '2025-03' }] },
    });
  });

  it('sees what was paid and takes its packages and papers along', async () => {
    const { data } = await send(owner, CLAIM, { id: march });
    const { payments, filings } = (data?.['claim'] ?? {}) as never as {
      payments: { id: string }[];
      filings: { path: string }[];
    };
    expect(data).toMatchObject({
      claim: { status: 'PAID', payments: [{ receiptNumber: '银-3' }] },
    });
    for (const path of [
      filings[0]?.path ?? '',
      `/export/receipt/${payments[0]?.id ?? ''}?language=zh-CN`,
      `/export/difference/${march}?language=zh-CN`,
      `/export/account/${former.world.centerId}?year=2025&language=zh-CN`,
    ]) {
      expect([path, await get(owner, path)]).toEqual([path, 200]);
    }
  });

  it('claims the last month it answers for, and the next operator sees nothing of it before it is submitted', async () => {
    const { centerId } = former.world;
    const input = { centerId, period: '2025-04', idempotencyKey: newId() };
    const prepare =
      'mutation ($input: PrepareClaimInput!) { prepareClaim(input: $input) { claimId } }';
    const { data } = await send(officer, prepare, { input });
    april = ((data ?? {})['prepareClaim'] as never as { claimId: string }).claimId;
    await former.work();
    expect((await send(owner, CLAIM, { id: april })).data).toMatchObject({
      claim: { status: 'CHECKED', actions: expect.arrayContaining(['SUBMIT']) as never },
    });
    expect(codeOf(await send(successor, CLAIM, { id: april }))).toBe('NOT_FOUND');
    const listed = await send(successor, '{ claims(page: 1, pageSize: 20) { items { id } } }');
    expect(JSON.stringify(listed.data)).not.toContain(april);
  });

  it('submits it, enters what a county decided on paper with its scan, and what was paid', async () => {
    const version = await versionOf(april);
    const submitted = await send(
      owner,
      'mutation ($input: SubmitClaimInput!) { submitClaim(input: $input) { __typename } }',
      { input: { claimId: april, version, idempotencyKey: newId() } },
    );
    expect(submitted.data).toMatchObject({ submitClaim: { __typename: 'ClaimSubmitted' } });
    await former.work();
    await api.dataSource.query(
      `UPDATE county SET settings = JSON_MERGE_PATCH(settings, '{"decidesOnPaper":true}') WHERE code = ?`,
      [former.world.countyCode],
    );
    const scan = (await upload(officer, april)).body as { id: string };
    expect((await upload(successor, april)).status).toBe(404);
    const current = { version: await versionOf(april) };
    const decided = await send(
      owner,
      `mutation ($input: RecordPaperDecisionInput!) { recordPaperDecision(input: $input) { status decidedFen } }`,
      {
        input: {
          claimId: april,
          version: current.version,
          decidedOn: '2025-05-03',
          documentNumber: '民审〔2025〕4号',
          attachmentId: scan.id,
          idempotencyKey: newId(),
        },
      },
    );
    expect(decided).toMatchObject({ data: { recordPaperDecision: { status: 'DECIDED' } } });
    expect([
      await get(owner, `/files/${scan.id}`),
      await get(successor, `/files/${scan.id}`),
    ]).toEqual([200, 200]);
  });

  it('reaches nothing else of the house', async () => {
    const { centerId } = former.world;
    for (const query of [
      `{ residents(centerId: "${centerId}", page: 1, pageSize: 20) { total } }`,
      `{ staffMembers(centerId: "${centerId}", page: 1, pageSize: 20) { total } }`,
      `{ claimMonthBoard(centerId: "${centerId}", month: "2025-04") { yearFrom } }`,
      `{ openingLedger(centerId: "${centerId}", yearFrom: "2025-01") { state } }`,
      `{ attachments(entity: "center", entityId: "${centerId}") { id } }`,
    ]) {
      expect([query, codeOf(await send(owner, query))]).toEqual([query, 'NOT_FOUND']);
    }
    const input = { centerId, period: '2025-05', idempotencyKey: newId() };
    const prepare =
      'mutation ($input: PrepareClaimInput!) { prepareClaim(input: $input) { claimId } }';
    expect(codeOf(await send(officer, prepare, { input }))).toBe('NOT_FOUND');
  });
});
