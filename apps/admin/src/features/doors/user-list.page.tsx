import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';

import { execute } from '../../api/execute.js';
import type { InviteUserMutation, UsersQuery, UserStatus as Status } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { useCan, useSession } from '../../shared/session.js';
import { PageTable } from '../../shared/table/page-table.js';
import type { PageColumn } from '../../shared/table/types.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Moment } from '../../shared/values.js';
import { InvitationLink } from './invitation-link.js';
import { InviteUserDrawer } from './invite-user.drawer.js';
import { useRoles } from './use-roles.js';
import { UserStatus } from './user-status.js';
import { USERS } from './users.queries.js';

type UserRow = UsersQuery['users']['items'][number];

const STATUSES: readonly Status[] = ['ACTIVE', 'INVITED', 'DISABLED'];

function useUserColumns(): readonly PageColumn<UserRow>[] {
  const { t } = useText();
  const { nameOf } = useRoles();
  const { centers, organizationKind } = useSession();
  const centerNames = (ids: readonly string[]): string =>
    ids.length === 0
      ? t('doors:users.allCenters')
      : ids.map((id) => centers.find((center) => center.id === id)?.name ?? id).join(', ');
  return [
    { key: 'displayName', title: t('doors:users.displayName'), render: (user) => user.displayName },
    { key: 'userName', title: t('signIn:userName'), render: (user) => user.userName },
    {
      key: 'status',
      title: t('doors:users.statusTitle'),
      besideHeading: true,
      render: (user) => <UserStatus status={user.status} lockedUntil={user.lockedUntil} />,
    },
    {
      key: 'roles',
      title: t('doors:users.roles'),
      render: (user) => user.roleCodes.map(nameOf).join(', '),
    },
    {
      key: 'centers',
      title: t('doors:users.centers'),
      render: (user) => centerNames(user.centerIds),
    },
    {
      key: 'organization',
      title: t('doors:users.organization'),
      optional: organizationKind !== 'PLATFORM',
      notOnCard: organizationKind !== 'PLATFORM',
      render: (user) => user.organizationName,
    },
    {
      key: 'phone',
      title: t('doors:users.phone'),
      optional: true,
      notOnCard: true,
      render: (user) => user.phone ?? '—',
    },
    {
      key: 'lastSignInAt',
      title: t('doors:users.lastSignIn'),
      render: (user) => <Moment value={user.lastSignInAt} />,
    },
  ];
}

export function UserListPage() {
  const { t } = useText();
  const can = useCan();
  const columns = useUserColumns();
  const [form, setForm] = useUrlValue('form');
  const [link, setLink] = useState<InviteUserMutation['inviteUser'] | null>(null);
  const invite = can('user.manage') ? (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setForm('invite')}>
      {t('doors:users.invite')}
    </Button>
  ) : null;
  return (
    <>
      <PageHeader title={t('doors:menu.users')} note={t('doors:users.note')} actions={invite} />
      <PageTable<UserRow>
        id="users"
        label={t('doors:menu.users')}
        queryKey={['users']}
        load={async ({ page, pageSize, filters }) => {
          const { search = null, status = null } = filters;
          const variables = { page, pageSize, search, status: status as Status | null };
          return (await execute(USERS, variables)).users;
        }}
        columns={columns}
        rowKey={(user) => user.id}
        rowLink={(user) => `/org/users/${user.id}`}
        filters={[
          { kind: 'search', key: 'search', label: t('doors:users.search') },
          {
            kind: 'select',
            key: 'status',
            label: t('doors:users.statusTitle'),
            options: STATUSES.map((value) => ({ value, label: t(`doors:users.status.${value}`) })),
          },
        ]}
        exportAs={{ list: 'users' }}
        empty={{ text: t('doors:users.empty'), action: invite }}
      />
      {form === 'invite' && can('user.manage') ? (
        <InviteUserDrawer
          onClose={() => setForm(null)}
          onInvited={(invitation) => {
            setForm(null);
            setLink(invitation);
          }}
        />
      ) : null}
      {link ? <InvitationLink link={link} onClose={() => setLink(null)} /> : null}
    </>
  );
}
