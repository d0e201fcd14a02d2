import type { FieldProblem } from '@yibu/kernel';

import type { Answers, Background } from '../scale.types.js';
import { missingFields, missingItems } from './completeness.rules.js';
import { contradictions, type Contradiction } from './contradiction.rules.js';
import { problemsOfAnswers, problemsOfBackground } from './entered.rules.js';
import { GBT42195_EDITION } from './form.js';
import {
  applyChangeRules,
  changeRules,
  levelOfTotal,
  subscores,
  totalOf,
  type AbilityLevel,
  type ChangeRule,
  type Stacking,
  type Subscores,
} from './level.rules.js';

export interface AbilityForm {
  readonly answers: Answers;
  readonly background: Background;
}

/** What a signed report holds for good: how the level came about, and under which edition and reading. */
export interface AbilityResult {
  readonly edition: string;
  readonly subscores: Subscores;
  readonly total: number;
  readonly preliminaryLevel: AbilityLevel;
  readonly rules: readonly ChangeRule[];
  readonly stacking: Stacking;
  readonly finalLevel: AbilityLevel;
}

export interface AbilityRefusal {
  readonly malformed: readonly FieldProblem[];
  readonly missing: readonly string[];
  readonly contradictions: readonly Contradiction[];
}

export type AbilityOutcome =
  | { readonly kind: 'ASSESSED'; readonly result: AbilityResult }
  | { readonly kind: 'REFUSED'; readonly refusal: AbilityRefusal };

/**
 * The whole standard in one call: refuses with every reason at once, or scores. Nothing a client computed is
 * taken; the same form gives the same result.
 */
export function assessAbility(form: AbilityForm, stacking: Stacking): AbilityOutcome {
  const refusal = refusalOf(form);
  if (refusal !== null) {
    return { kind: 'REFUSED', refusal };
  }
  const scores = subscores(form.answers);
  const total = totalOf(scores);
  const preliminaryLevel = levelOfTotal(total);
  const rules = changeRules(form.answers, form.background);
  return {
    kind: 'ASSESSED',
    result: {
      edition: GBT42195_EDITION,
      subscores: scores,
      total,
      preliminaryLevel,
      rules,
      stacking,
      finalLevel: applyChangeRules(preliminaryLevel, rules, stacking),
    },
  };
}

function refusalOf({ answers, background }: AbilityForm): AbilityRefusal | null {
  const malformed = [...problemsOfAnswers(answers), ...problemsOfBackground(background)];
  if (malformed.length > 0) {
    return { malformed, missing: [], contradictions: [] };
  }
  const missing = [...missingItems(answers), ...missingFields(background)];
  const found = contradictions(answers, background);
  return missing.length === 0 && found.length === 0
    ? null
    : { malformed: [], missing, contradictions: found };
}
