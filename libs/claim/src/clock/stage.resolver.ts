import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import { ClaimStageRule, SetClaimStageRuleInput } from './stage.graphql.js';
import { StageService } from './stage.service.js';

@Resolver()
export class StageResolver {
  constructor(private readonly stages: StageService) {}

  @Query(() => [ClaimStageRule], { description: 'Of the counties in reach, the newest first' })
  @Allow('claim.read')
  async claimStageRules(@CurrentScope() scope: Scope): Promise<ClaimStageRule[]> {
    return await this.stages.list(scope);
  }

  @Mutation(() => [ClaimStageRule], {
    description: 'From a day on; earlier claims keep their rule',
  })
  @Allow('review.decide')
  async setClaimStageRule(
    @CurrentScope() scope: Scope,
    @Args('input') input: SetClaimStageRuleInput,
  ): Promise<ClaimStageRule[]> {
    return await this.stages.set(scope, input);
  }
}
