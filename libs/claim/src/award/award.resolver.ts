import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { lastDay } from '@yibu/kernel';
import { Allow, CurrentScope, NeedsPassword, UnitOfWork, type Scope } from '@yibu/platform';

import { ClaimPreparation } from '../claims/claim-results.graphql.js';
import { parsePeriod } from '../facts/period.rules.js';
import { PackService } from '../packs/pack.service.js';
import { ApplicationProgram, AwardApplication } from './award.graphql.js';
import { OpenAwardInput, SaveAwardProjectInput, SettleAwardInput } from './award.inputs.js';
import { AwardService } from './award.service.js';
import { awardGround, awardView } from './award.view.js';
import { SettlementService } from './settlement.service.js';

@Resolver()
export class AwardResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly packs: PackService,
    private readonly awards: AwardService,
    private readonly settlements: SettlementService,
  ) {}

  @Query(() => [ApplicationProgram], {
    description: 'What the county’s rules let a center apply for by itself',
  })
  @Allow('claim.read')
  async applicationPrograms(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
  ): Promise<ApplicationProgram[]> {
    return await this.awards.programs(scope, centerId);
  }

  @Query(() => AwardApplication)
  @Allow('claim.read')
  async awardApplication(
    @CurrentScope() scope: Scope,
    @Args('claimId', { type: () => ID }) claimId: string,
  ): Promise<AwardApplication> {
    const db = this.unitOfWork.read(scope);
    const ground = await awardGround(
      db,
      claimId,
      async ({ countyCode, period }) =>
        await this.packs.inForce(db, countyCode, lastDay(parsePeriod(period).lastMonth)),
    );
    return await awardView(db, ground);
  }

  @Mutation(() => ClaimPreparation, {
    description: 'A new application with its project, or the next revision of one',
  })
  @Allow('claim.prepare')
  async openAward(
    @CurrentScope() scope: Scope,
    @Args('input') input: OpenAwardInput,
  ): Promise<ClaimPreparation> {
    return await this.awards.open(scope, input);
  }

  @Mutation(() => ClaimPreparation)
  @Allow('claim.prepare')
  async saveAwardProject(
    @CurrentScope() scope: Scope,
    @Args('input') input: SaveAwardProjectInput,
  ): Promise<ClaimPreparation> {
    return await this.awards.save(scope, input);
  }

  @Mutation(() => ID, {
    description: 'The bureau’s document answers what the rules leave open; the id of the claim',
  })
  @Allow('review.decide')
  @NeedsPassword()
  async settleAward(
    @CurrentScope() scope: Scope,
    @Args('input') input: SettleAwardInput,
  ): Promise<string> {
    return await this.settlements.settle(scope, input);
  }
}
