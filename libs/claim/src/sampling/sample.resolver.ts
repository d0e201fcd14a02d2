import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, UnitOfWork, type Scope } from '@yibu/platform';

import {
  ClaimSample,
  ClaimSamplePage,
  ClaimSamplesArgs,
  DrawClaimSampleInput,
  RecordInspectionInput,
  SampleRedraw,
} from './sample.graphql.js';
import { findSample, listSamples } from './sample.queries.js';
import { SampleService } from './sample.service.js';

const idArg = { name: 'id', type: () => ID } as const;

@Resolver()
export class SampleResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly samples: SampleService,
  ) {}

  @Query(() => ClaimSamplePage)
  @Allow('review.read')
  async claimSamples(
    @CurrentScope() scope: Scope,
    @Args() args: ClaimSamplesArgs,
  ): Promise<ClaimSamplePage> {
    return await listSamples(this.unitOfWork.read(scope), args);
  }

  @Query(() => ClaimSample)
  @Allow('review.read')
  async claimSample(@CurrentScope() scope: Scope, @Args(idArg) id: string): Promise<ClaimSample> {
    return await findSample(this.unitOfWork.read(scope), id);
  }

  @Query(() => SampleRedraw, { description: 'Draws once more and compares' })
  @Allow('review.read')
  async redrawClaimSample(
    @CurrentScope() scope: Scope,
    @Args(idArg) id: string,
  ): Promise<SampleRedraw> {
    return await this.samples.redraw(scope, id);
  }

  @Mutation(() => ClaimSample)
  @Allow('review.write')
  async drawClaimSample(
    @CurrentScope() scope: Scope,
    @Args('input') input: DrawClaimSampleInput,
  ): Promise<ClaimSample> {
    return await findSample(this.unitOfWork.read(scope), await this.samples.draw(scope, input));
  }

  @Mutation(() => ClaimSample, { description: 'Met, not met, or why it cannot be said' })
  @Allow('review.write')
  async recordInspection(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordInspectionInput,
  ): Promise<ClaimSample> {
    return await findSample(this.unitOfWork.read(scope), await this.samples.record(scope, input));
  }
}
