import { createUnionType, Field, ID, ObjectType } from '@nestjs/graphql';

import { ClaimCheck } from './claim.graphql.js';
import { ClaimDifference } from './claim-views.graphql.js';

@ObjectType({ description: 'The work goes on in a job; ask job(id).' })
export class ClaimPreparation {
  @Field(() => ID) claimId: string;
  @Field(() => ID) jobId: string;
}

@ObjectType()
export class ClaimSubmitted {
  @Field(() => ID) claimId: string;
  @Field(() => String) number: string;
}

@ObjectType({ description: 'Nothing was submitted: these findings stand in the way.' })
export class ClaimBlocked {
  @Field(() => ID) claimId: string;
  @Field(() => [ClaimCheck]) checks: ClaimCheck[];
}

@ObjectType({
  description: 'Nothing was submitted: the facts changed since the draft; compute it again first.',
})
export class ClaimDrifted {
  @Field(() => ID) claimId: string;
  @Field(() => [ClaimDifference]) differences: ClaimDifference[];
}

export const SubmitClaimResult = createUnionType({
  name: 'SubmitClaimResult',
  types: () => [ClaimSubmitted, ClaimBlocked, ClaimDrifted] as const,
  resolveType: (value: object) =>
    'checks' in value ? ClaimBlocked : 'differences' in value ? ClaimDrifted : ClaimSubmitted,
});
