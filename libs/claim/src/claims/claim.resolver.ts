import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { YearMonth } from '@yibu/kernel';
import {
  Allow,
  CurrentScope,
  NeedsPassword,
  ReachesFormer,
  UnitOfWork,
  YearMonthScalar,
  type Scope,
} from '@yibu/platform';

import {
  Claim,
  ClaimCheckPage,
  ClaimLineDetail,
  ClaimLinePage,
  ClaimPage,
} from './claim.graphql.js';
import { ClaimPreparation, SubmitClaimResult } from './claim-results.graphql.js';
import { ClaimComparison, ClaimDrift, ClaimRisk, ClaimMonthBoard } from './claim-views.graphql.js';
import {
  ClaimChecksArgs,
  ClaimInput,
  ClaimLinesArgs,
  ClaimReasonInput,
  ClaimsArgs,
  ObjectToLineInput,
  PrepareClaimInput,
  PrepareYearlyClaimInput,
  SetSinglePersonInput,
  SubmitClaimInput,
} from './claim.inputs.js';
import { ClaimPrepareService } from './claim.prepare.service.js';
import { ClaimService } from './claim.service.js';
import { ClaimSubmitService } from './claim.submit.service.js';
import { DriftService } from './drift.service.js';
import { listChecks, listLines } from './line.queries.js';

const idArg = { name: 'id', type: () => ID } as const;
const claimIdArg = { name: 'claimId', type: () => ID } as const;

@Resolver()
export class ClaimResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly claimsService: ClaimService,
    private readonly preparing: ClaimPrepareService,
    private readonly submitting: ClaimSubmitService,
    private readonly drifting: DriftService,
  ) {}

  @Query(() => ClaimMonthBoard, { description: 'The claim year that holds the month' })
  @Allow('claim.read')
  async claimMonthBoard(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
    @Args('month', { type: () => YearMonthScalar }) month: YearMonth,
  ): Promise<ClaimMonthBoard> {
    return await this.claimsService.board(scope, centerId, month);
  }

  @Query(() => ClaimPage)
  @Allow('claim.read')
  async claims(@CurrentScope() scope: Scope, @Args() args: ClaimsArgs): Promise<ClaimPage> {
    return await this.claimsService.list(scope, args);
  }

  @Query(() => Claim)
  @Allow('claim.read')
  async claim(@CurrentScope() scope: Scope, @Args(idArg) id: string): Promise<Claim> {
    return await this.claimsService.detail(scope, id);
  }

  @Query(() => ClaimLinePage)
  @Allow('claim.read')
  async claimLines(
    @CurrentScope() scope: Scope,
    @Args() args: ClaimLinesArgs,
  ): Promise<ClaimLinePage> {
    return await listLines(this.unitOfWork.read(scope), args);
  }

  @Query(() => ClaimLineDetail)
  @Allow('claim.read')
  async claimLine(@CurrentScope() scope: Scope, @Args(idArg) id: string): Promise<ClaimLineDetail> {
    return await this.claimsService.line(scope, id);
  }

  @Query(() => ClaimCheckPage)
  @Allow('claim.read')
  async claimChecks(
    @CurrentScope() scope: Scope,
    @Args() args: ClaimChecksArgs,
  ): Promise<ClaimCheckPage> {
    return await listChecks(this.unitOfWork.read(scope), args);
  }

  @Query(() => ClaimComparison)
  @Allow('claim.read')
  async claimComparison(
    @CurrentScope() scope: Scope,
    @Args(claimIdArg) claimId: string,
  ): Promise<ClaimComparison> {
    return await this.claimsService.comparison(scope, claimId);
  }

  @Query(() => ClaimRisk)
  @Allow('claim.read')
  async claimRisk(
    @CurrentScope() scope: Scope,
    @Args(claimIdArg) claimId: string,
  ): Promise<ClaimRisk> {
    return await this.claimsService.risk(scope, claimId);
  }

  @Query(() => ClaimDrift)
  @Allow('claim.read')
  async claimDrift(
    @CurrentScope() scope: Scope,
    @Args(claimIdArg) claimId: string,
  ): Promise<ClaimDrift> {
    return await this.drifting.drift(scope, claimId);
  }

  @Mutation(() => ClaimPreparation)
  @Allow('claim.prepare')
  @ReachesFormer()
  async prepareClaim(
    @CurrentScope() scope: Scope,
    @Args('input') input: PrepareClaimInput,
  ): Promise<ClaimPreparation> {
    return await this.preparing.prepare(scope, input);
  }

  @Mutation(() => ClaimPreparation, { description: 'A yearly subsidy, applied for by itself' })
  @Allow('claim.prepare')
  async prepareYearlyClaim(
    @CurrentScope() scope: Scope,
    @Args('input') input: PrepareYearlyClaimInput,
  ): Promise<ClaimPreparation> {
    return await this.preparing.prepareYearly(scope, input);
  }

  @Mutation(() => ClaimPreparation)
  @Allow('claim.prepare')
  async recomputeClaim(
    @CurrentScope() scope: Scope,
    @Args('input') input: ClaimInput,
  ): Promise<ClaimPreparation> {
    return await this.preparing.recompute(scope, input.claimId);
  }

  @Mutation(() => Claim)
  @Allow('claim.prepare')
  async discardClaim(
    @CurrentScope() scope: Scope,
    @Args('input') input: ClaimReasonInput,
  ): Promise<Claim> {
    const { id } = await this.preparing.discard(scope, input.claimId, input.reason);
    return await this.claimsService.detail(scope, id);
  }

  @Mutation(() => ClaimLineDetail, {
    description: 'A returned line, unchanged, is claimed once more; recompute afterwards',
  })
  @Allow('claim.prepare')
  async objectToLine(
    @CurrentScope() scope: Scope,
    @Args('input') input: ObjectToLineInput,
  ): Promise<ClaimLineDetail> {
    return await this.claimsService.objectTo(scope, input.lineId, input.reason);
  }

  @Mutation(() => SubmitClaimResult)
  @Allow('claim.submit')
  @NeedsPassword()
  async submitClaim(
    @CurrentScope() scope: Scope,
    @Args('input') input: SubmitClaimInput,
  ): Promise<typeof SubmitClaimResult> {
    return await this.submitting.submit(scope, input);
  }

  @Mutation(() => Claim)
  @Allow('claim.submit')
  async withdrawClaim(
    @CurrentScope() scope: Scope,
    @Args('input') input: ClaimReasonInput,
  ): Promise<Claim> {
    const { id } = await this.submitting.withdraw(scope, input.claimId, input.reason);
    return await this.claimsService.detail(scope, id);
  }

  @Mutation(() => Boolean, { description: 'For a center with one manager; printed on its filings' })
  @Allow('review.decide')
  async setSinglePersonException(
    @CurrentScope() scope: Scope,
    @Args('input') input: SetSinglePersonInput,
  ): Promise<boolean> {
    return await this.claimsService.setSinglePerson(scope, input);
  }
}
