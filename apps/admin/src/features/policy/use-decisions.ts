import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { PackDecisionsQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { PACK_DECISIONS } from './policy.queries.js';
import { usePackWords } from './words.js';

export type Decision = PackDecisionsQuery['packDecisions'][number];

export function useDecisions(packId: string, countyCode: string) {
  return useQuery({
    queryKey: ['policy', 'decisions', packId, countyCode],
    queryFn: async () => (await execute(PACK_DECISIONS, { packId, countyCode })).packDecisions,
    enabled: packId !== '',
  });
}

export function useOptionText() {
  const { t } = useText();
  const { pick } = usePackWords();
  return (decision: Decision, id: string | null | undefined): string => {
    const option = decision.options.find((known) => known.id === id);
    return option ? pick(option.textZh, option.textEn) : (id ?? t('policy:decision.open'));
  };
}
