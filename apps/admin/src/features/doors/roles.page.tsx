import { CheckOutlined } from '@ant-design/icons';
import { Table } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useRoles, type Role } from './use-roles.js';

interface PermissionRow {
  readonly permission: string;
}

function Matrix({ roles }: { readonly roles: readonly Role[] }) {
  const { t, lookUp } = useText();
  const { nameOf } = useRoles();
  const permissions = [...new Set(roles.flatMap((role) => role.permissions))].sort();
  return (
    <Table<PermissionRow>
      size="small"
      rowKey="permission"
      pagination={false}
      scroll={{ x: 'max-content' }}
      sticky={{ offsetHeader: 56 }}
      dataSource={permissions.map((permission) => ({ permission }))}
      columns={[
        {
          key: 'permission',
          title: t('doors:roles.permission'),
          fixed: 'left',
          render: (_, { permission }) => lookUp(`doors:permissions.${permission}`) ?? permission,
        },
        ...roles.map((role) => ({
          key: role.code,
          title: nameOf(role.code),
          align: 'center' as const,
          render: (_: unknown, { permission }: PermissionRow) =>
            role.permissions.includes(permission) ? (
              <>
                <CheckOutlined style={{ color: 'var(--yb-primary)' }} aria-hidden />
                <span className="yb-visually-hidden">{t('common:yes')}</span>
              </>
            ) : (
              <span className="yb-visually-hidden">{t('common:no')}</span>
            ),
        })),
      ]}
    />
  );
}

/** Who may do what. Roles are rows of permissions; this page reads them, nobody guesses. */
export function RolesPage() {
  const { t } = useText();
  const { query } = useRoles();
  return (
    <>
      <PageHeader title={t('doors:menu.roles')} note={t('doors:roles.note')} />
      <Panel>
        <QueryView query={query}>{(roles) => <Matrix roles={roles} />}</QueryView>
      </Panel>
    </>
  );
}
