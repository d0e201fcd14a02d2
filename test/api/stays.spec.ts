import type { INestApplication } from '@nestjs/common';
import { newId } from '@yibu/platform';
import request from 'supertest';

import { startApi, type TestApp } from '../support/app.js';
import { BedWorld } from '../support/bed-world.js';
import { World } from '../support/world.js';

let api: TestApp<INestApplication>;
let house: BedWorld;
let cookie = '';

interface Answer {
  readonly data: Record<string, Record<string, unknown>>;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

async function send(query: string, variables: unknown = {}): Promise<Answer> {
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .set('cookie', cookie)
    .send({ query, variables });
  return response.body as Answer;
}

const OUTCOME = `__typename
  ... on StaySaved { stay { id version status bedName fromOn untilOn endKind } }
  ... on BedConflict { bed holder from until }
  ... on PersonConflict { bed holder from until }
  ... on StayBlocked { items { code state targetKind targetPart } }`;

async function deed(name: string, type: string, input: object): Promise<Record<string, unknown>> {
  const answer = await send(
    `mutation ($input: ${type}!) { ${name}(input: $input) { ${OUTCOME} } }`,
    {
      input,
    },
  );
  expect(answer.errors).toBeUndefined();
  return answer.data[name] ?? {};
}

interface SavedStay {
  readonly id: string;
  readonly version: number;
}
const saved = (answer: Record<string, unknown>): SavedStay => {
  expect(answer['__typename']).toBe('StaySaved');
  return answer['stay'] as SavedStay;
};

beforeAll(async () => {
  api = await startApi();
  api.clock.setDay('2026-06-15');
  const world = await World.create(api);
  house = await BedWorld.create(api, world);
  const user = await world.user('CENTER_MANAGER');
  const response = await request(api.app.getHttpServer())
    .post('/graphql')
    .send({
      query: 'mutation ($input: SignInInput!) { signIn(input: $input) { userId } }',
      variables: { input: { userName: user.userName, password: user.password } },
    });
  cookie = (response.get('Set-Cookie') ?? []).map((part) => part.split(';')[0]).join('; ');
});
afterAll(async () => {
  await api.close();
});

const admission = async (bed: number, name: string): Promise<Record<string, unknown>> => ({
  centerId: house.centerId,
  residentId: await house.resident(name),
  bedId: house.bed(bed),
  on: '2026-06-10',
});
const OVERRIDES = [{ code: 'ASSESSMENT', reason: '急诊安置' }];

it('a manager admits, and is shown what is open and who holds the bed', async () => {
  const input = await admission(0, '王秀英');
  const blocked = await deed('admitResident', 'AdmitResidentInput', input);
  expect(blocked).toMatchObject({ __typename: 'StayBlocked' });
  expect(blocked['items']).toContainEqual({
    code: 'ASSESSMENT',
    state: 'OPEN',
    targetKind: 'RESIDENT',
    targetPart: 'levels',
  });
  saved(await deed('admitResident', 'AdmitResidentInput', { ...input, overrides: OVERRIDES }));
  const rival = { ...(await admission(0, '张建国')), overrides: OVERRIDES };
  expect(await deed('admitResident', 'AdmitResidentInput', rival)).toEqual({
    __typename: 'BedConflict',
    bed: '301-1',
    holder: '王秀英',
    from: '2026-06-10',
    until: null,
  });
});

it('a stay goes from bed to bed, to hospital and back, and home, and shows on the map of each day', async () => {
  const input = { ...(await admission(1, '李桂兰')), overrides: OVERRIDES };
  const first = saved(await deed('admitResident', 'AdmitResidentInput', input));
  const moved = saved(
    await deed('transferResident', 'TransferResidentInput', {
      stayId: first.id,
      version: first.version,
      bedId: house.bed(2),
      on: '2026-06-12',
    }),
  );
  await send(`mutation ($input: StartAbsenceInput!) { startAbsence(input: $input) { id } }`, {
    input: {
      stayId: moved.id,
      kind: 'HOSPITAL',
      fromOn: '2026-06-13',
      untilOn: '2026-06-14',
      note: '县医院',
    },
  });
  const left = saved(
    await deed('dischargeResident', 'EndStayInput', {
      stayId: moved.id,
      version: moved.version,
      on: '2026-06-15',
    }),
  );
  expect(left).toMatchObject({ status: 'ENDED', endKind: 'DISCHARGE', untilOn: '2026-06-15' });
  const stateOn = async (day: string): Promise<unknown> => {
    const { data } = await send(
      `query ($centerId: ID!, $asOf: LocalDate) { bedMap(centerId: $centerId, asOf: $asOf) {
        buildings { floors { rooms { beds { id state } } } } } }`,
      { centerId: house.centerId, asOf: day },
    );
    const beds = JSON.stringify(data['bedMap']).matchAll(/"id":"(\w{26})","state":"(\w+)"/g);
    return [...beds].filter(([, id]) => id === house.bed(2)).map(([, , state]) => state);
  };
  expect(await stateOn('2026-06-11')).toEqual(['FREE']);
  expect(await stateOn('2026-06-12')).toEqual(['OCCUPIED']);
  expect(await stateOn('2026-06-13')).toEqual(['HOSPITAL']);
  expect(await stateOn('2026-06-15')).toEqual(['FREE']);
});

it('what is asked before a deed, free beds, people without one, lists, occupancy and export all answer', async () => {
  const residentId = await house.resident('赵玉兰');
  const { centerId } = house;
  const answers = await send(
    `query ($centerId: ID!, $residentId: ID!, $on: LocalDate!) {
      stayChecklist(input: { action: ADMIT, residentId: $residentId, on: $on }) { code state }
      freeBeds(centerId: $centerId, from: $on) { name place }
      stayCandidates(centerId: $centerId, search: "赵") { id name }
      stays(centerId: $centerId, status: ACTIVE, orderBy: "bedName") { total items { bedName } }
      residentStays(residentId: $residentId) { stays { id } absences { id } revisions { id } }
      occupancy(centerId: $centerId) { beds occupied free months { month occupiedDays bedDays } }
    }`,
    { centerId, residentId, on: '2026-06-15' },
  );
  expect(answers.errors).toBeUndefined();
  expect(answers.data).toMatchObject({
    stayCandidates: [{ id: residentId, name: '赵玉兰' }],
    stays: { total: 1 },
    occupancy: { beds: 4, occupied: 1, free: 3 },
  });
  const months = answers.data['occupancy']?.['months'] as { occupiedDays: number }[];
  // 王秀英 six days, 李桂兰 five: the day of admission counts, that of discharge does not.
  expect(months.at(-1)).toMatchObject({ month: '2026-06', occupiedDays: 11 });
  const sheet = await request(api.app.getHttpServer())
    .get(`/export/stays?centerId=${centerId}&status=ACTIVE`)
    .set('cookie', cookie);
  expect([sheet.status, sheet.headers['content-type']]).toEqual([
    200,
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ]);
});

it('the history of a stay names the person and the beds, not their records', async () => {
  const input = { ...(await admission(3, '何玉兰')), overrides: OVERRIDES };
  const stay = saved(await deed('admitResident', 'AdmitResidentInput', input));
  const { data } = await send(
    `query ($id: ID!) { history(entity: "stay", entityId: $id) { items { changes { field from to } } } }`,
    { id: stay.id },
  );
  const { items } = data['history'] as unknown as {
    items: { changes: { field: string; to: string }[] }[];
  };
  const [event] = items;
  expect(event?.changes).toContainEqual({ field: 'residentId', from: null, to: '何玉兰' });
  expect(event?.changes).toContainEqual({ field: 'bedId', from: null, to: '302-2' });
});

it('a history longer than what is shown says how long it is', async () => {
  const entityId = newId();
  await api.dataSource.query(
    `INSERT INTO audit_event (id, chain_key, seq, at, center_id, organization_id, user_id, user_name, action, entity,
       entity_id, changes, request_id, prev_hash, hash)
     SELECT CONCAT(LEFT(?, 23), LPAD(n.seq, 3, '0')), ?, n.seq, NOW(3), ?, ?, ?, '', 'update', 'stay', ?, '[]', '', '', ''
     FROM seq_1_to_501 n`,
    [entityId, entityId, house.centerId, entityId, entityId, entityId],
  );
  const { data } = await send(
    'query ($id: ID!) { history(entity: "stay", entityId: $id) { total items { id } } }',
    { id: entityId },
  );
  const { total, items } = data['history'] as unknown as { total: number; items: unknown[] };
  expect([total, items.length]).toEqual([501, 500]);
});

it('the house by ability level counts who lives there on the last day of each month, and who has no level', async () => {
  const { centerId } = house;
  const { data, errors } = await send(
    'query ($centerId: ID!) { levelMix(centerId: $centerId) { months shares { level people } } }',
    { centerId },
  );
  expect(errors).toBeUndefined();
  const mix = data['levelMix'] as unknown as {
    months: string[];
    shares: { level: number | null; people: number[] }[];
  };
  expect([mix.months.length, mix.months.at(-1)]).toEqual([12, '2026-06']);
  expect(mix.shares.map(({ level }) => level)).toEqual([0, 1, 2, 3, 4, null]);
  const living = await api.database.query<{ n: number }>(
    "SELECT COUNT(*) AS n FROM stay WHERE center_id = ? AND status = 'ACTIVE'",
    [centerId],
  );
  expect(mix.shares.reduce((sum, { people }) => sum + (people.at(-1) ?? 0), 0)).toBe(
    Number(living[0]?.n),
  );
});

it('a house is seen before it is laid out, takes no name twice, and keeps what was lived in', async () => {
  const input = {
    centerId: house.centerId,
    buildingName: '二号楼',
    floorFrom: 1,
    floorCount: 1,
    floorPattern: '{f}层',
    roomsPerFloor: 2,
    roomStart: 1,
    roomPattern: '{f}{nn}',
    bedsPerRoom: 1,
    bedPattern: '{A}',
    sexPolicy: 'F',
    openedOn: '2026-06-15',
  };
  const preview = await send(
    `query ($input: LayOutBuildingInput!) { layoutPreview(input: $input) { name rooms { name beds } } }`,
    { input },
  );
  expect(preview.data).toMatchObject({
    layoutPreview: [{ name: '1层', rooms: [{ name: '101', beds: ['A'] }, { name: '102' }] }],
  });
  const LAY_OUT = 'mutation ($input: LayOutBuildingInput!) { layOutBuilding(input: $input) }';
  const made = await send(LAY_OUT, { input });
  const again = await send(LAY_OUT, { input });
  expect([made.errors, again.errors?.[0]?.extensions.code]).toEqual([
    undefined,
    'PLACE_NAME_TAKEN',
  ]);
  const removal = await send(
    'mutation ($input: RemovePlaceInput!) { removePlace(input: $input) }',
    { input: { kind: 'BED', id: house.bed(0) } },
  );
  expect(removal.errors?.[0]?.extensions.code).toBe('PLACE_IN_USE');
});
