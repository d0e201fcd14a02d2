import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import { PackLibraryService } from './library.service.js';
import {
  CountyPack,
  PackComparison,
  PackDecision,
  PackDetail,
  PolicyPack,
  ProgramName,
  UploadPackInput,
  UploadPackResult,
} from './pack.graphql.js';
import { PackService } from './pack.service.js';

/** The texts of the packs, and what holds in a county. */
@Resolver()
export class PackResolver {
  constructor(
    private readonly packs: PackService,
    private readonly library: PackLibraryService,
  ) {}

  @Query(() => [PolicyPack])
  @Allow('pack.read')
  async policyPacks(
    @CurrentScope() scope: Scope,
    @Args('countyCode', { type: () => String, nullable: true }) countyCode: string | null,
  ): Promise<PolicyPack[]> {
    return await this.library.list(scope, countyCode ?? null);
  }

  @Query(() => [ProgramName], { description: 'Titles of programs, for lists that hold their ids' })
  @Allow('signed-in')
  async programNames(@CurrentScope() scope: Scope): Promise<ProgramName[]> {
    return await this.library.programNames(scope);
  }

  @Query(() => PackDetail)
  @Allow('pack.read')
  async policyPack(
    @CurrentScope() scope: Scope,
    @Args('packId', { type: () => ID }) packId: string,
    @Args('countyCode', { type: () => String, nullable: true }) countyCode: string | null,
  ): Promise<PackDetail> {
    return await this.library.detail(scope, packId, countyCode ?? null);
  }

  @Query(() => PackComparison)
  @Allow('pack.read')
  async packComparison(
    @CurrentScope() scope: Scope,
    @Args('oldPackId', { type: () => ID }) oldPackId: string,
    @Args('packId', { type: () => ID }) packId: string,
  ): Promise<PackComparison> {
    return await this.library.compare(scope, oldPackId, packId);
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
    @Args('packId', { type: () => ID }) packId: string,
  ): Promise<PackDecision[]> {
    return await this.packs.decisions(scope, countyCode, packId);
  }

  @Mutation(() => UploadPackResult)
  @Allow('pack.manage')
  async uploadPack(
    @CurrentScope() scope: Scope,
    @Args('input') input: UploadPackInput,
  ): Promise<typeof UploadPackResult> {
    return await this.library.upload(scope, input);
  }
}
