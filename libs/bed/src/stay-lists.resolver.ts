import { Inject } from '@nestjs/common';
import { Args, ID, Query, Resolver } from '@nestjs/graphql';
import type { Clock, LocalDate } from '@yibu/kernel';
import {
  Allow,
  CLOCK,
  CurrentScope,
  LocalDateScalar,
  UnitOfWork,
  type Scope,
} from '@yibu/platform';

import { ChecklistService } from './checklist.service.js';
import { LevelMix } from './level-mix.graphql.js';
import { findLevelMix } from './level-mix.queries.js';
import { Occupancy } from './occupancy.graphql.js';
import { findOccupancy } from './occupancy.queries.js';
import {
  FreeBed,
  ResidentStays,
  Stay,
  StayCandidate,
  StayChecklistItem,
  StayPage,
} from './stay.graphql.js';
import { StayChecklistInput, StaysArgs } from './stay.inputs.js';
import { toChecklistItem } from './stay.outcome.js';
import { findResidentStays, listCandidates, listFreeBeds, listStays } from './stay.queries.js';

const CENTER = { type: () => ID } as const;
const OPTIONAL_ID = { type: () => ID, nullable: true } as const;
const OPTIONAL_DAY = { type: () => LocalDateScalar, nullable: true } as const;

@Resolver(() => Stay)
export class StayListsResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checklists: ChecklistService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => StayPage)
  @Allow('stay.read')
  async stays(@CurrentScope() scope: Scope, @Args() args: StaysArgs): Promise<StayPage> {
    const at = { paging: args, today: this.clock.today() };
    return await listStays(this.unitOfWork.read(scope), args, at);
  }

  @Query(() => ResidentStays)
  @Allow('stay.read')
  async residentStays(
    @CurrentScope() scope: Scope,
    @Args('residentId', CENTER) residentId: string,
  ): Promise<ResidentStays> {
    return await findResidentStays(this.unitOfWork.read(scope), residentId, this.clock.today());
  }

  @Query(() => [FreeBed], { description: 'Beds that are free from a day on.' })
  @Allow('bed.read')
  async freeBeds(
    @CurrentScope() scope: Scope,
    @Args('centerId', CENTER) centerId: string,
    @Args('from', { type: () => LocalDateScalar }) from: LocalDate,
    @Args('until', OPTIONAL_DAY) until?: LocalDate | null,
    @Args('exceptResidentId', OPTIONAL_ID) exceptResidentId?: string | null,
  ): Promise<FreeBed[]> {
    const wish = {
      centerId,
      from,
      until: until ?? null,
      exceptResidentId: exceptResidentId ?? null,
    };
    return await listFreeBeds(this.unitOfWork.read(scope), wish);
  }

  @Query(() => [StayCandidate])
  @Allow('stay.read')
  async stayCandidates(
    @CurrentScope() scope: Scope,
    @Args('centerId', CENTER) centerId: string,
    @Args('search', { type: () => String, nullable: true }) search?: string | null,
  ): Promise<StayCandidate[]> {
    const wish = { centerId, search: search ?? null };
    return await listCandidates(this.unitOfWork.read(scope), wish);
  }

  @Query(() => [StayChecklistItem], { description: 'What a deed will ask, before it is done.' })
  @Allow('stay.read')
  async stayChecklist(
    @CurrentScope() scope: Scope,
    @Args('input') input: StayChecklistInput,
  ): Promise<StayChecklistItem[]> {
    return (await this.checklists.items(scope, input)).map(toChecklistItem);
  }

  @Query(() => Occupancy)
  @Allow('bed.read')
  async occupancy(
    @CurrentScope() scope: Scope,
    @Args('centerId', CENTER) centerId: string,
  ): Promise<Occupancy> {
    const at = { centerId, today: this.clock.today() };
    return await findOccupancy(this.unitOfWork.read(scope), at);
  }

  @Query(() => LevelMix)
  @Allow('assessment.read')
  async levelMix(
    @CurrentScope() scope: Scope,
    @Args('centerId', CENTER) centerId: string,
  ): Promise<LevelMix> {
    const at = { centerId, today: this.clock.today() };
    return await findLevelMix(this.unitOfWork.read(scope), at);
  }
}
