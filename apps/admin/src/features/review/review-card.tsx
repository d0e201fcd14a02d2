import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { queuePath } from './paths.js';
import { REVIEW_COUNTS } from './review.queries.js';

export function ReviewCard() {
  const { t } = useText();
  const query = useQuery({
    queryKey: ['review', 'counts'],
    queryFn: async () => (await execute(REVIEW_COUNTS, {})).reviewCounts,
  });
  return (
    <DashboardCard title={t('review:card.title')} query={query}>
      {({ toOpen, reviewing, toDecide, toPay, toClose, overdue, heldOverdue }) => (
        <>
          <TodoLine
            label={t('review:stage.OVERDUE')}
            count={overdue}
            to={queuePath('OVERDUE')}
            tone="stopped"
          />
          <TodoLine
            label={t('bureau:clock.heldOverdue')}
            count={heldOverdue}
            to="/bureau/held?state=OVERDUE"
            tone="stopped"
          />
          <TodoLine
            label={t('review:stage.TO_OPEN')}
            count={toOpen}
            to={queuePath('TO_OPEN')}
            tone="warning"
          />
          <TodoLine
            label={t('review:stage.REVIEWING')}
            count={reviewing}
            to={queuePath('REVIEWING')}
            tone="warning"
          />
          <TodoLine
            label={t('review:stage.TO_DECIDE')}
            count={toDecide}
            to={queuePath('TO_DECIDE')}
            tone="warning"
          />
          <TodoLine
            label={t('review:stage.TO_PAY')}
            count={toPay}
            to={queuePath('TO_PAY')}
            tone="warning"
          />
          <TodoLine label={t('review:stage.TO_CLOSE')} count={toClose} to={queuePath('TO_CLOSE')} />
        </>
      )}
    </DashboardCard>
  );
}
