import type { INestApplication } from '@nestjs/common';
import request from 'supertest';

import type { TestApp } from './app.js';
import type { ClaimWorld } from './claim-world.js';
import { bytesOf } from './foreign.js';
import type { RoleCode } from './world.js';

export interface Answer<Data = Record<string, never>> {
  readonly data: Data;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

export interface Head {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly standing: string;
  readonly fromOn: string | null;
  readonly untilOn: string | null;
  readonly missingCount: number;
}

interface PackJson {
  id: string;
  version: string;
  programs: { id: string; rate: { rows: { id: string; fen: number }[] } }[];
}

interface Uploaded {
  readonly uploadPack: {
    readonly __typename: string;
    readonly isKnown?: boolean;
    readonly pack?: Head;
    readonly problems?: readonly { readonly path: string; readonly textZh: string }[];
  };
}

interface Proposal {
  readonly id: string;
  readonly status: string;
  readonly isOwn: boolean;
}

export interface RunView {
  readonly head: { readonly status: string; readonly oldFen: number; readonly newFen: number };
  readonly gainedLines: number;
  readonly lostLines: number;
  readonly changedLines: number;
  readonly months: readonly { readonly key: string }[];
  readonly centers: readonly { readonly key: string }[];
}

const HEAD = 'id code version standing fromOn untilOn missingCount';
const PROPOSAL = 'id status kind isOwn proposedByName settledByName';
export const UPLOAD = `mutation ($input: UploadPackInput!) { uploadPack(input: $input) { __typename
  ... on PackUploaded { isKnown pack { ${HEAD} } }
  ... on PackRefused { problemCount problems { path code textZh textEn } } } }`;
const RUN = `query ($runId: ID!) { policyRun(runId: $runId) { head { status oldFen newFen } gainedLines lostLines
  changedLines gainers losers months { key oldFen newFen } centers { key oldFen newFen name { zh } } programs { key }
  switches { id value { zh } } refusals { program isNew text { zh } } unread } }`;

export const codeOf = (answer: Answer<unknown>): string | undefined =>
  answer.errors?.[0]?.extensions.code;

export function idOf(answer: Answer<Record<string, Proposal>>): string {
  const [proposal] = Object.values(answer.data ?? {});
  if (!proposal) {
    throw new Error(JSON.stringify(answer));
  }
  return proposal.id;
}

/** The people of a county bureau at work on its rules, over the wire. */
export class PolicyDesk {
  private constructor(
    readonly api: TestApp<INestApplication>,
    readonly world: ClaimWorld,
    readonly clerk: string,
    readonly leader: string,
  ) {}

  static async open(api: TestApp<INestApplication>, world: ClaimWorld): Promise<PolicyDesk> {
    const clerk = await signedIn(api, world, 'BUREAU_REVIEWER');
    return new PolicyDesk(api, world, clerk, await signedIn(api, world, 'BUREAU_LEADER'));
  }

  get countyCode(): string {
    return this.world.world.countyCode;
  }

  async signIn(role: RoleCode): Promise<string> {
    return await signedIn(this.api, this.world, role);
  }

  async send<Data>(cookie: string, query: string, variables: unknown = {}): Promise<Answer<Data>> {
    return await sent<Data>(this.api, cookie, query, variables);
  }

  /** A file of the server. */
  async file(cookie: string, path: string): Promise<{ status: number; bytes: Buffer }> {
    const response = await request(this.api.app.getHttpServer())
      .get(path)
      .set('cookie', cookie)
      .buffer(true)
      .parse(bytesOf);
    return { status: response.status, bytes: response.body as Buffer };
  }

  async packs(cookie = this.clerk): Promise<readonly Head[]> {
    const query = `query ($countyCode: String) { policyPacks(countyCode: $countyCode) { ${HEAD} } }`;
    const answer = await this.send<{ policyPacks: readonly Head[] }>(cookie, query, {
      countyCode: this.countyCode,
    });
    return answer.data.policyPacks;
  }

