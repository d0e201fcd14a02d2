import { ArgsType, Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Fen, YearMonth } from '@yibu/kernel';
import { FenScalar, PageArgs, YearMonthScalar } from '@yibu/platform';
import { IsIn, IsInt, IsOptional, IsString, MaxLength } from 'class-validator';

import type { LineKind } from '../claims/claim.entities.js';
import { ClaimLineKindEnum } from '../claims/claim.graphql.js';

@ObjectType({
  description:
    'One calendar month: claims by the last month of their period, money by the day it moved.',
})
export class StatisticsMonth {
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => FenScalar) claimedFen: Fen;
  @Field(() => FenScalar) decidedFen: Fen;
  @Field(() => FenScalar, { description: 'Money that went out' }) paidFen: Fen;
  @Field(() => FenScalar, { description: 'Money that came back' }) recoveredFen: Fen;
  @Field(() => FenScalar, { description: 'Debts netted against claims; no money moves' })
  nettedFen: Fen;
}

@ObjectType({ description: 'Why lines were not granted as claimed.' })
export class StatisticsReason {
  @Field(() => String) code: string;
  @Field(() => Int) returned: number;
  @Field(() => Int) held: number;
  @Field(() => Int) cut: number;
  @Field(() => FenScalar, { description: 'Returned and held amounts, and what was cut' })
  amountFen: Fen;
}

@ObjectType()
export class StatisticsCenter {
  @Field(() => ID) centerId: string;
  @Field(() => String) centerName: string;
  @Field(() => Int) claimCount: number;
  @Field(() => FenScalar) claimedFen: Fen;
  @Field(() => FenScalar) decidedFen: Fen;
  @Field(() => FenScalar, { description: 'Of these claims, less what came back' }) paidFen: Fen;
  @Field(() => Float, { nullable: true }) firstPassRate: number | null;
}

@ObjectType()
export class CountyStatistics {
  @Field(() => Int) year: number;
  @Field(() => [StatisticsMonth]) months: StatisticsMonth[];
  @Field(() => [StatisticsReason]) reasons: StatisticsReason[];
  @Field(() => [StatisticsCenter]) centers: StatisticsCenter[];
  @Field(() => Int, { description: 'Lines judged for the first time' }) lineCount: number;
  @Field(() => Float, {
    nullable: true,
    description: 'Share of lines granted as claimed when first judged; null: none judged',
  })
  firstPassRate: number | null;
  @Field(() => Int) decisionCount: number;
  @Field(() => Int) returnedCount: number;
  @Field(() => Float, { nullable: true, description: 'From submission to decision' })
  daysMedian: number | null;
  @Field(() => Float, { nullable: true }) daysLongest: number | null;
}

const UNGRANTED = ['RETURNED', 'HELD', 'CUT'] as const;
const MAX_CODE = 40;

@ArgsType()
export class UngrantedLinesArgs extends PageArgs {
  @Field(() => Int, { description: 'Calendar year of the period' }) @IsInt() year: number;
  @Field(() => String, { nullable: true }) @IsOptional() @MaxLength(MAX_CODE) code?: string;
  @Field(() => String, { nullable: true, description: 'RETURNED, HELD or CUT' })
  @IsOptional()
  @IsIn(UNGRANTED)
  verdict?: string;
  @Field(() => ID, { nullable: true }) @IsOptional() @IsString() centerId?: string;
}

@ObjectType({ description: 'A line that a decision did not grant as claimed.' })
export class UngrantedLine {
  @Field(() => ID) lineId: string;
  @Field(() => ID) claimId: string;
  @Field(() => String) claimNumber: string;
  @Field(() => String) centerName: string;
  @Field(() => String) program: string;
  @Field(() => ClaimLineKindEnum) kind: LineKind;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => String, { description: 'RETURNED, HELD or CUT' }) verdict: string;
  @Field(() => String, { nullable: true }) code: string | null;
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => FenScalar, { description: 'Returned or held, or what was cut' }) amountFen: Fen;
}

@ObjectType()
export class UngrantedLinePage {
  @Field(() => [UngrantedLine]) items: UngrantedLine[];
  @Field(() => Int) total: number;
  @Field(() => FenScalar) sumFen: Fen;
}
