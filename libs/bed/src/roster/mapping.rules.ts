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
  guessColumns(headingsOf(kind), header);

export function missingFields(kind: RosterKind, mapping: ColumnMapping): RosterField[] {
  return REQUIRED_OF[kind].filter((field) => !mapping.includes(field));
}

export const findHeader = (kind: RosterKind, sheet: SheetText): SheetText =>
  findHeaderRow(headingsOf(kind), sheet);
