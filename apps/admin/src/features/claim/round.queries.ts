import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { graphql } from '../../api/graphql.js';

const POLL_MS = 1000;
export const ROUND_KEY = ['claims', 'round'] as const;

const CLAIM_ROUND = graphql(`
  query ClaimRound {
    claimRound {
      id
      period
      startedByName
      startedAt
      total
      done
      skipped
      failed
      isOver
      items {
        centerId
        centerName
        state
        claimId
        errorCode
        errorParams
        blockCount
        claimedFen
      }
    }
  }
`);

export const PREPARE_CLAIMS = graphql(`
  mutation PrepareClaims($input: PrepareClaimsInput!) {
    prepareClaims(input: $input) {
      id
    }
  }
`);

export const RETRY_CLAIMS = graphql(`
  mutation RetryClaims($input: RetryClaimsInput!) {
    retryClaims(input: $input) {
      id
    }
  }
`);

/** The newest round, asked again while it goes on. */
export const useRound = () =>
  useQuery({
    queryKey: ROUND_KEY,
    queryFn: async () => (await execute(CLAIM_ROUND, {}, { background: true })).claimRound ?? null,
    refetchInterval: ({ state }) => (state.data && !state.data.isOver ? POLL_MS : false),
  });
