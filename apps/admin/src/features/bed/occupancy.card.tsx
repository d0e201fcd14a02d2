import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { OccupancyQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Chart } from '../../shared/chart/chart.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { centerPath } from '../../shared/feature.js';
import { formatMonth } from '../../shared/format.js';
import type { SlotProps } from '../../shared/slots.js';
import { OCCUPANCY } from './bed.queries.js';
import { rateText } from './rate-text.js';
import { today } from '../../shared/today.js';

type Figures = OccupancyQuery['occupancy'];

const CHART_HEIGHT = 200;
const TENTHS = 1000;

/** How full the house is, what waits at the door, and the year behind. */
export function OccupancyCard({ centerId }: SlotProps['dashboard.cards']) {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['occupancy', centerId],
    queryFn: async () => (await execute(OCCUPANCY, { centerId: centerId ?? '' })).occupancy,
    enabled: centerId !== null,
  });
  return centerId === null ? null : (
    <DashboardCard title={t('bed:card.title')} query={query} wide>
      {(figures) => <Content figures={figures} centerId={centerId} />}
    </DashboardCard>
  );
}

function Content({ figures, centerId }: { readonly figures: Figures; readonly centerId: string }) {
  const { t, locale } = useText();
  const month = today().slice(0, 7);
  const now = figures.months.at(-1);
  return (
    <>
      <p style={{ margin: '0 0 8px' }}>
        {t('bed:card.of', {
          occupied: figures.occupied,
          beds: figures.beds,
          rate: rateText(figures.occupied, figures.beds),
        })}
      </p>
      <TodoLine
        label={t('bed:card.free')}
        count={figures.free}
        to={centerPath(centerId, 'beds?only=FREE')}
      />
      <TodoLine
        label={t('bed:card.away')}
        count={figures.away}
        to={centerPath(centerId, 'stays?away=ANY')}
      />
      <TodoLine
        label={t('bed:card.overdueReturns')}
        count={figures.overdueReturns}
        tone="warning"
        to={centerPath(centerId, 'stays?away=OVERDUE')}
      />
      <TodoLine
        label={t('bed:card.overdueReservations')}
        count={figures.overdueReservations}
        tone="warning"
        to={centerPath(centerId, 'stays?status=RESERVED')}
      />
      <TodoLine
        label={t('bed:card.admissions')}
        count={now?.admissions ?? 0}
        to={centerPath(centerId, `stays?beganFrom=${month}-01`)}
      />
      <div style={{ marginTop: 16 }}>
        <Chart
          kind="line"
          title={t('bed:card.chartTitle')}
          height={CHART_HEIGHT}
          data={{
            categories: figures.months.map(({ month }) => formatMonth(month, locale)),
            categoryTitle: t('bed:card.month'),
            unit: 'percent',
            series: [
              {
                name: t('bed:card.rate'),
                values: figures.months.map((one) =>
                  one.bedDays === 0
                    ? null
                    : Math.round((one.occupiedDays / one.bedDays) * TENTHS) / 10,
                ),
              },
            ],
          }}
        />
      </div>
    </>
  );
}
