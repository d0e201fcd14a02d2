import { useCallback } from 'react';

import { useText } from '../../i18n/use-text.js';

/** Names of what packs call by an id; one that the catalogue does not know is shown as it is. */
export function useClaimNames() {
  const { lookUp } = useText();
  const programName = useCallback(
    (program: string) => lookUp(`claim:program.${program}`, {}) ?? program,
    [lookUp],
  );
  const unitName = useCallback(
    (unit: string | null | undefined, quantity: string | null | undefined) =>
      unit ? (lookUp(`claim:unit.${unit}`, { count: Number(quantity ?? 0) }) ?? unit) : '',
    [lookUp],
  );
  return { programName, unitName };
}
