import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import { ClaimMatch } from './match.graphql.js';
import { MatchService } from './match.service.js';

@Resolver()
export class MatchResolver {
  constructor(private readonly matches: MatchService) {}

  @Query(() => [ClaimMatch], {
    description:
      'The county’s own records against a submitted claim, as of today; the bureau’s alone',
  })
  @Allow('registry.read')
  async claimMatches(
    @CurrentScope() scope: Scope,
    @Args('claimId', { type: () => ID }) claimId: string,
  ): Promise<ClaimMatch[]> {
    return await this.matches.list(scope, claimId);
  }
}
