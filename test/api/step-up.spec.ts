import type { INestApplication } from '@nestjs/common';
import { AccessAudit, newId } from '@yibu/platform';
import request from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';

let api: TestApp<INestApplication>;
let world: ClaimWorld;
let claim: { readonly id: string; readonly version: number };

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-05-03');
  world = await ClaimWorld.create(api);
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await world.nothingOnPaper('2025-01');
  claim = await world.draft('2025-04');
});
afterAll(async () => {
  await api.close();
});

interface Body {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly {
    readonly extensions: { readonly code: string; readonly fields?: readonly unknown[] };
  }[];
}

async function send(cookie: string, query: string, input: unknown): Promise<Body> {
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables: { input } });
  return response.body as Body;
}
const codeOf = (body: Body): string | undefined => body.errors?.[0]?.extensions.code;

interface Person {
  readonly id: string;
  readonly userName: string;
  readonly password: string;
}

async function signIn({ userName, password }: Person): Promise<string> {
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
      variables: { input: { userName, password } },
    });
  return (response.get('Set-Cookie') ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

const confirm = async (cookie: string, password: string): Promise<Body> =>
  await send(
    cookie,
    'mutation ($input: ConfirmPasswordInput!) { confirmPassword(input: $input) }',
    { password },
  );

const submit = async (cookie: string): Promise<Body> =>
  await send(
    cookie,
    `mutation ($input: SubmitClaimInput!) { submitClaim(input: $input) { __typename } }`,
    { claimId: claim.id, version: claim.version, idempotencyKey: newId() },
  );

const passMinutes = (minutes: number): void => {
  api.clock.set(new Date(api.clock.now().getTime() + minutes * 60_000));
};

describe('what binds a center or moves public money', () => {
  it('asks for the password once more: submit, decide, pay, their twins on paper, a change of rules, and of the payee', () => {
    const guarded = api.app
      .get(AccessAudit)
      .handlers()
      .filter(({ needsPassword }) => needsPassword)
      .map(({ operation }) => operation)
      .sort();
    expect(guarded).toEqual([
      'Mutation.annulPaperAppeal',
      'Mutation.annulPaperDecision',
      'Mutation.confirmBatchPayment',
      'Mutation.confirmProposal',
      'Mutation.createPaymentBatch',
      'Mutation.decideClaim',
      'Mutation.decideSupplement',
      'Mutation.offsetDebt',
      'Mutation.recordPaperAppeal',
      'Mutation.recordPaperDecision',
      'Mutation.recordPaperPayment',
      'Mutation.recordPaperSupplement',
      'Mutation.recordPayment',
      'Mutation.setBankAccount',
      'Mutation.settleAward',
      'Mutation.submitClaim',
    ]);
  });

  it('is refused to a session that merely is open, and nothing has happened', async () => {
    const owner = await signIn(await world.world.user('OPERATOR_OWNER'));
    expect(codeOf(await submit(owner))).toBe('PASSWORD_CONFIRMATION_REQUIRED');
    const [row] = await api.dataSource.query<{ status: string }[]>(
      'SELECT status FROM claim WHERE id = ?',
      [claim.id],
    );
    expect(row?.status).toBe('CHECKED');
  });

  it('is told apart from what somebody may not do at all', async () => {
    const officer = await signIn(await world.world.user('CLAIMS_OFFICER'));
    expect(codeOf(await submit(officer))).toBe('FORBIDDEN');
  });

  it('takes no wrong password, counts it with the failed sign-ins, and locks after five', async () => {
    const person = await world.world.user('OPERATOR_OWNER');
    const owner = await signIn(person);
    const answers: (string | undefined)[] = [];
    for (let guess = 1; guess <= 6; guess += 1) {
      answers.push(codeOf(await confirm(owner, `guess ${guess}`)));
    }
    expect(answers).toEqual([...Array<string>(5).fill('INPUT_INVALID'), 'ACCOUNT_LOCKED']);
    expect(codeOf(await confirm(owner, person.password))).toBe('ACCOUNT_LOCKED');
    expect(codeOf(await submit(owner))).toBe('PASSWORD_CONFIRMATION_REQUIRED');
  });

  it('holds for this browser only, for five minutes, and is in the history', async () => {
    const person = await world.world.user('OPERATOR_OWNER');
    const [here, elsewhere] = [await signIn(person), await signIn(person)];
    expect((await confirm(here, person.password)).data).toEqual({ confirmPassword: true });
    expect(codeOf(await submit(elsewhere))).toBe('PASSWORD_CONFIRMATION_REQUIRED');
    passMinutes(5.01);
    expect(codeOf(await submit(here))).toBe('PASSWORD_CONFIRMATION_REQUIRED');
    await confirm(here, person.password);
    passMinutes(4.9);
    expect((await submit(here)).data).toEqual({ submitClaim: { __typename: 'ClaimSubmitted' } });
    const acts = await api.dataSource.query<{ action: string }[]>(
      `SELECT action FROM audit_event WHERE user_id = ? AND entity = 'user' ORDER BY id`,
      [person.id],
    );
    expect(acts.filter(({ action }) => action === 'confirmPassword')).toHaveLength(2);
  });
});
