import type { QueryClient } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type {
  ClaimLineKind,
  ClaimLinesQuery,
  ClaimLineStatus,
  ClaimQuery,
} from '../../gql/graphql.js';
import { CLAIM, CLAIM_LINES } from '../../shared/claim/claim.queries.js';
import { fetchRowsAhead, type RowSource } from '../../shared/table/use-rows-ahead.js';

type Claim = ClaimQuery['claim'];

/** By what and how one claim is asked for. */
export function claimSource(client: QueryClient, claimId: string) {
  const queryKey = ['claim', claimId];
  return {
    queryKey,
    queryFn: async () => {
      const background = client.getQueryData<Claim>(queryKey)?.isComputing === true;
      return (await execute(CLAIM, { id: claimId }, { background })).claim;
    },
  };
}

export const linesSource = (claimId: string) =>
  ({
    queryKey: ['claim-lines', claimId],
    usualPageSize: 50,
    filterKeys: ['search', 'program', 'status', 'kind', 'verdict'],
    load: async ({ page, pageSize, filters }) => {
      const { claimLines } = await execute(CLAIM_LINES, {
        claimId,
        page,
        pageSize,
        program: filters['program'] ?? null,
        kind: (filters['kind'] ?? null) as ClaimLineKind | null,
        status: (filters['status'] ?? null) as ClaimLineStatus | null,
        verdict: filters['verdict'] ?? null,
        search: filters['search'] ?? null,
        hasWarning: null,
      });
      return claimLines;
    },
  }) satisfies RowSource<ClaimLinesQuery['claimLines']>;

/** A claim and its first lines, asked for while the mouse or finger is still down on its row. */
export function fetchClaimAhead(client: QueryClient, claimId: string): void {
  void client.prefetchQuery(claimSource(client, claimId));
  fetchRowsAhead(client, linesSource(claimId));
}
