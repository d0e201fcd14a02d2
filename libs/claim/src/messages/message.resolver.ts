import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, CurrentScope, type Scope } from '@yibu/platform';

import {
  AddClaimMessageInput,
  ClaimMessage,
  ClaimMessageList,
  ReadClaimMessagesInput,
} from './message.graphql.js';
import { MessageService } from './message.service.js';

@Resolver()
export class MessageResolver {
  constructor(private readonly messages: MessageService) {}

  @Query(() => ClaimMessageList)
  @Allow('claim.read')
  async claimMessages(
    @CurrentScope() scope: Scope,
    @Args('claimId', { type: () => ID }) claimId: string,
    @Args('lineId', { type: () => ID, nullable: true }) lineId?: string | null,
  ): Promise<ClaimMessageList> {
    return await this.messages.list(scope, claimId, lineId);
  }

  @Mutation(() => ClaimMessage)
  @Allow('claim.message')
  async addClaimMessage(
    @CurrentScope() scope: Scope,
    @Args('input') input: AddClaimMessageInput,
  ): Promise<ClaimMessage> {
    return await this.messages.add(scope, input);
  }

  @Mutation(() => Boolean, { description: 'Everything up to now is read by this person' })
  @Allow('claim.message')
  async readClaimMessages(
    @CurrentScope() scope: Scope,
    @Args('input') input: ReadClaimMessagesInput,
  ): Promise<boolean> {
    return await this.messages.markRead(scope, input.claimId);
  }
}
