import { Module } from '@nestjs/common';
import { HistoryRegistry } from '@yibu/platform';

import { MealResolver } from './meal.resolver.js';
import { MealService } from './meal.service.js';

@Module({ providers: [MealService, MealResolver], exports: [MealService] })
export class MealModule {
  constructor(history: HistoryRegistry) {
    history.register('meal', 'meal.read');
  }
}
