import type { ClaimQuery } from '../../gql/graphql.js';

export type ClaimShown = ClaimQuery['claim'];
export type ClaimActionName = ClaimShown['actions'][number];

/** What shows a claim and is out of date once something was done with it. */
export const staleAfter = (claimId: string): readonly (readonly string[])[] => [
  ['claim', claimId],
  ['claim-lines', claimId],
  ['claim-line'],
  ['claims'],
  ['review'],
  ['history', 'claim', claimId],
];
