import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { ClaimLineKind, ClaimLinesQuery, ClaimLineStatus } from '../../gql/graphql.js';
import { CLAIM_LINES } from '../../shared/claim/claim.queries.js';
import { useTableState } from '../../shared/table/use-table-state.js';

export type ReviewLine = ClaimLinesQuery['claimLines']['items'][number];

/** As many lines as one looks through without turning a page. */
export const LINES_PER_PAGE = 50;
const FILTERS = ['search', 'verdict', 'warning', 'program', 'kind', 'status'];

/** The lines a reviewer sees; what counts in the total first, unless asked otherwise. */
export function useReviewLines(claimId: string) {
  const [state, change] = useTableState('', FILTERS);
  const filters: Readonly<Record<string, string>> = { status: 'PAYABLE', ...state.filters };
  const { page } = state;
  const query = useQuery({
    queryKey: ['claim-lines', claimId, 'review', page, filters],
    queryFn: async () =>
      (
        await execute(CLAIM_LINES, {
          claimId,
          page,
          pageSize: LINES_PER_PAGE,
          program: filters['program'] ?? null,
          kind: (filters['kind'] ?? null) as ClaimLineKind | null,
          status: filters['status'] as ClaimLineStatus,
          verdict: filters['verdict'] ?? null,
          search: filters['search'] ?? null,
          hasWarning: filters['warning'] ? filters['warning'] === 'yes' : null,
        })
      ).claimLines,
    placeholderData: keepPreviousData,
  });
  return { query, page, filters, change };
}

export type ReviewLines = ReturnType<typeof useReviewLines>;
