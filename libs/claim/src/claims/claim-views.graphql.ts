import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Fen, YearMonth } from '@yibu/kernel';
import { FenScalar, YearMonthScalar } from '@yibu/platform';

import { ClaimWindow } from '../clock/stage.graphql.js';
import { ClaimSummary } from './claim.graphql.js';

@ObjectType({ description: 'One person’s amount in this claim and in the one before.' })
export class ClaimComparisonRow {
  @Field(() => String) program: string;
  @Field(() => String) subjectKind: string;
  @Field(() => String) subjectId: string;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => FenScalar) previousFen: Fen;
  @Field(() => FenScalar) currentFen: Fen;
  @Field(() => FenScalar) differenceFen: Fen;
}

@ObjectType()
export class ClaimComparison {
  @Field(() => ID, { nullable: true }) previousClaimId: string | null;
  @Field(() => String, { nullable: true }) previousPeriod: string | null;
  @Field(() => FenScalar) previousFen: Fen;
  @Field(() => FenScalar) currentFen: Fen;
  @Field(() => [ClaimComparisonRow], { description: 'Rows that differ first, then by name' })
  rows: ClaimComparisonRow[];
}

@ObjectType()
export class ClaimRiskCount {
  @Field(() => String) code: string;
  @Field(() => Int) count: number;
}

@ObjectType({ description: 'What a reviewer will look at first; no score, only what is there.' })
export class ClaimRisk {
  @Field(() => Int, { description: 'Lines that a check or the engine marked' })
  flaggedCount: number;
  @Field(() => FenScalar) flaggedFen: Fen;
  @Field(() => FenScalar) catchUpFen: Fen;
  @Field(() => FenScalar) reversalFen: Fen;
  @Field(() => [ClaimRiskCount], { description: 'Warnings by code' }) checks: ClaimRiskCount[];
  @Field(() => [ClaimRiskCount], {
    description: 'Return, hold and cut codes of the twelve months before, the most frequent ones',
  })
  refused: ClaimRiskCount[];
  @Field(() => String, { nullable: true }) previousPeriod: string | null;
  @Field(() => FenScalar) previousFen: Fen;
  @Field(() => FenScalar) currentFen: Fen;
  @Field(() => [ClaimComparisonRow], { description: 'The largest changes since the claim before' })
  changes: ClaimComparisonRow[];
}

@ObjectType({
  description: 'What a line would be today, when the facts have changed since it was frozen.',
})
export class ClaimDifference {
  @Field(() => String) program: string;
  @Field(() => String) subjectKind: string;
  @Field(() => String) subjectId: string;
  @Field(() => String, { nullable: true }) subjectName: string | null;
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => FenScalar) frozenFen: Fen;
  @Field(() => FenScalar) currentFen: Fen;
  @Field(() => FenScalar) differenceFen: Fen;
  @Field(() => String, {
    description: 'Why it would be so today; null explanation: the line is gone',
  })
  explanationZh: string;
  @Field(() => String) explanationEn: string;
}

@ObjectType({ description: 'The frozen claim computed again from the facts as they are now.' })
export class ClaimDrift {
  @Field(() => Boolean) hasDrifted: boolean;
  @Field(() => FenScalar) frozenFen: Fen;
  @Field(() => FenScalar) currentFen: Fen;
  @Field(() => [ClaimDifference]) differences: ClaimDifference[];
}

@ObjectType({ description: 'How far a month is: facts, checks, claim.' })
export class ClaimMonth {
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => Boolean, { description: 'Its last day has passed' }) isOver: boolean;
  @Field(() => Int, { description: 'People who lived here on any day' }) residentCount: number;
  @Field(() => Int, { description: 'Residents with days that no valid assessment covers' })
  missingLevelCount: number;
  @Field(() => Int, { description: 'Absences past their planned return and still open' })
  openAbsenceCount: number;
  @Field(() => Int, { description: 'Stays still open after a death' }) openDeathCount: number;
  @Field(() => ClaimSummary, { nullable: true, description: 'Its newest revision' })
  claim: ClaimSummary | null;
  @Field(() => ClaimWindow, { nullable: true, description: 'null: the county set none' })
  window: ClaimWindow | null;
  @Field(() => Boolean) canPrepare: boolean;
}

@ObjectType()
export class ClaimMonthBoard {
  @Field(() => YearMonthScalar) yearFrom: YearMonth;
  @Field(() => [ClaimMonth]) months: ClaimMonth[];
  @Field(() => String, { description: 'UNANSWERED, NOTHING or IMPORTED' }) opening: string;
  @Field(() => Boolean) isYearClosed: boolean;
  @Field(() => String, { nullable: true, description: 'null: the county has no pack in force' })
  packCode: string | null;
  @Field(() => FenScalar) claimedFen: Fen;
  @Field(() => FenScalar) decidedFen: Fen;
  @Field(() => FenScalar) paidFen: Fen;
}
