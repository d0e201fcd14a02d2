import { addDays, firstDay, lastDay, type YearMonth } from '@yibu/kernel';
import type { Db } from '@yibu/platform';

import { COUNT_CELLS, type CountCell } from './sheet.catalogue.js';
import { bind, ROW_SETS, SOURCES, type RowSet, type SheetDays } from './sheet.sets.js';

export type Figures = Readonly<Record<string, number>>;

export function daysOf(month: YearMonth): SheetDays {
  const first = firstDay(month);
  return { first, last: lastDay(month), before: addDays(first, -1) };
}

export interface SheetPlace extends SheetDays {
  readonly centerId: string;
}

const valuesOf = (db: Db, place: SheetPlace) => ({
  center: place.centerId,
  reach: db.centers,
  first: place.first,
  last: place.last,
  before: place.before,
});

/** Every count of the sheet: one statement for each set of rows. */
export async function readFigures(db: Db, place: SheetPlace): Promise<Figures> {
  const figures: Record<string, number> = {};
  for (const set of ROW_SETS) {
    Object.assign(figures, await countSet(db, place, set));
  }
  return figures;
}

async function countSet(db: Db, place: SheetPlace, set: RowSet): Promise<Figures> {
  const cells = COUNT_CELLS.filter((cell) => cell.set === set);
  const sums = cells.map(
    ({ key, when }) =>
      `CAST(IFNULL(SUM(${when === null ? 'quantity' : `IF(${when}, quantity, 0)`}), 0) AS SIGNED) AS \`${key}\``,
  );
  const { sql, parameters } = bind(
    `SELECT ${sums.join(', ')} FROM (${SOURCES[set].sql}) AS counted`,
    valuesOf(db, place),
  );
  const row = await db.row<Figures>(sql, parameters);
  return Object.fromEntries(cells.map(({ key }) => [key, Number(row?.[key] ?? 0)]));
}

/** One row behind a figure, as the statement gives it. */
export interface FigureRow {
  readonly id: string;
  readonly name: string;
  readonly quantity: number;
  readonly residentId?: string | null;
  readonly staffId?: string | null;
  readonly sex?: 'M' | 'F' | null;
  readonly bornOn?: string | null;
  readonly place?: string | null;
  readonly onDate?: string | null;
  readonly level?: number | null;
  readonly word?: string | null;
  readonly staffName?: string | null;
}

export interface FigureRows {
  readonly items: readonly FigureRow[];
  readonly total: number;
  /** What the figure is: the sum over all of them, not only over this page. */
  readonly quantity: number;
}

/** The rows behind one figure: the very rows that were counted. */
export async function readRows(
  db: Db,
  place: SheetPlace,
  cell: CountCell,
  page: { readonly limit: number; readonly offset: number },
): Promise<FigureRows> {
  const source = SOURCES[cell.set];
  const { sql, parameters } = bind(
    `SELECT counted.*, COUNT(*) OVER () AS total, CAST(SUM(quantity) OVER () AS SIGNED) AS quantities
     FROM (${source.sql}) AS counted ${cell.when === null ? '' : `WHERE ${cell.when}`}
     ORDER BY ${source.order} LIMIT :limit OFFSET :offset`,
    { ...valuesOf(db, place), ...page },
  );
  const rows = await db.rows<FigureRow & { total: number; quantities: number }>(sql, parameters);
  return {
    items: rows,
    total: Number(rows[0]?.total ?? 0),
    quantity: Number(rows[0]?.quantities ?? 0),
  };
}
