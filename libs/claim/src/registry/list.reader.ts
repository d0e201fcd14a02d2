import { Injectable } from '@nestjs/common';
import type { LocalDate } from '@yibu/kernel';
import { guessColumns, SheetRowReader, type Columns, type SheetText } from '@yibu/platform';

import { headingsOf, type RegistryField, type RegistryKind } from './registry.fields.js';
import type { ListRemark, RegistryCounts } from './registry.entities.js';
import type { IndexedRow, PlanRemark, RowPlan } from './registry-plan.rules.js';
import { readListedRow } from './registry-row.rules.js';
import { RegistrySeal } from './registry.seal.js';

export interface ReadList {
  readonly rows: readonly IndexedRow[];
  /** Rows that cannot be kept. */
  readonly badCount: number;
  readonly remarks: readonly ListRemark[];
  readonly placeOf: (row: number) => Place;
}

/** Rows between two words about how far the reading is. */
const TELL_EVERY = 2000;

/** From the cells of a sheet to rows with a blind index, and to everything that is wrong with the others. */
@Injectable()
export class ListReader {
  constructor(private readonly seal: RegistrySeal) {}

  async read(
    list: { readonly countyCode: string; readonly kind: RegistryKind },
    sheet: SheetText,
    today: LocalDate,
    onProgress: (rows: number) => Promise<void> = async () => await Promise.resolve(),
  ): Promise<ReadList> {
    const columns = guessColumns(headingsOf(list.kind), sheet.header);
    const rows: IndexedRow[] = [];
    const remarks: ListRemark[] = [];
    let read = 0;
    for (const { number, cells } of sheet.rows) {
      const reader = new SheetRowReader<RegistryField>(columns, cells);
      const row = readListedRow(list.kind, reader, today);
      const place = { columns, header: sheet.header, number, cells };
      remarks.push(...reader.problems.map((found) => remarkAt(place, found, true)));
      if (row !== null) {
        const person = await this.seal.indexOf(list.countyCode, row.idNumber);
        rows.push({ ...row, number, person });
      }
      read += 1;
      if (read % TELL_EVERY === 0) {
        await onProgress(read);
      }
    }
    const cellsOf = new Map(sheet.rows.map(({ number, cells }) => [number, cells]));
    return {
      rows,
      badCount: sheet.rows.length - rows.length,
      remarks,
      placeOf: (number) => ({
        columns,
        header: sheet.header,
        number,
        cells: cellsOf.get(number) ?? [],
      }),
    };
  }
}

/** What the plan itself refuses or warns of, beside what the cells were refused for; in the order of the rows. */
export function remarksOf(list: ReadList, plans: readonly RowPlan[]): ListRemark[] {
  const planned = plans.flatMap((plan): ListRemark[] => {
    const place = list.placeOf(plan.row.number);
    if (plan.outcome === 'PROBLEM') {
      return [remarkAt(place, plan.problem, true)];
    }
    const warning = 'warning' in plan ? plan.warning : null;
    return warning === null ? [] : [remarkAt(place, warning, false)];
  });
  return [...list.remarks, ...planned].sort((a, b) => a.row - b.row);
}

export function countsOf(list: ReadList, plans: readonly RowPlan[]): RegistryCounts {
  const count = (outcome: RowPlan['outcome']): number =>
    plans.filter((plan) => plan.outcome === outcome).length;
  return {
    fresh: count('NEW'),
    same: count('SAME'),
    corrected: count('CORRECTED'),
    withdrawn: count('WITHDRAWN'),
    problem: list.badCount + count('PROBLEM'),
  };
}

const MAX_CELL = 40;

/** Where a remark stands, as the file's reader sees it: heading and cell. Numbers are masked, names stay out. */
function remarkAt(place: Place, remark: PlanRemark, isProblem: boolean): ListRemark {
  const { field } = remark;
  const index = field === null ? -1 : place.columns.indexOf(field);
  const cell = place.cells[index]?.trim() ?? '';
  return {
    ...remark,
    row: place.number,
    heading: place.header[index] ?? null,
    cell: field === 'name' || cell === '' ? null : maskLong(cell).slice(0, MAX_CELL),
    isProblem,
  };
}

interface Place {
  readonly columns: Columns<RegistryField>;
  readonly header: readonly string[];
  readonly number: number;
  readonly cells: readonly string[];
}

const maskLong = (cell: string): string =>
  cell.replace(/[\dXx]{9,}/g, (number) => `***${number.slice(-4)}`);
