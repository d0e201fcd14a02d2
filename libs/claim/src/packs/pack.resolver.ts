import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import {
  AdoptPackInput,
  CountyPack,
  DecidePackOptionInput,
  PackDecision,
  PolicyPack,
} from './pack.graphql.js';
import { PackService } from './pack.service.js';

@Resolver()
export class PackResolver {
  constructor(private readonly packs: PackService) {}

  @Query(() => [PolicyPack])
  @Allow('pack.read')
  async policyPacks(@CurrentScope() scope: Scope): Promise<PolicyPack[]> {
    return await this.packs.packs(scope);
  }

  @Query(() => [CountyPack])
  @Allow('pack.read')
  async countyPacks(
    @CurrentScope() scope: Scope,
    @Args('countyCode') countyCode: string,
  ): Promise<CountyPack[]> {
    return await this.packs.countyPacks(scope, countyCode);
  }

  @Query(() => [PackDecision])
  @Allow('pack.read')
  async packDecisions(
    @CurrentScope() scope: Scope,
    @Args('countyCode') countyCode: string,
    @Args('packCode') packCode: string,
  ): Promise<PackDecision[]> {
    return await this.packs.decisions(scope, countyCode, packCode);
  }

  @Mutation(() => CountyPack)
  @Allow('pack.manage')
  async adoptPack(
    @CurrentScope() scope: Scope,
    @Args('input') input: AdoptPackInput,
  ): Promise<CountyPack> {
    return await this.packs.adopt(scope, input);
  }

  @Mutation(() => [PackDecision])
  @Allow('pack.manage')
  async decidePackOption(
    @CurrentScope() scope: Scope,
    @Args('input') input: DecidePackOptionInput,
  ): Promise<PackDecision[]> {
    return await this.packs.decide(scope, input);
  }
}
