import type { INestApplication } from '@nestjs/common';
import { readSheet, XLSX_TYPE } from '@yibu/platform';
import fs from 'node:fs';
import path from 'node:path';
import request from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { bytesOf } from '../support/foreign.js';
import type { RoleCode } from '../support/world.js';

let api: TestApp<INestApplication>;
let world: ClaimWorld;
let april: Awaited<ReturnType<ClaimWorld['decided']>>;
let clerk: string;
let leader: string;

jest.setTimeout(120_000);

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-06-03');
  world = await ClaimWorld.create(api);
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await world.resident({ from: '2025-03-10', level: 1, bed: 1, name: '周二' });
  await world.nothingOnPaper('2025-01');
  april = await world.decided((await world.submitted('2025-04')).id);
  clerk = await signIn('BUREAU_REVIEWER');
  leader = await signIn('BUREAU_LEADER');
});
afterAll(async () => {
  await api.close();
});

interface Answer<Data = Record<string, never>> {
  readonly data: Data;
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
  return (response.get('Set-Cookie') ?? []).map((cookie) => cookie.split(';')[0]).join('; ');
}

async function send<Data>(
  cookie: string,
  query: string,
  variables: unknown = {},
): Promise<Answer<Data>> {
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables });
  return response.body as Answer<Data>;
}

const codeOf = (answer: Answer<unknown>): string | undefined => answer.errors?.[0]?.extensions.code;

interface Head {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly standing: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly missingCount: number;
}

const HEAD = 'id code version standing fromOn untilOn missingCount';
const packs = async (cookie = clerk): Promise<readonly Head[]> =>
  (
    await send<{ policyPacks: readonly Head[] }>(
      cookie,
      `query ($countyCode: String) { policyPacks(countyCode: $countyCode) { ${HEAD} } }`,
      { countyCode: world.world.countyCode },
    )
  ).data.policyPacks;

async function inForce(): Promise<Head> {
  const found = (await packs()).find(({ standing }) => standing === 'IN_FORCE');
  if (!found) {
    throw new Error('no pack is in force');
  }
  return found;
}

interface PackJson {
  id: string;
  version: string;
  programs: { id: string; rate: { rows: { id: string; fen: number }[] } }[];
}

async function download(packId: string): Promise<PackJson> {
  const response = await request(api.app.getHttpServer())
    .get(`/export/pack/${packId}`)
    .set('cookie', clerk)
    .buffer(true)
    .parse(bytesOf);
  expect(response.status).toBe(200);
  return JSON.parse((response.body as Buffer).toString('utf8')) as PackJson;
}

const UPLOAD = `mutation ($input: UploadPackInput!) { uploadPack(input: $input) { __typename
  ... on PackUploaded { isKnown pack { ${HEAD} } }
  ... on PackRefused { problemCount problems { path code textZh textEn } } } }`;

interface Uploaded {
  readonly uploadPack: {
    readonly __typename: string;
    readonly isKnown?: boolean;
    readonly pack?: Head;
    readonly problems?: readonly { readonly path: string; readonly textZh: string }[];
  };
}

const upload = async (text: string, cookie = clerk): Promise<Uploaded['uploadPack']> =>
  (await send<Uploaded>(cookie, UPLOAD, { input: { countyCode: world.world.countyCode, text } }))
    .data.uploadPack;

/** The text in force with another figure for disabled residents. */
async function withFullRate(fen: number, version: string): Promise<Head> {
  const pack = await download((await inForce()).id);
  pack.version = version;
  for (const row of pack.programs.find(({ id }) => id === 'bed-subsidy')?.rate.rows ?? []) {
    row.fen = row.id === 'bed-full' ? fen : row.fen;
  }
  const uploaded = await upload(JSON.stringify(pack));
  if (!uploaded.pack) {
    throw new Error(JSON.stringify(uploaded));
  }
  return uploaded.pack;
}

