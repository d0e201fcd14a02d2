import { useQuery } from '@tanstack/react-query';

import { execute } from '../../api/execute.js';
import type { UserStatus } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DashboardCard, TodoLine } from '../../shared/dashboard-card.js';
import { USERS } from './users.queries.js';

async function countUsers(status: UserStatus): Promise<number> {
  return (await execute(USERS, { page: 1, pageSize: 1, status })).users.total;
}

export function UsersCard() {
  const { t } = useText();
  const counts = useQuery({
    queryKey: ['users', 'counts'],
    queryFn: async () => {
      const [active, invited] = await Promise.all([countUsers('ACTIVE'), countUsers('INVITED')]);
      return { active, invited };
    },
  });
  return (
    <DashboardCard title={t('doors:cards.users')} query={counts}>
      {({ active, invited }) => (
        <>
          <TodoLine
            label={t('doors:cards.invited')}
            count={invited}
            to="/org/users?status=INVITED"
            tone="warning"
          />
          <TodoLine
            label={t('doors:users.status.ACTIVE')}
            count={active}
            to="/org/users?status=ACTIVE"
          />
        </>
      )}
    </DashboardCard>
  );
}
