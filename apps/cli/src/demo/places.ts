import type { INestApplicationContext } from '@nestjs/common';
import { getDataSourceToken } from '@nestjs/typeorm';
import {
  CenterEntity,
  CountyEntity,
  OperatingContractEntity,
  OrganizationEntity,
  PasswordService,
  UserCenterEntity,
  UserEntity,
  UserRoleEntity,
} from '@yibu/center';
import type { LocalDate } from '@yibu/kernel';
import { newId, type OrganizationKind } from '@yibu/platform';
import type { DataSource } from 'typeorm';

import { DEMO_PASSWORD, DEMO_USERS } from './users.js';

/** County codes that no county has. Two follow the rules of the 阳城 2022 document here, one those of 涧西 2019. */
export const DEMO_COUNTIES = [
  { code: '990501', name: '清泉县', nameEn: 'Qingquan County' },
  { code: '990502', name: '云岭县', nameEn: 'Yunling County' },
  { code: '990503', name: '锦溪区', nameEn: 'Jinxi District' },
] as const;

export interface DemoOrganizations {
  readonly yihe: string;
  readonly songbai: string;
  readonly bureauQingquan: string;
  readonly bureauYunling: string;
  readonly financeQingquan: string;
  readonly auditQingquan: string;
  readonly platform: string;
  readonly xiyuan: string;
  readonly bureauJinxi: string;
}

export interface DemoCenters {
  readonly fengcheng: string;
  readonly runhe: string;
  readonly yunling: string;
  readonly jinxi: string;
}

export interface DemoPlaces {
  readonly centers: DemoCenters;
  readonly organizations: DemoOrganizations;
  readonly userIds: ReadonlyMap<string, string>;
}

/** Counties, organizations, centers, contracts and sign-ins. */
export async function createPlaces(
  app: INestApplicationContext,
  openedOn: LocalDate,
): Promise<DemoPlaces> {
  const dataSource = app.get<DataSource>(getDataSourceToken());
  const createdAt = new Date(`${openedOn}T00:00:00Z`);
  await dataSource.manager.insert(
    CountyEntity,
    DEMO_COUNTIES.map((county) => ({
      ...county,
      settings: { assessmentValidMonths: 12, noticeDays: null, isDemo: true },
    })),
  );
  const organizations = await insertOrganizations(dataSource, createdAt);
  const centers = await insertCenters(dataSource, organizations, { openedOn, createdAt });
  const userIds = await insertUsers(app, { organizations, centers, createdAt });
  return { centers, organizations, userIds };
}

async function insertOrganizations(
  dataSource: DataSource,
  createdAt: Date,
): Promise<DemoOrganizations> {
  const insert = async (
    kind: OrganizationKind,
    name: string,
    countyCode: string | null = null,
  ): Promise<string> => {
    const id = newId();
    await dataSource.manager.insert(OrganizationEntity, { id, kind, name, countyCode, createdAt });
    return id;
  };
  const [qingquan, yunling, jinxi] = DEMO_COUNTIES;
  return {
    yihe: await insert('OPERATOR', '颐和养老服务有限公司'),
    songbai: await insert('OPERATOR', '松柏居家养老服务中心'),
    bureauQingquan: await insert('BUREAU', '清泉县民政局', qingquan.code),
    bureauYunling: await insert('BUREAU', '云岭县民政局', yunling.code),
    financeQingquan: await insert('BUREAU', '清泉县财政局', qingquan.code),
    auditQingquan: await insert('BUREAU', '清泉县审计局', qingquan.code),
    platform: await insert('PLATFORM', '颐簿平台'),
    xiyuan: await insert('OPERATOR', '溪园社区养老服务有限公司'),
    bureauJinxi: await insert('BUREAU', '锦溪区民政局', jinxi.code),
  };
}

async function insertCenters(
  dataSource: DataSource,
  operators: DemoOrganizations,
  since: { readonly openedOn: LocalDate; readonly createdAt: Date },
): Promise<DemoCenters> {
  const [qingquan, yunling, jinxi] = DEMO_COUNTIES;
  return {
    fengcheng: await insertCenter(dataSource, {
      ...since,
      countyCode: qingquan.code,
      code: 'QQ-01',
      name: '凤栖社区养老服务中心',
      beds: 60,
      area: 1680,
      operator: operators.yihe,
    }),
    runhe: await insertCenter(dataSource, {
      ...since,
      countyCode: qingquan.code,
      code: 'QQ-02',
      name: '润禾社区养老服务中心',
      beds: 40,
      area: 980,
      operator: operators.songbai,
    }),
    yunling: await insertCenter(dataSource, {
      ...since,
      countyCode: yunling.code,
      code: 'YL-01',
      name: '云岭康养服务中心',
      beds: 36,
      area: 860,
      operator: operators.songbai,
    }),
    jinxi: await insertCenter(dataSource, {
      ...since,
      countyCode: jinxi.code,
      code: 'JX-01',
      name: '锦溪社区养老服务中心',
      beds: 20,
      area: 620,
      operator: operators.xiyuan,
    }),
  };
}

interface NewCenter {
  readonly openedOn: LocalDate;
  readonly createdAt: Date;
  readonly countyCode: string;
  readonly code: string;
  readonly name: string;
  readonly beds: number;
  readonly area: number;
  readonly operator: string;
}

async function insertCenter(dataSource: DataSource, center: NewCenter): Promise<string> {
  const id = newId();
  await dataSource.manager.insert(CenterEntity, {
    id,
    countyCode: center.countyCode,
    code: center.code,
    name: center.name,
    ownership: 'PUBLIC_BUILT_PRIVATE_RUN',
    forProfit: false,
    registeredBeds: center.beds,
    areaM2: center.area,
    openedOn: center.openedOn,
    filedOn: center.openedOn,
    address: `${center.name.slice(0, 2)}路 1 号`,
    phone: '10000000000',
    createdAt: center.createdAt,
  });
  await dataSource.manager.insert(OperatingContractEntity, {
    id: newId(),
    centerId: id,
    organizationId: center.operator,
    number: `公建民营-${center.code}`,
    fromOn: center.openedOn,
    untilOn: null,
  });
  return id;
}

async function insertUsers(
  app: INestApplicationContext,
  places: { organizations: DemoOrganizations; centers: DemoCenters; createdAt: Date },
): Promise<Map<string, string>> {
  const dataSource = app.get<DataSource>(getDataSourceToken());
  const passwordHash = await app.get(PasswordService).hash(DEMO_PASSWORD);
  const roles = await dataSource.query<{ id: string; code: string }[]>('SELECT id, code FROM role');
  const ids = new Map<string, string>();
  for (const user of DEMO_USERS) {
    const id = newId();
    ids.set(user.userName, id);
    await dataSource.manager.insert(UserEntity, {
      id,
      organizationId: places.organizations[user.organization],
      userName: user.userName,
      displayName: user.displayName,
      passwordHash,
      status: 'ACTIVE',
      isDemo: true,
      createdAt: places.createdAt,
    });
    const roleId = roles.find(({ code }) => code === user.role)?.id ?? '';
    await dataSource.manager.insert(UserRoleEntity, { userId: id, roleId });
    if (user.center) {
      await dataSource.manager.insert(UserCenterEntity, {
        userId: id,
        centerId: places.centers[user.center],
      });
    }
  }
  return ids;
}
