import type { INestApplication } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { newId } from '@yibu/platform';
import request, { type Response } from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { Aim } from '../support/aim.js';
import { CANARY, Estate } from '../support/estate.js';
import { bytesOf, isClean, isEmpty, life, LISTS, NOT_YET, papersOf } from '../support/foreign.js';
import { ruled } from '../support/policy-life.js';
import { person, workbook } from '../support/roster-desk.js';
import { documentOf, Filler, operationsOf, type Operation } from '../support/schema-walk.js';
import type { RoleCode } from '../support/world.js';

jest.setTimeout(240_000);

let api: TestApp<INestApplication>;
let operations: Operation[];
let mine: Estate;
let theirs: Estate;

interface Answer {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: { readonly code: string };
  }[];
}

async function send(cookie: string, query: string, variables: unknown): Promise<Response> {
  return await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables });
}

/** Signed in as one person with all these roles, the password given twice: nothing is refused for want of it. */
async function signIn(tenant: ClaimWorld, roles: readonly RoleCode[]): Promise<string> {
  const [first = 'NURSE', ...more] = roles;
  const user = await tenant.world.user(first);
  await api.dataSource.query(
    'INSERT INTO user_role (user_id, role_id) SELECT ?, id FROM role WHERE code IN (?)',
    [user.id, [...more, '']],
  );
  const response = await send(
    '',
    'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
    { input: { userName: user.userName, password: user.password } },
  );
  const cookie = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
  await send(
    cookie,
    'mutation ($input: ConfirmPasswordInput!) { confirmPassword(input: $input) }',
    { input: { password: user.password } },
  );
  return cookie;
}

const OPERATOR = ['OPERATOR_OWNER', 'CENTER_MANAGER', 'CLAIMS_OFFICER', 'NURSE'] as const;
const BUREAU = ['BUREAU_REVIEWER', 'BUREAU_LEADER'] as const;

const SIDES = [
  ['operator', OPERATOR],
  ['bureau', BUREAU],
] as const;

const named = (name: string): Operation => {
  const found = operations.find((operation) => operation.name === name);
  if (!found) {
    throw new Error(`no operation ${name}`);
  }
  return found;
};

async function call(
  cookie: string,
  operation: Operation,
  aim: Aim,
  overrides: Readonly<Record<string, unknown>> = {},
): Promise<Answer> {
  await aim.load(operation);
  const variables = new Filler(aim.source, overrides).variables(operation);
  return (await send(cookie, documentOf(operation), variables)).body as Answer;
}

async function tenant(mark: string): Promise<Estate> {
  const world = await ClaimWorld.create(api, { beds: 8 });
  await api.database.run('UPDATE app_user SET display_name = ? WHERE organization_id = ?', [
    mark,
    world.world.operatorId,
  ]);
  await world.resident({ from: '2025-01-10', level: 4, name: `${mark}一` });
  await world.resident({ from: '2025-03-10', level: 1, bed: 1, name: `${mark}二` });
  await world.nothingOnPaper('2025-01');
  const claim = await world.submitted('2025-04');
  const line = (await world.lines(claim.id)).find(({ status }) => status === 'PAYABLE');
  await world.decided(claim.id, [{ line: line?.id ?? '', verdict: 'RETURNED' }]);
  await world.paid(claim.id, 100);
  await ruled(world, mark);
  const estate = await Estate.of(api, world);
  const cookie = await signIn(world, OPERATOR);
  const { centerId } = world.world;
  const residentId = (await estate.row('resident')).id;
  const file = await request(api.app.getHttpServer())
    .post(`/files?centerId=${centerId}&entity=resident&entityId=${residentId}&kind=OTHER`)
    .set('cookie', cookie)
    .attach('file', Buffer.from('%PDF-1.4\n%%EOF\n'), 'paper.pdf');
  const list = await request(api.app.getHttpServer())
    .post(`/files/roster?centerId=${centerId}&kind=ROSTER`)
    .set('cookie', cookie)
    .attach('file', await workbook([person(1), { ...person(2), 姓名: mark }]), 'list.xlsx');
  const problems = [file, list]
    .filter(({ status }) => status !== 201)
    .map((response) => `upload: ${JSON.stringify(response.body)}`);
  for (const [name, overrides] of life(mark)) {
    const own = new Aim(estate, estate);
    const made = await call(cookie, named(name), own, overrides).catch((error: unknown) => ({
      errors: [String(error)],
    }));
    if (made.errors) {
      problems.push(`${name}: ${JSON.stringify(made.errors)}`);
    }
  }
  const newcomer = await world.house.resident(mark);
  const reserved = { residentId: newcomer, bedId: world.house.bed(6), untilOn: null };
  const bureau = await signIn(world, BUREAU);
  for (const [who, name, overrides] of [
    [cookie, 'reserveBed', { ...reserved, fromOn: '2025-05-03' }],
    [bureau, 'setSinglePersonException', {}],
  ] as const) {
    const made = await call(who, named(name), new Aim(estate, estate), overrides);
    if (made.errors) {
      problems.push(`${name}: ${JSON.stringify(made.errors)}`);
    }
  }
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  return estate;
}

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-05-03');
  const { schema } = api.app.get(GraphQLSchemaHost);
  operations = operationsOf(schema);
  mine = await tenant('我方');
  theirs = await tenant(CANARY);
});
afterAll(async () => {
  await api.close();
});

