import { Form, Input, Radio, Select } from 'antd';

import { execute } from '../../api/execute.js';
import type {
  CenterLicencesQuery,
  CorrectCenterLicenceInput,
  LicenceKind,
} from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { Attachments } from '../../shared/files/attachments.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { HistoryPanel } from '../../shared/history-panel.js';
import { ADD_LICENCE, CORRECT_LICENCE } from './licence.queries.js';

export type Licence = CenterLicencesQuery['centerLicences'][number];

export const LICENCE_KINDS: readonly LicenceKind[] = [
  'REGISTRATION',
  'FILING',
  'FIRE',
  'FOOD',
  'MEDICAL',
  'SPECIAL_EQUIPMENT',
  'LIABILITY_INSURANCE',
];

type Values = Omit<CorrectCenterLicenceInput, 'id' | 'version'>;

interface LicenceDrawerProps {
  readonly centerId: string;
  /** Absent: a new one. */
  readonly licence: Licence | null;
  /** Chosen already in a new one. */
  readonly kind?: LicenceKind | undefined;
  readonly onClose: () => void;
}

export function LicenceDrawer({ centerId, licence, kind, onClose }: LicenceDrawerProps) {
  const { t } = useText();
  const form = useApiForm<Values>({
    draftKey: `licence:${licence?.id ?? `new:${centerId}:${kind ?? ''}`}`,
    initial: licence ? valuesOf(licence) : { passed: true, ...(kind ? { kind } : {}) },
    save: async ({ reason, ...fields }, idempotencyKey) =>
      licence
        ? await execute(CORRECT_LICENCE, {
            input: { ...fields, reason, id: licence.id, version: licence.version },
          })
        : await execute(ADD_LICENCE, { input: { ...fields, centerId, idempotencyKey } }),
    invalidates: [
      ['licences', centerId],
      ['sheet', centerId],
      ...(licence ? [['history', 'centerLicence', licence.id]] : []),
    ],
    onSaved: onClose,
  });
  return (
    <FormDrawer
      title={licence ? t('institution:licences.correct') : t('institution:licences.add')}
      wide={licence !== null}
      form={form}
      onClose={onClose}
    >
      <LicenceFields form={form.form} />
      {licence ? <Beside centerId={centerId} licence={licence} /> : null}
    </FormDrawer>
  );
}

function Beside({ centerId, licence }: { readonly centerId: string; readonly licence: Licence }) {
  const { t } = useText();
  return (
    <>
      <Form.Item
        name="reason"
        label={t('common:reason')}
        rules={[{ required: true, whitespace: true, message: t('errors:REASON_REQUIRED') }]}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <h3>{t('institution:licences.papers')}</h3>
      <LicencePapers centerId={centerId} licence={licence} canWrite />
      <h3>{t('audit:history')}</h3>
      <HistoryPanel entity="centerLicence" entityId={licence.id} />
    </>
  );
}

interface LicencePapersProps {
  readonly centerId: string;
  readonly licence: Licence;
  readonly canWrite: boolean;
}

export function LicencePapers({ centerId, licence, canWrite }: LicencePapersProps) {
  const { t } = useText();
  return (
    <Attachments
      centerId={centerId}
      entity="centerLicence"
      entityId={licence.id}
      canWrite={canWrite}
      kinds={(['LICENSE', 'OTHER'] as const).map((value) => ({
        value,
        label: t(`institution:licences.paperKinds.${value}`),
      }))}
    />
  );
}

function LicenceFields({ form }: { readonly form: ReturnType<typeof Form.useForm<Values>>[0] }) {
  const { t } = useText();
  const kind = Form.useWatch('kind', form);
  const passed = Form.useWatch('passed', form);
  const required = { required: true, message: t('rules:required') };
  return (
    <>
      <Form.Item
        name="kind"
        label={t('institution:licences.kind')}
        extra={kind ? t(`institution:licences.notes.${kind}`) : undefined}
        rules={[required]}
      >
        <Select
          options={LICENCE_KINDS.map((value) => ({
            value,
            label: t(`institution:licences.kinds.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="passed" label={t('institution:licences.passed')} rules={[required]}>
        <Radio.Group
          options={[
            { value: true, label: t('institution:licences.yes') },
            { value: false, label: t('institution:licences.no') },
          ]}
        />
      </Form.Item>
      <Form.Item
        name="remark"
        label={t('institution:licences.remark')}
        extra={t('institution:licences.remarkNote')}
        rules={passed === false ? [{ ...required, whitespace: true }] : []}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Form.Item name="number" label={t('institution:licences.number')}>
        <Input maxLength={80} autoComplete="off" />
      </Form.Item>
      <Form.Item name="issuer" label={t('institution:licences.issuer')}>
        <Input maxLength={120} autoComplete="off" />
      </Form.Item>
      <Form.Item name="validFrom" label={t('institution:licences.validFrom')} rules={[required]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="validUntil"
        label={t('institution:licences.validUntil')}
        extra={t('institution:licences.validUntilNote')}
      >
        <DateInput />
      </Form.Item>
    </>
  );
}

function valuesOf(licence: Licence): Partial<Values> {
  const { kind, number, issuer, passed, remark, validFrom, validUntil } = licence;
  return { kind, number, issuer, passed, remark, validFrom, validUntil };
}
