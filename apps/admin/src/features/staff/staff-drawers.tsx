import { Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import type {
  CreateStaffMemberInput,
  StaffMemberQuery,
  UpdateStaffMemberInput,
} from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { StaffFields } from './staff-fields.js';
import { CREATE_STAFF, UPDATE_STAFF } from './staff.queries.js';

const SECRET = ['idNumber'];

interface AddStaffProps {
  readonly centerId: string;
  readonly onClose: () => void;
}

export function AddStaffDrawer({ centerId, onClose }: AddStaffProps) {
  const { t } = useText();
  const form = useApiForm<Omit<CreateStaffMemberInput, 'centerId'>>({
    draftKey: `staff-add:${centerId}`,
    secret: SECRET,
    save: async (values, idempotencyKey) =>
      await execute(CREATE_STAFF, { input: { ...values, centerId, idempotencyKey } }),
    invalidates: [
      ['staff', centerId],
      ['certificates', centerId],
    ],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={t('staff:list.add')} form={form} onClose={onClose}>
      <StaffFields />
    </FormDrawer>
  );
}

interface EditStaffProps {
  readonly member: StaffMemberQuery['staffMember'];
  readonly onClose: () => void;
}

export function EditStaffDrawer({ member, onClose }: EditStaffProps) {
  const { t } = useText();
  const { id, version, name, sex, post, fromOn, untilOn, phone, bornOn, centerId } = member;
  const form = useApiForm<Omit<UpdateStaffMemberInput, 'id' | 'version'>>({
    draftKey: `staff-edit:${id}`,
    secret: SECRET,
    initial: { name, sex, post, fromOn, untilOn, phone, bornOn },
    save: async (values) => await execute(UPDATE_STAFF, { input: { ...values, id, version } }),
    invalidates: [
      ['staff', centerId],
      ['staff-member', id],
      ['history', 'staff', id],
    ],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={t('staff:edit')} form={form} onClose={onClose}>
      <StaffFields />
      <Form.Item
        name="reason"
        label={t('common:reason')}
        extra={t('staff:reasonNote')}
        rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
      >
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
    </FormDrawer>
  );
}
