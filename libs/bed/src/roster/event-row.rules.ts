import type { LocalDate } from '@yibu/kernel';
import { readDate, tidyCell } from '@yibu/platform';
import { tidyName } from '@yibu/resident';

import type { BedPath } from './bed-label.rules.js';
import { readAbsenceKind, readEndKind } from './cell.rules.js';
import { readBed, type RowReader } from './row-reader.js';

/** Whom a past stay or an absence is about. */
export interface PersonKey {
  readonly name: string;
  readonly idNumber: string | null;
  readonly bornOn: LocalDate | null;
}

export interface PastStayRow {
  readonly person: PersonKey;
  readonly bed: BedPath | null;
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
  readonly endKind: 'DISCHARGE' | 'DEATH' | null;
  readonly note: string | null;
}

export interface AbsenceRow {
  readonly person: PersonKey;
  readonly kind: 'HOSPITAL' | 'HOME_LEAVE' | null;
  readonly fromOn: LocalDate | null;
  readonly untilOn: LocalDate | null;
  readonly reason: string | null;
}

function readKey(reader: RowReader): PersonKey {
  const name = tidyName(reader.raw('name'));
  if (name === '') {
    reader.problem('name', 'isNotEmpty');
  }
  const number = tidyCell(reader.raw('idNumber'));
  return { name, idNumber: number === '' ? null : number, bornOn: reader.take('bornOn', readDate) };
}

function readSpan(
  reader: RowReader,
  today: LocalDate,
): { readonly fromOn: LocalDate | null; readonly untilOn: LocalDate | null } {
  const fromOn = reader.pastDate('fromOn', today);
  const untilOn = reader.pastDate('untilOn', today);
  if (fromOn === null && reader.raw('fromOn').trim() === '') {
    reader.problem('fromOn', 'isNotEmpty');
  }
  if (fromOn !== null && untilOn !== null && untilOn <= fromOn) {
    reader.problem('untilOn', 'untilBeforeFrom');
  }
  return { fromOn, untilOn };
}

export function readPastStayRow(reader: RowReader, today: LocalDate): PastStayRow {
  const person = readKey(reader);
  const bed = readBed(reader);
  if (bed === null) {
    reader.problem('bed', 'isNotEmpty');
  }
  const span = readSpan(reader, today);
  const endKind = reader.take('endKind', readEndKind);
  return { person, bed, ...span, endKind, note: reader.text('note', 500) };
}

export function readAbsenceRow(reader: RowReader, today: LocalDate): AbsenceRow {
  const person = readKey(reader);
  const kind = reader.take('absenceKind', readAbsenceKind);
  if (kind === null && reader.raw('absenceKind').trim() === '') {
    reader.problem('absenceKind', 'isNotEmpty');
  }
  return { person, kind, ...readSpan(reader, today), reason: reader.text('reason', 200) };
}
