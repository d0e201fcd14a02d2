import { useCallback } from 'react';

import type { RosterRowsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { formatSentence } from '../../shared/format.js';

type Remark = RosterRowsQuery['rosterRows']['items'][number]['problems'][number];

/** Days in a remark as its reader writes them. */
const readable = (values: Record<string, unknown>, locale: string): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? formatSentence(value, locale) : value,
    ]),
  );

/** 出生日期：不是日期 */
export function useRemarkText(): (remark: Remark) => string {
  const { t, lookUp, locale } = useText();
  return useCallback(
    ({ field, rule, params }: Remark) => {
      const values = readable(JSON.parse(params) as Record<string, unknown>, locale);
      const sentence =
        lookUp(`roster:remarks.${rule}`, values) ??
        lookUp(`rules:${rule}`, values) ??
        t('rules:other');
      return field
        ? t('roster:review.cell', { field: t(`roster:fields.${field}`), sentence })
        : sentence;
    },
    [t, lookUp, locale],
  );
}
