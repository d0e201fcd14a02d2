import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@yibu/kernel';
import { Allow, CLOCK, CurrentScope, UnitOfWork, type Scope } from '@yibu/platform';

import { CorrectionService } from './correction.service.js';
import { ExitService } from './exit.service.js';
import { MoveService } from './move.service.js';
import { Stay, StayResult } from './stay.graphql.js';
import {
  AdmitResidentInput,
  CancelReservationInput,
  CorrectStayInput,
  EndStayInput,
  RecordStayInput,
  ReserveBedInput,
  SwapBedsInput,
  TransferResidentInput,
  UndoStayInput,
} from './stay.inputs.js';
import { stayOutcome, type StayOutcome } from './stay.outcome.js';
import { findStay } from './stay.queries.js';
import { StayService } from './stay.service.js';

@Resolver(() => Stay)
export class StayResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly stays: StayService,
    private readonly moves: MoveService,
    private readonly exits: ExitService,
    private readonly corrections: CorrectionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => Stay)
  @Allow('stay.read')
  async stay(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<Stay> {
    return await findStay(this.unitOfWork.read(scope), id, this.clock.today());
  }

  @Mutation(() => StayResult)
  @Allow('stay.write')
  async reserveBed(
    @CurrentScope() scope: Scope,
    @Args('input') input: ReserveBedInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.stays.reserve(scope, input));
  }

  @Mutation(() => StayResult)
  @Allow('stay.write')
  async cancelReservation(
    @CurrentScope() scope: Scope,
    @Args('input') input: CancelReservationInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.stays.cancelReservation(scope, input));
  }

  @Mutation(() => StayResult)
  @Allow('stay.write')
  async admitResident(
    @CurrentScope() scope: Scope,
    @Args('input') input: AdmitResidentInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.stays.admit(scope, input));
  }

  @Mutation(() => StayResult)
  @Allow('stay.write')
  async transferResident(
    @CurrentScope() scope: Scope,
    @Args('input') input: TransferResidentInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.moves.transfer(scope, input));
  }

  @Mutation(() => StayResult)
  @Allow('stay.write')
  async swapBeds(
    @CurrentScope() scope: Scope,
    @Args('input') input: SwapBedsInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.moves.swap(scope, input));
  }

  @Mutation(() => StayResult)
  @Allow('stay.write')
  async dischargeResident(
    @CurrentScope() scope: Scope,
    @Args('input') input: EndStayInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.exits.discharge(scope, input));
  }

  @Mutation(() => StayResult)
  @Allow('stay.write')
  async recordDeath(
    @CurrentScope() scope: Scope,
    @Args('input') input: EndStayInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.exits.recordDeath(scope, input));
  }

  @Mutation(() => StayResult, { description: 'Also takes back a change of bed.' })
  @Allow('stay.write')
  async undoAdmission(
    @CurrentScope() scope: Scope,
    @Args('input') input: UndoStayInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.exits.undoAdmission(scope, input));
  }

  @Mutation(() => StayResult, { description: 'Takes back a discharge or a death.' })
  @Allow('stay.write')
  async undoEndOfStay(
    @CurrentScope() scope: Scope,
    @Args('input') input: UndoStayInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.exits.undoEnd(scope, input));
  }

  @Mutation(() => StayResult)
  @Allow('stay.write')
  async correctStay(
    @CurrentScope() scope: Scope,
    @Args('input') input: CorrectStayInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.corrections.correct(scope, input));
  }

  @Mutation(() => StayResult, { description: 'A stay of the past, open or ended.' })
  @Allow('stay.write')
  async recordStay(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordStayInput,
  ): Promise<StayOutcome> {
    return await this.answer(scope, () => this.corrections.recordStay(scope, input));
  }

  private async answer(scope: Scope, deed: () => Promise<string>): Promise<StayOutcome> {
    return await stayOutcome(async () =>
      findStay(this.unitOfWork.read(scope), await deed(), this.clock.today()),
    );
  }
}
