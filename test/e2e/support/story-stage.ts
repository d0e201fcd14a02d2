import type { PlaywrightWorkerArgs } from '@playwright/test';

import { Caller } from './graph.js';
import { DEMO_PASSWORD } from './people.js';
import type { StoryCalendar } from './story-calendar.js';

const OPERATOR = '颐和养老服务有限公司';
/** The county of the bureau whose people sign in as `bureau` and `leader`. */
const COUNTY = '990501';

/** What the names of the centers that journeys open begin with. */
export const STAGE = '桂香社区养老服务中心';

export interface Stage {
  readonly centerId: string;
  readonly centerName: string;
  /** Runs this center and no other. */
  readonly manager: string;
}

interface StageInput {
  readonly playwright: PlaywrightWorkerArgs['playwright'];
  readonly baseURL: string | undefined;
  readonly calendar: StoryCalendar;
  readonly run: string;
}

/** A center of its own with a contract, beds, an account, a grade and a manager: what the story takes for granted. */
export async function setStage({ playwright, baseURL, calendar, run }: StageInput): Promise<Stage> {
  const platform = await Caller.open(playwright, baseURL, 'platform');
  const owner = await Caller.open(playwright, baseURL, 'owner');
  const anybody = await Caller.open(playwright, baseURL);
  const centerName = `${STAGE}${run}`;
  const centerId = await openCenter(platform, { centerName, run, calendar });
  await layOutBeds(owner, centerId, calendar);
  await settleMoney(owner, centerId, calendar);
  const manager = `qinzhuren${run}`;
  await inviteManager({ platform, anybody }, { centerId, manager });
  await Promise.all([platform.close(), owner.close(), anybody.close()]);
  return { centerId, centerName, manager };
}

async function operatorId(platform: Caller): Promise<string> {
  const { organizations } = await platform.ask<{
    organizations: { items: { id: string; name: string }[] };
  }>('query ($pageSize: Int!) { organizations(pageSize: $pageSize) { items { id name } } }', {
    pageSize: 100,
  });
  return organizations.items.find(({ name }) => name === OPERATOR)?.id ?? '';
}

interface NewCenter {
  readonly centerName: string;
  readonly run: string;
  readonly calendar: StoryCalendar;
}

async function openCenter(platform: Caller, center: NewCenter): Promise<string> {
  const { opened } = center.calendar;
  const { createCenter: centerId } = await platform.send<{ createCenter: string }>(
    'mutation ($input: CreateCenterInput!) { createCenter(input: $input) }',
    {
      // Behind the centers of the demonstration in every list.
      code: `ZZ-${center.run}`,
      name: center.centerName,
      countyCode: COUNTY,
      ownership: 'PUBLIC_BUILT_PRIVATE_RUN',
      forProfit: false,
      registeredBeds: 40,
      areaM2: 900,
      openedOn: opened,
      filedOn: opened,
    },
  );
  await platform.send(
    'mutation ($input: CreateContractInput!) { createContract(input: $input) { id } }',
    { centerId, organizationId: await operatorId(platform), fromOn: opened },
  );
  return centerId;
}

/** 301-1 to 306-1. */
async function layOutBeds(
  owner: Caller,
  centerId: string,
  { opened }: StoryCalendar,
): Promise<void> {
  await owner.send('mutation ($input: LayOutBuildingInput!) { layOutBuilding(input: $input) }', {
    centerId,
    buildingName: '主楼',
    floorFrom: 3,
    floorCount: 1,
    floorPattern: '{f}层',
    roomsPerFloor: 6,
    roomStart: 1,
    roomPattern: '{f}{nn}',
    bedsPerRoom: 1,
    bedPattern: '{r}-{n}',
    sexPolicy: 'ANY',
    openedOn: opened,
  });
}

async function settleMoney(
  owner: Caller,
  centerId: string,
  { opened }: StoryCalendar,
): Promise<void> {
  await owner.send(
    'mutation ($input: SetBankAccountInput!) { setBankAccount(input: $input) { id } }',
    {
      centerId,
      holderName: '演示收款单位',
      bankName: '演示银行清泉支行',
      number: '6200 0000 0000 0099',
      reason: '登记收款账户',
    },
  );
  await owner.send(
    'mutation ($input: AddCenterGradeInput!) { addCenterGrade(input: $input) { id } }',
    { centerId, scheme: 'yangcheng-comprehensive', grade: '2', fromOn: opened },
  );
}

async function inviteManager(
  { platform, anybody }: { readonly platform: Caller; readonly anybody: Caller },
  { centerId, manager }: { readonly centerId: string; readonly manager: string },
): Promise<void> {
  const { inviteUser } = await platform.send<{ inviteUser: { token: string } }>(
    'mutation ($input: InviteUserInput!) { inviteUser(input: $input) { token } }',
    {
      organizationId: await operatorId(platform),
      userName: manager,
      displayName: '秦主任',
      roleCodes: ['CENTER_MANAGER'],
      centerIds: [centerId],
    },
  );
  await anybody.send(
    'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { userId } }',
    { token: inviteUser.token, password: DEMO_PASSWORD },
  );
}
