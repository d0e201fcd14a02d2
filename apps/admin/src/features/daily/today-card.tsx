import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { centerPath } from '../../shared/feature.js';
import type { SlotProps } from '../../shared/slots.js';
import { MEAL_SHEET, SERVICES } from './daily.queries.js';
import { thisMonth, today } from '../../shared/today.js';

export function TodayCard({ centerId }: SlotProps['dashboard.cards']) {
  const { t } = useText();
  const id = centerId ?? '';
  const query = useQuery({
    queryKey: ['meals', id, 'card'],
    queryFn: async () => {
      const [{ mealSheet }, { services }] = await Promise.all([
        execute(MEAL_SHEET, { centerId: id, onDate: today(), meal: 'LUNCH' }),
        execute(SERVICES, { centerId: id, page: 1, pageSize: 1, month: thisMonth() }),
      ]);
      const open = mealSheet.rows.filter(({ absence, count }) => !absence && count === 0).length;
      return { open, services: services.total };
    },
  });
  return (
    <DashboardCard title={t('daily:card.title')} query={query}>
      {({ open, services }) => (
        <>
          <TodoLine label={t('daily:card.lunch')} count={open} to={centerPath(id, 'meals')} />
          <TodoLine
            label={t('daily:card.services')}
            count={services}
            to={centerPath(id, 'services')}
          />
        </>
      )}
    </DashboardCard>
  );
}
