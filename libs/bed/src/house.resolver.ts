import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock, LocalDate } from '@yibu/kernel';
import {
  Allow,
  CLOCK,
  CurrentScope,
  LocalDateScalar,
  UnitOfWork,
  type Scope,
} from '@yibu/platform';

import { BedMap } from './bed-map.graphql.js';
import { findBedMap } from './bed-map.queries.js';
import { BedService } from './bed.service.js';
import {
  AddBedsInput,
  AddRoomsInput,
  CloseBedInput,
  EndRepairInput,
  LayOutBuildingInput,
  PlannedFloor,
  RemovePlaceInput,
  ReopenBedInput,
  SetBedKindsInput,
  SortPlacesInput,
  StartRepairInput,
  UpdatePlaceInput,
} from './house.graphql.js';
import { HouseService } from './house.service.js';
import { KindService } from './kind.service.js';
import { BedResult, type BedConflict, type BedSaved } from './stay.graphql.js';
import { bedOutcome } from './stay.outcome.js';

@Resolver(() => BedMap)
export class HouseResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly house: HouseService,
    private readonly beds: BedService,
    private readonly kinds: KindService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => BedMap)
  @Allow('bed.read')
  async bedMap(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
    @Args('asOf', { type: () => LocalDateScalar, nullable: true }) asOf?: LocalDate | null,
  ): Promise<BedMap> {
    const at = { centerId, asOf: asOf ?? this.clock.today() };
    return await findBedMap(this.unitOfWork.read(scope), at);
  }

  @Query(() => [PlannedFloor], { description: 'The names that laying out would make.' })
  @Allow('bed.read')
  async layoutPreview(
    @CurrentScope() scope: Scope,
    @Args('input') input: LayOutBuildingInput,
  ): Promise<PlannedFloor[]> {
    return await this.house.preview(scope, input);
  }

  @Mutation(() => ID, { description: 'The building.' })
  @Allow('bed.write')
  async layOutBuilding(
    @CurrentScope() scope: Scope,
    @Args('input') input: LayOutBuildingInput,
  ): Promise<string> {
    return await this.house.layOut(scope, input);
  }

  @Mutation(() => ID, { description: 'The floor.' })
  @Allow('bed.write')
  async addRooms(
    @CurrentScope() scope: Scope,
    @Args('input') input: AddRoomsInput,
  ): Promise<string> {
    return await this.house.addRooms(scope, input);
  }

  @Mutation(() => ID, { description: 'The room.' })
  @Allow('bed.write')
  async addBeds(@CurrentScope() scope: Scope, @Args('input') input: AddBedsInput): Promise<string> {
    return await this.house.addBeds(scope, input);
  }

  @Mutation(() => ID)
  @Allow('bed.write')
  async updatePlace(
    @CurrentScope() scope: Scope,
    @Args('input') input: UpdatePlaceInput,
  ): Promise<string> {
    return await this.house.update(scope, input);
  }

  @Mutation(() => ID)
  @Allow('bed.write')
  async sortPlaces(
    @CurrentScope() scope: Scope,
    @Args('input') input: SortPlacesInput,
  ): Promise<string> {
    return await this.house.sort(scope, input);
  }

  @Mutation(() => ID)
  @Allow('bed.write')
  async removePlace(
    @CurrentScope() scope: Scope,
    @Args('input') input: RemovePlaceInput,
  ): Promise<string> {
    return await this.house.remove(scope, input);
  }

  @Mutation(() => Int, { description: 'How many beds changed' })
  @Allow('bed.write')
  async setBedKinds(
    @CurrentScope() scope: Scope,
    @Args('input') input: SetBedKindsInput,
  ): Promise<number> {
    return await this.kinds.set(scope, input);
  }

  @Mutation(() => BedResult)
  @Allow('bed.write')
  async startBedRepair(
    @CurrentScope() scope: Scope,
    @Args('input') input: StartRepairInput,
  ): Promise<BedSaved | BedConflict> {
    return await bedOutcome(() => this.beds.startRepair(scope, input));
  }

  @Mutation(() => BedResult)
  @Allow('bed.write')
  async endBedRepair(
    @CurrentScope() scope: Scope,
    @Args('input') input: EndRepairInput,
  ): Promise<BedSaved | BedConflict> {
    return await bedOutcome(() => this.beds.endRepair(scope, input));
  }

  @Mutation(() => BedResult)
  @Allow('bed.write')
  async closeBed(
    @CurrentScope() scope: Scope,
    @Args('input') input: CloseBedInput,
  ): Promise<BedSaved | BedConflict> {
    return await bedOutcome(() => this.beds.close(scope, input));
  }

  @Mutation(() => BedResult)
  @Allow('bed.write')
  async reopenBed(
    @CurrentScope() scope: Scope,
    @Args('input') input: ReopenBedInput,
  ): Promise<BedSaved | BedConflict> {
    return await bedOutcome(() => this.beds.reopen(scope, input));
  }
}
