import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import { ClaimRound, PrepareClaimsInput, RetryClaimsInput } from './round.graphql.js';
import { ClaimRoundService } from './round.service.js';

@Resolver(() => ClaimRound)
export class ClaimRoundResolver {
  constructor(private readonly rounds: ClaimRoundService) {}

  @Query(() => ClaimRound, { nullable: true, description: 'The newest of the operator' })
  @Allow('claim.prepare')
  async claimRound(@CurrentScope() scope: Scope): Promise<ClaimRound | null> {
    return await this.rounds.newest(scope);
  }

  @Mutation(() => ClaimRound, {
    description: 'A draft of the period for every center in reach; ask claimRound how it goes',
  })
  @Allow('claim.prepare')
  async prepareClaims(
    @CurrentScope() scope: Scope,
    @Args('input') input: PrepareClaimsInput,
  ): Promise<ClaimRound> {
    return await this.rounds.start(scope, input);
  }

  @Mutation(() => ClaimRound, { description: 'The centers of a round that failed, once more' })
  @Allow('claim.prepare')
  async retryClaims(
    @CurrentScope() scope: Scope,
    @Args('input') input: RetryClaimsInput,
  ): Promise<ClaimRound> {
    return await this.rounds.retry(scope, input.roundId);
  }
}
