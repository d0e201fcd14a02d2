import type { INestApplicationContext } from '@nestjs/common';
import { AbsenceService } from '@yibu/bed';
import { AskedFactService, PackLibraryService } from '@yibu/claim';
import { localDate } from '@yibu/kernel';
import { newId } from '@yibu/platform';

import { startServices, type TestApp } from '../support/app.js';
import { ClaimWorld } from '../support/claim-world.js';
import { outcome } from '../support/level-desk.js';
import { World } from '../support/world.js';

let test: TestApp<INestApplicationContext>;
let world: ClaimWorld;
let facts: AskedFactService;
let stay: { readonly residentId: string; readonly stayId: string };
let person: { readonly owner: 'PERSON'; readonly subjectId: string };

const PACK = {
  schema: 'pack/1',
  id: 'asked-facts',
  version: '1',
  title: '虚构县补贴办法',
  jurisdiction: { name: '虚构县', counties: ['*'] },
  documents: [{ id: 'D', title: '虚构县补贴办法' }],
  programs: [
    {
      id: 'village',
      title: { zh: '偏远补贴', en: 'Remote villages' },
      source: { document: 'D', clause: '第三条' },
      subject: 'person',
      per: 'MONTH',
      require: {
        test: 'all',
        of: [
          { test: 'attribute', name: 'distanceKm', atLeast: 5 },
          { test: 'attribute', of: 'center', name: 'suspended', in: [false] },
        ],
      },
      quantity: {
        count: 'residentMonths',
        partial: 'ANY_DAY',
        absences: 'COUNT_IF_BED_HELD',
      },
      rate: { fen: 10000 },
    },
  ],
  attributes: [
    {
      of: 'person',
      name: 'distanceKm',
      label: { zh: '离县城距离', en: 'Distance from the county town' },
      kind: 'NUMBER',
      unit: { zh: '公里', en: 'km' },
    },
  ],
};

const distance = async (value: string, from: string, more: object = {}): Promise<unknown> =>
  await facts.record(await world.as('manager'), {
    ...person,
    name: 'distanceKm',
    value,
    fromOn: localDate(from),
    evidence: '村委会证明',
    ...more,
  });

const held = async (): Promise<{ live: string[]; ids: string[]; versions: number[] }> => {
  const [fact] = await facts.list(await world.as('manager'), person);
  const live = (fact?.values ?? []).filter(({ voidedAt }) => voidedAt === null);
  return {
    live: live.map(({ value, fromOn, untilOn }) => `${value} ${fromOn} ${untilOn ?? ''}`.trim()),
    ids: live.map(({ id }) => id),
    versions: live.map(({ version }) => version),
  };
};

beforeAll(async () => {
  test = await startServices();
  test.clock.setDay('2025-05-03');
  world = await ClaimWorld.create(test);
  facts = test.app.get(AskedFactService);
  await test.app.get(PackLibraryService).upload(await world.as('reviewer'), {
    countyCode: world.world.countyCode,
    text: JSON.stringify(PACK),
  });
  await world.activate('asked-facts', '2025-01');
  await world.nothingOnPaper('2025-01');
  stay = await world.resident({ from: '2025-01-10', name: '阿远' });
  person = { owner: 'PERSON', subjectId: stay.residentId };
});
afterAll(async () => {
  await test.close();
});

