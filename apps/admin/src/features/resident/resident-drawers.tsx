import { Form, Input } from 'antd';

import { execute } from '../../api/execute.js';
import type { ResidentQuery } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { ResidentFields, type ResidentValues } from './resident-fields.js';
import { CREATE_RESIDENT, UPDATE_RESIDENT } from './resident.queries.js';
import { TwinsHint } from './twins-hint.js';

export type ResidentFile = ResidentQuery['resident'];

const SECRET = ['idNumber'];

interface AddResidentProps {
  readonly centerId: string;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

export function AddResidentDrawer({ centerId, onClose, onSaved }: AddResidentProps) {
  const { t } = useText();
  const form = useApiForm<ResidentValues, string>({
    draftKey: `resident-add:${centerId}`,
    secret: SECRET,
    initial: { idType: 'CITIZEN' },
    save: async (values, idempotencyKey) => {
      const input = { ...values, centerId, idempotencyKey };
      return (await execute(CREATE_RESIDENT, { input })).createResident.id;
    },
    invalidates: [['residents', centerId]],
    onSaved,
  });
  return (
    <FormDrawer title={t('resident:form.add')} form={form} onClose={onClose} wide>
      <ResidentFields
        form={form.form}
        kept={null}
        hint={<TwinsHint centerId={centerId} form={form.form} exceptId={null} />}
      />
    </FormDrawer>
  );
}

/** The form's fields of a record; the number itself never leaves the server. */
function valuesOf(resident: ResidentFile): Partial<ResidentValues> {
  const { name, sex, bornOn, isBirthEstimated, lunarBirthday, idType, idValidUntil } = resident;
  const { noIdReason, phone, householdCounty, householdAddress, nation } = resident;
  const { education, marital, living, payment, income, note } = resident;
  return {
    ...{ name, sex, bornOn, isBirthEstimated, lunarBirthday, idType, idValidUntil },
    ...{ noIdReason, phone, householdCounty, householdAddress, nation },
    ...{ education, marital, living, payment, income, note },
  };
}

interface EditResidentProps {
  readonly resident: ResidentFile;
  readonly onClose: () => void;
}

export function EditResidentDrawer({ resident, onClose }: EditResidentProps) {
  const { t } = useText();
  const { id, version, centerId } = resident;
  const form = useApiForm<ResidentValues>({
    draftKey: `resident-edit:${id}`,
    secret: SECRET,
    initial: valuesOf(resident),
    save: async (values) =>
      await execute(UPDATE_RESIDENT, {
        input: { ...values, phone: values.phone ?? null, id, version },
      }),
    invalidates: [
      ['residents', centerId],
      ['resident', id],
      ['history', 'resident', id],
    ],
    onSaved: onClose,
  });
  return (
    <FormDrawer title={t('resident:form.edit')} form={form} onClose={onClose} wide>
      <ResidentFields
        form={form.form}
        kept={resident.idNumberMasked ?? null}
        hint={<TwinsHint centerId={centerId} form={form.form} exceptId={id} />}
      />
      <Form.Item
        name="reason"
        label={t('resident:form.reason')}
        extra={t('resident:form.reasonNote')}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}
