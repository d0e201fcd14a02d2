import { execute } from '../../api/execute.js';
import type { OrganizationKind, UpdateUserInput, UserQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { UserFields } from './user-fields.js';
import { UPDATE_USER } from './users.queries.js';

interface EditUserDrawerProps {
  readonly user: UserQuery['user'];
  readonly kind: OrganizationKind;
  readonly onClose: () => void;
}

type Values = Omit<UpdateUserInput, 'id' | 'version'>;

export function EditUserDrawer({ user, kind, onClose }: EditUserDrawerProps) {
  const { t } = useText();
  const { id, version, displayName, phone, roleCodes, centerIds } = user;
  const form = useApiForm<Values>({
    draftKey: `user-edit:${id}`,
    initial: { displayName, phone: phone ?? null, roleCodes, centerIds },
    save: async (values) => {
      const input = { ...values, id, version, centerIds: values.centerIds ?? [] };
      return await execute(UPDATE_USER, { input });
    },
    invalidates: [['users'], ['user', id], ['history', 'user', id]],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={t('doors:users.edit')} form={form} onClose={onClose}>
      <UserFields kind={kind} />
    </FormDrawer>
  );
}
