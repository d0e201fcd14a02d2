import { Form, Input, Select } from 'antd';

import type { OrganizationKind } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useSession } from '../../shared/session.js';
import { useRoles } from './use-roles.js';

/** What can be said about a user at invitation and later: name, phone, roles, centers. */
export function UserFields({ kind }: { readonly kind: OrganizationKind }) {
  const { t } = useText();
  const { optionsFor, query } = useRoles();
  const { centers } = useSession();
  const required = { required: true, message: t('rules:required') };
  return (
    <>
      <Form.Item name="displayName" label={t('doors:users.displayName')} rules={[required]}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="phone" label={t('doors:users.phone')}>
        <Input maxLength={40} inputMode="tel" autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="roleCodes"
        label={t('doors:users.roles')}
        extra={t('doors:users.rolesNote')}
        rules={[{ ...required, type: 'array' }]}
      >
        <Select mode="multiple" loading={query.isPending} options={optionsFor(kind)} />
      </Form.Item>
      {kind === 'OPERATOR' && centers.length > 0 ? (
        <Form.Item
          name="centerIds"
          label={t('doors:users.centers')}
          extra={t('doors:users.centersNote')}
        >
          <Select
            mode="multiple"
            placeholder={t('doors:users.allCenters')}
            options={centers.map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
          />
        </Form.Item>
      ) : null}
    </>
  );
}
