import { assert } from '@yibu/kernel';

import {
  words,
  type Answers,
  type Background,
  type DimensionId,
  type Words,
} from '../scale.types.js';
import { EVENT_FIELDS } from './background-person.fields.js';
import { hasTick } from './completeness.rules.js';
import { COMA_OPTION } from './contradiction.rules.js';
import { DIMENSIONS } from './form.js';

export type AbilityLevel = 0 | 1 | 2 | 3 | 4;

/** Higher is worse. `from` is the lowest total that still belongs to the level. */
export const ABILITY_LEVELS: readonly {
  readonly level: AbilityLevel;
  readonly from: number;
  readonly name: Words;
}[] = [
  { level: 0, from: 90, name: words('能力完好', 'Able') },
  { level: 1, from: 66, name: words('轻度失能', 'Mildly disabled') },
  { level: 2, from: 46, name: words('中度失能', 'Moderately disabled') },
  { level: 3, from: 30, name: words('重度失能', 'Severely disabled') },
  { level: 4, from: 0, name: words('完全失能', 'Wholly disabled') },
];

export type Subscores = Readonly<Record<DimensionId, number>>;

/** Only the grand total is graded; a dimension has no threshold of its own. */
export function levelOfTotal(total: number): AbilityLevel {
  assert(Number.isInteger(total) && total >= 0 && total <= 90, 'a total lies within 0 and 90');
  const grade = ABILITY_LEVELS.find((candidate) => total >= candidate.from);
  assert(grade !== undefined, 'the last level begins at 0');
  return grade.level;
}

/** Points of what is answered so far; a missing answer adds nothing, so a draft shows a running figure. */
export function subscores(answers: Answers): Subscores {
  const scores: Record<DimensionId, number> = { B1: 0, B2: 0, B3: 0, B4: 0 };
  for (const item of DIMENSIONS.flatMap((dimension) => dimension.items)) {
    const ticked = item.options.find((option) => option.id === answers[item.id]);
    scores[item.dimension] += ticked === undefined ? 0 : ticked.points;
  }
  return scores;
}

export const totalOf = (scores: Subscores): number => scores.B1 + scores.B2 + scores.B3 + scores.B4;

export type ChangeRuleCode = 'COMA' | 'MENTAL_DIAGNOSIS' | 'RISK_EVENTS';

/** A reason of C.4 that changes the preliminary level, and the entries it rests on. */
export interface ChangeRule {
  readonly code: ChangeRuleCode;
  readonly evidence: readonly string[];
}

/** Whether two reasons of "one level worse" add up; the standard does not say, so the county does. */
export type Stacking = 'ONE_STEP' | 'CUMULATIVE';

/** From this many care incidents in 30 days, over all kinds, the level is one worse. */
export const RISK_EVENTS_FROM = 2;

export function changeRules(answers: Answers, background: Background): ChangeRule[] {
  return [...comaRule(answers, background), ...mentalRule(background), ...eventRule(background)];
}

function comaRule(answers: Answers, background: Background): ChangeRule[] {
  return background['A.5.11'] === 'YES' && answers['B.3.9'] === COMA_OPTION
    ? [{ code: 'COMA', evidence: ['A.5.11', 'B.3.9'] }]
    : [];
}

/** Dementia counts by its diagnosis; any other mental disorder only by a psychiatrist's. */
function mentalRule(background: Background): ChangeRule[] {
  const hasDementia = hasTick(background, 'A.4.1', 'DEMENTIA');
  const hasOther = hasTick(background, 'A.4.1', 'OTHER_MENTAL') && background['A.4.1.F'] === 'YES';
  if (!hasDementia && !hasOther) {
    return [];
  }
  return [{ code: 'MENTAL_DIAGNOSIS', evidence: hasOther ? ['A.4.1', 'A.4.1.F'] : ['A.4.1'] }];
}

function eventRule(background: Background): ChangeRule[] {
  return riskEvents(background) >= RISK_EVENTS_FROM
    ? [{ code: 'RISK_EVENTS', evidence: EVENT_FIELDS.filter((id) => timesOf(background, id) > 0) }]
    : [];
}

/** Care incidents of the last 30 days, summed over their kinds. */
export const riskEvents = (background: Background): number =>
  EVENT_FIELDS.reduce((sum, id) => sum + timesOf(background, id), 0);

function timesOf(background: Background, field: string): number {
  const times = background[field];
  return times === undefined ? 0 : Number(times);
}

/** "提高一个等级" is read as one level more severe; level 4 is the last. A coma goes there at once. */
export function applyChangeRules(
  preliminary: AbilityLevel,
  rules: readonly ChangeRule[],
  stacking: Stacking,
): AbilityLevel {
  if (rules.some((rule) => rule.code === 'COMA')) {
    return 4;
  }
  const steps = stacking === 'CUMULATIVE' ? rules.length : Math.min(rules.length, 1);
  return Math.min(preliminary + steps, 4) as AbilityLevel;
}
