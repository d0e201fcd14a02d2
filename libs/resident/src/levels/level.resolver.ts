import { Inject } from '@nestjs/common';
import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@yibu/kernel';
import { Allow, CLOCK, CurrentScope, type Scope } from '@yibu/platform';

import { Assessment } from './assessment.graphql.js';
import { AssessmentReasonInput } from './assessment.inputs.js';
import { AssessmentReader } from './assessment.reader.js';
import {
  AcceptLevelInput,
  AssessmentQueueArgs,
  AssessmentQueueCounts,
  AssessmentQueuePage,
  CorrectLevelInput,
  LevelPeriod,
  LevelProposal,
  LevelProposalArgs,
  toLevelPeriod,
  toProposal,
  toQueueItem,
} from './level.graphql.js';
import { LevelProposalService } from './level-proposal.service.js';
import { LevelService } from './level.service.js';
import { AssessmentQueueService } from './queue.service.js';

@Resolver(() => LevelPeriod)
export class LevelResolver {
  constructor(
    private readonly service: LevelService,
    private readonly proposals: LevelProposalService,
    private readonly queue: AssessmentQueueService,
    private readonly reader: AssessmentReader,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => [LevelPeriod], {
    description: 'All levels of a resident, superseded versions included.',
  })
  @Allow('assessment.read')
  async levelHistory(
    @CurrentScope() scope: Scope,
    @Args('residentId', { type: () => ID }) residentId: string,
  ): Promise<LevelPeriod[]> {
    const periods = await this.service.history(scope, residentId);
    return periods.map((period) => toLevelPeriod(period, this.clock.today()));
  }

  @Query(() => LevelProposal)
  @Allow('level.accept')
  async levelProposal(
    @CurrentScope() scope: Scope,
    @Args() args: LevelProposalArgs,
  ): Promise<LevelProposal> {
    return toProposal(await this.proposals.proposal(scope, args), this.clock.today());
  }

  @Query(() => AssessmentQueuePage)
  @Allow('assessment.read')
  async assessmentQueue(
    @CurrentScope() scope: Scope,
    @Args() args: AssessmentQueueArgs,
  ): Promise<AssessmentQueuePage> {
    const { items, total } = await this.queue.page(scope, args);
    return { items: items.map((row) => toQueueItem(row, this.clock.today())), total };
  }

  @Query(() => AssessmentQueueCounts)
  @Allow('assessment.read')
  async assessmentQueueCounts(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
  ): Promise<AssessmentQueueCounts> {
    const { DUE, OVERDUE, NEVER, OPEN, PENDING } = await this.queue.counts(scope, centerId);
    return { due: DUE, overdue: OVERDUE, never: NEVER, open: OPEN, pending: PENDING };
  }

  @Mutation(() => LevelPeriod, { description: 'The result becomes a level with dates.' })
  @Allow('level.accept')
  async acceptLevel(
    @CurrentScope() scope: Scope,
    @Args('input') input: AcceptLevelInput,
  ): Promise<LevelPeriod> {
    return toLevelPeriod(await this.service.accept(scope, input), this.clock.today());
  }

  @Mutation(() => Assessment)
  @Allow('level.accept')
  async rejectLevel(
    @CurrentScope() scope: Scope,
    @Args('input') input: AssessmentReasonInput,
  ): Promise<Assessment> {
    return await this.reader.show(scope, await this.service.reject(scope, input));
  }

  @Mutation(() => LevelPeriod, { description: 'Other dates for the same result, with a reason.' })
  @Allow('level.accept')
  async correctLevel(
    @CurrentScope() scope: Scope,
    @Args('input') input: CorrectLevelInput,
  ): Promise<LevelPeriod> {
    return toLevelPeriod(await this.service.correct(scope, input), this.clock.today());
  }

  @Mutation(() => LevelPeriod, { description: 'It no longer counts, and stays visible.' })
  @Allow('level.accept')
  async revokeLevel(
    @CurrentScope() scope: Scope,
    @Args('input') input: AssessmentReasonInput,
  ): Promise<LevelPeriod> {
    return toLevelPeriod(await this.service.revoke(scope, input), this.clock.today());
  }
}
