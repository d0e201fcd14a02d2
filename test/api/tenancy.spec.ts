import type { INestApplication } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import request from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { Aim } from '../support/aim.js';
import { CANARY, type Estate } from '../support/estate.js';
import { bytesOf, isClean, LISTS, NOT_YET, papersOf } from '../support/foreign.js';
import { person, workbook } from '../support/roster-desk.js';
import { Filler, operationsOf, type Operation } from '../support/schema-walk.js';
import { BUREAU, codeOf, OPERATOR, Tenants, type Answer } from '../support/tenants.js';
import type { RoleCode } from '../support/world.js';

jest.setTimeout(240_000);

let api: TestApp<INestApplication>;
let tenants: Tenants;
let operations: Operation[];
let mine: Estate;
let theirs: Estate;

const SIDES = [
  ['operator', OPERATOR],
  ['bureau', BUREAU],
  ['finance bureau and auditors', ['FINANCE_OFFICER', 'AUDITOR']],
] as const;

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-05-03');
  const { schema } = api.app.get(GraphQLSchemaHost);
  operations = operationsOf(schema);
  tenants = new Tenants(api, operations);
  mine = await tenants.settle('我方');
  theirs = await tenants.settle(CANARY);
});
afterAll(async () => {
  await api.close();
});

/** A bureau has no nurses, which is said before the centers are looked at. */
const REFUSED_EARLIER = ['inviteUser INPUT_INVALID'];

/** The history of a record that has none looks the same, wherever the record may be: there is no list of all kinds. */
const SILENT: Readonly<Record<string, string>> = {
  history: '{"history":{"__typename":"AuditEventPage","items":[],"total":0}}',
};

/** What is wrong with the answer to a call whose ids are all another tenant's. Zeros and empty lists are answers. */
function leak(name: string, answer: Answer, hasIds: boolean): string | null {
  const code = codeOf(answer);
  const isRefusal =
    ['NOT_FOUND', 'FORBIDDEN'].includes(code) || JSON.stringify(answer.data) === SILENT[name];
  const isRight = hasIds
    ? isRefusal || REFUSED_EARLIER.includes(`${name} ${code}`)
    : code !== 'INTERNAL';
  return isRight ? null : `${name}: ${code} ${JSON.stringify(answer).slice(0, 200)}`;
}

/** Ends the caller's own session; a session of its own for each. */
const LAST = ['signOut', 'signOutEverywhere'];

async function attack(roles: readonly RoleCode[]): Promise<string[]> {
  const wrong: string[] = [];
  const cookie = await tenants.signIn(mine.tenant, roles);
  for (const operation of operations) {
    const { name } = operation;
    const aim = new Aim(theirs, theirs);
    const session = LAST.includes(name) ? await tenants.signIn(mine.tenant, roles) : cookie;
    const answer = await tenants.call(session, operation, aim);
    const found = leak(name, answer, aim.places.size > 0);
    wrong.push(...(found === null ? [] : [found]));
    if (JSON.stringify(answer).includes(CANARY)) {
      wrong.push(`${name}: shows ${JSON.stringify(answer).slice(0, 300)}`);
    }
  }
  return wrong;
}

/** One foreign id among the caller's own. */
async function smuggle(roles: readonly RoleCode[]): Promise<string[]> {
  const wrong: string[] = [];
  const cookie = await tenants.signIn(mine.tenant, roles);
  for (const operation of operations.filter(({ name }) => !LAST.includes(name))) {
    const probe = await new Aim(theirs, mine).load(operation);
    new Filler(probe.source).variables(operation);
    for (const place of probe.places.size > 1 ? probe.places : []) {
      const answer = await tenants.call(cookie, operation, new Aim(theirs, mine, place));
      const code = codeOf(answer);
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

/** Work in progress is shown to the one who started it; a notice hangs for everybody who has its address. */
const isAskedByAll = ({ kind, name }: Operation): boolean =>
  kind === 'query' && name !== 'job' && name !== 'noticePage';

/** Reads a sheet that was uploaded for it: a world of its own, in the suite of the opening sheet. */
const NEEDS_SHEET = 'importOpeningLedger';

/** Deeds that take something away come last, so that the others find it. */
function deedsInOrder(all: readonly Operation[]): Operation[] {
  const takesAway = ({ name }: Operation): number =>
    name === 'endContract' ? 2 : Number(/^(remove|discard|void|revoke|undo|cancel)/.test(name));
  return all
    .filter(({ kind, name }) => kind === 'mutation' && ![...LAST, 'cancelJob'].includes(name))
    .sort((a, b) => takesAway(a) - takesAway(b));
}

describe('two operators in two counties', () => {
  it('are answered at home: every query of the attack asks for something that is there', async () => {
    const cookies = [
      await tenants.signIn(theirs.tenant, OPERATOR),
      await tenants.signIn(theirs.tenant, BUREAU),
    ];
    const silent: string[] = [];
    for (const operation of operations.filter(isAskedByAll)) {
      const codes: string[] = [];
      for (const cookie of cookies) {
        codes.push(codeOf(await tenants.call(cookie, operation, new Aim(theirs, theirs))));
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
      const cookie = await tenants.signIn(mine.tenant, roles);
      for (const name of LISTS) {
        const filters = `centerId=${centerId}&claimId=${ids.claim}&residentId=${ids.resident}&runId=${ids.run}&listId=${ids.list}&sheetId=${ids.sheet}&month=2025-01`;
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

  it('are answered at home by every deed of the attack: what it names is found', async () => {
    const cookies = [
      await tenants.signIn(mine.tenant, OPERATOR),
      await tenants.signIn(mine.tenant, BUREAU),
      await tenants.signIn(mine.tenant, ['PLATFORM_ADMIN']),
      await tenants.signIn(mine.tenant, ['FINANCE_OFFICER']),
    ];
    const wrong: string[] = [];
    for (const operation of deedsInOrder(operations).filter(({ name }) => name !== NEEDS_SHEET)) {
      const codes: string[] = [];
      for (const cookie of cookies) {
        codes.push(codeOf(await tenants.call(cookie, operation, new Aim(mine, mine))));
        if (!['NOT_FOUND', 'FORBIDDEN', 'INTERNAL'].includes(codes.at(-1) ?? '')) {
          break;
        }
      }
      const isFound = !['NOT_FOUND', 'FORBIDDEN', 'INTERNAL'].includes(codes.at(-1) ?? '');
      wrong.push(...(isFound ? [] : [`${operation.name}: ${codes.join()}`]));
    }
    expect(wrong).toEqual([]);
  });
});
