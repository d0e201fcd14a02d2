import type { ErrorParams, LocalDate } from '@yibu/kernel';

import { readBedPath, type BedPath } from './bed-label.rules.js';
import { readDate, readText, type CellReading } from './cell.rules.js';
import type { ColumnMapping } from './mapping.rules.js';
import type { RosterField } from './roster.fields.js';

/** What is wrong, or worth saying, with one cell. `field` null: the row as a whole. */
export interface RowRemark {
  readonly field: RosterField | null;
  readonly rule: string;
  readonly params?: ErrorParams;
}

/** Reads cells by field and gathers every remark on the way. */
export class RowReader {
  readonly problems: RowRemark[] = [];
  readonly warnings: RowRemark[] = [];
  private readonly cellOf = new Map<RosterField, string>();

  constructor(mapping: ColumnMapping, cells: readonly string[]) {
    mapping.forEach((field, index) => {
      if (field !== null && !this.cellOf.has(field)) {
        this.cellOf.set(field, cells[index] ?? '');
      }
    });
  }

  raw(field: RosterField): string {
    return this.cellOf.get(field) ?? '';
  }

  text(field: RosterField, max: number): string | null {
    return this.take(field, (cell) => readText(cell, max));
  }

  take<T>(field: RosterField, read: (cell: string) => CellReading<T>): T | null {
    const reading = read(this.raw(field));
    if (reading.ok) {
      return reading.value;
    }
    this.problem(field, reading.rule, reading.params);
    return null;
  }

  problem(field: RosterField | null, rule: string, params?: ErrorParams): void {
    this.problems.push({ field, rule, ...(params ? { params } : {}) });
  }

  warn(field: RosterField | null, rule: string, params?: ErrorParams): void {
    this.warnings.push({ field, rule, ...(params ? { params } : {}) });
  }
}

const BED_PART = 40;

export function pastDate(
  reader: RowReader,
  field: RosterField,
  today: LocalDate,
): LocalDate | null {
  const date = reader.take(field, readDate);
  if (date !== null && date > today) {
    reader.problem(field, 'notAfter', { limit: today });
    return null;
  }
  return date;
}

export function readBed(reader: RowReader): BedPath | null {
  const cells = {
    building: reader.text('building', BED_PART) ?? '',
    floor: reader.text('floor', BED_PART) ?? '',
    room: (reader.text('room', BED_PART) ?? '').replace(/\.0$/, ''),
    bed: (reader.text('bed', BED_PART) ?? '').replace(/\.0$/, ''),
  };
  return readBedPath(cells);
}
