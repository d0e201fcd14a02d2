import type { INestApplication } from '@nestjs/common';
import { newId } from '@yibu/platform';
import request from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import type { RoleCode } from '../support/world.js';

let api: TestApp<INestApplication>;
let world: ClaimWorld;

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-05-03');
  world = await ClaimWorld.create(api, { makesPackages: true });
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await world.resident({ from: '2025-03-10', level: 1, bed: 1, name: '周二' });
  await world.nothingOnPaper('2025-01');
});
afterAll(async () => {
  await api.close();
});

interface Answer {
  readonly data: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function signIn(role: RoleCode): Promise<string> {
  const user = await world.world.user(role);
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
      variables: { input: { userName: user.userName, password: user.password } },
    });
  const cookie = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
  await confirmPassword(cookie, user.password);
  return cookie;
}

/** Once more, as the screen asks before a claim is submitted, decided or paid. */
async function confirmPassword(cookie: string, password: string): Promise<void> {
  await send(
    cookie,
    'mutation ($input: ConfirmPasswordInput!) { confirmPassword(input: $input) }',
    { input: { password } },
  );
}

async function send(cookie: string, query: string, variables: unknown = {}): Promise<Answer> {
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables });
  return response.body as Answer;
}

const CLAIM = `query ($id: ID!) { claim(id: $id) { id number version status claimedFen decidedFen paidFen actions
  openLineCount totals { program payableFen reversalFen } refusals { program code textZh textEn }
  statement { claimedFen returnedFen cutFen heldFen releasedFen decidedFen isFinal } filings { language path } } }`;
const LINES = `query ($claimId: ID!, $pageSize: Int!) { claimLines(claimId: $claimId, pageSize: $pageSize, status: PAYABLE) {
  total payableFen items { id subjectName month amountFen verdict } } }`;

interface ClaimView {
  readonly id: string;
  readonly version: number;
  readonly actions: readonly string[];
  readonly filings: readonly { readonly path: string }[];
}

const claimOf = async (cookie: string, id: string): Promise<ClaimView> =>
  (await send(cookie, CLAIM, { id })).data['claim'] as ClaimView;

