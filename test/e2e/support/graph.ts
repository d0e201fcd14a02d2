import type { APIRequestContext, PlaywrightWorkerArgs } from '@playwright/test';

import { DEMO_PASSWORD } from './people.js';

interface Answer<Data> {
  readonly data?: Data;
  readonly errors?: readonly { readonly message: string }[];
}

/** Somebody at the same door as the screens: for what has to be there before a story begins. */
export class Caller {
  private constructor(private readonly request: APIRequestContext) {}

  static async open(
    playwright: PlaywrightWorkerArgs['playwright'],
    baseURL: string | undefined,
    userName?: string,
  ): Promise<Caller> {
    const caller = new Caller(
      await playwright.request.newContext({
        ...(baseURL === undefined ? {} : { baseURL }),
        extraHTTPHeaders: { 'x-yibu-client': 'admin' },
      }),
    );
    if (userName !== undefined) {
      await caller.send('mutation ($input: SignInInput!) { signIn(input: $input) { userId } }', {
        userName,
        password: DEMO_PASSWORD,
      });
      await caller.send(
        'mutation ($input: ConfirmPasswordInput!) { confirmPassword(input: $input) }',
        { password: DEMO_PASSWORD },
      );
    }
    return caller;
  }

  async ask<Data>(query: string, variables: object): Promise<Data> {
    const response = await this.request.post('/graphql', { data: { query, variables } });
    const { data, errors } = (await response.json()) as Answer<Data>;
    if (data === undefined || errors !== undefined) {
      throw new Error(`${query}\n${JSON.stringify(errors)}`);
    }
    return data;
  }

  /** A mutation with its one argument. */
  async send<Data>(query: string, input: object): Promise<Data> {
    return await this.ask<Data>(query, { input });
  }

  async close(): Promise<void> {
    await this.request.dispose();
  }
}
