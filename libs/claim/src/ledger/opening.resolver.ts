import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { YearMonth } from '@yibu/kernel';
import { Allow, CurrentScope, YearMonthScalar, type Scope } from '@yibu/platform';

import {
  ClaimYearInput,
  ConfirmNothingClaimedInput,
  EnterOpeningInput,
  ImportOpeningInput,
  OpeningImport,
  OpeningLedger,
} from './opening.graphql.js';
import { OpeningService } from './opening.service.js';

@Resolver()
export class OpeningResolver {
  constructor(private readonly openings: OpeningService) {}

  @Query(() => OpeningLedger)
  @Allow('claim.read')
  async openingLedger(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
    @Args('yearFrom', { type: () => YearMonthScalar }) yearFrom: YearMonth,
  ): Promise<OpeningLedger> {
    return await this.openings.read(scope, centerId, yearFrom);
  }

  @Mutation(() => OpeningLedger)
  @Allow('opening.write')
  async confirmNothingClaimed(
    @CurrentScope() scope: Scope,
    @Args('input') input: ConfirmNothingClaimedInput,
  ): Promise<OpeningLedger> {
    return await this.openings.confirmNothing(scope, input);
  }

  @Mutation(() => OpeningLedger, { description: 'Replaces what was entered before' })
  @Allow('opening.write')
  async enterOpeningLedger(
    @CurrentScope() scope: Scope,
    @Args('input') input: EnterOpeningInput,
  ): Promise<OpeningLedger> {
    return await this.openings.enter(scope, input);
  }

  @Mutation(() => OpeningImport, { description: 'Columns 项目 姓名 身份证后四位 月份 金额' })
  @Allow('opening.write')
  async importOpeningLedger(
    @CurrentScope() scope: Scope,
    @Args('input') input: ImportOpeningInput,
  ): Promise<OpeningImport> {
    return await this.openings.import(scope, input);
  }

  @Mutation(() => OpeningLedger)
  @Allow('review.decide')
  async closeClaimYear(
    @CurrentScope() scope: Scope,
    @Args('input') input: ClaimYearInput,
  ): Promise<OpeningLedger> {
    return await this.openings.setYearStatus(scope, input, 'CLOSED');
  }

  @Mutation(() => OpeningLedger)
  @Allow('review.decide')
  async reopenClaimYear(
    @CurrentScope() scope: Scope,
    @Args('input') input: ClaimYearInput,
  ): Promise<OpeningLedger> {
    return await this.openings.setYearStatus(scope, input, 'OPEN');
  }
}
