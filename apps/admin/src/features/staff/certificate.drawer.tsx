import { Form, Input, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type {
  CertificateType,
  CorrectCertificateInput,
  StaffMemberQuery,
  ValidityKind,
} from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { useClear } from '../../shared/form/use-clear.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { ADD_CERTIFICATE, CORRECT_CERTIFICATE } from './staff.queries.js';

export type Certificate = StaffMemberQuery['staffCertificates'][number];

/** What each kind of paper usually says of its validity; the form may say otherwise. */
const USUAL: Record<CertificateType, ValidityKind> = {
  CAREGIVER: 'NONE',
  HEALTH_FOOD: 'ANNUAL_CHECK',
  HEALTH_CARE: 'PRINTED',
  NURSE: 'FIXED',
  DOCTOR: 'NONE',
  ABILITY_ASSESSOR: 'NONE',
  SOCIAL_WORKER: 'FIXED',
  FOOD_SAFETY_OFFICER: 'PRINTED',
  FIRE_FACILITY_OPERATOR: 'NONE',
  SPECIAL_EQUIPMENT: 'FIXED',
  REHABILITATION: 'NONE',
  DIETITIAN: 'NONE',
  FIRST_AID: 'FIXED',
  TRAINING_PASSED: 'NONE',
  OTHER: 'PRINTED',
};
const WITH_LEVEL: readonly CertificateType[] = [
  'CAREGIVER',
  'ABILITY_ASSESSOR',
  'SOCIAL_WORKER',
  'FIRE_FACILITY_OPERATOR',
];
const TYPES = Object.keys(USUAL) as CertificateType[];
const KINDS: readonly ValidityKind[] = ['FIXED', 'PRINTED', 'ANNUAL_CHECK', 'NONE'];
const LEVELS = [1, 2, 3, 4, 5];

type Values = Omit<CorrectCertificateInput, 'id' | 'version'>;

interface CertificateDrawerProps {
  readonly staffId: string;
  readonly centerId: string;
  /** Absent: a new one. */
  readonly certificate: Certificate | null;
  readonly onClose: () => void;
}

export function CertificateDrawer(props: CertificateDrawerProps) {
  const { staffId, centerId, certificate, onClose } = props;
  const { t } = useText();
  const form = useApiForm<Values>({
    draftKey: `certificate:${certificate?.id ?? `new:${staffId}`}`,
    ...(certificate ? { initial: valuesOf(certificate) } : {}),
    save: async ({ reason, ...fields }) =>
      certificate
        ? await execute(CORRECT_CERTIFICATE, {
            input: { ...fields, reason, id: certificate.id, version: certificate.version },
          })
        : await execute(ADD_CERTIFICATE, { input: { ...fields, staffId } }),
    invalidates: [
      ['staff-member', staffId],
      ['staff', centerId],
      ['certificates', centerId],
    ],
    onSaved: onClose,
  });
  return (
    <FormDrawer
      title={certificate ? t('staff:certificate.correct') : t('staff:certificate.add')}
      form={form}
      onClose={onClose}
    >
      <CertificateFields form={form.form} />
      {certificate ? (
        <Form.Item
          name="reason"
          label={t('common:reason')}
          rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
        >
          <Input.TextArea rows={2} maxLength={200} />
        </Form.Item>
      ) : null}
    </FormDrawer>
  );
}

function CertificateFields({
  form,
}: {
  readonly form: ReturnType<typeof Form.useForm<Values>>[0];
}) {
  const { t } = useText();
  const clear = useClear();
  const type = Form.useWatch('type', form);
  const kind = Form.useWatch('validityKind', form);
  const required = { required: true, message: t('rules:required') };
  return (
    <>
      <Form.Item name="type" label={t('staff:certificate.type')} rules={[required]}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={TYPES.map((value) => ({ value, label: t(`staff:types.${value}`) }))}
          onChange={(value: CertificateType) => form.setFieldValue('validityKind', USUAL[value])}
        />
      </Form.Item>
      {type !== undefined && WITH_LEVEL.includes(type) ? (
        <Form.Item
          name="level"
          label={t('staff:certificate.level')}
          extra={t('staff:certificate.levelNote')}
        >
          <Select
            allowClear={clear}
            options={LEVELS.map((level) => ({
              value: level,
              label: t('staff:certificate.levelValue', { level }),
            }))}
          />
        </Form.Item>
      ) : null}
      <Form.Item name="number" label={t('staff:certificate.number')}>
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item name="issuer" label={t('staff:certificate.issuer')}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="issuedOn" label={t('staff:certificate.issuedOn')} rules={[required]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="validityKind" label={t('staff:certificate.validity')} rules={[required]}>
        <Select options={KINDS.map((value) => ({ value, label: t(`staff:validity.${value}`) }))} />
      </Form.Item>
      {kind === 'FIXED' || kind === 'PRINTED' || kind === 'ANNUAL_CHECK' ? (
        <Form.Item
          name="validUntil"
          label={t('staff:certificate.validUntil')}
          extra={t('staff:certificate.validUntilNote')}
          rules={kind === 'ANNUAL_CHECK' ? [] : [required]}
        >
          <DateInput />
        </Form.Item>
      ) : null}
    </>
  );
}

function valuesOf(certificate: Certificate): Partial<Values> {
  const { type, number, level, issuer, issuedOn, validityKind, validUntil } = certificate;
  return { type, number, level, issuer, issuedOn, validityKind, validUntil };
}
