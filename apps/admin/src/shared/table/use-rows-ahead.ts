import { usePrefetchQuery, type QueryClient, type QueryKey } from '@tanstack/react-query';

import {
  DEFAULT_PAGE_SIZE,
  useTableState,
  type PageSize,
  type TableState,
} from './use-table-state.js';

/** What a PageTable loads and by what: given to the table and, ahead of it, to the page that it stands on. */
export interface RowSource<Page> {
  readonly queryKey: QueryKey;
  readonly load: (state: TableState, signal: AbortSignal) => Promise<Page>;
  readonly usualPageSize?: PageSize;
  readonly filterKeys: readonly string[];
}

const asked = <Page>({ queryKey, load }: RowSource<Page>, state: TableState) => ({
  queryKey: [...queryKey, state],
  queryFn: async ({ signal }: { readonly signal: AbortSignal }) => await load(state, signal),
});

/** Asks for the rows that a table begins with. */
export function fetchRowsAhead<Page>(client: QueryClient, source: RowSource<Page>): void {
  const pageSize = source.usualPageSize ?? DEFAULT_PAGE_SIZE;
  void client.prefetchQuery(asked(source, { page: 1, pageSize, sort: null, filters: {} }));
}

/** Asks for a table's rows while the page around it is still being asked for, so that neither waits for the other. */
export function useRowsAhead<Page>(source: RowSource<Page>): void {
  const [state] = useTableState('', source.filterKeys, source.usualPageSize);
  usePrefetchQuery(asked(source, state));
}
