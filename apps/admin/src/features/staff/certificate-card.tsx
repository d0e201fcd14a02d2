import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { centerPath } from '../../shared/feature.js';
import type { SlotProps } from '../../shared/slots.js';
import { CERTIFICATE_SUMMARY } from './staff.queries.js';

export function CertificateCard({ centerId }: SlotProps['dashboard.cards']) {
  const { t } = useText();
  const id = centerId ?? '';
  const query = useQuery({
    queryKey: ['certificates', id, 'summary'],
    queryFn: async () => (await execute(CERTIFICATE_SUMMARY, { centerId: id })).certificateSummary,
  });
  const board = (state: string): string => centerPath(id, `certificates?state=${state}`);
  return (
    <DashboardCard title={t('staff:card.title')} query={query}>
      {(summary) => (
        <>
          <TodoLine
            label={t('staff:card.expired')}
            count={summary.expired}
            to={board('EXPIRED')}
            tone="stopped"
          />
          <TodoLine
            label={t('staff:card.due30')}
            count={summary.due30}
            to={board('DUE_30')}
            tone="warning"
          />
          <TodoLine label={t('staff:card.due60')} count={summary.due60} to={board('DUE_60')} />
          <TodoLine
            label={t('staff:card.without')}
            count={summary.caregiversWithout}
            to={centerPath(id, 'staff?post=CAREGIVER')}
            tone="warning"
          />
        </>
      )}
    </DashboardCard>
  );
}
