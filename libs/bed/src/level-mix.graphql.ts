import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { YearMonth } from '@yibu/kernel';
import { YearMonthScalar } from '@yibu/platform';

@ObjectType()
export class LevelShare {
  @Field(() => Int, {
    nullable: true,
    description: 'GB/T 42195-2022 level, 0 to 4; null for people without a level on that day',
  })
  level: number | null;

  @Field(() => [Int], {
    description: 'People on the last day of each month, in the order of months',
  })
  people: number[];
}

@ObjectType({ description: 'Who lives in a house, by ability level, over the last twelve months.' })
export class LevelMix {
  @Field(() => [YearMonthScalar]) months: YearMonth[];
  @Field(() => [LevelShare]) shares: LevelShare[];
}
