import type { INestApplication } from '@nestjs/common';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { newId } from '@yibu/platform';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { documentOf, Filler, operationsOf, type Operation } from '../support/schema-walk.js';
import { codeOf, Tenants, type Answer } from '../support/tenants.js';

let api: TestApp<INestApplication>;
let world: ClaimWorld;
let operations: Operation[];
let tenants: Tenants;
let cookie: string;
let claimId: string;

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-05-03');
  operations = operationsOf(api.app.get(GraphQLSchemaHost).schema);
  tenants = new Tenants(api, operations);
  world = await ClaimWorld.create(api);
  await world.nothingOnPaper('2025-01');
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  claimId = (await world.submitted('2025-04')).id;
  cookie = await tenants.signIn(world, ['AUDITOR']);
});
afterAll(async () => {
  await api.close();
});

/** Their own door and language, the password, work they started themselves; and what anybody may do without a sign-in. */
const PERSONAL = [
  ...['acceptInvitation', 'changePassword', 'confirmPassword', 'signIn', 'signOut', 'setLocale'],
  ...['signOutEverywhere', 'cancelJob', 'objectToNotice'],
];

const ask = async (query: string, variables: object = {}): Promise<Answer> =>
  (await tenants.send(cookie, query, variables)).body as Answer;

describe('an auditor', () => {
  it('is refused every deed of the product', async () => {
    const allowed: string[] = [];
    const empty = { answers: [], background: [] };
    const filler = new Filler(
      (name) => (/(ids?|refused|released)$/i.test(name) ? newId() : undefined),
      empty,
    );
    for (const operation of operations) {
      if (operation.kind === 'mutation' && !PERSONAL.includes(operation.name)) {
        const code = codeOf(await ask(documentOf(operation), filler.variables(operation)));
        if (code !== 'FORBIDDEN') {
          allowed.push(`${operation.name}: ${code}`);
        }
      }
    }
    // Removing a paper asks first whose paper it is; there is none.
    expect(allowed).toEqual(['removeAttachment: NOT_FOUND']);
  });

  it('reads the county: claims and their lines, money, samples, figures, people and the trail', async () => {
    const { centerId, countyCode } = world.world;
    const answers = [
      await ask('{ reviewQueue { total items { id number } } }'),
      await ask('query ($id: ID!) { claim(id: $id) { number actions statement { claimedFen } } }', {
        id: claimId,
      }),
      await ask('query ($id: ID!) { claimLines(claimId: $id) { total } }', { id: claimId }),
      await ask('{ heldLines { total } recoveries { total } paymentBatches { total } }'),
      await ask('{ claimSamples { total } countyStatistics(year: 2025) { lineCount } }'),
      await ask('query ($c: String!) { yearBudget(countyCode: $c, year: 2025) { leftFen } }', {
        c: countyCode,
      }),
      await ask(
        'query ($c: ID!) { accountStatement(centerId: $c, year: 2025) { balanceFen } residents(centerId: $c) { total } }',
        { c: centerId },
      ),
    ];
    expect(answers.map(codeOf)).toEqual(answers.map(() => 'answered'));
    expect(answers[1]?.data?.['claim']).toMatchObject({ actions: [] });
  });
});
