import type { INestApplication } from '@nestjs/common';
import request from 'supertest';

import { formWorth } from '../../libs/assessment/src/gbt42195/form.sample.js';
import { startApi, type TestApp } from '../support/app.js';
import { insertResident } from '../support/residents.js';
import { World, type RoleCode } from '../support/world.js';

interface Refusal {
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly fields?: readonly { readonly path: string; readonly rule: string }[];
}
interface Answer {
  readonly data: Record<string, Record<string, unknown>> | null;
  readonly errors?: readonly { readonly extensions: Refusal }[];
}

let api: TestApp<INestApplication>;
let world: World;

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2026-06-15');
  world = await World.create(api);
});
afterAll(async () => {
  await api.close();
});

const post = () => request(api.app.getHttpServer()).post('/graphql');

/** Someone with that role at their own screen: sends an operation, gives its one field or the refusal. */
async function signedIn(role: RoleCode) {
  const { userName, password } = await world.user(role);
  const query = 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }';
  const door = await post().send({ query, variables: { input: { userName, password } } });
  const cookie = (door.get('Set-Cookie') ?? []).map((one) => one.split(';')[0]).join('; ');
  const send = async (text: string, variables: unknown): Promise<Answer> =>
    (await post().set('cookie', cookie).send({ query: text, variables })).body as Answer;
  return {
    ask: async (text: string, variables: unknown): Promise<Record<string, unknown>> => {
      const { data, errors } = await send(text, variables);
      if (!data) {
        throw new Error(JSON.stringify(errors));
      }
      return Object.values(data)[0] ?? {};
    },
    download: async (path: string) =>
      await request(api.app.getHttpServer()).get(path).set('cookie', cookie),
    refused: async (text: string, variables: unknown): Promise<Refusal | undefined> =>
      (await send(text, variables)).errors?.[0]?.extensions,
  };
}

const FIELDS = `id version status total proposedLevel proposedLevelName { zh en } missing
  contradictions { code fields } subscores { dimensionId points } resident { name idNumberMasked }`;
const START = `mutation ($input: StartAssessmentInput!) { startAssessment(input: $input) { ${FIELDS} } }`;
const SAVE = `mutation ($input: SaveAssessmentInput!) { saveAssessment(input: $input) { ${FIELDS} } }`;
const SIGN = `mutation ($input: AssessmentVersionInput!) { signAssessment(input: $input) { ${FIELDS} } }`;
const ACCEPT = `mutation ($input: AcceptLevelInput!) {
  acceptLevel(input: $input) { level levelName { en } from until state } }`;
const PROPOSAL = `query ($assessmentId: ID!) {
  levelProposal(assessmentId: $assessmentId) { from until validMonths needsReason displaced { endsOn } } }`;

const asInput = (form: ReturnType<typeof formWorth>) => ({
  answers: Object.entries(form.answers).map(([itemId, optionId]) => ({ itemId, optionId })),
  background: Object.entries(form.background).map(([fieldId, value]) =>
    Array.isArray(value) ? { fieldId, ticks: value } : { fieldId, text: value },
  ),
});