describe('what the rules of a county ask and no register has', () => {
  it('is asked of each by the words of the rules; until it is recorded nobody is paid, and a check says so', async () => {
    const [asked] = await facts.list(await world.as('manager'), person);
    expect(asked).toMatchObject({
      name: 'distanceKm',
      kind: 'NUMBER',
      zh: '离县城距离',
      unitZh: '公里',
      asks: [{ program: 'village', clause: '第三条', documentZh: '虚构县补贴办法' }],
    });
    const draft = await world.draft('2025-04');
    expect(await world.payable(draft.id)).toEqual([]);
    const checks = await test.dataSource.query<{ entity: string; params: string }[]>(
      "SELECT entity, CONCAT('', params) AS params FROM claim_check WHERE claim_id = ? AND code = 'F12' ORDER BY entity",
      [draft.id],
    );
    expect(checks.map(({ entity }) => entity)).toEqual(['center', 'resident']);
    expect(checks[1]?.params).toContain('离县城距离');
  });

  it('has one value a day: a later one ends the earlier, another of the same days is refused, also to a rival', async () => {
    const { centerId } = world.world;
    const center = { owner: 'CENTER' as const, subjectId: centerId, evidence: '民政局复函' };
    const open = { ...center, name: 'suspended', value: 'false', fromOn: localDate('2025-01-01') };
    await facts.record(await world.as('owner'), open);
    expect(await outcome(facts.record(await world.as('nurse'), open))).toBe('FORBIDDEN');
    expect(await outcome(distance('远', '2025-01-01'))).toBe('INPUT_INVALID');
    await distance('3', '2024-01-01');
    expect(await outcome(distance('8', '2025-01-01'))).toBe('INPUT_INVALID');
    await distance('8', '2025-01-01', { reason: '搬到山上' });
    expect((await held()).live).toEqual(['8 2025-01-01', '3 2024-01-01 2025-01-01']);
    expect(await outcome(distance('9', '2024-06-01', { untilOn: '2025-02-01' }))).toBe(
      'ASKED_FACT_OVERLAP',
    );
    const rivals = await Promise.all(
      ['4', '5'].map(async (value) =>
        outcome(distance(value, '2023-01-01', { untilOn: '2023-07-01' })),
      ),
    );
    expect(rivals.sort()).toEqual(['ASKED_FACT_OVERLAP', 'done']);
    const again = test.dataSource.query(
      `INSERT INTO asked_fact (id, center_id, owner, subject_id, resident_id, name, value, d_from, d_until, live, evidence,
         recorded_by, recorded_by_name, recorded_at)
       SELECT ?, center_id, owner, subject_id, resident_id, name, value, d_from, d_until, 1, evidence, recorded_by,
         recorded_by_name, recorded_at FROM asked_fact WHERE subject_id = ? AND d_from = '2025-01-01'`,
      [newId(), stay.residentId],
    );
    await expect(again).rejects.toThrow(/Duplicate/);
  });

  it('is of the own center alone, and read by the bureau of the county', async () => {
    const other = await World.create(test);
    const manager = await other.scopeOf((await other.user('CENTER_MANAGER')).id);
    expect(await outcome(facts.list(manager, person))).toBe('NOT_FOUND');
    const center = { owner: 'CENTER' as const, subjectId: world.world.centerId };
    const [suspended] = await facts.list(await world.as('reviewer'), center);
    expect(suspended?.values.map(({ value }) => value)).toEqual(['false']);
    const [fact] = (await held()).ids;
    const taken = facts.void(manager, {
      ...person,
      factId: fact ?? '',
      version: 1,
      reason: '不是本院',
    });
    expect(await outcome(taken)).toBe('NOT_FOUND');
  });

  it('corrected late it takes back what was claimed, and both values stay to be seen', async () => {
    const april = await world.submitted('2025-04');
    expect(await world.payable(april.id)).toEqual([
      ...['01', '02', '03'].map((month) => `阿远 2025-${month} CATCH_UP 10000`),
      '阿远 2025-04 NORMAL 10000',
    ]);
    test.clock.setDay('2025-06-03');
    const { ids, versions } = await held();
    await facts.correct(await world.as('manager'), {
      ...person,
      factId: ids[0] ?? '',
      version: versions[0] ?? 0,
      value: '8',
      fromOn: localDate('2025-02-01'),
      evidence: '户口簿',
      reason: '二月才搬',
    });
    const may = await world.draft('2025-05');
    const lines = (await world.lines(may.id)).filter(({ fen }) => Number(fen) !== 0);
    expect(lines.map(({ month, kind, fen }) => `${month} ${kind} ${fen}`)).toEqual([
      '2025-01 REVERSAL -10000',
      '2025-05 NORMAL 10000',
    ]);
    const [fact] = await facts.list(await world.as('manager'), person);
    expect(fact?.values.filter(({ voidReason }) => voidReason === '二月才搬')).toHaveLength(1);
  });

  it('tells rules that ask whether the bed was kept during an absence', async () => {
    const absences = test.app.get(AbsenceService);
    const absenceId = await absences.start(await world.as('manager'), {
      stayId: stay.stayId,
      kind: 'HOSPITAL',
      fromOn: localDate('2025-05-01'),
      untilOn: localDate('2025-06-01'),
      bedHeld: false,
      reason: '补登',
    });
    const paidInMay = async (): Promise<boolean> =>
      (await world.payable((await world.draft('2025-05')).id)).some((line) =>
        line.includes('2025-05'),
      );
    expect(await paidInMay()).toBe(false);
    await absences.correct(await world.as('manager'), {
      absenceId,
      version: 1,
      kind: 'HOSPITAL',
      fromOn: localDate('2025-05-01'),
      untilOn: localDate('2025-06-01'),
      bedHeld: true,
      reason: '床位一直保留',
    });
    expect(await paidInMay()).toBe(true);
  });
});
