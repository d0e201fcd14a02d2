import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ScaleId } from '@yibu/assessment';
import type { LocalDate } from '@yibu/kernel';
import { LocalDateScalar } from '@yibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsNumber,
  IsOptional,
  IsString,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';

import { AssessmentKindEnum } from './assessment.graphql.js';
import { ASSESSMENT_KINDS, type AssessmentKind } from './assessment.rules.js';
import { ScaleEnum } from './form.graphql.js';

const MAX_REASON = 500;
/** Items and fields of the form, with room. */
const MAX_ENTRIES = 100;

@InputType()
export class StartAssessmentInput {
  @Field(() => ID) @IsString() residentId: string;
  @Field(() => AssessmentKindEnum) @IsIn(ASSESSMENT_KINDS) kind: AssessmentKind;
  @Field(() => LocalDateScalar) assessedOn: LocalDate;
  @Field(() => ID, { nullable: true, description: 'The report this one corrects' })
  @IsOptional()
  @IsString()
  correctsId?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) idempotencyKey?: string;
}

@InputType()
export class AnswerInput {
  @Field(() => ID) @IsString() @MaxLength(10) itemId: string;
  @Field(() => ID) @IsString() @MaxLength(10) optionId: string;
}

@InputType()
export class MedicationInput {
  @Field(() => String) @IsString() name: string;
  @Field(() => String) @IsString() method: string;
  @Field(() => String) @IsString() dose: string;
  @Field(() => String) @IsString() frequency: string;
}

@InputType()
export class BackgroundInput {
  @Field(() => ID) @IsString() @MaxLength(10) fieldId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @IsString() text?: string | null;
  @Field(() => Number, { nullable: true }) @IsOptional() @IsNumber() number?: number | null;
  @Field(() => [ID], { nullable: true })
  @IsOptional()
  @IsString({ each: true })
  @ArrayMaxSize(MAX_ENTRIES)
  ticks?: string[] | null;
  @Field(() => [MedicationInput], { nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => MedicationInput)
  medications?: MedicationInput[] | null;
}

@InputType({ description: 'The whole form as it stands, and the version it was read at.' })
export class SaveAssessmentInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() @Min(1) version: number;
  @Field(() => LocalDateScalar) assessedOn: LocalDate;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(120) place?: string | null;
  @Field(() => [AnswerInput])
  @ArrayMaxSize(MAX_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => AnswerInput)
  answers: AnswerInput[];
  @Field(() => [BackgroundInput])
  @ArrayMaxSize(MAX_ENTRIES)
  @ValidateNested({ each: true })
  @Type(() => BackgroundInput)
  background: BackgroundInput[];
}

@InputType()
export class AssessmentVersionInput {
  @Field(() => ID) @IsString() id: string;
  @Field(() => Int) @IsInt() @Min(1) version: number;
}

@InputType()
export class AssessmentReasonInput extends AssessmentVersionInput {
  @Field(() => String) @IsNotEmpty() @MaxLength(MAX_REASON) reason: string;
}

@InputType()
export class ExternalResultInput {
  @Field(() => ID) @IsString() residentId: string;
  @Field(() => AssessmentKindEnum) @IsIn(ASSESSMENT_KINDS) kind: AssessmentKind;
  @Field(() => ScaleEnum) @IsIn(Object.keys(ScaleEnum)) scale: ScaleId;
  @Field(() => Int, { description: 'As the paper says: a level, or a score' })
  @IsInt()
  level: number;
  @Field(() => String) @IsNotEmpty() @MaxLength(120) issuer: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) externalNumber?: string;
  @Field(() => LocalDateScalar) assessedOn: LocalDate;
  @Field(() => LocalDateScalar, { nullable: true, description: 'First day it no longer holds' })
  @IsOptional()
  validUntil?: LocalDate | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(MAX_REASON) note?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() correctsId?: string | null;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(80) idempotencyKey?: string;
}
