import type { Answers, Background, DimensionId } from '../scale.types.js';
import type { AbilityForm } from './assess.js';
import { DIMENSIONS, maxPoints } from './form.js';

/** A completed background form of someone to whom nothing has happened. */
export const QUIET_BACKGROUND: Background = {
  'A.1.3': 'FIRST',
  'A.2.14.1': '0',
  'A.2.14.2': '0',
  'A.2.14.3': '0',
  'A.2.14.4': '0',
  'A.2.14.5': '0',
  'A.3.1': '王芳',
  'A.3.2': 'CHILD',
  'A.4.1': ['NONE'],
  'A.5.11': 'NO',
};

/** Answers that add up to the given points per dimension: items are filled in order, best answers first. */
export function answersWorth(points: Readonly<Record<DimensionId, number>>): Answers {
  const answers: Record<string, string> = {};
  for (const dimension of DIMENSIONS) {
    let left = points[dimension.id];
    for (const item of dimension.items) {
      const given = Math.min(left, maxPoints(item));
      left -= given;
      answers[item.id] = item.options.find((option) => option.points === given)?.id ?? '';
    }
  }
  return answers;
}

export const formWorth = (
  [B1, B2, B3, B4]: readonly [number, number, number, number],
  background: Background = {},
): AbilityForm => ({
  answers: answersWorth({ B1, B2, B3, B4 }),
  background: { ...QUIET_BACKGROUND, ...background },
});
