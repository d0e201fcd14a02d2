import { useCallback } from 'react';

import type { RosterRowsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';

type Remark = RosterRowsQuery['rosterRows']['items'][number]['problems'][number];

/** 出生日期：不是日期 */
export function useRemarkText(): (remark: Remark) => string {
  const { t, lookUp } = useText();
  return useCallback(
    ({ field, rule, params }: Remark) => {
      const values = JSON.parse(params) as Record<string, unknown>;
      const sentence =
        lookUp(`roster:remarks.${rule}`, values) ??
        lookUp(`rules:${rule}`, values) ??
        t('rules:other');
      return field
        ? t('roster:review.cell', { field: t(`roster:fields.${field}`), sentence })
        : sentence;
    },
    [t, lookUp],
  );
}
