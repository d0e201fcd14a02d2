import { Injectable } from '@nestjs/common';

import type { Permission } from '../access/permission.js';
import type { Locale, Scope } from '../access/scope.js';
import { sheetOf, type Sheet, type SheetColumn } from '../spreadsheet/write-xlsx.js';

/** A list as a spreadsheet, with the same filters as on the screen. */
export interface ListExport<Row = Record<string, unknown>> {
  readonly name: string;
  readonly permission: Permission;
  readonly title: (locale: Locale) => string;
  readonly columns: (locale: Locale) => readonly SheetColumn<Row>[];
  readonly rows: (
    scope: Scope,
    filters: Readonly<Record<string, string>>,
  ) => Promise<readonly Row[]>;
}

/** Several tables in one workbook. */
export interface WorkbookExport {
  readonly name: string;
  readonly permission: Permission;
  readonly title: (locale: Locale) => string;
  readonly sheets: (
    scope: Scope,
    filters: Readonly<Record<string, string>>,
  ) => Promise<readonly Sheet[]>;
}

@Injectable()
export class ExportRegistry {
  private readonly exports = new Map<string, WorkbookExport>();

  register<Row>({ name, permission, title, columns, rows }: ListExport<Row>): void {
    this.registerWorkbook({
      name,
      permission,
      title,
      sheets: async (scope, filters) => [
        sheetOf({
          title: title(scope.locale),
          columns: columns(scope.locale),
          rows: await rows(scope, filters),
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
