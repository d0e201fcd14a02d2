import { Injectable } from '@nestjs/common';

import type { Permission } from '../access/permission.js';
import type { Locale, Scope } from '../access/scope.js';
import type { SheetColumn } from '../spreadsheet/write-xlsx.js';

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

@Injectable()
export class ExportRegistry {
  private readonly exports = new Map<string, ListExport<never>>();

  register<Row>(list: ListExport<Row>): void {
    this.exports.set(list.name, list as unknown as ListExport<never>);
  }

  get(name: string): ListExport<never> | undefined {
    return this.exports.get(name);
  }
}
