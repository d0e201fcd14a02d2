import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Inject } from '@nestjs/common';
import type { Clock } from '@yibu/kernel';
import {
  Allow,
  CLOCK,
  CurrentRequest,
  CurrentScope,
  PageArgs,
  type Scope,
  type YibuRequest,
} from '@yibu/platform';

import { addressOf } from './address.rules.js';
import {
  AnswerObjectionInput,
  ClaimObjections,
  EnterObjectionInput,
  NoticeCandidates,
  NoticeObjectionPage,
  NoticeObjectionsArgs,
  ObjectToNoticeInput,
  OverrideObjectionInput,
  PublicNoticeDetail,
  PublicNoticePage,
  PublicNoticePageView,
  PublishNoticeInput,
  WithdrawNoticeInput,
} from './notice.graphql.js';
import { publicView } from './notice.view.js';
import { PublicNoticeService } from './notice.service.js';
import { ObjectionService } from './objection.service.js';

@Resolver()
export class NoticeResolver {
  constructor(
    private readonly notices: PublicNoticeService,
    private readonly objections: ObjectionService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => PublicNoticePage, { description: 'Of the county, the newest first' })
  @Allow('review.read')
  async publicNotices(
    @CurrentScope() scope: Scope,
    @Args() args: PageArgs,
  ): Promise<PublicNoticePage> {
    return await this.notices.list(scope, args);
  }

  @Query(() => PublicNoticeDetail)
  @Allow('review.read')
  async publicNotice(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<PublicNoticeDetail> {
    return await this.notices.detail(scope, id);
  }

  @Query(() => NoticeCandidates, { description: 'Decided claims that hang in no notice' })
  @Allow('review.read')
  async noticeCandidates(@CurrentScope() scope: Scope): Promise<NoticeCandidates> {
    return await this.notices.candidates(scope);
  }

  @Query(() => NoticeObjectionPage, { description: 'Open ones first' })
  @Allow('review.read')
  async noticeObjections(
    @CurrentScope() scope: Scope,
    @Args() args: NoticeObjectionsArgs,
  ): Promise<NoticeObjectionPage> {
    return await this.objections.list(scope, args);
  }

  @Query(() => ClaimObjections, { description: 'What both sides may know; nothing of who objects' })
  @Allow('claim.read')
  async claimObjections(
    @CurrentScope() scope: Scope,
    @Args('claimId', { type: () => ID }) claimId: string,
  ): Promise<ClaimObjections> {
    return await this.objections.ofClaim(scope, claimId);
  }

  @Query(() => PublicNoticePageView, { description: 'What hangs in public, by its address' })
  @Allow('public')
  async noticePage(@Args('code') code: string): Promise<PublicNoticePageView> {
    return publicView(await this.objections.publicNotice(code), this.clock.today());
  }

  @Mutation(() => PublicNoticeDetail)
  @Allow('review.decide')
  async publishNotice(
    @CurrentScope() scope: Scope,
    @Args('input') input: PublishNoticeInput,
  ): Promise<PublicNoticeDetail> {
    return await this.notices.detail(scope, await this.notices.publish(scope, input));
  }

  @Mutation(() => PublicNoticeDetail)
  @Allow('review.decide')
  async withdrawNotice(
    @CurrentScope() scope: Scope,
    @Args('input') input: WithdrawNoticeInput,
  ): Promise<PublicNoticeDetail> {
    const { publicNoticeId, reason } = input;
    return await this.notices.detail(
      scope,
      await this.notices.withdraw(scope, publicNoticeId, reason),
    );
  }

  @Mutation(() => Boolean, { description: 'Received by phone, on paper or at the counter' })
  @Allow('review.write')
  async enterObjection(
    @CurrentScope() scope: Scope,
    @Args('input') input: EnterObjectionInput,
  ): Promise<boolean> {
    await this.objections.enter(scope, input);
    return true;
  }

  @Mutation(() => Boolean)
  @Allow('review.decide')
  async answerObjection(
    @CurrentScope() scope: Scope,
    @Args('input') input: AnswerObjectionInput,
  ): Promise<boolean> {
    await this.objections.answer(scope, input);
    return true;
  }

  @Mutation(() => Boolean, { description: 'Its row is paid in spite of it; the trail says why' })
  @Allow('review.decide')
  async overrideObjection(
    @CurrentScope() scope: Scope,
    @Args('input') input: OverrideObjectionInput,
  ): Promise<boolean> {
    await this.objections.override(scope, input);
    return true;
  }

  @Mutation(() => Boolean, { description: 'From the public page, without signing in' })
  @Allow('public')
  async objectToNotice(
    @CurrentRequest() request: YibuRequest,
    @Args('input') input: ObjectToNoticeInput,
  ): Promise<boolean> {
    const { requestId } = request;
    await this.objections.object(input, { address: addressOf(request), requestId });
    return true;
  }
}
