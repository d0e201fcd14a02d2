import type { INestApplicationContext } from '@nestjs/common';
import { ProfileService, LicenceService } from '@yibu/center';
import { COUNT_CELLS, SheetService } from '@yibu/institution';
import { localDate, yearMonth, type YearMonth } from '@yibu/kernel';
import { newId, UnitOfWork, type Scope } from '@yibu/platform';

import { findLevelMix } from '../../libs/bed/src/level-mix.queries.js';
import { startServices, type TestApp } from '../support/app.js';
import { BedWorld } from '../support/bed-world.js';
import { settlePeople } from '../support/sheet-house.js';
import { Dice, makePerson, type Person } from '../support/sheet-lives.js';
import { countedByHand } from '../support/sheet-model.js';
import { World } from '../support/world.js';

jest.setTimeout(120_000);

const PEOPLE = 60;
const MONTHS = ['2023-12', '2024-01', '2024-02', '2024-03'].map(yearMonth);
const FEBRUARY = yearMonth('2024-02');

let test: TestApp<INestApplicationContext>;
let world: World;
let house: BedWorld;
let sheets: SheetService;
let people: Person[];

beforeAll(async () => {
  test = await startServices();
  test.clock.setDay('2024-05-06');
  world = await World.create(test, { openedOn: '2023-01-01' });
  house = await BedWorld.create(test, world, PEOPLE);
  sheets = test.app.get(SheetService);
  const dice = new Dice(20_240_301);
  people = Array.from({ length: PEOPLE }, (_, bed) => makePerson(dice, bed));
  await settlePeople(test, house, people);
});
afterAll(async () => {
  await test.close();
});

const at = (month: YearMonth, version: number | null = null) => ({
  centerId: world.centerId,
  month,
  version,
});

async function figuresOf(month: YearMonth): Promise<Record<string, number | null>> {
  const sheet = await sheets.sheet(await world.as('CLAIMS_OFFICER'), at(month, 0));
  const cells = sheet.sections.flatMap((section) => section.cells);
  return Object.fromEntries(cells.map(({ key, figure }) => [key, figure]));
}

/** All rows behind a figure, page by page. */
async function drilled(scope: Scope, month: YearMonth, cell: string): Promise<[number, number]> {
  const asked = { centerId: world.centerId, month, cell };
  let [rows, quantity] = [0, 0];
  for (let offset = 0; ; offset += 7) {
    const page = await sheets.rows(scope, asked, { limit: 7, offset });
    rows += page.items.length;
    quantity += page.items.reduce((sum, row) => sum + row.quantity, 0);
    if (page.items.length < 7) {
      return [rows, quantity];
    }
  }
}

async function file(month: YearMonth, reason: string | null = null, who?: Scope) {
  const scope = who ?? (await world.as('CLAIMS_OFFICER'));
  const seen = await sheets.sheet(await world.as('CLAIMS_OFFICER'), at(month, 0));
  return await sheets.file(scope, {
    centerId: world.centerId,
    month,
    basedOn: seen.versions[0]?.number ?? 0,
    seen: seen.liveDigest,
    reason,
  });
}

