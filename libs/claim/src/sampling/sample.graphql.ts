import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { DrawMethod } from '@yibu/filing';
import type { Fen, YearMonth } from '@yibu/kernel';
import { FenScalar, InstantScalar, PageArgs, YearMonthScalar } from '@yibu/platform';
import {
  ArrayMaxSize,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

import type { InspectionResult, SamplePurpose } from './sample.entities.js';

const MAX_KEY = 255;
const MAX_SIZE = 1000;

export const DrawMethodEnum = {
  RANDOM: 'RANDOM',
  MUS: 'MUS',
  TOP: 'TOP',
  VARIANCE: 'VARIANCE',
} as const;
registerEnumType(DrawMethodEnum, {
  name: 'DrawMethod',
  description:
    'RANDOM by seed; MUS by money and seed; TOP largest amounts; VARIANCE largest changes',
});
export const InspectionResultEnum = {
  PRESENT: 'PRESENT',
  ABSENT: 'ABSENT',
  OTHER: 'OTHER',
} as const;
registerEnumType(InspectionResultEnum, { name: 'InspectionResult' });

export const SamplePurposeEnum = { VISIT: 'VISIT', CALL: 'CALL' } as const;
registerEnumType(SamplePurposeEnum, { name: 'SamplePurpose' });

@ObjectType()
export class ClaimSampleSummary {
  @Field(() => ID) id: string;
  @Field(() => YearMonthScalar) period: YearMonth;
  @Field(() => DrawMethodEnum) method: DrawMethod;
  @Field(() => Int) size: number;
  @Field(() => String) seed: string;
  @Field(() => Int) populationCount: number;
  @Field(() => FenScalar) populationFen: Fen;
  @Field(() => String) populationSha256: string;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => SamplePurposeEnum) purpose: SamplePurpose;
  @Field(() => String, { nullable: true, description: 'Drawn from the people of this program' })
  program: string | null;
  @Field(() => String, { nullable: true }) drawnByName: string | null;
  @Field(() => InstantScalar) drawnAt: Date;
  @Field(() => Int, { description: 'People that somebody looked for' }) seenCount: number;
  @Field(() => Int) absentCount: number;
}

@ObjectType()
export class ClaimSampleItem {
  @Field(() => ID) id: string;
  @Field(() => Int) seq: number;
  @Field(() => ID) claimId: string;
  @Field(() => String) claimNumber: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => FenScalar) amountFen: Fen;
  @Field(() => FenScalar, { description: 'Against the month before' }) deltaFen: Fen;
  @Field(() => InspectionResultEnum, { nullable: true }) result: InspectionResult | null;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) seenByName: string | null;
  @Field(() => InstantScalar, { nullable: true }) seenAt: Date | null;
}

@ObjectType()
export class ClaimSample extends ClaimSampleSummary {
  @Field(() => [ClaimSampleItem]) items: ClaimSampleItem[];
  @Field(() => String, { description: 'Path of the file that an auditor draws again from' })
  path: string;
}

@ObjectType()
export class ClaimSamplePage {
  @Field(() => [ClaimSampleSummary]) items: ClaimSampleSummary[];
  @Field(() => Int) total: number;
}

@ObjectType({ description: 'The draw done once more from the stored population and seed.' })
export class SampleRedraw {
  @Field(() => Boolean) isSame: boolean;
  @Field(() => String) populationSha256: string;
  @Field(() => Boolean) isPopulationSame: boolean;
  @Field(() => [Int], { description: 'Places of the drawn people in the sample' }) drawn: number[];
}

@ObjectType({ description: 'What an inspection found about a person of a claim.' })
export class LineInspection {
  @Field(() => InspectionResultEnum) result: InspectionResult;
  @Field(() => String, { nullable: true }) note: string | null;
  @Field(() => String, { nullable: true }) seenByName: string | null;
  @Field(() => InstantScalar) seenAt: Date;
}

@ArgsType()
export class ClaimSamplesArgs extends PageArgs {}

@InputType()
export class DrawClaimSampleInput {
  @Field(() => YearMonthScalar) period: YearMonth;
  @Field(() => DrawMethodEnum) method: DrawMethod;
  @Field(() => Int) @IsInt() @Min(1) @Max(MAX_SIZE) size: number;
  @Field(() => String, { nullable: true, description: 'Drawn by the machine where left out' })
  @IsOptional()
  @Length(1, 64)
  seed?: string | null;
  @Field(() => [ID], { defaultValue: [], description: 'Only these centers; none: all' })
  @ArrayMaxSize(MAX_SIZE)
  @IsString({ each: true })
  centerIds: string[];
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(500) note?: string | null;
  @Field(() => String) @Length(1, MAX_KEY) idempotencyKey: string;
}

@InputType()
export class RecordInspectionInput {
  @Field(() => ID) @IsString() itemId: string;
  @Field(() => InspectionResultEnum) result: InspectionResult;
  @Field(() => String, { nullable: true, description: 'Needed unless the person was met' })
  @IsOptional()
  @MaxLength(500)
  note?: string | null;
}
