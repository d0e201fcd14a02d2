import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { Fen, YearMonth } from '@yibu/kernel';
import { FenScalar, InstantScalar, JOB_STATUSES, PageArgs, YearMonthScalar } from '@yibu/platform';
import type { JobStatus } from '@yibu/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';

import { PackText } from './pack.graphql.js';
import { RUN_KINDS, type RunKind } from './run.rules.js';

const RunKindEnum = Object.fromEntries(RUN_KINDS.map((kind) => [kind, kind]));
registerEnumType(RunKindEnum, { name: 'PolicyRunKind' });
const RunStatusEnum = Object.fromEntries(JOB_STATUSES.map((status) => [status, status]));
registerEnumType(RunStatusEnum, { name: 'PolicyRunStatus' });

const COUNTY = /^\d{6}$/;
const MOST_SWITCHES = 60;

@InputType()
export class RunDecisionInput {
  @Field(() => String) @Length(1, 40) decision: string;
  @Field(() => String) @Length(1, 60) option: string;
}

@InputType()
export class RunRateInput {
  @Field(() => String) @Length(1, 60) rate: string;
  @Field(() => FenScalar) @Min(0) fen: Fen;
}

@InputType()
export class StartPolicyRunInput {
  @Field(() => String) @Matches(COUNTY) countyCode: string;
  @Field(() => RunKindEnum, {
    description: 'EFFECT: the months that are over; WHAT_IF: a calendar year',
  })
  @IsIn(RUN_KINDS)
  kind: RunKind;
  @Field(() => String) @Length(1, 120) title: string;
  @Field(() => ID, { description: 'The version that is tried' }) @IsString() packId: string;
  @Field(() => Int, { nullable: true, description: 'Calendar year of a WHAT_IF' })
  @IsOptional()
  @IsInt()
  @Min(2000)
  @Max(2200)
  year?: number;
  @Field(() => [RunDecisionInput])
  @ArrayMaxSize(MOST_SWITCHES)
  @ValidateNested({ each: true })
  @Type(() => RunDecisionInput)
  decisions: RunDecisionInput[];
  @Field(() => [RunRateInput])
  @ArrayMaxSize(MOST_SWITCHES)
  @ValidateNested({ each: true })
  @Type(() => RunRateInput)
  rates: RunRateInput[];
}

@ArgsType()
export class PolicyRunsArgs extends PageArgs {
  @Field(() => String) @Matches(COUNTY) countyCode: string;
  @Field(() => RunKindEnum, { nullable: true })
  @IsOptional()
  @IsIn(RUN_KINDS)
  kind?: RunKind;
}

export const DIRECTIONS = ['GAIN', 'LOSS'] as const;
export type Direction = (typeof DIRECTIONS)[number];
const DirectionEnum = Object.fromEntries(DIRECTIONS.map((direction) => [direction, direction]));
registerEnumType(DirectionEnum, { name: 'PolicyRunDirection' });

@ArgsType()
export class PolicyRunChangesArgs extends PageArgs {
  @Field(() => ID) @IsString() runId: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() centerId?: string;
  @Field(() => DirectionEnum, { nullable: true })
  @IsOptional()
  @IsIn(DIRECTIONS)
  direction?: Direction;
}

@ObjectType()
export class RunAmount {
  @Field(() => String, { description: 'Id of the center or program, or the month' }) key: string;
  @Field(() => PackText) name: PackText;
  @Field(() => FenScalar) oldFen: Fen;
  @Field(() => FenScalar) newFen: Fen;
}

@ObjectType()
export class RunRefusalView {
  @Field(() => String) centerName: string;
  @Field(() => Boolean, { description: 'Under the rules that are tried' }) isNew: boolean;
  @Field(() => String) program: string;
  @Field(() => PackText) text: PackText;
}

@ObjectType()
export class RunSwitch {
  @Field(() => String, { description: 'Id of the question or figure' }) id: string;
  @Field(() => PackText) name: PackText;
  @Field(() => PackText) value: PackText;
}

@ObjectType({ description: 'A trial over the county’s own records. It touches no ledger.' })
export class PolicyRun {
  @Field(() => ID) id: string;
  @Field(() => RunKindEnum) kind: RunKind;
  @Field(() => String) title: string;
  @Field(() => String, { description: 'Last month of the months looked at, or the whole year' })
  period: string;
  @Field(() => ID) packId: string;
  @Field(() => String) packCode: string;
  @Field(() => Int) packVersion: number;
  @Field(() => PackText) packTitle: PackText;
  @Field(() => RunStatusEnum) status: JobStatus;
  @Field(() => Int) progressDone: number;
  @Field(() => Int) progressTotal: number;
  @Field(() => String, { nullable: true }) errorCode: string | null;
  @Field(() => String) runByName: string;
  @Field(() => InstantScalar) createdAt: Date;
  @Field(() => InstantScalar, { nullable: true }) finishedAt: Date | null;
  @Field(() => FenScalar, { nullable: true }) oldFen: Fen | null;
  @Field(() => FenScalar, { nullable: true }) newFen: Fen | null;
}

@ObjectType()
export class PolicyRunDetail {
  @Field(() => PolicyRun) head: PolicyRun;
  @Field(() => [RunSwitch]) switches: RunSwitch[];
  @Field(() => Int) gainedLines: number;
  @Field(() => Int) lostLines: number;
  @Field(() => Int) changedLines: number;
  @Field(() => Int) gainers: number;
  @Field(() => Int) losers: number;
  @Field(() => [RunAmount]) months: RunAmount[];
  @Field(() => [RunAmount]) centers: RunAmount[];
  @Field(() => [RunAmount]) programs: RunAmount[];
  @Field(() => [RunRefusalView]) refusals: RunRefusalView[];
  @Field(() => [String], { description: 'Centers whose records cannot be computed' })
  unread: string[];
}

@ObjectType()
export class PolicyRunPage {
  @Field(() => [PolicyRun]) items: PolicyRun[];
  @Field(() => Int) total: number;
}

@ObjectType({ description: 'A line that would be another one.' })
export class PolicyRunChange {
  @Field(() => ID) id: string;
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => String) program: string;
  @Field(() => String) subjectKind: string;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => FenScalar) oldFen: Fen;
  @Field(() => FenScalar) newFen: Fen;
}

@ObjectType()
export class PolicyRunChangePage {
  @Field(() => [PolicyRunChange]) items: PolicyRunChange[];
  @Field(() => Int) total: number;
}
