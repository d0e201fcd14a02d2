import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';

import { ErrorState } from './error-state.js';
import { useLate } from './use-late.js';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** Lines of the skeleton. */
  readonly rows?: number;
}

/** One record: a skeleton while it is read (not before 300 ms), the reason when it cannot be, else the page. */
export function QueryView<Data>({ query, children, rows = 6 }: QueryViewProps<Data>) {
  const isLate = useLate(query.isPending);
  if (query.data !== undefined) {
    return children(query.data);
  }
  if (query.isPending) {
    return isLate ? <Skeleton active paragraph={{ rows }} style={{ padding: 24 }} /> : null;
  }
  return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
}
