import type { INestApplication } from '@nestjs/common';

import { startApi, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { codeOf, PolicyDesk } from '../support/policy-desk.js';

let api: TestApp<INestApplication>;
let desk: PolicyDesk;
let manager: string;
let centerId: string;

jest.setTimeout(240_000);

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2025-06-03');
  const world = await ClaimWorld.create(api);
  await world.resident({ from: '2025-01-10', level: 4, name: '周一' });
  await world.resident({ from: '2025-03-10', bed: 1, name: '周二' });
  desk = await PolicyDesk.open(api, world);
  manager = await desk.signIn('CENTER_MANAGER');
  centerId = world.world.centerId;
});
afterAll(async () => {
  await api.close();
});

interface Item {
  readonly key: string;
  readonly status: string;
  readonly askedLeast: number | null;
}

const SHEET = `query ($centerId: ID!) { complianceSheet(centerId: $centerId) { packCode registeredBeds areaM2
  items { key clauseId isFigure unit per askedLeast askedMost status figure size evidence checkedByName } } }`;

async function items(cookie: string): Promise<readonly Item[]> {
  const answer = await desk.send<{ complianceSheet: { items: readonly Item[] } }>(cookie, SHEET, {
    centerId,
  });
  return answer.data.complianceSheet.items;
}

const record = async (cookie: string, input: object): Promise<string | undefined> =>
  codeOf(
    await desk.send(
      cookie,
      'mutation ($input: RecordComplianceInput!) { recordCompliance(input: $input) { packCode } }',
      { input: { centerId, evidence: '', ...input } },
    ),
  );

const statusOf = async (key: string): Promise<string | undefined> =>
  (await items(manager)).find((item) => item.key === key)?.status;

describe('what the documents ask of a center', () => {
  it('is listed item by item, unknown until somebody has looked', async () => {
    const all = await items(manager);
    expect(all.map(({ key }) => key)).toEqual(
      expect.arrayContaining(['YC-04:value:0', 'YC-12:value:0', 'YC-13:item:8', 'YC-25:item:0']),
    );
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set(['UNKNOWN']));
  });

  it('is met or not by the figure itself, for the size that the rate is per', async () => {
    // At least 30 square metres for each 100 households: 360 for 1,200.
    const area = { key: 'YC-04:value:0', status: 'MET', size: 1200 };
    expect(await record(manager, { ...area, figure: 359.9 })).toBeUndefined();
    expect(await statusOf('YC-04:value:0')).toBe('NOT_MET');
    expect(await record(manager, { ...area, figure: 360 })).toBeUndefined();
    const item = (await items(manager)).find(({ key }) => key === 'YC-04:value:0');
    expect(item).toMatchObject({ status: 'MET', askedLeast: 360 });
    // A range holds at both ends.
    for (const [figure, status] of [
      [499, 'NOT_MET'],
      [500, 'MET'],
      [2000, 'MET'],
      [2001, 'NOT_MET'],
    ] as const) {
      await record(manager, { key: 'YC-11:value:0', status: 'UNKNOWN', figure });
      expect(await statusOf('YC-11:value:0')).toBe(status);
    }
  });

  it('is not said to be met without evidence', async () => {
    const zone = { key: 'YC-13:item:2', status: 'MET' };
    expect(await record(manager, zone)).toBe('INPUT_INVALID');
    expect(await record(manager, { ...zone, evidence: '一楼东侧康复室' })).toBeUndefined();
    expect(await statusOf('YC-13:item:2')).toBe('MET');
    expect(await record(manager, { key: 'YC-99:item:0', status: 'UNKNOWN' })).toBe('NOT_FOUND');
  });

  it('is read and not written by the bureau', async () => {
    expect((await items(desk.clerk)).length).toBeGreaterThan(10);
    expect(await record(desk.clerk, { key: 'YC-12:value:0', status: 'UNKNOWN' })).toBe('FORBIDDEN');
  });
});

describe('the progress of a county', () => {
  const PROGRESS = `query ($countyCode: String!) { countyProgress(countyCode: $countyCode) { counts { key value outOf centers { value outOf } }
    centers { centerId met notMet unknown } items { key due status figure } } }`;

  it('is counted from the records, and its targets are kept with what was reached', async () => {
    const variables = { countyCode: desk.countyCode };
    const recorded = await desk.send(
      desk.leader,
      'mutation ($input: RecordProgressInput!) { recordCountyProgress(input: $input) { packCode } }',
      {
        input: {
          ...variables,
          key: 'YC-02:value:0',
          status: 'UNKNOWN',
          figure: 80,
          evidence: '年报',
        },
      },
    );
    expect(recorded.errors).toBeUndefined();
    const { data } = await desk.send<{
      countyProgress: {
        counts: readonly { key: string; value: number; outOf: number | null }[];
        centers: readonly { met: number }[];
        items: readonly { key: string }[];
      };
    }>(desk.leader, PROGRESS, variables);
    const { counts, centers, items: targets } = data.countyProgress;
    expect(counts).toContainEqual({
      key: 'privatelyRun',
      value: 1,
      outOf: 1,
      centers: [{ value: 1, outOf: 1 }],
    });
    expect(counts).toContainEqual({
      key: 'residents',
      value: 2,
      outOf: 60,
      centers: [{ value: 2, outOf: 60 }],
    });
    expect(counts).toContainEqual({
      key: 'withLevel',
      value: 1,
      outOf: 2,
      centers: [{ value: 1, outOf: 2 }],
    });
    expect(centers).toMatchObject([{ met: 2, notMet: 1 }]);
    expect(targets).toContainEqual({
      key: 'YC-02:value:0',
      due: '2025',
      status: 'NOT_MET',
      figure: 80,
    });
    expect(codeOf(await desk.send(manager, PROGRESS, variables))).toBe('FORBIDDEN');
  });
});
