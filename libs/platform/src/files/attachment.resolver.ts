import {
  Args,
  Field,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from '@nestjs/graphql';
import { IsNotEmpty, IsString, MaxLength } from 'class-validator';

import { Allow } from '../access/permission.js';
import { CurrentScope } from '../access/request-context.js';
import type { Scope } from '../access/scope.js';
import { InstantScalar } from '../graphql/scalars.js';
import { AttachmentService } from './attachment.service.js';

@ObjectType({ description: 'A photo or paper beside a record; its bytes are at /files/{id}.' })
export class Attachment {
  @Field(() => ID) id: string;
  @Field(() => String) entity: string;
  @Field(() => ID) entityId: string;
  @Field(() => String) kind: string;
  @Field(() => String) fileName: string;
  @Field(() => String) mediaType: string;
  @Field(() => Int, { description: 'Bytes' }) size: number;
  @Field(() => String) sha256: string;
  @Field(() => InstantScalar) createdAt: Date;
}

@ObjectType()
export class ListedAttachment extends Attachment {
  @Field(() => Boolean, {
    description: 'By the caller: false too once a filing, a decision or a payment rests on it',
  })
  canRemove: boolean;
}

@InputType()
export class RemoveAttachmentInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => String) @IsNotEmpty() @MaxLength(500) reason: string;
}

@Resolver(() => Attachment)
export class AttachmentResolver {
  constructor(private readonly service: AttachmentService) {}

  @Query(() => [ListedAttachment])
  @Allow('signed-in')
  async attachments(
    @CurrentScope() scope: Scope,
    @Args('entity', { type: () => String }) entity: string,
    @Args('entityId', { type: () => ID }) entityId: string,
  ): Promise<ListedAttachment[]> {
    return await this.service.list(scope, entity, entityId);
  }

  @Mutation(() => Boolean)
  @Allow('signed-in')
  async removeAttachment(
    @CurrentScope() scope: Scope,
    @Args('input') input: RemoveAttachmentInput,
  ): Promise<boolean> {
    return await this.service.remove(scope, input.id, input.reason);
  }
}
