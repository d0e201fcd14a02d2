import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { LocalDateScalar } from '@yibu/platform';
import { ArrayMaxSize, IsInt, IsOptional, IsString, Length, MaxLength } from 'class-validator';

const MAX_TEXT = 500;
const MAX_LINES = 2000;
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

@InputType({ description: 'A supplementary decision that came on paper, with its scan' })
export class RecordPaperSupplementInput extends DecideSupplementInput {
  @Field(() => LocalDateScalar) decidedOn: LocalDate;
  @Field(() => ID, { description: 'The scan, attached to the claim' })
  @IsString()
  attachmentId: string;
  @Field(() => [ID], { defaultValue: [], description: 'Held lines of the claim that it grants' })
  @ArrayMaxSize(MAX_LINES)
  @IsString({ each: true })
  released: string[];
  @Field(() => [ID], { defaultValue: [], description: 'Held lines of the claim that it refuses' })
  @ArrayMaxSize(MAX_LINES)
  @IsString({ each: true })
  refused: string[];
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