  async inForce(): Promise<Head> {
    const found = (await this.packs()).find(({ standing }) => standing === 'IN_FORCE');
    if (!found) {
      throw new Error('no pack is in force');
    }
    return found;
  }

  async download(packId: string): Promise<PackJson> {
    const { bytes } = await this.file(this.clerk, `/export/pack/${packId}`);
    return JSON.parse(bytes.toString('utf8')) as PackJson;
  }

  async upload(text: string): Promise<Uploaded['uploadPack']> {
    const input = { countyCode: this.countyCode, text };
    return (await this.send<Uploaded>(this.clerk, UPLOAD, { input })).data.uploadPack;
  }

  /** The text in force with another figure for disabled residents. */
  async withFullRate(fen: number, version: string): Promise<Head> {
    const pack = await this.download((await this.inForce()).id);
    pack.version = version;
    for (const row of pack.programs.find(({ id }) => id === 'bed-subsidy')?.rate.rows ?? []) {
      row.fen = row.id === 'bed-full' ? fen : row.fen;
    }
    const uploaded = await this.upload(JSON.stringify(pack));
    if (!uploaded.pack) {
      throw new Error(JSON.stringify(uploaded));
    }
    return uploaded.pack;
  }

  async propose(
    cookie: string,
    what: 'Activation' | 'Decision' | 'Notice' | 'NoticeEnd',
    input: Readonly<Record<string, unknown>>,
  ): Promise<Answer<Record<string, Proposal>>> {
    return await this.send(
      cookie,
      `mutation ($input: Propose${what}Input!) { propose${what}(input: $input) { ${PROPOSAL} } }`,
      { input: { countyCode: this.countyCode, ...input } },
    );
  }

  async settle(
    cookie: string,
    deed: 'confirm' | 'reject' | 'withdraw',
    proposalId: string,
  ): Promise<Answer<Record<string, Proposal>>> {
    const isConfirm = deed === 'confirm';
    return await this.send(
      cookie,
      `mutation ($input: ${isConfirm ? 'Confirm' : 'Settle'}ProposalInput!) {
         ${deed}Proposal(input: $input) { ${PROPOSAL} } }`,
      { input: { proposalId, ...(isConfirm ? {} : { reason: '再议' }) } },
    );
  }

  /** Proposed by the clerk, confirmed by the leader. */
  async carried(
    what: 'Activation' | 'Decision' | 'Notice' | 'NoticeEnd',
    input: Readonly<Record<string, unknown>>,
  ): Promise<void> {
    const id = idOf(await this.propose(this.clerk, what, input));
    const settled = await this.settle(this.leader, 'confirm', id);
    if (settled.errors) {
      throw new Error(JSON.stringify(settled));
    }
  }

  async run(input: Readonly<Record<string, unknown>>): Promise<{ id: string; view: RunView }> {
    const started = await this.send<{ startPolicyRun: { id: string } }>(
      this.clerk,
      'mutation ($input: StartPolicyRunInput!) { startPolicyRun(input: $input) { id status } }',
      { input: { countyCode: this.countyCode, title: '测算', decisions: [], rates: [], ...input } },
    );
    const { id } = started.data.startPolicyRun;
    await this.world.work();
    const { data } = await this.send<{ policyRun: RunView }>(this.clerk, RUN, { runId: id });
    return { id, view: data.policyRun };
  }
}

async function sent<Data>(
  api: TestApp<INestApplication>,
  cookie: string,
  query: string,
  variables: unknown,
): Promise<Answer<Data>> {
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables });
  return response.body as Answer<Data>;
}

async function signedIn(
  api: TestApp<INestApplication>,
  world: ClaimWorld,
  role: RoleCode,
): Promise<string> {
  const user = await world.world.user(role);
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
      variables: { input: { userName: user.userName, password: user.password } },
    });
  const cookie = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
  const { password } = user;
  const again = 'mutation ($input: ConfirmPasswordInput!) { confirmPassword(input: $input) }';
  await sent(api, cookie, again, { input: { password } });
  return cookie;
}
