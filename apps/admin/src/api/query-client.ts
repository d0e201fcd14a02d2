import { QueryClient } from '@tanstack/react-query';

import { isApiError } from './api-error.js';

const RETRIES = 2;
const STALE_AFTER_MS = 15_000;

/** Only a lost or overloaded server is worth asking again; a refusal stays a refusal. */
const isWorthRetrying = (failures: number, error: Error): boolean =>
  failures < RETRIES && isApiError(error, 'NETWORK', 'OVERLOADED');

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      retry: isWorthRetrying,
      staleTime: STALE_AFTER_MS,
      refetchOnWindowFocus: true,
      networkMode: 'always',
    },
    // The default mode pauses a mutation for ever while offline; a form must hear at once that nothing was saved.
    mutations: { networkMode: 'always', retry: false },
  },
});
