import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import { Claim } from '../claims/claim.graphql.js';
import { ClaimService } from '../claims/claim.service.js';
import {
  HeldLinePage,
  HeldLinesArgs,
  RefuseHeldLineInput,
  ReleaseLineInput,
} from './held.graphql.js';
import { HeldService } from './held.service.js';

@Resolver()
export class HeldResolver {
  constructor(
    private readonly held: HeldService,
    private readonly claims: ClaimService,
  ) {}

  @Query(() => HeldLinePage, { description: 'Lines that decisions left open, on both sides' })
  @Allow('claim.read')
  async heldLines(
    @CurrentScope() scope: Scope,
    @Args() args: HeldLinesArgs,
  ): Promise<HeldLinePage> {
    return await this.held.list(scope, args);
  }

  @Mutation(() => Claim, {
    description: 'A held line of an earlier decision; the next one carries it',
  })
  @Allow('review.write')
  async releaseLine(
    @CurrentScope() scope: Scope,
    @Args('input') input: ReleaseLineInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.held.release(scope, input));
  }

  @Mutation(() => Claim, {
    description: 'A held line that is not granted; by another person than who held it',
  })
  @Allow('review.decide')
  async refuseHeldLine(
    @CurrentScope() scope: Scope,
    @Args('input') input: RefuseHeldLineInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.held.refuse(scope, input));
  }
}
