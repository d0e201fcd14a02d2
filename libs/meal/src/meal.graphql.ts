import { Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { LocalDate } from '@yibu/kernel';
import { LocalDateScalar } from '@yibu/platform';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsString,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { Type } from 'class-transformer';

import { MEALS, type MealKind } from './meal.entities.js';

export const MealEnum = Object.fromEntries(MEALS.map((meal) => [meal, meal]));
registerEnumType(MealEnum, { name: 'Meal' });

@ObjectType({ description: 'One person on the sheet of a meal.' })
export class MealSheetRow {
  @Field(() => ID) residentId: string;
  @Field(() => String) name: string;
  @Field(() => String, { nullable: true }) bedLabel: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'HOME_LEAVE or HOSPITAL: not expected at table',
  })
  absence: string | null;
  @Field(() => Int, { description: '0: not checked in' }) count: number;
}

@ObjectType({
  description: 'Everyone who lives in the center on the day, and who was checked in for the meal.',
})
export class MealSheet {
  @Field(() => LocalDateScalar) onDate: LocalDate;
  @Field(() => MealEnum) meal: MealKind;
  @Field(() => [MealSheetRow]) rows: MealSheetRow[];
  @Field(() => Int) checkedIn: number;
  @Field(() => Int, { description: 'Present that day' }) expected: number;
}

@ObjectType()
export class MealDayCount {
  @Field(() => LocalDateScalar) onDate: LocalDate;
  @Field(() => Int) breakfast: number;
  @Field(() => Int) lunch: number;
  @Field(() => Int) dinner: number;
}

@InputType()
export class MealEntryInput {
  @Field(() => ID) @IsString() residentId: string;
  @Field(() => Int, { description: '0 takes a check-in back' })
  @IsInt()
  @Min(0)
  @Max(9)
  count: number;
}

@InputType()
export class CheckInMealsInput {
  @Field(() => ID) @IsString() centerId: string;
  @Field(() => LocalDateScalar) onDate: LocalDate;
  @Field(() => MealEnum) @IsIn(MEALS) meal: MealKind;
  @Field(() => [MealEntryInput], { description: 'Only the people that change; up to 500' })
  @IsArray()
  @ArrayMaxSize(500)
  @ValidateNested({ each: true })
  @Type(() => MealEntryInput)
  entries: MealEntryInput[];
}
