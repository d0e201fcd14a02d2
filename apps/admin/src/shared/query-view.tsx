import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';

import { isApiError } from '../api/api-error.js';
import { ErrorAlert } from './error-alert.js';
import { ErrorState } from './error-state.js';
import { useText } from '../i18n/use-text.js';
import { useLate } from './use-late.js';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  readonly children: (data: Data) => ReactNode;
  /** Lines of the skeleton. */
  readonly rows?: number;
}

const UNREAD = ['NETWORK', 'OVERLOADED', 'INTERNAL', 'BAD_ANSWER'] as const;

/** What is shown was read before, and could not be read again: nobody takes it for what stands now. */
export function NotRefreshed({ query }: { readonly query: UseQueryResult<unknown> }) {
  const { t } = useText();
  return query.isRefetchError && isApiError(query.error, ...UNREAD) ? (
    <ErrorAlert
      isRead
      title={t('shell:notRefreshed')}
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  ) : null;
}

/** One record: a skeleton while it is read (not before 300 ms), the reason when it cannot be, else the page. */
export function QueryView<Data>({ query, children, rows = 6 }: QueryViewProps<Data>) {
  const isLate = useLate(query.isPending);
  if (query.data !== undefined) {
    return (
      <>
        <NotRefreshed query={query} />
        {children(query.data)}
      </>
    );
  }
  if (query.isPending) {
    return isLate ? <Skeleton active paragraph={{ rows }} style={{ padding: 24 }} /> : null;
  }
  return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
}
