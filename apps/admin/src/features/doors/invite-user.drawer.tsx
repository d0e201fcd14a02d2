import { useQuery } from '@tanstack/react-query';
import { Form, Input, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type { InviteUserInput, InviteUserMutation, OrganizationKind } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { useSession } from '../../shared/session.js';
import { ORGANIZATIONS } from './places.queries.js';
import { UserFields } from './user-fields.js';
import { INVITE_USER } from './users.queries.js';

const USER_NAME = /^[a-z0-9][a-z0-9._-]{2,39}$/;
const MOST_ORGANIZATIONS = 100;

type Invitation = InviteUserMutation['inviteUser'];

interface InviteUserDrawerProps {
  readonly onClose: () => void;
  readonly onInvited: (invitation: Invitation) => void;
}

function useOrganizations(enabled: boolean) {
  return useQuery({
    queryKey: ['organizations', 'all'],
    queryFn: async () =>
      (await execute(ORGANIZATIONS, { page: 1, pageSize: MOST_ORGANIZATIONS })).organizations.items,
    enabled,
  });
}

export function InviteUserDrawer({ onClose, onInvited }: InviteUserDrawerProps) {
  const { t } = useText();
  const session = useSession();
  const isPlatform = session.organizationKind === 'PLATFORM';
  const organizations = useOrganizations(isPlatform);
  const form = useApiForm<InviteUserInput, Invitation>({
    draftKey: 'user-invite',
    save: async (values) => {
      const input = { ...values, centerIds: values.centerIds ?? [] };
      return (await execute(INVITE_USER, { input })).inviteUser;
    },
    invalidates: [['users']],
    savedText: null,
    onSaved: onInvited,
  });
  const organizationId = Form.useWatch('organizationId', form.form);
  const chosen = organizations.data?.find(({ id }) => id === organizationId);
  const kind: OrganizationKind = chosen?.kind ?? session.organizationKind;
  const required = { required: true, message: t('rules:required') };
  return (
    <FormDrawer
      title={t('doors:users.invite')}
      form={form}
      submitText={t('doors:users.inviteSubmit')}
      onClose={onClose}
    >
      <p style={{ marginTop: 0 }}>{t('doors:users.inviteNote')}</p>
      {isPlatform ? (
        <Form.Item name="organizationId" label={t('doors:users.organization')} rules={[required]}>
          <Select
            loading={organizations.isPending}
            options={(organizations.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={() => form.form.setFieldValue('roleCodes', [])}
          />
        </Form.Item>
      ) : null}
      <Form.Item
        name="userName"
        label={t('signIn:userName')}
        extra={t('doors:users.userNameNote')}
        rules={[required, { pattern: USER_NAME, message: t('rules:userName') }]}
      >
        <Input maxLength={40} autoCapitalize="none" autoComplete="off" />
      </Form.Item>
      <UserFields kind={kind} />
    </FormDrawer>
  );
}
