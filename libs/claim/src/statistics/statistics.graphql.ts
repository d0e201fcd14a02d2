import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Fen, YearMonth } from '@yibu/kernel';
import { FenScalar, YearMonthScalar } from '@yibu/platform';

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
