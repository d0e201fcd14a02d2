import { useCallback } from 'react';

import { useText } from '../../i18n/use-text.js';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A text of the standard in the reader's language. */
export function useWords(): (words: Words) => string {
  const { locale } = useText();
  return useCallback((words: Words) => (locale === 'en' ? words.en : words.zh), [locale]);
}
