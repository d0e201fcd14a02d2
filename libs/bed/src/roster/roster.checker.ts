import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yibu/kernel';
import type { SheetText } from '@yibu/platform';
import { CATEGORY_NAMES, PersonalData, SEX_NAMES, type CategoryCode } from '@yibu/resident';

import { WORDS } from './cell.words.js';
import type { HouseSnapshot, KnownPerson } from './house.snapshot.js';
import { NATION_WORDS } from './nation.words.js';
import { refuseConflicts, resolveBed, type WantedBed } from './plan.js';
import type { CheckedRow, RosterImportEntity, RowDifference } from './roster.entity.js';
import { RowReader } from './row-reader.js';
import { readRosterRow, type RosterRow } from './row.rules.js';

/** What will be written for a row, when it is accepted. */
export interface RosterPlan {
  readonly row: RosterRow;
  readonly person: KnownPerson | null;
  readonly bed: WantedBed | null;
  readonly newCategories: readonly CategoryCode[];
  readonly isContactNew: boolean;
  readonly isLevelNew: boolean;
}

export interface CheckedRoster {
  readonly checked: CheckedRow;
  readonly plan: RosterPlan | null;
}

interface Seen {
  readonly byPerson: Map<string, number>;
}

/** Compares the rows of a roster with the house and with each other. Writes nothing. */
@Injectable()
export class RosterChecker {
  constructor(private readonly personal: PersonalData) {}

  async check(
    request: {
      readonly sheet: SheetText;
      readonly list: Pick<RosterImportEntity, 'mapping' | 'options'>;
      readonly house: HouseSnapshot;
      readonly today: LocalDate;
    },
    onProgress: (done: number) => Promise<void>,
  ): Promise<CheckedRoster[]> {
    const { sheet, list, house, today } = request;
    const { categoryWords } = list.options;
    const seen: Seen = { byPerson: new Map() };
    const results: CheckedRoster[] = [];
    for (const { number, cells } of sheet.rows) {
      const reader = new RowReader(list.mapping, cells);
      const row = readRosterRow(reader, { today, areas: house.areas, categoryWords });
      results.push(await this.checkRow(reader, { number, row, house, list, seen }));
      if (results.length % 500 === 0) {
        await onProgress(results.length);
      }
    }
    return results;
  }

  private async checkRow(
    reader: RowReader,
    at: {
      readonly number: number;
      readonly row: RosterRow;
      readonly house: HouseSnapshot;
      readonly list: Pick<RosterImportEntity, 'options'>;
      readonly seen: Seen;
    },
  ): Promise<CheckedRoster> {
    const { number, row, house, seen } = at;
    const key = await this.keyOf(row, house);
    const earlier = key === null ? undefined : seen.byPerson.get(key);
    if (earlier !== undefined) {
      reader.problem('idNumber', 'duplicateInFile', { row: earlier });
    } else if (key !== null) {
      seen.byPerson.set(key, number);
    }
    const person = personOf(key, row, house);
    warnOfTwins(reader, { row, person, house });
    const bed = wantedBed(reader, { ...at, person });
    const plan = planOf({ row, person, bed, house });
    const differences = person === null ? [] : await this.differences(plan, person, house);
    return finish(reader, { number, plan, differences });
  }

  private async keyOf(row: RosterRow, house: HouseSnapshot): Promise<string | null> {
    const { identity } = row;
    if (identity === null) {
      return null;
    }
    if (identity.idNumber === null) {
      return `${identity.name}|${identity.bornOn}`;
    }
    const index = await this.personal.indexOf(house.countyCode, identity.idType, identity.idNumber);
    return index.toString('hex');
  }

  /** Only what the file says: an empty cell takes nothing away. */
  private async differences(
    plan: RosterPlan,
    person: KnownPerson,
    house: HouseSnapshot,
  ): Promise<RowDifference[]> {
    const { row, bed } = plan;
    const { draft, identity } = row;
    const found: RowDifference[] = [];
    const compare = (
      field: RowDifference['field'],
      from: string | null,
      to?: string | null,
    ): void => {
      if (to !== null && to !== undefined && to !== '' && to !== from) {
        found.push({ field, from, to });
      }
    };
    compare('name', person.name, identity?.name);
    compare('sex', SEX_NAMES['zh-CN'][person.sex], identity && SEX_NAMES['zh-CN'][identity.sex]);
    compare('bornOn', person.bornOn, identity?.bornOn);
    compare('householdCounty', person.householdCounty, draft.householdCounty);
    compare('householdAddress', person.householdAddress, draft.householdAddress);
    compare('nation', wordOf(NATION_WORDS, person.nation), wordOf(NATION_WORDS, draft.nation));
    const { education, marital } = WORDS;
    compare('education', wordOf(education, person.education), wordOf(education, draft.education));
    compare('marital', wordOf(marital, person.marital), wordOf(marital, draft.marital));
    compare('note', person.note, draft.note);
    compare('phone', await this.phoneOf(person, house), draft.phone);
    compare('bed', null, bed?.label);
    const categories = plan.newCategories.map((code) => CATEGORY_NAMES['zh-CN'][code]).join('、');
    compare('categories', null, categories);
    compare('contactName', null, plan.isContactNew ? row.contact?.name : null);
    compare('level', null, plan.isLevelNew ? String(row.level?.level ?? '') : null);
    return found;
  }

