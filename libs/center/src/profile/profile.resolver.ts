import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, UnitOfWork, type Scope } from '@yibu/platform';

import { CenterProfile, SaveCenterProfileInput } from './profile.graphql.js';
import { findProfile, ProfileService } from './profile.service.js';

@Resolver(() => CenterProfile)
export class ProfileResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly profiles: ProfileService,
  ) {}

  @Query(() => CenterProfile)
  @Allow('center.read')
  async centerProfile(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
  ): Promise<CenterProfile> {
    return await findProfile(this.unitOfWork.read(scope), centerId);
  }

  @Mutation(() => CenterProfile)
  @Allow('institution.write')
  async saveCenterProfile(
    @CurrentScope() scope: Scope,
    @Args('input') input: SaveCenterProfileInput,
  ): Promise<CenterProfile> {
    return await this.profiles.save(scope, input);
  }
}
