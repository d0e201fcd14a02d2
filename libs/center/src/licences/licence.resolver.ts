import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@yibu/kernel';
import { Allow, CLOCK, CurrentScope, UnitOfWork, type Scope } from '@yibu/platform';

import {
  AddCenterLicenceInput,
  CenterLicence,
  CorrectCenterLicenceInput,
  RemoveCenterLicenceInput,
} from './licence.graphql.js';
import { listLicences } from './licence.queries.js';
import { LicenceService } from './licence.service.js';

@Resolver(() => CenterLicence)
export class LicenceResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly licences: LicenceService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [CenterLicence])
  @Allow('center.read')
  async centerLicences(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
  ): Promise<CenterLicence[]> {
    return await listLicences(this.unitOfWork.read(scope), this.clock.today(), centerId);
  }

  @Mutation(() => CenterLicence)
  @Allow('institution.write')
  async addCenterLicence(
    @CurrentScope() scope: Scope,
    @Args('input') input: AddCenterLicenceInput,
  ): Promise<CenterLicence> {
    return await this.licences.add(scope, input);
  }

  @Mutation(() => CenterLicence)
  @Allow('institution.write')
  async correctCenterLicence(
    @CurrentScope() scope: Scope,
    @Args('input') input: CorrectCenterLicenceInput,
  ): Promise<CenterLicence> {
    return await this.licences.correct(scope, input);
  }

  @Mutation(() => Boolean)
  @Allow('institution.write')
  async removeCenterLicence(
    @CurrentScope() scope: Scope,
    @Args('input') input: RemoveCenterLicenceInput,
  ): Promise<boolean> {
    return await this.licences.remove(scope, input);
  }
}
