import { findHeaderRow, guessColumns, type Columns, type SheetText } from '@yibu/platform';

import {
  FIELDS_OF,
  HEADINGS,
  REQUIRED_OF,
  type RosterField,
  type RosterKind,
} from './roster.fields.js';

export type ColumnMapping = Columns<RosterField>;

const headingsOf = (kind: RosterKind) => ({ fields: FIELDS_OF[kind], words: HEADINGS });

export const guessMapping = (kind: RosterKind, header: readonly string[]): ColumnMapping =>
  withPhoneOfContact(guessColumns(headingsOf(kind), header), header);

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
      /电话|手机/.test(heading) &&
      !/本人|老人|机构/.test(heading),
  );
  return columns.map((field, at) => (at === phone ? 'contactPhone' : field));
}

export function missingFields(kind: RosterKind, mapping: ColumnMapping): RosterField[] {
  return REQUIRED_OF[kind].filter((field) => !mapping.includes(field));
}

export const findHeader = (kind: RosterKind, sheet: SheetText): SheetText =>
  findHeaderRow(headingsOf(kind), sheet);
