import { readIdNumber, type LocalDate } from '@yibu/kernel';
import {
  oneOf,
  readDate,
  refused,
  said,
  type CellReading,
  type SheetRowReader,
} from '@yibu/platform';

import type { RegistryField, RegistryKind, RegistryWhat, SupportWhat } from './registry.fields.js';

type Reader = SheetRowReader<RegistryField>;

/** What a row asks for: one more entry, another version of one, or that one no longer holds. */
export const DEEDS = ['ADD', 'CORRECT', 'WITHDRAW'] as const;
export type RowDeed = (typeof DEEDS)[number];

/** A row of a list that can be kept. */
export interface ListedRow {
  readonly name: string;
  readonly idNumber: string;
  readonly what: RegistryWhat;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
  readonly crematedOn: LocalDate | null;
  readonly place: string | null;
  readonly note: string | null;
  /** null: the list does not say, which means one more entry. */
  readonly deed: RowDeed | null;
  readonly formerOn: LocalDate | null;
}

/** First word of each: what the template offers. */
export const DEED_WORDS = {
  ADD: ['新增', '增加', '登记', 'add'],
  CORRECT: ['更正', '修改', '变更', 'correct'],
  WITHDRAW: ['撤销', '作废', '删除', '撤回', 'withdraw'],
} as const satisfies Record<RowDeed, readonly string[]>;
export const DIRECTION_WORDS = {
  OUT: ['迁出', '迁出本县', '户口迁出', '转出', '注销', 'out'],
  IN: ['迁入', '迁入本县', '户口迁入', '转入', '落户', 'in'],
} as const satisfies Record<'OUT' | 'IN', readonly string[]>;
export const SUPPORT_WORDS = {
  LOW_INCOME: [
    '低保',
    '低保对象',
    '最低生活保障',
    '城市低保',
    '农村低保',
    '城乡低保',
    '城市最低生活保障',
    '农村最低生活保障',
    'low_income',
  ],
  DESTITUTE: [
    '特困',
    '特困人员',
    '特困供养',
    '特困供养人员',
    '分散特困',
    '集中特困',
    '分散供养',
    '集中供养',
    '五保',
    'destitute',
  ],
} as const satisfies Record<SupportWhat, readonly string[]>;

const readDeed = oneOf<RowDeed>(DEED_WORDS, 'oneOf');
const readDirection = oneOf<'OUT' | 'IN'>(DIRECTION_WORDS, 'oneOf');
const readSupport = oneOf<SupportWhat>(SUPPORT_WORDS, 'oneOf');

const MAX_NAME = 60;
const MAX_PLACE = 120;
const MAX_NOTE = 200;
const EARLIEST = '1990-01-01' as LocalDate;

function readNumber(cell: string): CellReading<string> {
  if (cell.trim() === '') {
    return said<string>(null);
  }
  const reading = readIdNumber(cell);
  return reading.ok ? said(reading.number) : refused(`ID_${reading.problem}`);
}

/** null: the row cannot be kept, and the reader says why, all reasons at once. */
export function readListedRow(
  kind: RegistryKind,
  reader: Reader,
  today: LocalDate,
): ListedRow | null {
  const name = needed(reader, 'name', reader.text('name', MAX_NAME));
  const idNumber = needed(reader, 'idNumber', reader.take('idNumber', readNumber));
  const deed = reader.take('deed', readDeed);
  const formerOn = reader.take('formerOn', readDate);
  const facts = FACTS[kind](reader, today);
  if (formerOn !== null && deed !== 'CORRECT') {
    reader.problem('deed', 'formerNeedsCorrect');
  }
  const place = reader.text(kind === 'INPATIENT' ? 'hospital' : 'place', MAX_PLACE);
  const note = reader.text('note', MAX_NOTE);
  if (reader.problems.length > 0 || name === null || idNumber === null || facts === null) {
    return null;
  }
  return { name, idNumber, place, note, deed, formerOn, ...facts };
}

type RowFacts = Pick<ListedRow, 'what' | 'fromOn' | 'untilOn' | 'crematedOn'>;

const FACTS: Readonly<Record<RegistryKind, (reader: Reader, today: LocalDate) => RowFacts | null>> =
  {
    DEATH: readDeath,
    HOUSEHOLD: readMove,
    SUPPORT: readSupported,
    INPATIENT: readInpatient,
  };

/** A list of cremations may not know the day of death: then the cremation is what is known. */
function readDeath(reader: Reader, today: LocalDate): RowFacts | null {
  const diedOn = past(reader, 'diedOn', today);
  const crematedOn = past(reader, 'crematedOn', today);
  if (diedOn !== null && crematedOn !== null && crematedOn < diedOn) {
    reader.problem('crematedOn', 'notBefore', { limit: diedOn });
  }
  const fromOn = diedOn ?? crematedOn;
  if (fromOn === null) {
    needed(reader, 'diedOn', null);
    return null;
  }
  return {
    what: diedOn === null ? 'CREMATION' : 'DEATH',
    fromOn,
    untilOn: null,
    crematedOn: diedOn === null ? null : crematedOn,
  };
}

function readMove(reader: Reader, today: LocalDate): RowFacts | null {
  const what = needed(reader, 'direction', reader.take('direction', readDirection));
  const fromOn = needed(reader, 'movedOn', past(reader, 'movedOn', today));
  return what === null || fromOn === null
    ? null
    : { what, fromOn, untilOn: null, crematedOn: null };
}

/** Kept as the list writes it: the last day of support. */
function readSupported(reader: Reader, today: LocalDate): RowFacts | null {
  const what = needed(reader, 'support', reader.take('support', readSupport));
  const fromOn = needed(reader, 'supportFrom', past(reader, 'supportFrom', today));
  const untilOn = reader.take('supportUntil', readDate);
  return what === null || fromOn === null || !isAfter(reader, 'supportUntil', fromOn, untilOn)
    ? null
    : { what, fromOn, untilOn, crematedOn: null };
}

function readInpatient(reader: Reader, today: LocalDate): RowFacts | null {
  const fromOn = needed(reader, 'admittedOn', past(reader, 'admittedOn', today));
  const untilOn = past(reader, 'dischargedOn', today);
  return fromOn === null || !isAfter(reader, 'dischargedOn', fromOn, untilOn)
    ? null
    : { what: 'INPATIENT', fromOn, untilOn, crematedOn: null };
}

function isAfter(
  reader: Reader,
  field: RegistryField,
  fromOn: LocalDate,
  untilOn: LocalDate | null,
): boolean {
  if (untilOn === null || untilOn >= fromOn) {
    return true;
  }
  reader.problem(field, 'notBefore', { limit: fromOn });
  return false;
}

function past(reader: Reader, field: RegistryField, today: LocalDate): LocalDate | null {
  const day = reader.pastDate(field, today);
  if (day !== null && day < EARLIEST) {
    reader.problem(field, 'notBefore', { limit: EARLIEST });
    return null;
  }
  return day;
}

/** A cell that was refused already says why; an empty one says that it is empty. */
function needed<T>(reader: Reader, field: RegistryField, value: T | null): T | null {
  if (value === null && !reader.problems.some((problem) => problem.field === field)) {
    reader.problem(field, 'isNotEmpty');
  }
  return value;
}
