import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@yibu/kernel';
import {
  Allow,
  CLOCK,
  CurrentScope,
  NeedsPassword,
  ReachesFormer,
  UnitOfWork,
  type Scope,
} from '@yibu/platform';

import { Claim } from '../claims/claim.graphql.js';
import { ClaimService } from '../claims/claim.service.js';
import { accountStatement } from './account.queries.js';
import {
  AccountStatement,
  AgreeRecoveryPlanInput,
  OffsetDebtInput,
  RecoveriesArgs,
  RecoveryPage,
} from './recovery.graphql.js';
import { listRecoveries } from './recovery.queries.js';
import { RecoveryService } from './recovery.service.js';

@Resolver()
export class RecoveryResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly recovering: RecoveryService,
    private readonly claims: ClaimService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => RecoveryPage, { description: 'Decisions below zero and how they come back' })
  @Allow('claim.read')
  async recoveries(
    @CurrentScope() scope: Scope,
    @Args() args: RecoveriesArgs,
  ): Promise<RecoveryPage> {
    return await listRecoveries(this.unitOfWork.read(scope), args, this.clock.today());
  }

  @Query(() => AccountStatement, { description: 'Of a center and a calendar year, on both sides' })
  @Allow('claim.read')
  @ReachesFormer()
  async accountStatement(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
    @Args('year', { type: () => Int }) year: number,
  ): Promise<AccountStatement> {
    return await accountStatement(this.unitOfWork.read(scope), centerId, year);
  }

  @Mutation(() => Claim, { description: 'Parts that come to the debt, by agreement' })
  @Allow('payment.write')
  async agreeRecoveryPlan(
    @CurrentScope() scope: Scope,
    @Args('input') input: AgreeRecoveryPlanInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.recovering.agree(scope, input));
  }

  @Mutation(() => Claim, { description: 'A debt netted against another claim of the same center' })
  @Allow('payment.write')
  @NeedsPassword()
  async offsetDebt(
    @CurrentScope() scope: Scope,
    @Args('input') input: OffsetDebtInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.recovering.offset(scope, input));
  }
}