interface Proposal {
  readonly id: string;
  readonly status: string;
  readonly kind: string;
  readonly isOwn: boolean;
  readonly proposedByName: string;
  readonly settledByName: string | null;
}

const PROPOSAL = 'id status kind isOwn proposedByName settledByName';

const propose = async (
  cookie: string,
  what: 'Activation' | 'Decision' | 'Notice' | 'NoticeEnd',
  input: Readonly<Record<string, unknown>>,
): Promise<Answer<Record<string, Proposal>>> =>
  await send(
    cookie,
    `mutation ($input: Propose${what}Input!) { propose${what}(input: $input) { ${PROPOSAL} } }`,
    { input: { countyCode: world.world.countyCode, ...input } },
  );

const settle = async (
  cookie: string,
  deed: 'confirm' | 'reject' | 'withdraw',
  proposalId: string,
): Promise<Answer<Record<string, Proposal>>> =>
  await send(
    cookie,
    `mutation ($input: ${deed === 'confirm' ? 'Confirm' : 'Settle'}ProposalInput!) {
       ${deed}Proposal(input: $input) { ${PROPOSAL} } }`,
    { input: { proposalId, ...(deed === 'confirm' ? {} : { reason: '再议' }) } },
  );

const idOf = (answer: Answer<Record<string, Proposal>>): string => {
  const [proposal] = Object.values(answer.data ?? {});
  if (!proposal) {
    throw new Error(JSON.stringify(answer));
  }
  return proposal.id;
};

interface RunView {
  readonly head: { readonly status: string; readonly oldFen: number; readonly newFen: number };
  readonly gainedLines: number;
  readonly lostLines: number;
  readonly changedLines: number;
  readonly months: readonly {
    readonly key: string;
    readonly oldFen: number;
    readonly newFen: number;
  }[];
  readonly centers: readonly { readonly key: string }[];
}

async function run(
  input: Readonly<Record<string, unknown>>,
): Promise<{ id: string; view: RunView }> {
  const started = await send<{ startPolicyRun: { id: string } }>(
    clerk,
    'mutation ($input: StartPolicyRunInput!) { startPolicyRun(input: $input) { id status } }',
    {
      input: {
        countyCode: world.world.countyCode,
        title: '测算',
        decisions: [],
        rates: [],
        ...input,
      },
    },
  );
  const { id } = started.data.startPolicyRun;
  await world.work();
  const { data } = await send<{ policyRun: RunView }>(
    clerk,
    `query ($runId: ID!) { policyRun(runId: $runId) { head { status oldFen newFen } gainedLines lostLines changedLines
       gainers losers months { key oldFen newFen } centers { key oldFen newFen name { zh } } programs { key }
       switches { id value { zh } } refusals { program isNew text { zh } } unread } }`,
    { runId: id },
  );
  return { id, view: data.policyRun };
}

const ledgerCount = async (): Promise<number> => {
  const [row] = await api.database.query<{ n: number }>(
    'SELECT (SELECT COUNT(*) FROM ledger_entry) + (SELECT COUNT(*) FROM claim_line) AS n',
  );
  return Number(row?.n);
};