describe('the month of a center over the wire', () => {
  it('goes from the board to money in the hands of four people', async () => {
    const [officer, owner] = [await signIn('CLAIMS_OFFICER'), await signIn('OPERATOR_OWNER')];
    const [reviewer, leader] = [await signIn('BUREAU_REVIEWER'), await signIn('BUREAU_LEADER')];
    const { centerId } = world.world;
    const board = await send(
      officer,
      `query ($centerId: ID!) { claimMonthBoard(centerId: $centerId, month: "2025-04") { opening packCode
        months { month isOver residentCount missingLevelCount openDeathCount canPrepare claim { id } } } }`,
      { centerId },
    );
    expect(board.data['claimMonthBoard']).toMatchObject({ opening: 'NOTHING' });
    expect((board.data['claimMonthBoard'] as { months: unknown[] }).months[3]).toEqual({
      month: '2025-04',
      isOver: true,
      residentCount: 2,
      missingLevelCount: 0,
      openDeathCount: 0,
      canPrepare: true,
      claim: null,
    });

    const prepared = await send(
      officer,
      'mutation ($input: PrepareClaimInput!) { prepareClaim(input: $input) { claimId jobId } }',
      { input: { centerId, period: '2025-04', idempotencyKey: newId() } },
    );
    await world.work();
    const { claimId } = prepared.data['prepareClaim'] as { claimId: string };
    expect(await claimOf(officer, claimId)).toMatchObject({
      status: 'CHECKED',
      claimedFen: 120_000,
      actions: ['RECOMPUTE', 'DISCARD'],
    });
    expect((await send(leader, CLAIM, { id: claimId })).errors?.[0]?.extensions.code).toBe(
      'NOT_FOUND',
    );

    const draft = await claimOf(owner, claimId);
    expect(draft.actions).toContain('SUBMIT');
    const submitted = await send(
      owner,
      `mutation ($input: SubmitClaimInput!) { submitClaim(input: $input) { __typename
        ... on ClaimSubmitted { number } ... on ClaimBlocked { checks { code } } } }`,
      { input: { claimId, version: draft.version, idempotencyKey: newId() } },
    );
    expect(submitted.data['submitClaim']).toMatchObject({ __typename: 'ClaimSubmitted' });
    await world.work();

    const queue = await send(reviewer, '{ reviewQueue { total items { id status claimedFen } } }');
    expect(queue.data['reviewQueue']).toMatchObject({ total: 1, items: [{ id: claimId }] });
    await send(
      reviewer,
      'mutation ($input: ReviewClaimInput!) { openReview(input: $input) { status } }',
      { input: { claimId } },
    );
    const lines = await send(reviewer, LINES, { claimId, pageSize: 50 });
    expect(lines.data['claimLines']).toMatchObject({ total: 4, payableFen: 120_000 });
    const { items } = lines.data['claimLines'] as { items: { id: string; month: string }[] };
    const april = items.find(({ month }) => month === '2025-04')?.id;
    const evidence = await send(
      reviewer,
      `query ($lineId: ID!) { lineEvidence(lineId: $lineId) { stays { what from until } levels { what detail } }
        claimLine(id: $lineId) { explanationZh explanationEn trace { step code clause } alternatives { decision option amountFen } } }`,
      { lineId: april },
    );
    expect(evidence.data['lineEvidence']).toMatchObject({
      stays: [{ what: 'STAY', from: '2025-01-10', until: null }],
      levels: [{ what: '4', detail: 'GBT42195 OFFICIAL' }],
    });
    await send(
      reviewer,
      'mutation ($input: GiveVerdictInput!) { giveVerdict(input: $input) { id } }',
      { input: { claimId, lineIds: [april], verdict: 'RETURNED', code: 'D01', text: '住院核实' } },
    );
    const accepted = await send(
      reviewer,
      'mutation ($input: AcceptLinesInput!) { acceptClaimLines(input: $input) { version openLineCount actions } }',
      { input: { claimId, exceptLineIds: [] } },
    );
    expect(accepted.data['acceptClaimLines']).toMatchObject({ openLineCount: 0 });
    const decided = await send(
      leader,
      `mutation ($input: DecideClaimInput!) { decideClaim(input: $input) { status statement { claimedFen returnedFen
        decidedFen isFinal } } }`,
      {
        input: {
          claimId,
          version: (await claimOf(leader, claimId)).version,
          idempotencyKey: newId(),
        },
      },
    );
    expect(decided.data['decideClaim']).toEqual({
      status: 'DECIDED',
      statement: { claimedFen: 120_000, returnedFen: 30_000, decidedFen: 90_000, isFinal: true },
    });
    const paid = await send(
      leader,
      'mutation ($input: RecordPaymentInput!) { recordPayment(input: $input) { status paidFen } }',
      {
        input: {
          claimId,
          amountFen: 90_000,
          paidOn: '2025-05-03',
          receiptNumber: '银-2025-1',
          idempotencyKey: newId(),
        },
      },
    );
    expect(paid.data['recordPayment']).toEqual({ status: 'PAID', paidFen: 90_000 });

    const after = await send(
      officer,
      `query ($centerId: ID!) { claimMonthBoard(centerId: $centerId, month: "2025-01") { claimedFen decidedFen paidFen
        months { canPrepare claim { id status submittedAt } } } }`,
      { centerId },
    );
    expect(after.data['claimMonthBoard']).toMatchObject({
      claimedFen: 120_000,
      decidedFen: 90_000,
      paidFen: 90_000,
    });
    expect((after.data['claimMonthBoard'] as { months: unknown[] }).months[3]).toMatchObject({
      canPrepare: true,
      claim: { id: claimId, status: 'PAID', submittedAt: '2025-05-03T04:00:00.000Z' },
    });

    const { filings } = await claimOf(owner, claimId);
    const server = api.app.getHttpServer();
    const filing = await request(server)
      .get(filings[0]?.path ?? '')
      .set('cookie', owner);
    expect([filing.status, Number(filing.get('content-length')) > 10_000]).toEqual([200, true]);
    const sheet = await request(server)
      .get(`/export/claim-lines?claimId=${claimId}`)
      .set('cookie', officer);
    expect([sheet.status, sheet.get('content-type')?.includes('spreadsheetml')]).toEqual([
      200,
      true,
    ]);
  });
});
