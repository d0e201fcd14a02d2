import { SheetRowReader, tidyCell, type CellReading, type CellRemark } from '@yibu/platform';

import { readBedPath, type BedPath } from './bed-label.rules.js';
import type { RosterField } from './roster.fields.js';

export type RowRemark = CellRemark<RosterField>;

export class RowReader extends SheetRowReader<RosterField> {
  /** What nobody has to say keeps nobody out: a word that is not understood is left out, and the list is told. */
  offered<T>(field: RosterField, read: (cell: string) => CellReading<T>): T | null {
    const reading = read(this.raw(field));
    if (reading.ok) {
      return reading.value;
    }
    const word = tidyCell(this.raw(field)).slice(0, 20);
    const rule = reading.rule === 'oneOf' ? 'wordLeftOut' : reading.rule;
    this.warn(field, rule, { ...reading.params, word });
    return null;
  }
}

const BED_PART = 40;

export function readBed(reader: RowReader): BedPath | null {
  const cells = {
    building: reader.text('building', BED_PART) ?? '',
    floor: reader.text('floor', BED_PART) ?? '',
    room: (reader.text('room', BED_PART) ?? '').replace(/\.0$/, ''),
    bed: (reader.text('bed', BED_PART) ?? '').replace(/\.0$/, ''),
  };
  return readBedPath(cells);
}
