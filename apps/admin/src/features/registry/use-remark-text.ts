import { useCallback } from 'react';

import type { RegistryRemarksQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';

type Remark = RegistryRemarksQuery['registryRemarks']['items'][number];

/** What is wrong with the cell; the column stands beside it. */
export function useRemarkText(): (remark: Remark) => string {
  const { t, lookUp } = useText();
  return useCallback(
    ({ rule, params }: Remark) => {
      const values = JSON.parse(params) as Record<string, unknown>;
      return (
        lookUp(`registry:remarks.${rule}`, values) ??
        lookUp(`rules:${rule}`, values) ??
        t('rules:other')
      );
    },
    [t, lookUp],
  );
}