const REFUSALS = ['NOT_FOUND', 'FORBIDDEN'];
/** A bureau has no nurses, which is said before the centers are looked at. */
const REFUSED_EARLIER = ['inviteUser INPUT_INVALID'];

/** What the same call answers when its ids are nobody's. */
async function answerOfNobody(cookie: string, operation: Operation, ids: object): Promise<string> {
  const nobody = JSON.stringify(ids)
    .replaceAll(/"[0-9A-Z]{26}"/g, () => JSON.stringify(newId()))
    .replaceAll(`"${theirs.tenant.world.countyCode}"`, '"989999"');
  const response = await send(cookie, documentOf(operation), JSON.parse(nobody));
  return JSON.stringify((response.body as Answer).data ?? null);
}

/** What is wrong with the answer to a call whose ids are all another tenant's. */
function leak(name: string, answer: Answer, hasIds: boolean): string | null {
  const code = answer.errors?.[0]?.extensions.code;
  if (answer.errors) {
    const isRefusal = REFUSALS.includes(code ?? '') || REFUSED_EARLIER.includes(`${name} ${code}`);
    const isWrong = hasIds ? !isRefusal : code === 'INTERNAL';
    return isWrong ? `${name}: ${code} ${answer.errors[0]?.message}` : null;
  }
  return hasIds && !isEmpty(answer.data?.[name])
    ? `${name}: answered ${JSON.stringify(answer.data).slice(0, 200)}`
    : null;
}

/** Ends the caller's own session; a session of its own for each. */
const LAST = ['signOut', 'signOutEverywhere'];

async function attack(roles: readonly RoleCode[]): Promise<string[]> {
  const wrong: string[] = [];
  const cookie = await signIn(mine.tenant, roles);
  for (const operation of operations) {
    const { name } = operation;
    const aim = new Aim(theirs, theirs);
    const session = LAST.includes(name) ? await signIn(mine.tenant, roles) : cookie;
    const answer = await call(session, operation, aim);
    const found = leak(name, answer, aim.places.size > 0);
    const ids = new Filler(aim.source).variables(operation);
    const isToldNothing =
      found !== null &&
      !answer.errors &&
      JSON.stringify(answer.data) === (await answerOfNobody(cookie, operation, ids));
    wrong.push(...(found === null || isToldNothing ? [] : [found]));
    if (JSON.stringify(answer).includes(CANARY)) {
      wrong.push(`${name}: shows ${JSON.stringify(answer).slice(0, 300)}`);
    }
  }
  return wrong;
}

