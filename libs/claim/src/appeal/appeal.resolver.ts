import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, NeedsPassword, type Scope } from '@yibu/platform';

import {
  AnnulPaperAppealInput,
  AnswerAppealInput,
  Appeal,
  AppealableLine,
  AppealLineInput,
  AppealPage,
  AppealsArgs,
  RecordPaperAppealInput,
} from './appeal.graphql.js';
import { AppealService } from './appeal.service.js';
import { PaperAppealService } from './paper-appeal.service.js';

@Resolver()
export class AppealResolver {
  constructor(
    private readonly appeals: AppealService,
    private readonly paper: PaperAppealService,
  ) {}

  @Query(() => AppealPage, { description: 'Appeals of operators, on both sides' })
  @Allow('claim.read')
  async claimAppeals(@CurrentScope() scope: Scope, @Args() args: AppealsArgs): Promise<AppealPage> {
    return await this.appeals.list(scope, args);
  }

  @Query(() => [AppealableLine], {
    description: 'Lines of a decided claim that were cut or refused and take an appeal',
  })
  @Allow('claim.prepare')
  async appealableLines(
    @CurrentScope() scope: Scope,
    @Args('claimId', { type: () => ID }) claimId: string,
  ): Promise<AppealableLine[]> {
    return await this.appeals.appealable(scope, claimId);
  }

  @Mutation(() => Appeal, { description: 'Against a cut, or a held line refused in the end' })
  @Allow('claim.prepare')
  async appealLine(
    @CurrentScope() scope: Scope,
    @Args('input') input: AppealLineInput,
  ): Promise<Appeal> {
    return await this.appeals.appeal(scope, input);
  }

  @Mutation(() => Appeal, {
    description: 'By another person than who cut or refused; the next decision carries the money',
  })
  @Allow('review.decide')
  async answerAppeal(
    @CurrentScope() scope: Scope,
    @Args('input') input: AnswerAppealInput,
  ): Promise<Appeal> {
    return await this.appeals.answer(scope, input);
  }

  @Mutation(() => Appeal, { description: 'The operator enters an appeal answered on paper' })
  @Allow('claim.submit')
  @NeedsPassword()
  async recordPaperAppeal(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordPaperAppealInput,
  ): Promise<Appeal> {
    return await this.paper.record(scope, input);
  }

  @Mutation(() => Appeal, {
    description:
      'While no decision carried it and no later claim was submitted; it stays on record',
  })
  @Allow('claim.submit')
  @NeedsPassword()
  async annulPaperAppeal(
    @CurrentScope() scope: Scope,
    @Args('input') input: AnnulPaperAppealInput,
  ): Promise<Appeal> {
    return await this.paper.annul(scope, input);
  }
}
