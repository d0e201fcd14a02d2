import { useCallback } from 'react';

import { useText } from '../../i18n/use-text.js';
import { useClaimNames } from './claim-names.js';

interface Measured {
  readonly measureTotal?: number | null | undefined;
  readonly measureUnit?: string | null | undefined;
  readonly recognized?: string | null | undefined;
}

/** Words for what is counted in a line, and for the part of it that was recognized. */
export function useMeasure() {
  const { t } = useText();
  const { unitName } = useClaimNames();
  const unitOf = useCallback(
    ({ measureUnit, measureTotal }: Measured) =>
      measureUnit === 'day'
        ? t('bureau:cut.unit.day')
        : unitName(measureUnit, String(measureTotal ?? 0)),
    [t, unitName],
  );
  const recognizedText = useCallback(
    (line: Measured) =>
      line.recognized && line.measureTotal
        ? t('bureau:cut.shown', {
            recognized: line.recognized,
            total: line.measureTotal,
            unit: unitOf(line),
          })
        : '',
    [t, unitOf],
  );
  return { unitOf, recognizedText };
}
