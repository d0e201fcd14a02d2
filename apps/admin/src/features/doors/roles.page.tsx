import i18next from 'i18next';
import { CheckOutlined } from '@ant-design/icons';

import { useText } from '../../i18n/use-text.js';
import { PageHeader } from '../../shared/page-header.js';
import { Panel } from '../../shared/panel.js';
import { QueryView } from '../../shared/query-view.js';
import { useIsPhone } from '../../shared/use-is-phone.js';
import { useRoles, type Role } from './use-roles.js';
import { DataTable } from '../../shared/table/data-table.js';

type Subjects = Readonly<Record<string, Readonly<Record<string, string>>>>;

interface PermissionRow {
  readonly permission: string;
}

/** As the catalogue lists them: by subject, not by letter. */
function inOrder(roles: readonly Role[]): string[] {
  const held = new Set(roles.flatMap((role) => role.permissions));
  const subjects = i18next.getResource(i18next.language, 'doors', 'permissions') as Subjects;
  const known = Object.entries(subjects).flatMap(([subject, deeds]) =>
    Object.keys(deeds).map((deed) => `${subject}.${deed}`),
  );
  return [
    ...known.filter((one) => held.has(one)),
    ...[...held].filter((one) => !known.includes(one)),
  ];
}

/** On a phone a matrix is a keyhole: each role tells its own list. */
function RoleCards({ roles }: { readonly roles: readonly Role[] }) {
  const { lookUp } = useText();
  const { nameOf } = useRoles();
  return roles.map((role) => (
    <Panel key={role.code} title={nameOf(role.code)}>
      <ul style={{ margin: 0, paddingInlineStart: 18 }}>
        {inOrder([role]).map((permission) => (
          <li key={permission}>{lookUp(`doors:permissions.${permission}`) ?? permission}</li>
        ))}
      </ul>
    </Panel>
  ));
}

function Matrix({ roles }: { readonly roles: readonly Role[] }) {
  const { t, lookUp } = useText();
  const { nameOf } = useRoles();
  const permissions = inOrder(roles);
  return (
    <DataTable<PermissionRow>
      rowKey="permission"
      sticky={{ offsetHeader: 56 }}
      scroll={{ x: 'max-content' }}
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
  const isPhone = useIsPhone();
  const { query } = useRoles();
  return (
    <>
      <PageHeader title={t('doors:menu.roles')} note={t('doors:roles.note')} />
      <QueryView query={query}>
        {(roles) =>
          isPhone ? (
            <RoleCards roles={roles} />
          ) : (
            <Panel>
              <Matrix roles={roles} />
            </Panel>
          )
        }
      </QueryView>
    </>
  );
}
