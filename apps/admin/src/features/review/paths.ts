import type { ReviewStage } from '../../gql/graphql.js';

export const queuePath = (stage: ReviewStage): string => `/bureau/claims?stage=${stage}`;
export const claimPath = (claimId: string): string => `/bureau/claims/${claimId}`;
