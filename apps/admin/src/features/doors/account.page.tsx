import { Button, Descriptions, Flex } from 'antd';
import { useNavigate } from 'react-router';

import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { useSession } from '../../shared/session.js';

/** Who I am here, and what I may do. */
export function AccountPage() {
  const { t, lookUp } = useText();
  const navigate = useNavigate();
  const session = useSession();
  const permissions = session.permissions.map(
    (permission) => lookUp(`doors:permissions.${permission}`) ?? permission,
  );
  return (
    <>
      <PageHeader title={t('doors:menu.account')} note={t('doors:me.note')} />
      <Panel>
        <Descriptions
          column={{ xs: 1, md: 2 }}
          items={[
            { key: 'name', label: t('doors:users.displayName'), children: session.displayName },
            { key: 'user', label: t('signIn:userName'), children: session.userName },
            {
              key: 'organization',
              label: t('doors:users.organization'),
              children: session.organizationName,
            },
            {
              key: 'roles',
              label: t('doors:users.roles'),
              children: session.roleNames.join(', '),
            },
            {
              key: 'centers',
              label: t('doors:users.centers'),
              children: session.centers.map(({ name }) => name).join(', ') || '—',
            },
          ]}
        />
      </Panel>
      <Panel title={t('doors:me.security')}>
        <Flex gap={8} wrap>
          <Button onClick={() => void navigate('/change-password')}>
            {t('shell:user.changePassword')}
          </Button>
        </Flex>
      </Panel>
      <Panel title={t('doors:me.permissions')}>
        <ul style={{ margin: 0, columns: '16em', paddingInlineStart: 18 }}>
          {permissions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      </Panel>
    </>
  );
}
