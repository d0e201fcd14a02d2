export * from './gbt42195/assess.js';
export { BACKGROUND_FIELDS, BACKGROUND_SECTIONS } from './gbt42195/background.form.js';
export { hasTick, isAsked, missingFields, missingItems } from './gbt42195/completeness.rules.js';
export { contradictions, type Contradiction } from './gbt42195/contradiction.rules.js';
export { problemsOfAnswers, problemsOfBackground } from './gbt42195/entered.rules.js';
export { DIMENSIONS, GBT42195_EDITION, ITEMS, maxOfDimension, maxPoints } from './gbt42195/form.js';
export {
  ABILITY_LEVELS,
  subscores,
  totalOf,
  type AbilityLevel,
  type ChangeRule,
  type ChangeRuleCode,
  type Stacking,
  type Subscores,
} from './gbt42195/level.rules.js';
export * from './reassessment.rules.js';
export * from './scale.registry.js';
export * from './scale.types.js';
