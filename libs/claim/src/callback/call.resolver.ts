import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Clock } from '@yibu/kernel';
import { Allow, CLOCK, CurrentScope, UnitOfWork, type Scope } from '@yibu/platform';

import {
  CallDetail,
  CallFigures,
  CallPage,
  CallPhone,
  CallsArgs,
  DrawCallsInput,
  QueueLineCallsInput,
  QueueSampleCallsInput,
  RecordCallInput,
  RevealCallPhonesInput,
} from './call.graphql.js';
import { CallPhoneService } from './call-phone.service.js';
import { callFigures, findCall, listCalls } from './call.queries.js';
import { CallService } from './call.service.js';

/** Calls to people of a claim. Who said what stays with the bureau. */
@Resolver()
export class CallResolver {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calls: CallService,
    private readonly phones: CallPhoneService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Query(() => CallPage, { description: 'Whose day has come first' })
  @Allow('callback.read')
  async callbacks(@CurrentScope() scope: Scope, @Args() args: CallsArgs): Promise<CallPage> {
    return await listCalls(this.unitOfWork.read(scope), args);
  }

  @Query(() => CallDetail)
  @Allow('callback.read')
  async callback(
    @CurrentScope() scope: Scope,
    @Args('id', { type: () => ID }) id: string,
  ): Promise<CallDetail> {
    return await findCall(this.unitOfWork.read(scope), id, this.clock.today());
  }

  @Query(() => CallFigures)
  @Allow('callback.read')
  async callbackFigures(@CurrentScope() scope: Scope): Promise<CallFigures> {
    return await callFigures(this.unitOfWork.read(scope), this.clock.today());
  }

  @Mutation(() => Int, { description: 'A share of a program’s people, drawn; new calls' })
  @Allow('review.write')
  async drawCallbacks(
    @CurrentScope() scope: Scope,
    @Args('input') input: DrawCallsInput,
  ): Promise<number> {
    return await this.calls.draw(scope, input);
  }

  @Mutation(() => Int, { description: 'Everybody of a sample; new calls' })
  @Allow('review.write')
  async queueSampleCallbacks(
    @CurrentScope() scope: Scope,
    @Args('input') input: QueueSampleCallsInput,
  ): Promise<number> {
    return await this.calls.queueSample(scope, input.sampleId);
  }

  @Mutation(() => Int, { description: 'People of open lines, chosen by hand; new calls' })
  @Allow('review.write')
  async queueLineCallbacks(
    @CurrentScope() scope: Scope,
    @Args('input') input: QueueLineCallsInput,
  ): Promise<number> {
    return await this.calls.queueLines(scope, input.lineIds);
  }

  @Mutation(() => [CallPhone], { description: 'Audited each time' })
  @Allow('callback.call')
  async revealCallbackPhones(
    @CurrentScope() scope: Scope,
    @Args('input') input: RevealCallPhonesInput,
  ): Promise<CallPhone[]> {
    return await this.phones.reveal(scope, input.callId);
  }

  @Mutation(() => CallDetail)
  @Allow('callback.call')
  async recordCallback(
    @CurrentScope() scope: Scope,
    @Args('input') input: RecordCallInput,
  ): Promise<CallDetail> {
    const id = await this.calls.record(scope, input);
    return await findCall(this.unitOfWork.read(scope), id, this.clock.today());
  }
}