describe('from the first tick to a level', () => {
  it('a nurse assesses, a manager signs beside her and accepts, and the level holds as long as the county says', async () => {
    const nurse = await signedIn('NURSE');
    const manager = await signedIn('CENTER_MANAGER');
    const residentId = await insertResident(api, world, { name: '孙玉兰' });

    const started = await nurse.ask(START, {
      input: { residentId, kind: 'INSTITUTION', assessedOn: '2026-06-10' },
    });
    expect(started).toMatchObject({ status: 'DRAFT', total: 0, resident: { name: '孙玉兰' } });
    expect(started['missing']).toHaveLength(36);

    const { id } = started;
    const form = asInput(formWorth([12, 4, 20, 10], { 'A.2.14.1': '2' }));
    const at = { id, version: started['version'], assessedOn: '2026-06-10' };
    const saved = await nurse.ask(SAVE, { input: { ...at, ...form } });
    expect(saved).toMatchObject({ total: 46, missing: [], contradictions: [] });

    const first = await nurse.ask(SIGN, { input: { id, version: saved['version'] } });
    const done = await manager.ask(SIGN, { input: { id, version: first['version'] } });
    expect(done).toMatchObject({
      status: 'SIGNED',
      proposedLevel: 3,
      proposedLevelName: { zh: '重度失能' },
    });

    const proposal = await manager.ask(PROPOSAL, { assessmentId: id });
    expect(proposal).toEqual({
      from: '2026-06-10',
      until: '2027-06-10',
      validMonths: 12,
      needsReason: false,
      displaced: [],
    });
    const input = {
      assessmentId: id,
      version: done['version'],
      from: '2026-06-10',
      until: '2027-06-10',
    };
    expect((await nurse.refused(ACCEPT, { input }))?.code).toBe('FORBIDDEN');
    expect(await manager.ask(ACCEPT, { input })).toEqual({
      level: 3,
      levelName: { en: 'Severely disabled' },
      from: '2026-06-10',
      until: '2027-06-10',
      state: 'VALID',
    });
  });

  it('a form that contradicts itself says where, while it is filled and when it is signed', async () => {
    const nurse = await signedIn('NURSE');
    const residentId = await insertResident(api, world);
    const { id, version } = await nurse.ask(START, {
      input: { residentId, kind: 'INSTITUTION', assessedOn: '2026-06-10' },
    });
    const form = asInput(formWorth([32, 15, 28, 15], { 'A.5.11': 'YES' }));
    const saved = await nurse.ask(SAVE, {
      input: { id, version, assessedOn: '2026-06-10', ...form },
    });
    expect(saved['contradictions']).toEqual([
      { code: 'COMA_BUT_CONSCIOUS', fields: ['B.3.9', 'A.5.11'] },
    ]);
    const refusal = await nurse.refused(SIGN, { input: { id, version: saved['version'] } });
    expect(refusal).toMatchObject({
      code: 'ASSESSMENT_CONTRADICTORY',
      params: { contradictions: ['COMA_BUT_CONSCIOUS'] },
    });
  });

  it('an answer that is not on the form is refused at its item', async () => {
    const nurse = await signedIn('NURSE');
    const residentId = await insertResident(api, world);
    const { id, version } = await nurse.ask(START, {
      input: { residentId, kind: 'INSTITUTION', assessedOn: '2026-06-10' },
    });
    const answers = [{ itemId: 'B.2.4', optionId: '4' }];
    const input = { id, version, assessedOn: '2026-06-10', answers, background: [] };
    expect(await nurse.refused(SAVE, { input })).toMatchObject({
      code: 'INPUT_INVALID',
      fields: [{ path: 'answers.B.2.4', rule: 'aboveMax', params: { max: 3 } }],
    });
  });

  it('the form comes whole, in both languages, to whoever may read assessments', async () => {
    const reader = await signedIn('CLAIMS_OFFICER');
    const form = await reader.ask(
      '{ abilityForm { edition dimensions { id maxPoints items { id options { id points text { zh en } } } } } }',
      {},
    );
    const dimensions = form['dimensions'] as { maxPoints: number; items: unknown[] }[];
    expect(dimensions.map(({ maxPoints, items }) => [maxPoints, items.length])).toEqual([
      [32, 8],
      [15, 4],
      [28, 9],
      [15, 5],
    ]);
  });

  it('the list that is on the screen can be taken along as a spreadsheet, and only a known one', async () => {
    const nurse = await signedIn('NURSE');
    const of = (tab: string): string =>
      `/export/assessment-queue?centerId=${world.centerId}&tab=${tab}`;
    const sheet = await nurse.download(of('OPEN'));
    expect([sheet.status, sheet.get('Content-Type')]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ]);
    expect((await nurse.download(of('ALL'))).status).toBe(422);
  });
});