/** One foreign id among the caller's own. */
async function smuggle(roles: readonly RoleCode[]): Promise<string[]> {
  const wrong: string[] = [];
  const cookie = await signIn(mine.tenant, roles);
  for (const operation of operations.filter(({ name }) => !LAST.includes(name))) {
    const probe = await new Aim(theirs, mine).load(operation);
    new Filler(probe.source).variables(operation);
    for (const place of probe.places.size > 1 ? probe.places : []) {
      const answer = await call(cookie, operation, new Aim(theirs, mine, place));
      const code = answer.errors?.[0]?.extensions.code;
      if (code === 'INTERNAL' || code === 'GRAPHQL_VALIDATION_FAILED') {
        wrong.push(`${place}: ${code} ${answer.errors?.[0]?.message}`);
      }
      if (JSON.stringify(answer).includes(CANARY)) {
        wrong.push(`${place}: shows ${JSON.stringify(answer).slice(0, 300)}`);
      }
    }
  }
  return wrong;
}

/** Work in progress is shown to the one who started it. */
const isAskedByAll = ({ kind, name }: Operation): boolean => kind === 'query' && name !== 'job';

describe('two operators in two counties', () => {
  it('are answered at home: every query of the attack asks for something that is there', async () => {
    const cookies = [await signIn(theirs.tenant, OPERATOR), await signIn(theirs.tenant, BUREAU)];
    const silent: string[] = [];
    for (const operation of operations.filter(isAskedByAll)) {
      const codes: string[] = [];
      for (const cookie of cookies) {
        const answer = await call(cookie, operation, new Aim(theirs, theirs));
        codes.push(answer.errors?.[0]?.extensions.code ?? 'answered');
      }
      silent.push(...(codes.includes('answered') ? [] : [`${operation.name}: ${codes.join()}`]));
    }
    expect(silent).toEqual([]);
    expect((await theirs.mark()).length).toBeGreaterThan(40);
  });

  it('have something of everything', async () => {
    expect(await theirs.empty()).toEqual(NOT_YET);
  });

  it.each(SIDES)('are strangers to every operation of the %s', async (_, roles) => {
    const before = await theirs.checksums();
    expect(await attack(roles)).toEqual([]);
    expect(await theirs.checksums()).toEqual(before);
  });

  it.each(SIDES)(
    'stay strangers when one foreign id hides among the own of the %s',
    async (_, roles) => {
      const before = await theirs.checksums();
      expect(await smuggle(roles)).toEqual([]);
      expect(await mine.referencesTo(theirs)).toEqual([]);
      expect(await theirs.checksums()).toEqual(before);
    },
  );

  it('share no file, list, package or upload', async () => {
    const before = await theirs.checksums();
    const { centerId } = theirs.tenant.world;
    const ids = await papersOf(theirs);
    const server = api.app.getHttpServer();
    for (const roles of [OPERATOR, BUREAU]) {
      const cookie = await signIn(mine.tenant, roles);
      for (const name of LISTS) {
        const filters = `centerId=${centerId}&claimId=${ids.claim}&residentId=${ids.resident}&runId=${ids.run}`;
        const got = await request(server)
          .get(`/export/${name}?${filters}&tab=DUE`)
          .set('cookie', cookie)
          .buffer(true)
          .parse(bytesOf);
        expect([name, got.status < 500 && (await isClean(got))]).toEqual([name, true]);
      }
      for (const path of ids.doors) {
        const got = await request(server).get(path).set('cookie', cookie);
        expect([path, [403, 404].includes(got.status)]).toEqual([path, true]);
      }
      const posts = [
        `/files?centerId=${centerId}&entity=resident&entityId=${ids.resident}&kind=OTHER`,
        `/files?centerId=${mine.tenant.world.centerId}&entity=resident&entityId=${ids.resident}&kind=OTHER`,
        `/files/roster?centerId=${centerId}&kind=ROSTER`,
        `/files/policy-scan?countyCode=${theirs.tenant.world.countyCode}`,
      ];
      for (const path of posts) {
        const isList = path.startsWith('/files/roster');
        const bytes = isList ? await workbook([person(3)]) : Buffer.from('%PDF-1.4\n%%EOF\n');
        const put = await request(server)
          .post(path)
          .set('cookie', cookie)
          .attach('file', bytes, 'a.pdf');
        expect([path, [403, 404].includes(put.status)]).toEqual([path, true]);
      }
    }
    expect(await theirs.checksums()).toEqual(before);
  });
});
