import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Descriptions } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';

import { execute } from '../../api/execute.js';
import type { ResetUserPasswordMutation, UserQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { ConfirmReason } from '../../shared/confirm-reason.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useCan, useSession } from '../../shared/session.js';
import { useUrlValue } from '../../shared/use-url-value.js';
import { Moment } from '../../shared/values.js';
import { EditUserDrawer } from './edit-user.drawer.js';
import { InvitationLink } from './invitation-link.js';
import { useRoles } from './use-roles.js';
import { UserStatus } from './user-status.js';
import { DISABLE_USER, ENABLE_USER, RESET_USER_PASSWORD, USER } from './users.queries.js';

type User = UserQuery['user'];
type Step = 'disable' | 'enable' | 'reset';
type Link = ResetUserPasswordMutation['resetUserPassword'];

function Facts({ user }: { readonly user: User }) {
  const { t } = useText();
  const { nameOf } = useRoles();
  const { centers } = useSession();
  const centerNames = user.centerIds
    .map((id) => centers.find((center) => center.id === id)?.name ?? id)
    .join(', ');
  return (
    <Descriptions
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'userName', label: t('signIn:userName'), children: user.userName },
        { key: 'phone', label: t('doors:users.phone'), children: user.phone ?? '—' },
        {
          key: 'organization',
          label: t('doors:users.organization'),
          children: user.organizationName,
        },
        {
          key: 'roles',
          label: t('doors:users.roles'),
          children: user.roleCodes.map(nameOf).join(', '),
        },
        {
          key: 'centers',
          label: t('doors:users.centers'),
          children: centerNames === '' ? t('doors:users.allCenters') : centerNames,
        },
        {
          key: 'last',
          label: t('doors:users.lastSignIn'),
          children: <Moment value={user.lastSignInAt} />,
        },
        {
          key: 'locked',
          label: t('doors:users.lockedUntil'),
          children: <Moment value={user.lockedUntil} />,
        },
        {
          key: 'created',
          label: t('doors:users.createdAt'),
          children: <Moment value={user.createdAt} />,
        },
      ]}
    />
  );
}

interface StepsProps {
  readonly user: User;
  readonly step: Step | null;
  readonly onClose: () => void;
  readonly onLink: (link: Link) => void;
}

/** Each of these goes into the audit trail with its reason. */
function Steps({ user, step, onClose, onLink }: StepsProps) {
  const { t } = useText();
  const client = useQueryClient();
  const run = async (reason: string): Promise<void> => {
    const input = { id: user.id, reason };
    if (step === 'reset') {
      onLink((await execute(RESET_USER_PASSWORD, { input })).resetUserPassword);
    } else if (step === 'enable') {
      await execute(ENABLE_USER, { input });
    } else {
      await execute(DISABLE_USER, { input });
    }
    await Promise.all(
      [['users'], ['user', user.id], ['history', 'user', user.id]].map(
        async (queryKey) => await client.invalidateQueries({ queryKey }),
      ),
    );
  };
  const shown = step ?? 'disable';
  return (
    <ConfirmReason
      open={step !== null}
      danger={shown !== 'enable'}
      title={t(`doors:users.${shown}Title`, { name: user.displayName })}
      note={t(`doors:users.${shown}Note`)}
      okText={t(`doors:users.${shown}`)}
      onConfirm={run}
      onClose={onClose}
    />
  );
}

interface ActionsProps {
  readonly user: User;
  readonly onStep: (step: Step) => void;
  readonly onEdit: () => void;
}

function Actions({ user, onStep, onEdit }: ActionsProps) {
  const { t } = useText();
  const { userId } = useSession();
  const turn: Step = user.status === 'DISABLED' ? 'enable' : 'disable';
  return (
    <>
      {user.id === userId ? null : (
        <Button danger={turn === 'disable'} onClick={() => onStep(turn)}>
          {t(`doors:users.${turn}`)}
        </Button>
      )}
      {user.isDemo ? null : (
        <Button onClick={() => onStep('reset')}>{t('doors:users.reset')}</Button>
      )}
      <Button type="primary" onClick={onEdit}>
        {t('common:edit')}
      </Button>
    </>
  );
}

function UserView({ user }: { readonly user: User }) {
  const { t } = useText();
  const can = useCan();
  const session = useSession();
  const roles = useRoles();
  const [form, setForm] = useUrlValue('form');
  const [step, setStep] = useState<Step | null>(null);
  const [link, setLink] = useState<Link | null>(null);
  const canManage = can('user.manage');
  const kind =
    roles.query.data?.find(({ code }) => user.roleCodes.includes(code))?.organizationKind ??
    session.organizationKind;
  const actions = canManage ? (
    <Actions user={user} onStep={setStep} onEdit={() => setForm('edit')} />
  ) : null;
  return (
    <>
      <PageHeader
        title={user.displayName}
        backTo="/org/users"
        tags={<UserStatus status={user.status} lockedUntil={user.lockedUntil} />}
        actions={actions}
      />
      <Panel>
        <Facts user={user} />
      </Panel>
      <Panel title={t('audit:history')}>
        <HistoryPanel entity="user" entityId={user.id} />
      </Panel>
      {form === 'edit' && canManage ? (
        <EditUserDrawer user={user} kind={kind} onClose={() => setForm(null)} />
      ) : null}
      <Steps user={user} step={step} onClose={() => setStep(null)} onLink={setLink} />
      {link ? <InvitationLink link={link} onClose={() => setLink(null)} /> : null}
    </>
  );
}

export function UserDetailPage() {
  const { userId = '' } = useParams();
  const user = useQuery({
    queryKey: ['user', userId],
    queryFn: async () => (await execute(USER, { id: userId })).user,
  });
  return <QueryView query={user}>{(data) => <UserView user={data} />}</QueryView>;
}
