import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { LocalDate, YearMonth } from '@yibu/kernel';
import { Allow, CurrentScope, LocalDateScalar, YearMonthScalar, type Scope } from '@yibu/platform';

import type { MealKind } from './meal.entities.js';
import { CheckInMealsInput, MealDayCount, MealEnum, MealSheet } from './meal.graphql.js';
import { MealService } from './meal.service.js';

@Resolver(() => MealSheet)
export class MealResolver {
  constructor(private readonly service: MealService) {}

  @Query(() => MealSheet)
  @Allow('meal.read')
  async mealSheet(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
    @Args('onDate', { type: () => LocalDateScalar }) onDate: LocalDate,
    @Args('meal', { type: () => MealEnum }) meal: MealKind,
  ): Promise<MealSheet> {
    return await this.service.sheet(scope, { centerId, onDate, meal });
  }

  @Query(() => [MealDayCount])
  @Allow('meal.read')
  async mealMonth(
    @CurrentScope() scope: Scope,
    @Args('centerId', { type: () => ID }) centerId: string,
    @Args('month', { type: () => YearMonthScalar }) month: YearMonth,
  ): Promise<MealDayCount[]> {
    return await this.service.month(scope, centerId, month);
  }

  @Mutation(() => MealSheet)
  @Allow('meal.write')
  async checkInMeals(
    @CurrentScope() scope: Scope,
    @Args('input') input: CheckInMealsInput,
  ): Promise<MealSheet> {
    return await this.service.checkIn(scope, input);
  }
}
