import type { ErrorParams, LocalDate } from '@yibu/kernel';

import { readDate, readText, type CellReading } from './cell.rules.js';
import type { Columns } from './heading.rules.js';

/** What is wrong, or worth saying, with one cell. `field` null: the row as a whole. */
export interface CellRemark<Field extends string> {
  readonly field: Field | null;
  readonly rule: string;
  readonly params?: ErrorParams;
}

/** Reads the cells of a row by field and gathers every remark on the way. */
export class SheetRowReader<Field extends string> {
  readonly problems: CellRemark<Field>[] = [];
  readonly warnings: CellRemark<Field>[] = [];
  private readonly cellOf = new Map<Field, string>();

  constructor(columns: Columns<Field>, cells: readonly string[]) {
    columns.forEach((field, index) => {
      if (field !== null && !this.cellOf.has(field)) {
        this.cellOf.set(field, cells[index] ?? '');
      }
    });
  }

  raw(field: Field): string {
    return this.cellOf.get(field) ?? '';
  }

  text(field: Field, max: number): string | null {
    return this.take(field, (cell) => readText(cell, max));
  }

  /** A day that has come. */
  pastDate(field: Field, today: LocalDate): LocalDate | null {
    const date = this.take(field, readDate);
    if (date !== null && date > today) {
      this.problem(field, 'notAfter', { limit: today });
      return null;
    }
    return date;
  }

  take<T>(field: Field, read: (cell: string) => CellReading<T>): T | null {
    const reading = read(this.raw(field));
    if (reading.ok) {
      return reading.value;
    }
    this.problem(field, reading.rule, reading.params);
    return null;
  }

  problem(field: Field | null, rule: string, params?: ErrorParams): void {
    this.problems.push({ field, rule, ...(params ? { params } : {}) });
  }

  warn(field: Field | null, rule: string, params?: ErrorParams): void {
    this.warnings.push({ field, rule, ...(params ? { params } : {}) });
  }
}
