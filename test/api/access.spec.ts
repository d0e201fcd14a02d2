import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Query, Resolver } from '@nestjs/graphql';
import { AccessAudit, PERMISSIONS } from '@yibu/platform';

import { startApi, type TestApp } from '../support/app.js';

let api: TestApp<INestApplication>;

beforeAll(async () => {
  api = await startApi();
});
afterAll(async () => {
  await api.close();
});

@Resolver()
class ForgetfulResolver {
  @Query(() => String)
  everything(): string {
    return 'open to all';
  }
}

describe('every operation', () => {
  it('asks for what the reviewed table says, so that opening a door is a visible change', () => {
    const table = api.app
      .get(AccessAudit)
      .handlers()
      .map(
        ({ operation, access, needsPassword }) =>
          `${operation}: ${access ?? 'NOTHING'}${needsPassword ? ' + password' : ''}`,
      )
      .sort();
    expect(new Set(table).size).toBe(table.length);
    expect(table).toMatchSnapshot();
  });

  it('asks for a permission that exists', () => {
    const known = new Set<string>([...PERMISSIONS, 'public', 'signed-in']);
    const strange = api.app
      .get(AccessAudit)
      .handlers()
      .filter(({ access }) => access === undefined || !known.has(access));
    expect(strange).toEqual([]);
  });

  it('that forgot to ask keeps the process from booting, by name', () => {
    const discovery = {
      getProviders: () => [{ metatype: ForgetfulResolver, isNotMetatype: false }],
      getControllers: () => [],
    } as unknown as DiscoveryService;
    const audit = new AccessAudit(discovery, new MetadataScanner(), new Reflector());
    expect(() => {
      audit.onApplicationBootstrap();
    }).toThrow('Query.everything');
  });
});
