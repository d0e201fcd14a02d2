import { useCallback } from 'react';

import { useText } from '../../i18n/use-text.js';

/** Why a bureau takes a line or a claim back, holds or cuts it. The code is stored; the words are the reader's. */
export const RETURN_REASONS = [
  'PAPERS_MISSING',
  'PAPERS_UNCLEAR',
  'IDENTITY',
  'HOUSEHOLD',
  'LEVEL',
  'DAYS',
  'STAY_GATE',
  'DUPLICATE',
  'AMOUNT',
  'OTHER',
] as const;

/** A code that the list does not know (entered on paper, or of an earlier list) is shown as it is. */
export function useReasons() {
  const { t, lookUp } = useText();
  const reasonName = useCallback(
    (code: string | null | undefined) =>
      code ? (lookUp(`review:reason.${code}`, {}) ?? code) : '',
    [lookUp],
  );
  const options = RETURN_REASONS.map((value) => ({ value, label: t(`review:reason.${value}`) }));
  return { reasonName, options };
}