describe('a county’s packs', () => {
  it('are listed with what is in force apart from what is only published', async () => {
    const all = await packs();
    expect(
      all.find(({ code }) => code === `yangcheng-2022.${world.world.countyCode}`),
    ).toMatchObject({
      standing: 'IN_FORCE',
      fromOn: '2022-04-01',
      untilOn: null,
    });
    expect(all.find(({ code }) => code === 'template-2024')).toMatchObject({
      standing: 'PUBLISHED',
    });
    // The template gives no figure at all: each missing one is counted.
    expect(all.find(({ code }) => code === 'template-2024')?.missingCount).toBeGreaterThan(5);
  });

  it('show each clause of the document beside what the pack makes of it', async () => {
    const { data } = await send<{ policyPack: { clauses: unknown[]; rates: unknown[] } }>(
      await signIn('CLAIMS_OFFICER'),
      `query ($packId: ID!) { policyPack(packId: $packId) { documents { id title { zh en } }
         clauses { id clause treatment says { zh en } does { zh } programs values { name { zh } op figures unit per } }
         programs { id linesZh linesEn } rates { id fen isFloor } contradictions { id } } }`,
      { packId: (await inForce()).id },
    );
    expect(data.policyPack.clauses).toHaveLength(26);
    expect(data.policyPack.clauses).toContainEqual(
      expect.objectContaining({ id: 'YC-21', treatment: 'COMPUTED', programs: ['bed-subsidy'] }),
    );
    expect(data.policyPack.rates).toContainEqual({ id: 'bed-full', fen: 30_000, isFloor: false });
    expect(data.policyPack.rates).toContainEqual({
      id: 'operating-2',
      fen: 5_000_000,
      isFloor: true,
    });
  });

  it('that contain mistakes are refused with path and reason, and nothing is stored', async () => {
    const before = (await packs()).length;
    const broken = await upload('{ "schema": "pack/1", ');
    expect(broken).toMatchObject({ __typename: 'PackRefused', problems: [{ path: '$' }] });
    const pack = await download((await inForce()).id);
    const wrong = await upload(
      JSON.stringify({ ...pack, programs: [{ ...pack.programs[0], ratte: 1 }] }),
    );
    expect(wrong.__typename).toBe('PackRefused');
    expect(wrong.problems?.map(({ path: where }) => where)).toContain('$.programs[0].ratte');
    expect(wrong.problems?.[0]?.textZh).not.toBe('');
    expect(await packs()).toHaveLength(before);
  });

  it('larger than a pack can be are refused unread', async () => {
    const answer = await send(clerk, UPLOAD, {
      input: { countyCode: world.world.countyCode, text: ' '.repeat(500_001) },
    });
    expect(codeOf(answer)).toBe('INPUT_INVALID');
  });

  it('come back as a file that the published schema describes, and are known again', async () => {
    const { id } = await inForce();
    const again = await upload(JSON.stringify(await download(id)));
    expect(again).toMatchObject({ isKnown: true, pack: { id } });
    const schema = await request(api.app.getHttpServer())
      .get('/export/pack/schema')
      .set('cookie', clerk)
      .buffer(true)
      .parse(bytesOf);
    const published = path.join(process.cwd(), 'libs/claim-engine/pack.schema.json');
    expect(JSON.parse((schema.body as Buffer).toString('utf8'))).toEqual(
      JSON.parse(fs.readFileSync(published, 'utf8')),
    );
  });

  it('are no business of the operator to change', async () => {
    const officer = await signIn('CLAIMS_OFFICER');
    expect(codeOf(await send(officer, UPLOAD, { input: { text: '{}' } }))).toBe('FORBIDDEN');
    expect((await packs(officer)).length).toBeGreaterThan(4);
  });
});

