import type { Answers, Background, BackgroundField } from '../scale.types.js';
import { BACKGROUND_FIELDS } from './background.form.js';
import { hasTick } from './completeness.rules.js';

/** Two entries that cannot both be true. `fields` are the places to mend, the form shows it at each. */
export interface Contradiction {
  readonly code:
    | 'COMA_BUT_CONSCIOUS'
    | 'CONSCIOUSNESS_COMA_BUT_NOT_TICKED'
    | 'FEEDING_TUBE_BUT_EATS'
    | 'CATHETER_BUT_CONTROLS'
    | 'NONE_WITH_OTHERS';
  readonly fields: readonly string[];
}

export const COMA_OPTION = '0b';

export function contradictions(answers: Answers, background: Background): Contradiction[] {
  return [
    ...comaContradictions(answers, background),
    ...tubeContradictions(answers, background),
    ...BACKGROUND_FIELDS.filter((field) => hasNoneWithOthers(field, background)).map((field) => ({
      code: 'NONE_WITH_OTHERS' as const,
      fields: [field.id],
    })),
  ];
}

/** A coma is written in two places (B.3.9 and A.5.11) and decides the level: both must say so. */
function comaContradictions(answers: Answers, background: Background): Contradiction[] {
  const consciousness = answers['B.3.9'];
  const ticked = background['A.5.11'];
  if (consciousness === undefined || ticked === undefined) {
    return [];
  }
  const fields = ['B.3.9', 'A.5.11'];
  if (ticked === 'YES' && consciousness !== COMA_OPTION) {
    return [{ code: 'COMA_BUT_CONSCIOUS', fields }];
  }
  return ticked === 'NO' && consciousness === COMA_OPTION
    ? [{ code: 'CONSCIOUSNESS_COMA_BUT_NOT_TICKED', fields }]
    : [];
}

/** The worst answers of eating and bladder control name the tube, so no better answer fits one. */
function tubeContradictions(answers: Answers, background: Background): Contradiction[] {
  const found: Contradiction[] = [];
  if (hasTick(background, 'A.5.4', 'GASTRIC_TUBE') && isBetterThanWorst(answers['B.1.1'])) {
    found.push({ code: 'FEEDING_TUBE_BUT_EATS', fields: ['B.1.1', 'A.5.4'] });
  }
  if (hasTick(background, 'A.5.4', 'URINARY_CATHETER') && isBetterThanWorst(answers['B.1.6'])) {
    found.push({ code: 'CATHETER_BUT_CONTROLS', fields: ['B.1.6', 'A.5.4'] });
  }
  return found;
}

const isBetterThanWorst = (option: string | undefined): boolean =>
  option !== undefined && option !== '0';

function hasNoneWithOthers(field: BackgroundField, background: Background): boolean {
  const ticks = background[field.id];
  if (!Array.isArray(ticks) || ticks.length < 2) {
    return false;
  }
  return (field.options ?? []).some(
    (option) => option.isExclusive === true && hasTick(background, field.id, option.id),
  );
}
