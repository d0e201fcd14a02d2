import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { centerPath } from '../../shared/feature.js';
import type { SlotProps } from '../../shared/slots.js';
import { MONTH_BOARD } from './board.queries.js';
import { lastMonth } from '../../shared/today.js';

export function ClaimCard({ centerId }: SlotProps['dashboard.cards']) {
  const { t } = useText();
  const id = centerId ?? '';
  const query = useQuery({
    queryKey: ['claims', id, 'board', lastMonth()],
    queryFn: async () =>
      (await execute(MONTH_BOARD, { centerId: id, month: lastMonth() })).claimMonthBoard,
  });
  const board = centerPath(id, 'claims');
  return (
    <DashboardCard title={t('claim:card.title')} query={query}>
      {({ months }) => {
        const claims = months.flatMap(({ claim }) => (claim ? [claim] : []));
        const count = (...statuses: string[]): number =>
          claims.filter(({ status }) => statuses.includes(status)).length;
        const toPrepare = months.filter(
          ({ isOver, canPrepare, claim }) => isOver && canPrepare && !claim,
        );
        const blocked = claims.filter(
          ({ status, blockCount }) =>
            blockCount > 0 && (status === 'DRAFT' || status === 'CHECKED'),
        );
        return (
          <>
            <TodoLine
              label={t('claim:card.toPrepare')}
              count={toPrepare.length}
              to={board}
              tone="warning"
            />
            <TodoLine
              label={t('claim:card.blocked')}
              count={blocked.length}
              to={board}
              tone="stopped"
            />
            <TodoLine label={t('claim:card.drafts')} count={count('DRAFT', 'CHECKED')} to={board} />
            <TodoLine
              label={t('claim:card.returned')}
              count={count('RETURNED')}
              to={board}
              tone="stopped"
            />
            <TodoLine
              label={t('claim:card.inReview')}
              count={count('SUBMITTED', 'IN_REVIEW')}
              to={board}
            />
            <TodoLine
              label={t('claim:card.toPay')}
              count={count('DECIDED', 'NOTICED')}
              to={board}
            />
          </>
        );
      }}
    </DashboardCard>
  );
}
