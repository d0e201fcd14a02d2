import { Injectable } from '@nestjs/common';
import { AppError } from '@yibu/kernel';

import type { Permission } from '../access/permission.js';
import type { Locale, Scope } from '../access/scope.js';
import { sheetOf, type Sheet, type SheetColumn } from '../spreadsheet/write-xlsx.js';

/** More than this in one file is refused: a table that ends silently in the middle is worse than none. */
export const MAX_EXPORT_ROWS = 50_000;

/** A list as a spreadsheet, with the same filters as on the screen. */
export interface ListExport<Row = Record<string, unknown>> {
  readonly name: string;
  readonly permission: Permission;
  /** May be asked of a center that the operator ran once; its rows know what is left to it. */
  readonly reachesFormer?: boolean;
  readonly title: (locale: Locale) => string;
  readonly columns: (locale: Locale) => readonly SheetColumn<Row>[];
  /** Reads no more than `limit` rows, which is one more than a file may have. */
  readonly rows: (
    scope: Scope,
    filters: Readonly<Record<string, string>>,
    limit: number,
  ) => Promise<readonly Row[]>;
}

/** Several tables in one workbook. */
export interface WorkbookExport {
  readonly name: string;
  readonly permission: Permission;
  /** May be asked of a center that the operator ran once; its rows know what is left to it. */
  readonly reachesFormer?: boolean;
  readonly title: (locale: Locale) => string;
  readonly sheets: (
    scope: Scope,
    filters: Readonly<Record<string, string>>,
  ) => Promise<readonly Sheet[]>;
}

@Injectable()
export class ExportRegistry {
  private readonly exports = new Map<string, WorkbookExport>();

  register<Row>(list: ListExport<Row>): void {
    const { title, columns, rows, ...head } = list;
    this.registerWorkbook({
      ...head,
      title,
      sheets: async (scope, filters) => [
        sheetOf({
          title: title(scope.locale),
          columns: columns(scope.locale),
          rows: wholeTable(await rows(scope, filters, MAX_EXPORT_ROWS + 1)),
        }),
      ],
    });
  }

  registerWorkbook(workbook: WorkbookExport): void {
    this.exports.set(workbook.name, workbook);
  }

  get(name: string): WorkbookExport | undefined {
    return this.exports.get(name);
  }
}

function wholeTable<Row>(rows: readonly Row[]): readonly Row[] {
  if (rows.length > MAX_EXPORT_ROWS) {
    throw new AppError('EXPORT_TOO_LARGE', 'More rows than a file may have', {
      maxRows: MAX_EXPORT_ROWS,
    });
  }
  return rows;
}
