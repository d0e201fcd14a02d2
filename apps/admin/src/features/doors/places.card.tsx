import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { CENTERS, ORGANIZATIONS } from './places.queries.js';

const MOST_CENTERS = 100;

export function PlacesCard() {
  const { t } = useText();
  const counts = useQuery({
    queryKey: ['centers', 'counts'],
    queryFn: async () => {
      const { centers } = await execute(CENTERS, { page: 1, pageSize: MOST_CENTERS });
      const { organizations } = await execute(ORGANIZATIONS, { page: 1, pageSize: 1 });
      const idle = centers.items.filter(({ operatorName }) => !operatorName).length;
      return { centers: centers.total, organizations: organizations.total, idle };
    },
  });
  return (
    <DashboardCard title={t('doors:cards.places')} query={counts}>
      {(data) => (
        <>
          <TodoLine
            label={t('doors:cards.noContract')}
            count={data.idle}
            to="/org/centers"
            tone="warning"
          />
          <TodoLine label={t('doors:cards.centers')} count={data.centers} to="/org/centers" />
          <TodoLine
            label={t('doors:cards.organizations')}
            count={data.organizations}
            to="/org/organizations"
          />
        </>
      )}
    </DashboardCard>
  );
}