describe('a further version', () => {
  it('is published, compared in words, and in force only after a second person has confirmed it', async () => {
    const old = await inForce();
    const next = await withFullRate(40_000, '2');
    expect(next).toMatchObject({ standing: 'PUBLISHED', code: old.code, version: 2 });
    expect((await inForce()).id).toBe(old.id);
    const compared = await send<{
      packComparison: {
        parts: readonly { removedZh: string[]; addedZh: string[] }[];
        paths: string[];
      };
    }>(
      clerk,
      `query ($oldPackId: ID!, $packId: ID!) { packComparison(oldPackId: $oldPackId, packId: $packId) {
         old { version } now { version } parts { kind part removedZh addedZh addedEn } paths } }`,
      { oldPackId: old.id, packId: next.id },
    );
    const [part] = compared.data.packComparison.parts;
    expect(part?.removedZh.join()).toContain('300.00元');
    expect(part?.addedZh.join()).toContain('400.00元');
    expect(compared.data.packComparison.paths.join()).toContain('30000 → 40000');

    const proposed = await propose(clerk, 'Activation', {
      packId: next.id,
      fromMonth: '2025-05',
      reason: '县里提高标准',
    });
    const id = idOf(proposed);
    expect(codeOf(await settle(clerk, 'confirm', id))).toBe('PROPOSAL_TWO_PEOPLE');
    expect(codeOf(await settle(leader, 'withdraw', id))).toBe('PROPOSAL_NOT_YOURS');
    expect(
      codeOf(
        await propose(leader, 'Activation', {
          packId: next.id,
          fromMonth: '2025-07',
          reason: '另一提议',
        }),
      ),
    ).toBe('PROPOSAL_OPEN');
    expect((await inForce()).id).toBe(old.id);
    const confirmed = await settle(leader, 'confirm', id);
    expect(confirmed.data['confirmProposal']).toMatchObject({ status: 'CONFIRMED', isOwn: false });
    const all = await packs();
    expect(all.find((pack) => pack.id === next.id)).toMatchObject({
      standing: 'IN_FORCE',
      fromOn: '2025-05-01',
    });
    expect(all.find((pack) => pack.id === old.id)).toMatchObject({
      standing: 'SUPERSEDED',
      untilOn: '2025-05-01',
    });
    expect(codeOf(await settle(leader, 'reject', id))).toBe('PROPOSAL_SETTLED');
  });

  it('that two people settle at the same moment is settled once', async () => {
    const next = await withFullRate(41_000, '3');
    const id = idOf(
      await propose(clerk, 'Activation', {
        packId: next.id,
        fromMonth: '2025-09',
        reason: '下半年',
      }),
    );
    const second = await signIn('BUREAU_LEADER');
    const answers = await Promise.all([
      settle(leader, 'confirm', id),
      settle(second, 'reject', id),
      settle(clerk, 'withdraw', id),
    ]);
    expect(answers.filter((answer) => answer.errors === undefined)).toHaveLength(1);
    expect(
      answers
        .flatMap((answer) => codeOf(answer) ?? [])
        .filter((code) => code !== 'PROPOSAL_SETTLED'),
    ).toEqual([]);
  });

  it('does not touch decided months: the next claim carries the difference', async () => {
    // January to April were decided under the first version; the second pays 400 in claims from May on.
    expect(april.decidedFen).toBe(120_000);
    const may = await world.draft('2025-05');
    expect((await world.payable(may.id)).sort()).toEqual([
      '周一 2025-01 CATCH_UP 10000',
      '周一 2025-02 CATCH_UP 10000',
      '周一 2025-03 CATCH_UP 10000',
      '周一 2025-04 CATCH_UP 10000',
      '周一 2025-05 NORMAL 40000',
    ]);
    const now = await world.claims.detail(await world.as('leader'), april.id);
    expect(now.decidedFen).toBe(120_000);
  });

  it('cannot be confirmed by its author behind the product’s back either', async () => {
    const next = await withFullRate(42_000, '4');
    const id = idOf(
      await propose(clerk, 'Activation', { packId: next.id, fromMonth: '2025-10', reason: '试' }),
    );
    await expect(
      api.database.run(
        `UPDATE policy_proposal SET status = 'CONFIRMED', open_key = NULL, settled_by = proposed_by,
           settled_by_name = 'x', settled_at = NOW() WHERE id = '${id}'`,
      ),
    ).rejects.toThrow(/ck_policy_proposal_two_people/);
    expect((await settle(clerk, 'withdraw', id)).data['withdrawProposal']).toMatchObject({
      status: 'WITHDRAWN',
    });
    await expect(
      api.database.run(`UPDATE policy_proposal SET settled_reason = 'other' WHERE id = '${id}'`),
    ).rejects.toThrow(/stays as it is/);
  });
});

