import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsInt, IsOptional, IsString, Length, MaxLength } from 'class-validator';

const MAX_TEXT = 500;
const MAX_KEY = 255;

@InputType()
export class DecideSupplementInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) documentNumber?:
    | string
    | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(MAX_TEXT) note?: string | null;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class AnnulPaperDecisionInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => Int) @IsInt() version: number;
  @Field(() => String, { description: 'What was wrong with the entry' })
  @Length(1, MAX_TEXT)
  reason: string;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}
