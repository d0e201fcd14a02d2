import { readIdNumber, type LocalDate } from '@yibu/kernel';
import { readDate, tidyCell } from '@yibu/platform';
import {
  levelOfWords,
  readIdentity,
  scaleOfWords,
  tidyName,
  type CategoryCode,
  type Identity,
  type IdentityDraft,
  type IdType,
  type Relation,
  type ResidentDraft,
} from '@yibu/resident';

import type { BedPath } from './bed-label.rules.js';
import { BETWEEN_WORDS, readCategories, type SettledWord } from './category.rules.js';
import {
  readEducation,
  readIdType,
  readLevelKind,
  readMarital,
  readNation,
  readRelation,
  readSex,
} from './cell.rules.js';
import { readCounty, type Areas } from './county.rules.js';
import { readPhone } from './phone.rules.js';
import { readBed, type RowReader, type RowRemark } from './row-reader.js';
import type { RosterField } from './roster.fields.js';

export interface LevelDraft {
  readonly scale: NonNullable<ReturnType<typeof scaleOfWords>>;
  readonly level: number;
  readonly kind: 'OFFICIAL' | 'INSTITUTION';
  readonly issuer: string;
  readonly assessedOn: LocalDate;
  readonly validUntil: LocalDate | null;
}

export interface ContactCells {
  readonly name: string;
  readonly relation: Relation;
  readonly phone: string | null;
}

/** One row as it can be kept. */
export interface RosterRow {
  readonly identity: Identity | null;
  readonly draft: ResidentDraft;
  readonly bed: BedPath | null;
  readonly admittedOn: LocalDate | null;
  readonly categories: readonly CategoryCode[];
  readonly categoriesFrom: LocalDate | null;
  readonly contact: ContactCells | null;
  readonly level: LevelDraft | null;
  readonly problems: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
}

/** What a row is read beside. */
export interface RowGround {
  readonly today: LocalDate;
  readonly categoryWords?: readonly SettledWord[] | undefined;
  readonly areas: Areas;
}

export function readRosterRow(reader: RowReader, ground: RowGround): RosterRow {
  const { today } = ground;
  const { identity, draft } = readPerson(reader, ground);
  const admittedOn = reader.pastDate('admittedOn', today);
  const bed = readBed(reader);
  if (bed !== null && admittedOn === null && reader.raw('admittedOn').trim() === '') {
    reader.problem('admittedOn', 'bedNeedsAdmission');
  }
  if (bed === null && admittedOn !== null) {
    reader.warn('bed', 'admissionNeedsBed');
  }
  if (identity !== null && admittedOn !== null && admittedOn < identity.bornOn) {
    reader.problem('admittedOn', 'notBefore', { limit: identity.bornOn });
  }
  const { value, unknown } = readCategories(reader.raw('categories'), ground.categoryWords);
  const categories = value ?? [];
  if (unknown.length > 0) {
    // A category can be worth money: left out in silence, somebody would go without.
    reader.problem('categories', 'categoryUnknown', { word: unknown.join(BETWEEN_WORDS) });
  }
  const categoriesFrom = readCategoriesFrom(reader, { categories, admittedOn, today });
  const contact = readContact(reader);
  const level = readLevel(reader, today);
  return {
    identity,
    draft,
    bed,
    admittedOn,
    categories,
    categoriesFrom,
    contact,
    level,
    problems: reader.problems,
    warnings: reader.warnings,
  };
}

