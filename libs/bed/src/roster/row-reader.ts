import { SheetRowReader, type CellRemark } from '@yibu/platform';

import { readBedPath, type BedPath } from './bed-label.rules.js';
import type { RosterField } from './roster.fields.js';

export type RowRemark = CellRemark<RosterField>;
export class RowReader extends SheetRowReader<RosterField> {}

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
