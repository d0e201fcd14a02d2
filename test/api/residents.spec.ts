import type { INestApplication } from '@nestjs/common';
import request from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { fictionalIdNumber, World } from '../support/world.js';

let api: TestApp<INestApplication>;
let world: World;

beforeAll(async () => {
  api = await startApi();
  world = await World.create(api);
});
afterAll(async () => {
  await api.close();
});

interface Answer {
  readonly data: Record<string, never> | null;
  readonly errors?: readonly { readonly extensions: Record<string, unknown> }[];
}

async function cookieOf(role: Parameters<World['user']>[0], at = world): Promise<string> {
  const user = await at.user(role);
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
      variables: { input: { userName: user.userName, password: user.password } },
    });
  return (response.get('Set-Cookie') ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

async function send(cookie: string, query: string, variables: unknown = {}): Promise<Answer> {
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables });
  return response.body as Answer;
}

const CREATE = `mutation ($input: CreateResidentInput!) { createResident(input: $input) {
  id name sex bornOn idNumberMasked phone version } }`;
const FILE = `query ($id: ID!) { resident(id: $id) { id version
  contacts { id name phone isEmergency version } categories { code fromOn isVoided }
  consents { purpose isGiven withdrawnOn } agreements { number openClauses } documents { type } } }`;

describe('the resident file over the wire', () => {
  it('shows an ID number masked, whoever asks', async () => {
    const manager = await cookieOf('CENTER_MANAGER');
    const idNumber = fictionalIdNumber('1938-02-03', 1);
    const input = { centerId: world.centerId, name: '张 建国', idType: 'CITIZEN', idNumber };
    const created = await send(manager, CREATE, { input });
    expect(created.data).toMatchObject({
      createResident: { name: '张建国', sex: 'M', bornOn: '1938-02-03', version: 1 },
    });
    const list = await send(
      manager,
      '{ residents(search: "zjg") { total items { idNumberMasked } } }',
    );
    expect(list.data).toMatchObject({
      residents: { total: 1, items: [{ idNumberMasked: `**************${idNumber.slice(-4)}` }] },
    });
    expect(JSON.stringify([created, list])).not.toContain(idNumber);
  });

  it('names the field and the fault, and the file that already has the number', async () => {
    const manager = await cookieOf('CENTER_MANAGER');
    const number = fictionalIdNumber('1938-02-03', 3);
    const draft = { centerId: world.centerId, name: '赵六', idType: 'CITIZEN' };
    const wrong = await send(manager, CREATE, {
      input: { ...draft, idNumber: `${number.slice(0, 17)}${number.endsWith('1') ? '2' : '1'}` },
    });
    expect(wrong.errors?.[0]?.extensions).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path: 'idNumber', rule: 'ID_CHECK_DIGIT' }, {}, {}],
    });
    await send(manager, CREATE, { input: { ...draft, idNumber: number } });
    const again = await send(manager, CREATE, { input: { ...draft, idNumber: number } });
    expect(again.errors?.[0]?.extensions).toMatchObject({
      code: 'RESIDENT_ID_TAKEN',
      params: { name: '赵六' },
    });
  });

  it('holds contacts, categories, consents, agreement and papers, and no stranger reads them', async () => {
    const manager = await cookieOf('CENTER_MANAGER');
    const input = {
      centerId: world.centerId,
      name: '孙玉梅',
      idType: 'CITIZEN',
      idNumber: fictionalIdNumber('1941-02-03', 6),
    };
    const created = await send(manager, CREATE, { input });
    const { id } = (created.data as unknown as { createResident: { id: string } }).createResident;
    const deeds: [string, string, object][] = [
      [
        'addResidentContact',
        'AddContactInput',
        {
          name: '孙强',
          relation: 'SON',
          phone: '13812345678',
          isEmergency: true,
          isSigner: true,
          isPayer: true,
          isGuardian: true,
          guardianBasis: 'STATUTORY',
        },
      ],
      ['addResidentCategory', 'AddCategoryInput', { code: 'LOW_INCOME', fromOn: '2026-01-01' }],
      [
        'recordConsents',
        'RecordConsentsInput',
        {
          consents: ['HEALTH_DATA', 'PHOTO'].map((purpose) => ({
            purpose,
            basis: 'CONSENT',
            textVersion: '2026-1',
            isGiven: purpose === 'HEALTH_DATA',
            signer: '孙强',
            relation: 'SON',
            signedOn: '2026-06-01',
          })),
        },
      ],
      [
        'signServiceAgreement',
        'SignAgreementInput',
        {
          number: 'FW-2026-001',
          signedOn: '2026-06-01',
          fromOn: '2026-06-01',
          signer: '孙强',
          relation: 'SON',
          clauses: [{ clause: 'FEES', text: '每月 2400 元，月初交纳' }],
        },
      ],
      ['addResidentDocument', 'AddDocumentInput', { type: 'PASSPORT', number: 'E12345678' }],
    ];
    for (const [name, type, more] of deeds) {
      const answer = await send(
        manager,
        `mutation ($input: ${type}!) { ${name}(input: $input) { id } }`,
        { input: { residentId: id, ...more } },
      );
      expect(answer.errors ?? []).toEqual([]);
    }
    const file = await send(await cookieOf('NURSE'), FILE, { id });
    expect(file.data).toMatchObject({
      resident: {
        contacts: [{ name: '孙强', phone: '13812345678', isEmergency: true }],
        categories: [{ code: 'LOW_INCOME', isVoided: false }],
        consents: [
          { purpose: 'HEALTH_DATA', isGiven: true },
          { purpose: 'PHOTO', isGiven: false },
        ],
        agreements: [{ number: 'FW-2026-001' }],
        documents: [{ type: 'PASSPORT' }],
      },
    });
    const rival = await World.create(api);
    const stranger = await send(await cookieOf('CENTER_MANAGER', rival), FILE, { id });
    expect(stranger.errors?.[0]?.extensions['code']).toBe('NOT_FOUND');
  });

  it('lets a nurse read and not write', async () => {
    const nurse = await cookieOf('NURSE');
    const input = { centerId: world.centerId, name: '钱', idType: 'NONE', noIdReason: '待查' };
    const answer = await send(nurse, CREATE, { input });
    expect(answer.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  });

  it('leaves as a workbook with masked numbers', async () => {
    const manager = await cookieOf('CENTER_MANAGER');
    const response = await request(api.app.getHttpServer())
      .get(`/export/residents?centerId=${world.centerId}`)
      .set('cookie', manager);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toContain('spreadsheetml');
  });
});