describe('a figure of the monthly sheet', () => {
  it.each(MONTHS)('of %s is what one counts going from person to person', async (month) => {
    expect(await figuresOf(month)).toMatchObject(countedByHand(people, month));
  });

  it('is about every case: no figure of those counted by hand is always zero', () => {
    const sums = MONTHS.map((month) => countedByHand(people, month));
    const empty = Object.keys(sums[0] ?? {}).filter((key) => sums.every((one) => one[key] === 0));
    expect(empty).toEqual([]);
  });

  it.each([FEBRUARY, yearMonth('2024-03')])(
    'of %s is the rows behind it, each one',
    async (month) => {
      const manager = await world.as('CENTER_MANAGER');
      const figures = await figuresOf(month);
      const wrong: string[] = [];
      for (const { key, set } of COUNT_CELLS) {
        const [rows, quantity] = await drilled(manager, month, key);
        if (quantity !== figures[key] || (set !== 'MEAL' && rows !== quantity)) {
          wrong.push(`${key}: ${figures[key]} shown, ${rows} rows of ${quantity}`);
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it.each(MONTHS)('of %s says of the levels what the chart of levels says', async (month) => {
    const figures = await figuresOf(month);
    const db = test.app.get(UnitOfWork).read(await world.as('CENTER_MANAGER'));
    const { months, shares } = await findLevelMix(db, {
      centerId: world.centerId,
      today: test.clock.today(),
    });
    const cells = [
      'levelAble',
      'levelLight',
      'levelMedium',
      'levelHeavy',
      'levelFull',
      'levelNone',
    ];
    expect(shares.map(({ people: counts }) => counts[months.indexOf(month)])).toEqual(
      cells.map((cell) => figures[cell]),
    );
  });

  it('closes: who was here, came, left and died makes who is here, also around a leap day', async () => {
    for (const month of MONTHS) {
      const { residentsBefore, admitted, discharged, died, residents } = await figuresOf(month);
      const carried = Number(residentsBefore) + Number(admitted) - Number(discharged);
      expect(carried - Number(died)).toBe(residents);
    }
    const onLeapDay = people.filter(({ stays }) =>
      stays.some(({ endKind, until }) => endKind === 'DEATH' && until === '2024-02-29'),
    );
    expect(onLeapDay.length).toBeGreaterThan(0);
  });

  it('is not opened by somebody who may not read such records', async () => {
    const reviewer = await world.as('BUREAU_REVIEWER');
    const asked = { centerId: world.centerId, month: FEBRUARY, cell: 'residents' };
    await expect(sheets.rows(reviewer, asked, { limit: 5, offset: 0 })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });

  it('counts beds by what holds on the last day, and staff by employment and valid papers', async () => {
    const other = await World.create(test, { openedOn: '2023-01-01' });
    const small = await BedWorld.create(test, other, 4);
    const { query } = test.dataSource;
    await query.call(test.dataSource, 'UPDATE bed SET closed_on = ? WHERE id = ?', [
      '2024-02-29',
      small.bed(0),
    ]);
    await query.call(
      test.dataSource,
      `INSERT INTO bed_repair (id, center_id, bed_id, from_on, until_on, reason) VALUES (?, ?, ?, ?, ?, '漏水'), (?, ?, ?, ?, ?, '漏水')`,
      [
        ...[newId(), other.centerId, small.bed(1), '2024-02-20', '2024-02-29'],
        ...[newId(), other.centerId, small.bed(2), '2024-02-29', null],
      ],
    );
    const staffId = newId();
    await query.call(
      test.dataSource,
      `INSERT INTO staff_member (id, center_id, name, pinyin, sex, post, from_on, until_on, created_at)
       VALUES (?, ?, '甲', 'jia', 'F', 'CAREGIVER', '2023-05-01', NULL, NOW(3)), (?, ?, '乙', 'yi', 'M', 'COOK', '2023-05-01', '2024-02-29', NOW(3))`,
      [staffId, other.centerId, newId(), other.centerId],
    );
    await query.call(
      test.dataSource,
      `INSERT INTO staff_certificate (id, center_id, staff_id, type, issued_on, validity_kind, valid_until)
       VALUES (?, ?, ?, 'HEALTH_CARE', '2023-03-01', 'PRINTED', '2024-02-29'), (?, ?, ?, 'CAREGIVER', '2024-03-01', 'NONE', NULL)`,
      [newId(), other.centerId, staffId, newId(), other.centerId, staffId],
    );
    await small.say(2, 'NURSING', '2024-02-29');
    await small.say(3, 'NURSING', '2024-02-01');
    await small.say(3, 'ORDINARY', '2024-03-31');
    const figure = async (month: string): Promise<(number | null | undefined)[]> => {
      const sheet = await sheets.sheet(await other.as('CLAIMS_OFFICER'), {
        ...{ centerId: other.centerId, month: yearMonth(month), version: null },
      });
      const cells = sheet.sections.flatMap((section) => section.cells);
      return [
        ...['beds', 'bedsFree', 'bedsRepair', 'staff', 'postCOOK'],
        ...['healthCertificates', 'certifiedCaregivers', 'bedsNursing', 'bedsKindUnsaid'],
      ].map((key) => cells.find((cell) => cell.key === key)?.figure);
    };
    expect(await figure('2024-01')).toEqual([4, 4, 0, 2, 1, 1, 0, 0, 4]);
    expect(await figure('2024-02')).toEqual([3, 2, 1, 1, 0, 1, 0, 2, 1]);
    expect(await figure('2024-03')).toEqual([3, 2, 1, 1, 0, 0, 1, 1, 1]);
  });
});

describe('a filed sheet', () => {
  it('keeps what it said, shows what a late record changed, and is filed again only with a reason', async () => {
    const filed = await file(FEBRUARY);
    expect(filed).toMatchObject({ shown: { number: 1, reason: null }, driftCount: 0 });
    await expect(file(FEBRUARY, '再报一次')).rejects.toMatchObject({ code: 'SHEET_UNCHANGED' });
    // A service of February that is written down in May.
    const late = people[0] as Person;
    await settleService(late, '2024-02-15');
    const drifted = await sheets.sheet(await world.as('CLAIMS_OFFICER'), at(FEBRUARY));
    const changed = drifted.sections
      .flatMap(({ cells }) => cells)
      .filter(({ hasDrifted }) => hasDrifted);
    expect(changed.map(({ key }) => key).slice(0, 2)).toEqual(['services', 'serviceBATH_HELP']);
    expect(changed[0]?.today).toBe(String((changed[0]?.figure ?? 0) + 1));
    await expect(file(FEBRUARY)).rejects.toMatchObject({ code: 'INPUT_INVALID' });
    const again = await file(FEBRUARY, '补录助浴一次');
    expect(again).toMatchObject({ shown: { number: 2, reason: '补录助浴一次' }, driftCount: 0 });
    const first = await sheets.sheet(await world.as('CLAIMS_OFFICER'), at(FEBRUARY, 1));
    expect(first.shown?.digest).toBe(filed.shown?.digest);
    expect(first.driftCount).toBe(changed.length);
  });

  it('is read by the bureau, which sees nothing of a month that was not filed', async () => {
    const reviewer = await world.as('BUREAU_REVIEWER');
    const filed = await sheets.sheet(reviewer, at(FEBRUARY));
    expect(filed.shown).toMatchObject({ number: 2 });
    for (const [month, version] of [
      [yearMonth('2024-01'), null],
      [FEBRUARY, 0],
    ] as const) {
      await expect(sheets.sheet(reviewer, at(month, version))).rejects.toMatchObject({
        code: 'SHEET_NOT_FILED',
      });
    }
  });

  it('is changed and deleted by nobody', async () => {
    for (const sql of [
      `UPDATE institution_sheet SET reason = 'x' WHERE center_id = ?`,
      'DELETE FROM institution_sheet WHERE center_id = ?',
    ]) {
      await expect(test.dataSource.query(sql, [world.centerId])).rejects.toThrow(/kept/);
    }
  });

  it('is of a month that is over and that the center lived through, and of what the person saw', async () => {
    const officer = await world.as('CLAIMS_OFFICER');
    await expect(file(yearMonth('2024-05'))).rejects.toMatchObject({ code: 'SHEET_MONTH_OPEN' });
    for (const month of ['2022-12', '2024-06']) {
      await expect(sheets.sheet(officer, at(yearMonth(month)))).rejects.toMatchObject({
        code: 'SHEET_MONTH_OUTSIDE',
      });
    }
    const input = { centerId: world.centerId, month: yearMonth('2024-03'), basedOn: 0 };
    await expect(sheets.file(officer, { ...input, seen: 'x' })).rejects.toMatchObject({
      code: 'SHEET_CHANGED',
    });
  });

  it('that two people file at once is filed once', async () => {
    const month = yearMonth('2024-03');
    const scopes = [await world.as('CLAIMS_OFFICER'), await world.as('CENTER_MANAGER')];
    const outcomes = await Promise.allSettled(
      scopes.map(async (scope) => await file(month, null, scope)),
    );
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const { versions } = await sheets.sheet(await world.as('CLAIMS_OFFICER'), at(month));
    expect(versions).toHaveLength(1);
  });

  it('takes the licences that hold on its last day, and says nothing where nobody recorded any', async () => {
    const manager = await world.user('CENTER_MANAGER');
    const licences = test.app.get(LicenceService);
    const fire = { centerId: world.centerId, kind: 'FIRE' as const, validUntil: null };
    const [passed, failed] = [
      { ...fire, passed: true, validFrom: localDate('2023-12-15') },
      { ...fire, passed: false, remark: '疏散通道堵塞', validFrom: localDate('2024-01-20') },
    ];
    await licences.add(await world.scopeOf(manager.id), passed);
    await licences.add(await world.scopeOf(manager.id), failed);
    const said = { centerId: world.centerId, version: 0, preferences: ['TAX', 'LAND'] };
    const profiles = test.app.get(ProfileService);
    await profiles.save(
      await world.scopeOf(manager.id),
      said as unknown as Parameters<ProfileService['save']>[1],
    );
    const text = async (month: string): Promise<(string | null | undefined)[]> => {
      const scope = await world.scopeOf(manager.id);
      const { sections } = await sheets.sheet(scope, at(yearMonth(month), 0));
      const cells = sections.flatMap((section) => section.cells);
      return ['fire', 'fireRemark', 'food', 'preferences'].map(
        (key) => cells.find((cell) => cell.key === key)?.text,
      );
    };
    expect(await text('2023-11')).toEqual([null, null, null, '税收、土地']);
    expect(await text('2023-12')).toEqual(['合格、有效', '无', null, '税收、土地']);
    expect(await text('2024-01')).toEqual(['不合格', '疏散通道堵塞', null, '税收、土地']);
  });
});

async function settleService(person: Person, on: string): Promise<void> {
  await test.dataSource.query(
    `INSERT INTO service_record (id, center_id, resident_id, type, on_date, minutes, value_fen, op_id, created_by, created_at)
     VALUES (?, ?, ?, 'BATH_HELP', ?, 30, 0, ?, ?, NOW(3))`,
    [newId(), world.centerId, person.id, on, newId(), person.id],
  );
}
