import type { ReactNode } from 'react';

import type { PageSize, TableState } from './use-table-state.js';

export interface PageColumn<Row> {
  /** Also the field name sent as `sort.field`. */
  readonly key: string;
  readonly title: string;
  readonly render: (row: Row) => ReactNode;
  readonly sortable?: boolean;
  readonly align?: 'left' | 'right' | 'center';
  readonly width?: number;
  /** Cannot be hidden; the first column always has this. */
  readonly fixed?: boolean;
  /** Hidden until somebody asks for it. */
  readonly optional?: boolean;
  /** On the card of a phone it stands at the end of the heading: the one figure or state looked for. */
  readonly besideHeading?: boolean;
  /** On the card of a phone it has the whole width, under its title: sentences, several tags. */
  readonly wideOnCard?: boolean;
  /** Not shown on the card of a phone. */
  readonly notOnCard?: boolean;
}

export interface FilterOption {
  readonly value: string;
  readonly label: string;
}

export type PageFilter =
  | { readonly kind: 'search'; readonly key: string; readonly label: string }
  | {
      readonly kind: 'select';
      readonly key: string;
      readonly label: string;
      readonly options: readonly FilterOption[];
      readonly width?: number;
    }
  | { readonly kind: 'date'; readonly key: string; readonly label: string }
  | { readonly kind: 'month'; readonly key: string; readonly label: string };

export interface PageOf<Row> {
  readonly items: readonly Row[];
  readonly total: number;
}

export interface ExportOf {
  /** `GET /export/<list>` with the filters and the order of the table. */
  readonly list: string;
  readonly args?: Readonly<Record<string, string>>;
}

export interface EmptyOf {
  /** What is missing here. */
  readonly text: string;
  /** What to do next. */
  readonly action?: ReactNode;
}

/** `Page`: what a page holds besides rows and their number, such as a sum for the footer. */
export interface PageTableProps<Row extends object, Page extends PageOf<Row> = PageOf<Row>> {
  /** Names the column settings; also the caption for readers of the screen. */
  readonly id: string;
  readonly label: string;
  /** Begin it with the name that mutations invalidate, e.g. ['residents', centerId]. */
  readonly queryKey: readonly unknown[];
  readonly load: (state: TableState, signal: AbortSignal) => Promise<Page>;
  readonly columns: readonly PageColumn<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly filters?: readonly PageFilter[];
  /** Filter values used until somebody chooses others. */
  readonly defaults?: Readonly<Record<string, string>>;
  readonly rowLink?: (row: Row) => string | null;
  readonly onRow?: (row: Row) => void;
  /** Asks ahead for what a row opens, while the mouse is still down on it (a finger may be there to scroll). */
  readonly ahead?: (row: Row) => void;
  readonly empty: EmptyOf;
  readonly exportAs?: ExportOf;
  readonly toolbar?: ReactNode;
  /** A table that shares its page with another one takes a prefix for its names in the URL. */
  readonly urlPrefix?: string;
  /** Rows of a page while the reader has not chosen. */
  readonly usualPageSize?: PageSize;
  /** Below the rows, e.g. sums. */
  footer?(page: Page): ReactNode;
}
