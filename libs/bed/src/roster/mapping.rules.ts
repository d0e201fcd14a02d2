import { findHeaderRow, guessColumns, type Columns, type SheetText } from '@yibu/platform';

import {
  FIELDS_OF,
  headingsOf,
  REQUIRED_OF,
  type RosterField,
  type RosterKind,
} from './roster.fields.js';

export type ColumnMapping = Columns<RosterField>;

const wordsOf = (kind: RosterKind) => ({ fields: FIELDS_OF[kind], words: headingsOf(kind) });

export const guessMapping = (kind: RosterKind, header: readonly string[]): ColumnMapping =>
  withPhoneOfContact(guessColumns(wordsOf(kind), header), header);

/** 联系人、关系、联系电话: a phone that stands behind a contact's name is the contact's, unless it says whose it is. */
function withPhoneOfContact(columns: ColumnMapping, header: readonly string[]): ColumnMapping {
  const contact = columns.indexOf('contactName');
  if (contact < 0 || columns.includes('contactPhone')) {
    return columns;
  }
  const phone = header.findIndex(
    (heading, at) =>
      at > contact &&
      (columns[at] === 'phone' || columns[at] === null) &&
      /电话|手机|联系方式/.test(heading) &&
      !/本人|老人|机构/.test(heading),
  );
  return columns.map((field, at) => (at === phone ? 'contactPhone' : field));
}

export function missingFields(kind: RosterKind, mapping: ColumnMapping): RosterField[] {
  return REQUIRED_OF[kind].filter((field) => !mapping.includes(field));
}

/** 合计 2人, 填表人：李: what stands below a list on paper and names nobody of it. */
const FOOT = /^(([合总小共]\s*计)([\s:：]|\d|$)|(填表|制表|审核|负责|经办)人?\s*[:：])/;

const isFoot = (cells: readonly string[]): boolean =>
  FOOT.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '');

/** The list itself: below its title and above its foot. */
export function findHeader(kind: RosterKind, sheet: SheetText): SheetText {
  const found = findHeaderRow(wordsOf(kind), sheet);
  return { ...found, rows: found.rows.filter(({ cells }) => !isFoot(cells)) };
}
