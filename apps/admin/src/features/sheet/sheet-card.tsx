import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { centerPath } from '../../shared/feature.js';
import type { SlotProps } from '../../shared/slots.js';
import { lastMonth } from '../../shared/today.js';
import { SHEETS_TO_FILE } from './sheet.queries.js';

/** The sheets of the year that nobody has filed. */
export function SheetCard({ centerId }: SlotProps['dashboard.cards']) {
  const { t } = useText();
  const id = centerId ?? '';
  const year = Number(lastMonth().slice(0, 4));
  const query = useQuery({
    queryKey: ['sheet', id, 'card', year],
    queryFn: async () =>
      (await execute(SHEETS_TO_FILE, { centerId: id, year })).institutionSheetMonths,
  });
  return (
    <DashboardCard title={t('institution:card.title')} query={query}>
      {(months) => (
        <TodoLine
          label={t('institution:card.toFile')}
          count={months.filter((one) => one.isOver && !one.version).length}
          to={centerPath(id, 'sheets')}
          tone="warning"
        />
      )}
    </DashboardCard>
  );
}
