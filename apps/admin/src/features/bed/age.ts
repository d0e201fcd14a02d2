import { ageOn, isLocalDate } from '@yibu/kernel';

import { today } from '../../shared/today.js';

export const ageText = (bornOn: string): number | null =>
  isLocalDate(bornOn) ? ageOn(bornOn, today()) : null;
