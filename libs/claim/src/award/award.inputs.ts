import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import type { Fen, LocalDate } from '@yibu/kernel';
import { FenScalar, LocalDateScalar } from '@yibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

const MAX_KEY = 255;
const MAX_NAME = 120;
const MAX_AREA = 1_000_000;
const MAX_COMMUNITIES = 200;
const MAX_FIELDS = 100;

@InputType()
export class OpenAwardInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => String) @Length(1, 60) program: string;
  @Field(() => ID, { nullable: true, description: 'A project on file; else a new one is entered' })
  @IsOptional()
  @IsString()
  projectId?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @Length(1, MAX_NAME) name?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @Length(1, 40) kind?: string | null;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class AwardAttributeInput {
  @Field(() => String) @Length(1, 60) name: string;
  @Field(() => String, { nullable: true, description: 'JSON of the value; null: not known' })
  @IsOptional()
  @MaxLength(200)
  value?: string | null;
}

@InputType()
export class SaveAwardProjectInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => Int, { description: 'Version of the project that was read' })
  @IsInt()
  version: number;
  @Field(() => String) @Length(1, MAX_NAME) name: string;
  @Field(() => String) @Length(1, 40) kind: string;
  @Field(() => Float, { nullable: true })
  @IsOptional()
  @IsNumber()
  @Min(0.01)
  @Max(MAX_AREA)
  areaM2?: number | null;
  @Field(() => [String])
  @IsArray()
  @ArrayMaxSize(MAX_COMMUNITIES)
  @Length(1, 60, { each: true })
  communities: string[];
  @Field(() => LocalDateScalar, { nullable: true }) @IsOptional() completedOn?: LocalDate | null;
  @Field(() => FenScalar, { nullable: true }) @IsOptional() @Min(0) ownInvestmentFen?: Fen | null;
  @Field(() => [AwardAttributeInput])
  @ArrayMaxSize(MAX_FIELDS)
  @ValidateNested({ each: true })
  @Type(() => AwardAttributeInput)
  attributes: AwardAttributeInput[];
}

@InputType()
export class SettleAwardInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => Int, { description: 'The version of the claim that was read' })
  @IsInt()
  version: number;
  @Field(() => String, { nullable: true, description: 'One of the options, where there are some' })
  @IsOptional()
  @MaxLength(60)
  option?: string | null;
  @Field(() => FenScalar, { nullable: true, description: 'Else the amount, within the bounds' })
  @IsOptional()
  amountFen?: Fen | null;
  @Field(() => String) @Length(1, 80) documentNumber: string;
  @Field(() => LocalDateScalar) decidedOn: LocalDate;
  @Field(() => ID, { description: 'The scan, attached to the claim before' })
  @IsString()
  attachmentId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) note?: string | null;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}
