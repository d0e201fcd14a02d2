import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { Chart } from '../../shared/chart/chart.js';
import { DashboardCard } from '../../shared/dashboard-card.js';
import { formatMonth } from '../../shared/format.js';
import type { SlotProps } from '../../shared/slots.js';
import { LEVEL_MIX } from './bed.queries.js';

const CHART_HEIGHT = 240;

/** How much care the house has to give, and how that has changed over a year. */
export function LevelMixCard({ centerId }: SlotProps['dashboard.cards']) {
  const { t, locale } = useText();
  const query = useQuery({
    queryKey: ['levelMix', centerId],
    queryFn: async () => (await execute(LEVEL_MIX, { centerId: centerId ?? '' })).levelMix,
    enabled: centerId !== null,
  });
  return centerId === null ? null : (
    <DashboardCard title={t('bed:mix.title')} query={query} wide>
      {({ months, shares }) => (
        <Chart
          kind="stack"
          title={t('bed:mix.chartTitle')}
          height={CHART_HEIGHT}
          data={{
            categories: months.map((month) => formatMonth(month, locale)),
            categoryTitle: t('bed:card.month'),
            unit: 'count',
            series: shares.map(({ level, people }) => ({
              name: t(`bed:mix.levels.${level === null ? 'none' : (`${level}` as '0')}`),
              values: people,
            })),
          }}
        />
      )}
    </DashboardCard>
  );
}
