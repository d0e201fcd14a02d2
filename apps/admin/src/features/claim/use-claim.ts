import { usePrefetchQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';

import { awardKey } from '../../shared/claim/award-tab.js';
import { staleAfter } from '../../shared/claim/claim-of.js';
import { claimSource } from './claim.source.js';

const POLL_MS = 1_000;

/** A claim, looked at again while it is being computed; what shows its lines and checks follows. */
export function useClaim(claimId: string) {
  const client = useQueryClient();
  const asked = claimSource(client, claimId);
  // Asked for at once, not after the empty page was painted.
  usePrefetchQuery(asked);
  const query = useQuery({
    ...asked,
    refetchInterval: ({ state }) => (state.data?.isComputing ? POLL_MS : false),
  });
  const computedAt = query.data?.computedAt ?? null;
  const seen = useRef(computedAt);
  useEffect(() => {
    if (seen.current !== null && computedAt !== seen.current) {
      const keys = [...staleAfter(claimId).slice(1), ['claim', claimId, 'risk']];
      for (const key of [...keys, ['claim-checks', claimId], awardKey(claimId)]) {
        void client.invalidateQueries({ queryKey: key });
      }
    }
    seen.current = computedAt;
  }, [client, claimId, computedAt]);
  return query;
}