  private async phoneOf(person: KnownPerson, house: HouseSnapshot): Promise<string | null> {
    if (person.phoneCipher === null) {
      return null;
    }
    const place = { table: 'resident', column: 'phone', rowId: person.id } as const;
    return await this.personal.open(house.countyCode, place, person.phoneCipher);
  }
}

/** As lists write it. */
const wordOf = (
  words: Readonly<Record<string, readonly string[]>>,
  code: string | null | undefined,
): string | null => (code ? (words[code]?.[0] ?? code) : null);

const isNewTo = (
  known: ReadonlyMap<string, ReadonlySet<string>>,
  person: KnownPerson | null,
  value: string,
): boolean => person === null || known.get(person.id)?.has(value) !== true;

function planOf(about: {
  readonly row: RosterRow;
  readonly person: KnownPerson | null;
  readonly bed: WantedBed | null;
  readonly house: HouseSnapshot;
}): RosterPlan {
  const { row, person, bed, house } = about;
  const { level, contact } = row;
  return {
    row,
    person,
    bed,
    newCategories: row.categories.filter((code) => isNewTo(house.categories, person, code)),
    isContactNew: contact !== null && isNewTo(house.contacts, person, contact.name),
    isLevelNew:
      level !== null && isNewTo(house.results, person, `${level.scale}|${level.assessedOn}`),
  };
}

function personOf(key: string | null, row: RosterRow, house: HouseSnapshot): KnownPerson | null {
  const { identity } = row;
  if (key === null || identity === null) {
    return null;
  }
  if (identity.idNumber !== null) {
    return house.personById.get(house.personByNumber.get(key) ?? '') ?? null;
  }
  const namesakes = house.personsByName.get(identity.name) ?? [];
  return (
    namesakes.find(({ bornOn, idType }) => bornOn === identity.bornOn && idType === 'NONE') ?? null
  );
}

function warnOfTwins(
  reader: RowReader,
  about: {
    readonly row: RosterRow;
    readonly person: KnownPerson | null;
    readonly house: HouseSnapshot;
  },
): void {
  const { identity } = about.row;
  if (about.person !== null || identity === null) {
    return;
  }
  const namesakes = about.house.personsByName.get(identity.name) ?? [];
  if (namesakes.some(({ bornOn }) => bornOn === identity.bornOn)) {
    reader.warn('name', 'likelyTwin', { name: identity.name, bornOn: identity.bornOn });
  }
}

/** null: the row asks for no bed, or the person is in it already, or it cannot be had. */
function wantedBed(
  reader: RowReader,
  about: {
    readonly number: number;
    readonly row: RosterRow;
    readonly person: KnownPerson | null;
    readonly house: HouseSnapshot;
    readonly list: Pick<RosterImportEntity, 'options'>;
  },
): WantedBed | null {
  const { row, person, house, number } = about;
  if (row.bed === null || row.admittedOn === null) {
    return null;
  }
  const span = { from: row.admittedOn, until: null };
  const bed = resolveBed(reader, row.bed, { house, options: about.list.options, span });
  if (bed === null || isSettled(reader, { person, bed, house, from: span.from })) {
    return null;
  }
  const residentId = person?.id ?? `row ${number}`;
  if (refuseConflicts(reader, { bed, residentId, span }, house.stays)) {
    return null;
  }
  house.stays.push({
    id: '',
    residentId,
    residentName: row.identity?.name ?? '',
    bedId: bed.key,
    fromOn: span.from,
    untilOn: null,
    row: number,
  });
  return bed;
}

/** Somebody who is in the house already, or will never be again. */
function isSettled(
  reader: RowReader,
  about: {
    readonly person: KnownPerson | null;
    readonly bed: WantedBed;
    readonly house: HouseSnapshot;
    readonly from: LocalDate;
  },
): boolean {
  const { person, bed, house, from } = about;
  if (person === null) {
    return false;
  }
  const current = house.stays.find(
    (stay) => stay.residentId === person.id && stay.untilOn === null,
  );
  if (current && (current.bedId !== bed.key || current.fromOn !== from)) {
    reader.warn('bed', 'stayDiffers', { from: current.fromOn });
  }
  if (!current && person.diedOn !== null) {
    reader.problem('bed', 'personDied', { diedOn: person.diedOn });
  }
  return current !== undefined || person.diedOn !== null;
}

function outcomeOf(plan: RosterPlan, differences: number): CheckedRow['outcome'] {
  if (plan.person === null) {
    return 'NEW';
  }
  return differences > 0 ? 'CHANGED' : 'UNCHANGED';
}

function finish(
  reader: RowReader,
  result: {
    readonly number: number;
    readonly plan: RosterPlan;
    readonly differences: readonly RowDifference[];
  },
): CheckedRoster {
  const { number, plan, differences } = result;
  const isGood = reader.problems.length === 0 && plan.row.identity !== null;
  return {
    checked: {
      number,
      name: plan.row.identity?.name ?? plan.row.draft.name,
      outcome: isGood ? outcomeOf(plan, differences.length) : 'PROBLEM',
      residentId: plan.person?.id ?? null,
      problems: reader.problems,
      warnings: reader.warnings,
      differences: isGood ? differences : [],
    },
    plan: isGood ? plan : null,
  };
}
