import { usePrefetchQuery, type QueryKey } from '@tanstack/react-query';

import { useTableState, type PageSize, type TableState } from './use-table-state.js';

/** What a PageTable loads and by what: given to the table and, ahead of it, to the page that it stands on. */
export interface RowSource<Page> {
  readonly queryKey: QueryKey;
  readonly load: (state: TableState, signal: AbortSignal) => Promise<Page>;
  readonly usualPageSize?: PageSize;
  readonly filterKeys: readonly string[];
}

/** Asks for a table's rows while the page around it is still being asked for, so that neither waits for the other. */
export function useRowsAhead<Page>(source: RowSource<Page>): void {
  const { queryKey, load, usualPageSize, filterKeys } = source;
  const [state] = useTableState('', filterKeys, usualPageSize);
  usePrefetchQuery({
    queryKey: [...queryKey, state],
    queryFn: async ({ signal }) => await load(state, signal),
  });
}
