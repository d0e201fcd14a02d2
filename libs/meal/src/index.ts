export { MEAL_ENTITIES, MEALS, MealCheckinEntity, type MealKind } from './meal.entities.js';
export { MealModule } from './meal.module.js';
export { mealFacts, type MealFact } from './meal.queries.js';
export { MealService } from './meal.service.js';
