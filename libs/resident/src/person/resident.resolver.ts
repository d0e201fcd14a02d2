import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, offsetOf, UnitOfWork, type Scope } from '@yibu/platform';

import { DeathService } from './death.service.js';
import { ResidentDesk } from './resident-desk.service.js';
import {
  CreateResidentInput,
  RecordDeathElsewhereInput,
  Resident,
  ResidentListArgs,
  ResidentPage,
  ResidentTwin,
  ResidentTwinsInput,
  RevealIdNumberInput,
  RevokeDeathInput,
  UpdateResidentInput,
} from './resident.graphql.js';
import { toListItem, toResident, toTwin } from './resident.view.js';
import { ResidentService } from './resident.service.js';

@Resolver(() => Resident)
export class ResidentResolver {
  constructor(
    private readonly desk: ResidentDesk,
    private readonly residents: ResidentService,
    private readonly deaths: DeathService,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  @Query(() => ResidentPage, { name: 'residents' })
  @Allow('resident.read')
  async residentPage(
    @CurrentScope() scope: Scope,
    @Args() args: ResidentListArgs,
  ): Promise<ResidentPage> {
    const page = { limit: args.pageSize, offset: offsetOf(args) };
    const rows = await this.desk.list(scope, args, page);
    return { items: rows.map(toListItem), total: rows[0]?.total ?? 0 };
  }

  @Query(() => Resident)
  @Allow('resident.read')
  async resident(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Resident> {
    return toResident(await this.desk.get(scope, id));
  }

  @ResolveField(() => String, { nullable: true, description: 'Masked for a bureau' })
  async phone(@CurrentScope() scope: Scope, @Parent() resident: Resident): Promise<string | null> {
    return await this.desk.phoneOf(this.unitOfWork.read(scope), resident);
  }

  @Query(() => [ResidentTwin])
  @Allow('resident.write')
  async residentTwins(
    @CurrentScope() scope: Scope,
    @Args('input') input: ResidentTwinsInput,
  ): Promise<ResidentTwin[]> {
    return (await this.desk.twins(scope, input)).map(toTwin);
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async createResident(
    @CurrentScope() scope: Scope,
    @Args('input') input: CreateResidentInput,
  ): Promise<Resident> {
    const { centerId, idempotencyKey, ...draft } = input;
    const id = await this.residents.create(scope, centerId, draft, idempotencyKey);
    return toResident(await this.desk.get(scope, id));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async updateResident(
    @CurrentScope() scope: Scope,
    @Args('input') input: UpdateResidentInput,
  ): Promise<Resident> {
    return toResident(await this.desk.get(scope, await this.residents.update(scope, input)));
  }

  @Mutation(() => Resident, { description: 'Of somebody who died without a stay in the house' })
  @Allow('resident.write')
  async recordDeathElsewhere(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordDeathElsewhereInput,
  ): Promise<Resident> {
    return toResident(await this.desk.get(scope, await this.deaths.record(scope, input)));
  }

  @Mutation(() => Resident)
  @Allow('resident.write')
  async revokeDeath(
    @CurrentScope() scope: Scope,
    @Args('input') input: RevokeDeathInput,
  ): Promise<Resident> {
    return toResident(await this.desk.get(scope, await this.deaths.revoke(scope, input)));
  }

  @Mutation(() => String, { nullable: true, description: 'The whole number; audited' })
  @Allow('resident.reveal')
  async revealIdNumber(
    @CurrentScope() scope: Scope,
    @Args('input') input: RevealIdNumberInput,
  ): Promise<string | null> {
    return await this.desk.revealIdNumber(scope, input.residentId, input.reason);
  }
}
