import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { useSession } from '../../shared/session.js';
import { PROPOSALS } from './proposal.queries.js';

/** Changes of the rules that wait for a second person. */
export function WaitingCard() {
  const { t } = useText();
  const { counties } = useSession();
  const countyCode = counties[0]?.code ?? '';
  const query = useQuery({
    queryKey: ['policy', 'waiting', countyCode],
    queryFn: async () =>
      (await execute(PROPOSALS, { countyCode, status: 'PROPOSED', page: 1, pageSize: 1 }))
        .policyProposals,
    enabled: countyCode !== '',
  });
  return (
    <DashboardCard title={t('policy:title')} query={query}>
      {({ total }) => (
        <TodoLine
          label={t('policy:proposal.waiting')}
          count={total}
          to="/bureau/policy?tab=changes&status=PROPOSED"
          tone="warning"
        />
      )}
    </DashboardCard>
  );
}
