import { ArgsType, Field, ID, InputType, Int } from '@nestjs/graphql';
import type { YearMonth } from '@yibu/kernel';
import { PageArgs, YearMonthScalar } from '@yibu/platform';
import { IsIn, IsInt, IsOptional, IsString, Length, Matches, MaxLength } from 'class-validator';

import type { ClaimKind } from '../life/claim.kinds.js';
import type { ClaimStatus } from '../life/claim.states.js';
import {
  CheckSeverityEnum,
  ClaimKindEnum,
  ClaimLineKindEnum,
  ClaimLineStatusEnum,
  ClaimStatusEnum,
} from './claim.graphql.js';

export const PERIOD_TEXT = /^\d{4}(-(0[1-9]|1[0-2])|-Q[1-4]|-H[12])?$/;
const MAX_KEY = 255;
const MAX_REASON = 500;

@ArgsType()
export class ClaimsArgs extends PageArgs {
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() centerId?: string;
  @Field(() => ClaimStatusEnum, { nullable: true }) @IsOptional() status?: ClaimStatus;
  @Field(() => ClaimKindEnum, { nullable: true }) @IsOptional() kind?: ClaimKind;
  @Field(() => Int, { nullable: true, description: 'Calendar year of the period' })
  @IsOptional()
  @IsInt()
  year?: number;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Of centers that the caller’s organization ran and runs no more',
  })
  @IsOptional()
  isFormer?: boolean | null;
}

@ArgsType()
export class ClaimLinesArgs extends PageArgs {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(60) program?: string;
  @Field(() => ClaimLineKindEnum, { nullable: true }) @IsOptional() kind?: string;
  @Field(() => ClaimLineStatusEnum, { nullable: true }) @IsOptional() status?: string;
  @Field(() => String, {
    nullable: true,
    description: 'ACCEPTED, RETURNED, HELD, CUT or OPEN for lines without a verdict',
  })
  @IsOptional()
  @IsIn(['ACCEPTED', 'RETURNED', 'HELD', 'CUT', 'OPEN'])
  verdict?: string;
  @Field(() => YearMonthScalar, { nullable: true }) @IsOptional() month?: YearMonth;
  @Field(() => String, { nullable: true, description: 'Part of a name' })
  @IsOptional()
  @MaxLength(60)
  search?: string;
  @Field(() => Boolean, { nullable: true }) @IsOptional() hasWarning?: boolean;
}

@ArgsType()
export class ClaimChecksArgs extends PageArgs {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => CheckSeverityEnum, { nullable: true }) @IsOptional() severity?: string;
  @Field(() => String, { nullable: true, description: 'F R L D S N P X C T' })
  @IsOptional()
  @Matches(/^[FRLDSNPXCT]$/)
  family?: string;
}

@InputType()
export class PrepareClaimInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => String, {
    description: '2025-04; 2025-Q2, 2025-H1 or 2025 where the county claims so',
  })
  @Matches(PERIOD_TEXT)
  period: string;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class PrepareYearlyClaimInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => String) @Length(1, 60) program: string;
  @Field(() => String, { description: '2025: the year whose last month closes the claim year' })
  @Matches(/^\d{4}$/)
  year: string;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class ClaimInput {
  @Field(() => ID) @IsString() claimId: string;
}

@InputType()
export class SubmitClaimInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => Int, { description: 'The version that was read' }) @IsInt() version: number;
  @Field(() => String, { nullable: true, description: 'Asked where the window is over' })
  @IsOptional()
  @MaxLength(MAX_REASON)
  lateReason?: string | null;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class ClaimReasonInput {
  @Field(() => ID) @IsString() claimId: string;
  @Field(() => String) @Length(1, MAX_REASON) reason: string;
}

@InputType()
export class ObjectToLineInput {
  @Field(() => ID) @IsString() lineId: string;
  @Field(() => String) @Length(1, MAX_REASON) reason: string;
}

@InputType()
export class SetSinglePersonInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => Boolean, { description: 'Who prepares may also submit' }) submit: boolean;
  @Field(() => Boolean, { description: 'Who reviews may also decide' }) decide: boolean;
  @Field(() => String) @Length(1, MAX_REASON) reason: string;
}
