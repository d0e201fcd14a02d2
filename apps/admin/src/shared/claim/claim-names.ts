import { useCallback } from 'react';

import { useText } from '../../i18n/use-text.js';
import { useProgramBook } from '../program-names.js';

/** Names of what packs call by an id: a program in the words of the county's rules, else as it is. */
export function useClaimNames() {
  const { locale, lookUp } = useText();
  const { programs, isReady } = useProgramBook();
  const programName = useCallback(
    (program: string) => {
      const known = programs.get(program);
      if (known === undefined) {
        return isReady ? program : '…';
      }
      return locale === 'en' ? known.en : known.zh;
    },
    [programs, isReady, locale],
  );
  const unitName = useCallback(
    (unit: string | null | undefined, quantity: string | null | undefined) =>
      unit ? (lookUp(`claim:unit.${unit}`, { count: Number(quantity ?? 0) }) ?? unit) : '',
    [lookUp],
  );
  return { programName, unitName };
}