function readPerson(
  reader: RowReader,
  { today, areas }: RowGround,
): { readonly identity: Identity | null; readonly draft: ResidentDraft } {
  const numberText = tidyCell(reader.raw('idNumber')).replace(/^(无|没有|-|\/|—)$/, '');
  const idType = reader.offered('idType', readIdType) ?? guessIdType(numberText, reader);
  const seen = reader.problems.length;
  const facts = {
    name: tidyName(reader.raw('name').replace(/^['’‘]/, '')),
    sex: reader.take('sex', readSex),
    bornOn: readBirth(reader, numberText),
    idType,
    idNumber: numberText === '' ? null : numberText,
    noIdReason: reader.text('noIdReason', 200),
  };
  const isUnread = (path: string): boolean =>
    reader.problems.slice(seen).some(({ field }) => field === path);
  const identity = readWho(reader, facts, { today, isUnread });
  const { phone, words } = readPhone(reader, 'phone');
  if (words !== null) {
    reader.warn('phone', 'phoneWords', { words });
  }
  const draft: ResidentDraft = {
    ...facts,
    phone,
    ...readHousehold(reader, areas),
    nation: reader.offered('nation', readNation),
    education: reader.offered('education', readEducation),
    marital: reader.offered('marital', readMarital),
    note: reader.text('note', 500),
  };
  return { identity, draft };
}

/** 1949, 1949.12, 1949年12月, 194912. A spreadsheet keeps 1949.10 as the number 1949.1. */
const BIRTH_MONTH = /^(\d{4})(?:\s?([-/.年]?)\s?(\d{1,2}))?\s?[月年.]?$/;

/** Lists of the county name the month of birth; the number of the card beside it names the day. */
function readBirth(reader: RowReader, idNumber: string): LocalDate | null {
  const [, year, mark, month] = BIRTH_MONTH.exec(tidyCell(reader.raw('bornOn'))) ?? [];
  const card = readIdNumber(idNumber);
  if (year === undefined || !card.ok) {
    return reader.take('bornOn', readDate);
  }
  const ofCard = card.bornOn.slice(5, 7);
  const isSaid =
    month === undefined ||
    month.padStart(2, '0') === ofCard ||
    (mark === '.' && month === '1' && ofCard === '10');
  return card.bornOn.startsWith(year) && isSaid ? card.bornOn : reader.take('bornOn', readDate);
}

/** What a right number says by itself. */
const READ_FROM_NUMBER: readonly string[] = ['sex', 'bornOn'];

function readWho(
  reader: RowReader,
  facts: IdentityDraft,
  about: { readonly today: LocalDate; readonly isUnread: (path: string) => boolean },
): Identity | null {
  const reading = readIdentity(facts, about.today);
  if (reading.ok) {
    if (reading.identity.isFirstGeneration) {
      reader.warn('idNumber', 'idFirstGeneration');
    }
    return reading.identity;
  }
  const isNumberWrong = reading.problems.some(({ path }) => path === 'idNumber');
  for (const { path, rule, params } of reading.problems) {
    // A wrong number leaves sex and birth date open: mending it answers all three.
    const isFollowing = isNumberWrong && rule === 'isNotEmpty' && READ_FROM_NUMBER.includes(path);
    if (!about.isUnread(path) && !isFollowing) {
      reader.problem(path as RosterField, rule, params);
    }
  }
  return null;
}

function guessIdType(number: string, reader: RowReader): IdType {
  if (number === '') {
    return reader.raw('noIdReason').trim() === '' ? 'CITIZEN' : 'NONE';
  }
  if (/^8[123]\d{15}[\dXx]$/.test(number)) {
    return 'RESIDENCE_PERMIT';
  }
  return /^[HMhm]\d{8}(\d\d)?$/.test(number) ? 'HK_MACAU_PASS' : 'CITIZEN';
}

/** A place that is no county we know is still where somebody is from. */
function readHousehold(
  reader: RowReader,
  areas: Areas,
): Pick<ResidentDraft, 'householdCounty' | 'householdAddress'> {
  const householdCounty = reader.offered('householdCounty', readCounty(areas));
  const said = reader.text('householdAddress', 200);
  const place = householdCounty === null ? reader.raw('householdCounty').trim() : '';
  const isPlace = /\p{Script=Han}{2}/u.test(place) && place.length <= 200;
  return { householdCounty, householdAddress: said ?? (isPlace ? place : null) };
}

function readCategoriesFrom(
  reader: RowReader,
  about: {
    readonly categories: readonly CategoryCode[];
    readonly admittedOn: LocalDate | null;
    readonly today: LocalDate;
  },
): LocalDate | null {
  const from = reader.pastDate('categoriesFrom', about.today);
  if (about.categories.length === 0 || from !== null) {
    return from;
  }
  if (reader.raw('categoriesFrom').trim() !== '') {
    return null;
  }
  if (about.admittedOn === null) {
    reader.problem('categoriesFrom', 'categoryNeedsDate');
    return null;
  }
  reader.warn('categoriesFrom', 'categoryFromAdmission', { from: about.admittedOn });
  return about.admittedOn;
}

function readContact(reader: RowReader): ContactCells | null {
  const name = reader.text('contactName', 60);
  const { phone, words } = readPhone(reader, 'contactPhone');
  const beside = words === null ? null : readRelation(words);
  const isRelation = beside !== null && beside.ok && beside.value !== null;
  if (words !== null && !isRelation) {
    reader.warn('contactPhone', 'phoneWords', { words });
  }
  const relation =
    reader.offered('contactRelation', readRelation) ?? (isRelation ? beside.value : null);
  if (name === null) {
    if (phone !== null) {
      reader.warn('contactName', 'contactNeedsName');
    }
    return null;
  }
  if (phone === null && reader.raw('contactPhone').trim() === '') {
    reader.warn('contactPhone', 'contactWithoutPhone');
  }
  return { name, phone, relation: relation ?? 'OTHER' };
}

/** A level on somebody's paper: taken when it is complete, and otherwise left out with a word about it. */
function readLevel(reader: RowReader, today: LocalDate): LevelDraft | null {
  const text = reader.text('level', 60);
  const scaleText = reader.text('levelScale', 60);
  const issuer = reader.text('levelIssuer', 120);
  const assessedOn = reader.pastDate('levelOn', today);
  const validUntil = reader.take('levelUntil', readDate);
  const kind = reader.take('levelKind', readLevelKind) ?? 'INSTITUTION';
  if (text === null) {
    return null;
  }
  const scale = scaleText === null ? 'GBT42195' : scaleOfWords(scaleText);
  if (scale === null) {
    reader.problem('levelScale', 'scaleUnknown');
    return null;
  }
  const level = levelOfWords(scale, text);
  if (level === null) {
    reader.warn('level', 'levelNotOfScale', { word: text.slice(0, 20) });
    return null;
  }
  if (issuer === null || assessedOn === null) {
    reader.warn('level', 'levelIncomplete');
    return null;
  }
  if (validUntil !== null && validUntil <= assessedOn) {
    reader.problem('levelUntil', 'untilBeforeFrom');
    return null;
  }
  if (validUntil === null) {
    reader.warn('levelUntil', 'levelWaits');
  }
  return { scale, level, kind, issuer, assessedOn, validUntil };
}
