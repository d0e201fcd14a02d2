import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, NeedsPassword, type Scope } from '@yibu/platform';

import { Claim, ClaimPage } from '../claims/claim.graphql.js';
import { ClaimService } from '../claims/claim.service.js';
import { AnnulmentService } from './annulment.service.js';
import {
  AnnulPaperDecisionInput,
  DecideSupplementInput,
  RecordPaperSupplementInput,
} from './decision-life.graphql.js';
import { DecisionService } from './decision.service.js';
import { EvidenceService } from './evidence.service.js';
import { PaymentService } from './payment.service.js';
import {
  AcceptLinesInput,
  DecideClaimInput,
  GiveVerdictInput,
  LineElsewhere,
  LineEvidence,
  RecordPaperDecisionInput,
  RecordPaymentInput,
  ReturnClaimInput,
  ReviewClaimInput,
  ReviewCounts,
  ReviewQueueArgs,
} from './review.graphql.js';
import { ReviewService } from './review.service.js';
import { SupplementService } from './supplement.service.js';

/** Every deed answers with the claim as it stands afterwards. */
@Resolver()
export class ReviewResolver {
  constructor(
    private readonly reviews: ReviewService,
    private readonly decisions: DecisionService,
    private readonly payments: PaymentService,
    private readonly evidence: EvidenceService,
    private readonly claims: ClaimService,
    private readonly supplements: SupplementService,
    private readonly annulments: AnnulmentService,
  ) {}

  @Query(() => ClaimPage, { description: 'Submitted claims, the longest waiting first' })
  @Allow('review.read')
  async reviewQueue(
    @CurrentScope() scope: Scope,
    @Args() args: ReviewQueueArgs,
  ): Promise<ClaimPage> {
    return await this.reviews.queue(scope, args);
  }

  @Query(() => ReviewCounts, { description: 'How many claims wait at each step' })
  @Allow('review.read')
  async reviewCounts(@CurrentScope() scope: Scope): Promise<ReviewCounts> {
    return await this.reviews.counts(scope);
  }

  @Query(() => LineEvidence)
  @Allow('claim.read')
  async lineEvidence(
    @CurrentScope() scope: Scope,
    @Args('lineId', { type: () => ID }) lineId: string,
  ): Promise<LineEvidence> {
    return await this.evidence.of(scope, lineId);
  }

  @Query(() => LineElsewhere, {
    description: 'Where else in the county the person of the line is claimed or housed that month',
  })
  @Allow('review.read')
  async lineElsewhere(
    @CurrentScope() scope: Scope,
    @Args('lineId', { type: () => ID }) lineId: string,
  ): Promise<LineElsewhere> {
    return await this.evidence.elsewhere(scope, lineId);
  }

  @Mutation(() => Claim)
  @Allow('review.write')
  async openReview(
    @CurrentScope() scope: Scope,
    @Args('input') input: ReviewClaimInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.reviews.open(scope, input.claimId));
  }

  @Mutation(() => Claim)
  @Allow('review.write')
  async giveVerdict(
    @CurrentScope() scope: Scope,
    @Args('input') input: GiveVerdictInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.reviews.giveVerdict(scope, input));
  }

  @Mutation(() => Claim, {
    description: 'Every payable line without a verdict, but for exceptions',
  })
  @Allow('review.write')
  async acceptClaimLines(
    @CurrentScope() scope: Scope,
    @Args('input') input: AcceptLinesInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.reviews.acceptLines(scope, input));
  }

  @Mutation(() => Claim)
  @Allow('review.write')
  async returnClaim(
    @CurrentScope() scope: Scope,
    @Args('input') input: ReturnClaimInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.reviews.returnClaim(scope, input));
  }

  @Mutation(() => Claim)
  @Allow('review.decide')
  @NeedsPassword()
  async decideClaim(
    @CurrentScope() scope: Scope,
    @Args('input') input: DecideClaimInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.decisions.decide(scope, input));
  }

  @Mutation(() => Claim)
  @Allow('payment.write')
  @NeedsPassword()
  async recordPayment(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordPaymentInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.payments.record(scope, input, 'BUREAU'));
  }

  @Mutation(() => Claim)
  @Allow('payment.write')
  async closeClaim(
    @CurrentScope() scope: Scope,
    @Args('input') input: ReviewClaimInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.payments.close(scope, input.claimId));
  }

  @Mutation(() => Claim, { description: 'The operator enters what the bureau decided on paper' })
  @Allow('claim.submit')
  @NeedsPassword()
  async recordPaperDecision(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordPaperDecisionInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.decisions.recordPaper(scope, input));
  }

  @Mutation(() => Claim, {
    description:
      'Lines released since, of an operator that claims no more; carried by no other decision',
  })
  @Allow('review.decide')
  @NeedsPassword()
  async decideSupplement(
    @CurrentScope() scope: Scope,
    @Args('input') input: DecideSupplementInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.supplements.decide(scope, input));
  }

  @Mutation(() => Claim, { description: 'A supplementary decision that came on paper' })
  @Allow('claim.submit')
  @NeedsPassword()
  async recordPaperSupplement(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordPaperSupplementInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.supplements.recordPaper(scope, input));
  }

  @Mutation(() => Claim, {
    description: 'A decision entered wrongly from paper, while nothing rests on it',
  })
  @Allow('claim.submit')
  @NeedsPassword()
  async annulPaperDecision(
    @CurrentScope() scope: Scope,
    @Args('input') input: AnnulPaperDecisionInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.annulments.annul(scope, input));
  }

  @Mutation(() => Claim, { description: 'Money of a decision on paper, entered by the operator' })
  @Allow('claim.prepare')
  @NeedsPassword()
  async recordPaperPayment(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordPaymentInput,
  ): Promise<Claim> {
    return await this.claims.detail(scope, await this.payments.record(scope, input, 'PAPER'));
  }
}
