import type { INestApplicationContext } from '@nestjs/common';
import {
  CenterEntity,
  CountyEntity,
  OperatingContractEntity,
  OrganizationEntity,
  PasswordService,
  syncRoles,
  UserEntity,
  UserRoleEntity,
} from '@yibu/center';
import { idNumberCheckCharacter, localDate } from '@yibu/kernel';
import { newId, ScopeSource, type OrganizationKind, type Scope } from '@yibu/platform';
import type { DataSource } from 'typeorm';

export type RoleCode =
  | 'OPERATOR_OWNER'
  | 'CENTER_MANAGER'
  | 'NURSE'
  | 'CLAIMS_OFFICER'
  | 'BUREAU_REVIEWER'
  | 'BUREAU_LEADER'
  | 'FINANCE_OFFICER'
  | 'AUDITOR'
  | 'PLATFORM_ADMIN';

const OF_BUREAU = /^(BUREAU|FINANCE|AUDITOR)/;
const PASSWORD = 'correct horse battery';
let hashed: Promise<string> | null = null;
let serial = 0;

/** A county code that no county has (99 is no province), new for every world. */
function freshCountyCode(): string {
  serial += 1;
  return `99${String((Number(process.env['JEST_WORKER_ID'] ?? '1') * 1000 + serial) % 10_000).padStart(4, '0')}`;
}

/** A citizen ID number with a valid check digit and an area code that no person has. */
export function fictionalIdNumber(bornOn: string, sequence: number): string {
  const first17 = `999999${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`;
  return `${first17}${idNumberCheckCharacter(first17)}`;
}

/** One operator with one center in a county of its own. A second World is another tenant; nothing is cleaned up. */
export class World {
  private constructor(
    private readonly app: INestApplicationContext,
    private readonly dataSource: DataSource,
    readonly countyCode: string,
    readonly operatorId: string,
    readonly bureauId: string,
    readonly centerId: string,
  ) {}

  static async create(
    test: { readonly app: INestApplicationContext; readonly dataSource: DataSource },
    options: { readonly countyCode?: string; readonly openedOn?: string } = {},
  ): Promise<World> {
    const { app, dataSource } = test;
    await syncRoles(dataSource);
    const countyCode = options.countyCode ?? freshCountyCode();
    const [known] = await dataSource.query<{ code: string }[]>(
      'SELECT code FROM county WHERE code = ?',
      [countyCode],
    );
    if (!known) {
      await dataSource.manager.insert(CountyEntity, {
        code: countyCode,
        name: `虚构县${countyCode}`,
        nameEn: `Fictional County ${countyCode}`,
        settings: { assessmentValidMonths: 12, noticeDays: null },
      });
    }
    const organization = async (kind: OrganizationKind): Promise<string> => {
      const id = newId();
      const county = kind === 'BUREAU' ? countyCode : null;
      await dataSource.manager.insert(OrganizationEntity, {
        id,
        kind,
        name: `${kind} ${id.slice(-4)}`,
        countyCode: county,
        createdAt: new Date(),
      });
      return id;
    };
    const [operatorId, bureauId] = [await organization('OPERATOR'), await organization('BUREAU')];
    const world = new World(app, dataSource, countyCode, operatorId, bureauId, newId());
    await world.insertCenter(world.centerId, options.openedOn ?? '2024-01-01');
    return world;
  }

  /** Another center of the same operator. */
  async center(openedOn = '2024-01-01'): Promise<string> {
    const id = newId();
    await this.insertCenter(id, openedOn);
    return id;
  }

  private async insertCenter(id: string, openedOn: string): Promise<void> {
    await this.dataSource.manager.insert(CenterEntity, {
      id,
      countyCode: this.countyCode,
      code: id.slice(-8),
      name: `虚构养老中心 ${id.slice(-4)}`,
      ownership: 'PUBLIC_BUILT_PRIVATE_RUN',
      forProfit: false,
      registeredBeds: 60,
      areaM2: 1200,
      openedOn: localDate(openedOn),
      filedOn: localDate(openedOn),
      createdAt: new Date(),
    });
    await this.dataSource.manager.insert(OperatingContractEntity, {
      id: newId(),
      centerId: id,
      organizationId: this.operatorId,
      fromOn: localDate(openedOn),
      untilOn: null,
    });
  }

  /** A new user with the role; `userName` signs in with `password`. */
  async user(
    role: RoleCode,
    ...further: readonly RoleCode[]
  ): Promise<{ id: string; userName: string; password: string }> {
    hashed ??= this.app.get(PasswordService).hash(PASSWORD);
    const id = newId();
    const organizationId = OF_BUREAU.test(role) ? this.bureauId : this.operatorId;
    const userName = `u${id.slice(-12).toLowerCase()}`;
    await this.dataSource.manager.insert(UserEntity, {
      id,
      organizationId: role === 'PLATFORM_ADMIN' ? await this.platformId() : organizationId,
      userName,
      displayName: `${role} ${id.slice(-4)}`,
      passwordHash: await hashed,
      status: 'ACTIVE',
      createdAt: new Date(),
    });
    const roles = await this.dataSource.query<{ roleId: string }[]>(
      'SELECT id AS roleId FROM role WHERE code IN (?)',
      [[role, ...further]],
    );
    await this.dataSource.manager.insert(
      UserRoleEntity,
      roles.map(({ roleId }) => ({ userId: id, roleId })),
    );
    return { id, userName, password: PASSWORD };
  }

  /** The scope of a new user with the role, as a request of theirs would have it. */
  async as(role: RoleCode): Promise<Scope> {
    return await this.scopeOf((await this.user(role)).id);
  }

  /** A fresh scope: one per simulated request (a scope has one open transaction at a time). */
  async scopeOf(userId: string): Promise<Scope> {
    const scope = await this.app.get(ScopeSource).forUser(userId, newId());
    if (!scope) {
      throw new Error(`user ${userId} is not active`);
    }
    return scope;
  }

  private async platformId(): Promise<string> {
    const [row] = await this.dataSource.query<{ id: string }[]>(
      `SELECT id FROM organization WHERE kind = 'PLATFORM' LIMIT 1`,
    );
    if (row) {
      return row.id;
    }
    const id = newId();
    await this.dataSource.manager.insert(OrganizationEntity, {
      id,
      kind: 'PLATFORM',
      name: 'Platform',
      countyCode: null,
      createdAt: new Date(),
    });
    return id;
  }
}
