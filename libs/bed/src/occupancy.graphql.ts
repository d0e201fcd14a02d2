import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { YearMonth } from '@yibu/kernel';
import { YearMonthScalar } from '@yibu/platform';

@ObjectType()
export class OccupancyMonth {
  @Field(() => YearMonthScalar) month: YearMonth;
  @Field(() => Int, { description: 'Days of stays' }) occupiedDays: number;
  @Field(() => Int, { description: 'Days of beds that were open' }) bedDays: number;
  @Field(() => Int) admissions: number;
  @Field(() => Int) exits: number;
}

@ObjectType({ description: 'How full a house is: today, and over the last twelve months.' })
export class Occupancy {
  @Field(() => Int) beds: number;
  @Field(() => Int) occupied: number;
  @Field(() => Int) away: number;
  @Field(() => Int) reserved: number;
  @Field(() => Int) free: number;
  @Field(() => Int) repair: number;
  @Field(() => Int, { description: 'Away past the planned day of return' }) overdueReturns: number;
  @Field(() => Int, { description: 'Reservations whose day has passed' })
  overdueReservations: number;
  @Field(() => [OccupancyMonth]) months: OccupancyMonth[];
}