describe('an open question', () => {
  it('is switched only after its effect on the months that are over was computed, by two people', async () => {
    const { id: packId } = await inForce();
    const choice = { decision: 'YC-A1', option: 'PROSPECTIVE' };
    const other = await run({
      kind: 'EFFECT',
      packId,
      decisions: [{ decision: 'YC-A5', option: 'PER_DAY' }],
    });
    const asked = { packId, ...choice, reason: '按县局意见不追溯' };
    expect(codeOf(await propose(clerk, 'Decision', { ...asked, runId: other.id }))).toBe(
      'EFFECT_NOT_SEEN',
    );
    const before = await ledgerCount();
    const { id: runId, view } = await run({ kind: 'EFFECT', packId, decisions: [choice] });
    expect(await ledgerCount()).toBe(before);
    // Prospective pays from the month after the three months were reached: May alone stays.
    expect(view.head).toMatchObject({ status: 'DONE', oldFen: 200_000 });
    expect(view.lostLines).toBeGreaterThan(0);
    expect(view.head.newFen).toBeLessThan(view.head.oldFen);
    expect(view.months.map(({ key }) => key)).toEqual([
      '2025-01',
      '2025-02',
      '2025-03',
      '2025-04',
      '2025-05',
    ]);
    const id = idOf(await propose(clerk, 'Decision', { ...asked, runId }));
    const chosen = async (): Promise<unknown> =>
      (
        await send<{ packDecisions: readonly { id: string; chosen: string }[] }>(
          clerk,
          `query ($countyCode: String!, $packId: ID!) { packDecisions(countyCode: $countyCode, packId: $packId) {
             id chosen shipped isCountyChoice decidedByName proposedByName reason } }`,
          { countyCode: world.world.countyCode, packId },
        )
      ).data.packDecisions.find((decision) => decision.id === 'YC-A1');
    expect(await chosen()).toMatchObject({ chosen: 'RETROACTIVE', isCountyChoice: false });
    await settle(leader, 'confirm', id);
    expect(await chosen()).toMatchObject({
      chosen: 'PROSPECTIVE',
      shipped: 'RETROACTIVE',
      isCountyChoice: true,
      reason: '按县局意见不追溯',
    });
    // What was decided is owed back by a line of the next claim, not by a changed claim.
    const may = await world.draft('2025-05');
    expect((await world.payable(may.id)).some((line) => line.includes('REVERSAL'))).toBe(true);
  });
});

