import type { INestApplication } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Query, Resolver } from '@nestjs/graphql';
import { ROLE_SEEDS } from '@yibu/center';
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

  it('asks for a right whose holders were reviewed as well', () => {
    const holders = PERMISSIONS.map((permission) => {
      const roles = ROLE_SEEDS.filter(({ permissions }) => permissions.includes(permission));
      return `${permission}: ${roles.map(({ code }) => code).join(', ')}`;
    });
    expect(holders.filter((line) => line.endsWith(': '))).toEqual([]);
    expect(holders).toMatchSnapshot();
  });

  it('that changes something is opened by no right to read', () => {
    const loose = api.app
      .get(AccessAudit)
      .handlers()
      .filter(
        ({ operation, access }) =>
          operation.startsWith('Mutation.') && (access ?? '').endsWith('read'),
      );
    expect(loose).toEqual([]);
  });

  it('keeps apart who prepares and submits, who reviews and decides, and who names the payee', () => {
    const held = (code: string): readonly string[] =>
      ROLE_SEEDS.find((role) => role.code === code)?.permissions ?? [];
    expect(held('CLAIMS_OFFICER')).not.toContain('claim.submit');
    expect(held('CLAIMS_OFFICER')).not.toContain('account.write');
    expect(held('BUREAU_REVIEWER')).not.toContain('review.decide');
    expect(held('BUREAU_REVIEWER')).not.toContain('payment.write');
    expect(held('BUREAU_LEADER')).not.toContain('review.write');
    expect(held('AUDITOR').filter((permission) => !permission.endsWith('.read'))).toEqual([]);
    const deed =
      /^(resident|stay|bed|assessment|meal|service|staff)\.(write|reveal)|^(roster|level)\./;
    const inTheHouse = ROLE_SEEDS.filter(({ permissions }) =>
      permissions.some((permission) => deed.test(permission)),
    );
    expect(new Set(inTheHouse.map(({ kind }) => kind))).toEqual(new Set(['OPERATOR']));
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
