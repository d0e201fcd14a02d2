import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { centerPath } from '../../shared/feature.js';
import { useCan } from '../../shared/session.js';
import type { SlotProps } from '../../shared/slots.js';
import { QUEUE_COUNTS } from './assessment.queries.js';

/** On the start page of a center: who has to be assessed, and what waits for this person's hand. */
export function AssessmentCard({ centerId }: SlotProps['dashboard.cards']) {
  const { t } = useText();
  const can = useCan();
  const counts = useQuery({
    queryKey: ['assessments', centerId, 'counts'],
    queryFn: async () =>
      (await execute(QUEUE_COUNTS, { centerId: centerId ?? '' })).assessmentQueueCounts,
    enabled: centerId !== null,
  });
  if (centerId === null) {
    return null;
  }
  const to = (tab: string): string => centerPath(centerId, `assessments?tab=${tab}`);
  return (
    <DashboardCard title={t('assessment:card.title')} query={counts}>
      {(data) => (
        <>
          {can('level.accept') ? (
            <TodoLine
              label={t('assessment:card.pending')}
              count={data.pending}
              to={to('PENDING')}
              tone="warning"
            />
          ) : null}
          <TodoLine
            label={t('assessment:card.overdue')}
            count={data.overdue}
            to={to('OVERDUE')}
            tone="stopped"
          />
          <TodoLine
            label={t('assessment:card.never')}
            count={data.never}
            to={to('NEVER')}
            tone="warning"
          />
          <TodoLine label={t('assessment:card.due')} count={data.due} to={to('DUE')} />
          <TodoLine label={t('assessment:card.open')} count={data.open} to={to('OPEN')} />
        </>
      )}
    </DashboardCard>
  );
}
