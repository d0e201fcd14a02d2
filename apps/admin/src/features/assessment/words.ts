import { addDays, localDate } from '@yibu/kernel';
import { useCallback } from 'react';

import { useText } from '../../i18n/use-text.js';
import { useWords, type Words } from '../../shared/assessment/words.js';

/** A level by its name, a score by its figure. */
export function useLevelText(): (level: number, name: Words | null | undefined) => string {
  const { t } = useText();
  const words = useWords();
  return useCallback(
    (level: number, name: Words | null | undefined) =>
      name
        ? t('assessment:report.levelText', { level, name: words(name) })
        : t('assessment:levels.scoreText', { score: level }),
    [t, words],
  );
}

/** People read the last day on which something holds; the API says the first on which it no longer does. */
export const lastDayOf = (until: string | null | undefined): string | null =>
  until ? addDays(localDate(until), -1) : null;

export const untilAfter = (lastDay: string | null | undefined): string | null =>
  lastDay ? addDays(localDate(lastDay), 1) : null;
