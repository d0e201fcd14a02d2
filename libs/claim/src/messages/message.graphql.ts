import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import { InstantScalar } from '@yibu/platform';
import { IsOptional, IsString, Length } from 'class-validator';

const MAX_TEXT = 1000;

@ObjectType({
  description: 'What the two sides write to each other about a claim or a line of it.',
})
export class ClaimMessage {
  @Field(() => ID) id: string;
  @Field(() => ID, { nullable: true }) claimLineId: string | null;
  @Field(() => String, { nullable: true, description: 'Person and month of the line' })
  lineName: string | null;
  @Field(() => String, { description: 'OPERATOR or BUREAU' }) side: string;
  @Field(() => String) authorName: string;
  @Field(() => String) text: string;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => Boolean, { description: 'Of the other side, since this person last read' })
  isUnread: boolean;
}

@ObjectType({ description: 'The newest messages, oldest of them first' })
export class ClaimMessageList {
  @Field(() => [ClaimMessage]) items: ClaimMessage[];
  @Field(() => Int, { description: 'How many older ones there are that are not among the items' })
  earlierCount: number;
}

@InputType()
export class AddClaimMessageInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() lineId?: string | null;
  @Field(() => String) @Length(1, MAX_TEXT) text: string;
}

@InputType()
export class ReadClaimMessagesInput {
  @Field(() => ID) @IsString() claimId: string;
}