describe('a dated notice of the county', () => {
  const notice = {
    fromMonth: '2025-05',
    documentNumber: '县民〔2025〕8号',
    documentTitle: '关于提高床位补贴标准的通知',
    clause: '二',
    reason: '执行县通知',
  };

  async function scan(): Promise<string> {
    const response = await request(api.app.getHttpServer())
      .post(`/files/policy-scan?countyCode=${world.world.countyCode}`)
      .set('cookie', clerk)
      .attach('file', Buffer.from('%PDF-1.4\n%%EOF\n'), 'notice.pdf');
    expect(response.status).toBe(201);
    return (response.body as { id: string }).id;
  }

  it('sets a figure from its month on, with number, clause and scan, once confirmed', async () => {
    const { id: packId } = await inForce();
    const scanId = await scan();
    const below = await propose(clerk, 'Notice', {
      ...notice,
      packId,
      scanId,
      rate: 'operating-2',
      fen: 4_000_000,
    });
    expect(codeOf(below)).toBe('NOTICE_BELOW_FLOOR');
    const id = idOf(
      await propose(clerk, 'Notice', { ...notice, packId, scanId, rate: 'bed-full', fen: 45_000 }),
    );
    await settle(leader, 'confirm', id);
    const { data } = await send<{ countyNotices: readonly { id: string }[] }>(
      await signIn('CLAIMS_OFFICER'),
      `query ($countyCode: String!) { countyNotices(countyCode: $countyCode) { id rate fen fromOn untilOn isVoid
         documentNumber scanName proposedByName confirmedByName } }`,
      { countyCode: world.world.countyCode },
    );
    expect(data.countyNotices).toMatchObject([
      { rate: 'bed-full', fen: 45_000, fromOn: '2025-05-01', isVoid: false },
    ]);
    const officer = await signIn('CLAIMS_OFFICER');
    const paper = await request(api.app.getHttpServer())
      .get(`/files/policy-scan/${scanId}`)
      .set('cookie', officer);
    expect(paper.status).toBe(200);

    const may = await world.draft('2025-05');
    const lines = await world.payable(may.id);
    expect(lines).toContain('周一 2025-05 NORMAL 45000');
    expect(lines.some((line) => line.startsWith('周一 2025-04') && line.endsWith('45000'))).toBe(
      false,
    );
    const [traced] = await api.database.query<{ trace: string }>(
      `SELECT trace FROM claim_line WHERE claim_id = '${may.id}' AND subject_name = '周一' AND month = '2025-05'`,
    );
    expect(traced?.trace).toContain('NOTICE-');

    const ended = idOf(
      await propose(clerk, 'NoticeEnd', {
        noticeId: data.countyNotices[0]?.id,
        fromMonth: '2025-05',
        reason: '发文有误',
      }),
    );
    await settle(leader, 'confirm', ended);
    const again = await world.draft('2025-05');
    expect(await world.payable(again.id)).toContain('周一 2025-05 NORMAL 40000');
  });

  it('without its paper is no notice', async () => {
    const { id: packId } = await inForce();
    const answer = await propose(clerk, 'Notice', {
      ...notice,
      packId,
      scanId: '01J00000000000000000000000',
      rate: 'bed-full',
      fen: 46_000,
    });
    expect(codeOf(answer)).toBe('NOT_FOUND');
  });
});

describe('a trial over last year', () => {
  it('tells who gains and what it costs by month and center, exports, and leaves no trace in the ledger', async () => {
    const { id: packId } = await inForce();
    const before = await ledgerCount();
    const { id, view } = await run({
      kind: 'WHAT_IF',
      year: 2025,
      packId,
      rates: [{ rate: 'bed-full', fen: 50_000 }],
    });
    expect(view.head.status).toBe('DONE');
    expect(view.head.newFen).toBeGreaterThan(view.head.oldFen);
    expect(view.centers).toHaveLength(1);
    expect(await ledgerCount()).toBe(before);
    const changes = await send<{ policyRunChanges: { total: number; items: readonly unknown[] } }>(
      leader,
      `query ($runId: ID!) { policyRunChanges(runId: $runId, direction: GAIN) { total
         items { centerName subjectName month oldFen newFen } } }`,
      { runId: id },
    );
    expect(changes.data.policyRunChanges.items[0]).toMatchObject({
      subjectName: '周一',
      newFen: 50_000,
    });
    const sheet = await request(api.app.getHttpServer())
      .get(`/export/policy-run?runId=${id}`)
      .set('cookie', leader)
      .buffer(true)
      .parse(bytesOf);
    const read = await readSheet(sheet.body as Buffer, XLSX_TYPE);
    expect(JSON.stringify(read)).toContain('周一');
    const runs = await send<{ policyRuns: { items: readonly { id: string }[] } }>(
      leader,
      `query ($countyCode: String!) { policyRuns(countyCode: $countyCode, kind: WHAT_IF) { total items { id title
         runByName status oldFen newFen } } }`,
      { countyCode: world.world.countyCode },
    );
    expect(runs.data.policyRuns.items.map((item) => item.id)).toEqual([id]);
    const officer = await signIn('CLAIMS_OFFICER');
    expect(codeOf(await send(officer, `query { policyRun(runId: "${id}") { gainers } }`))).toBe(
      'FORBIDDEN',
    );
  });
});
