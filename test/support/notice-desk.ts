import type { INestApplication } from '@nestjs/common';
import request from 'supertest';

import type { TestApp } from './app.js';
import type { ClaimWorld } from './claim-world.js';
import type { RoleCode } from './world.js';

export interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly extensions: { readonly code: string; readonly params?: Record<string, unknown> };
  }[];
}

export interface NoticeView {
  readonly id: string;
  readonly code: string;
  readonly centers: {
    rows: { seq: number; name: string; months: string[]; amountFen: number }[];
  }[];
}

/** People of several tenants who call the product over the wire, and somebody who has no account. */
export class NoticeDesk {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly api: TestApp<INestApplication>) {}

  /** A week is longer than any session. */
  forget(): void {
    this.cookies.clear();
  }

  private async cookieOf(tenant: ClaimWorld, role: RoleCode): Promise<string> {
    const key = `${tenant.world.countyCode} ${role}`;
    if (!this.cookies.has(key)) {
      const user = await tenant.world.user(role);
      const response = await request(this.api.app.getHttpServer())
        .post('/graphql')
        .send({
          query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
          variables: { input: { userName: user.userName, password: user.password } },
        });
      const parts = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]);
      this.cookies.set(key, parts.join('; '));
    }
    return this.cookies.get(key) ?? '';
  }

  async send(
    who: readonly [ClaimWorld, RoleCode] | null,
    query: string,
    variables: unknown = {},
  ): Promise<Answer> {
    const call = request(this.api.app.getHttpServer()).post('/graphql');
    if (who) {
      call.set('cookie', await this.cookieOf(...who));
    }
    return (await call.send({ query, variables })).body as Answer;
  }
}

export const codeOf = (answer: Answer): string | undefined => answer.errors?.[0]?.extensions.code;

export const PUBLISH = `mutation ($input: PublishNoticeInput!) { publishNotice(input: $input) { id code people amountFen
  claimCount centers { name people amountFen rows { seq name months amountFen } } } }`;
export const OBJECT = 'mutation ($input: ObjectToNoticeInput!) { objectToNotice(input: $input) }';
export const OBJECTIONS = `query { noticeObjections { total items { id version rowSeq rowText name contact text status outcome
  isBlocking source } } }`;
export const PAGE = `query ($code: String!) { noticePage(code: $code) { number bureauName period from lastDay days isOpen contact
  people amountFen withdrawnReason centers { name rows { seq name programZh months amountFen } } } }`;

/** The code of a refusal by a service, or that it was taken. */
export const refusal = async (work: Promise<unknown>): Promise<unknown> =>
  await work.then(
    () => 'taken',
    (error: unknown) => (error as { code: string }).code,
  );
