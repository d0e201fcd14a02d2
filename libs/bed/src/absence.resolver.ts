import { Inject } from '@nestjs/common';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Clock } from '@yibu/kernel';
import { Allow, CLOCK, CurrentScope, UnitOfWork, type Scope } from '@yibu/platform';

import { AbsenceService } from './absence.service.js';
import { Absence, Stay } from './stay.graphql.js';
import {
  CancelAbsenceInput,
  CorrectAbsenceInput,
  EndAbsenceInput,
  StartAbsenceInput,
} from './stay.inputs.js';
import { findStayOfAbsence } from './stay.queries.js';

/** Each answers with the stay as it now is. */
@Resolver(() => Absence)
export class AbsenceResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly absences: AbsenceService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Mutation(() => Stay)
  @Allow('stay.write')
  async startAbsence(
    @CurrentScope() scope: Scope,
    @Args('input') input: StartAbsenceInput,
  ): Promise<Stay> {
    return await this.stayOf(scope, await this.absences.start(scope, input));
  }

  @Mutation(() => Stay)
  @Allow('stay.write')
  async endAbsence(
    @CurrentScope() scope: Scope,
    @Args('input') input: EndAbsenceInput,
  ): Promise<Stay> {
    return await this.stayOf(scope, await this.absences.end(scope, input));
  }

  @Mutation(() => Stay)
  @Allow('stay.write')
  async correctAbsence(
    @CurrentScope() scope: Scope,
    @Args('input') input: CorrectAbsenceInput,
  ): Promise<Stay> {
    return await this.stayOf(scope, await this.absences.correct(scope, input));
  }

  @Mutation(() => Stay)
  @Allow('stay.write')
  async cancelAbsence(
    @CurrentScope() scope: Scope,
    @Args('input') input: CancelAbsenceInput,
  ): Promise<Stay> {
    return await this.stayOf(scope, await this.absences.cancel(scope, input));
  }

  private async stayOf(scope: Scope, absenceId: string): Promise<Stay> {
    return await findStayOfAbsence(this.unitOfWork.read(scope), absenceId, this.clock.today());
  }
}
