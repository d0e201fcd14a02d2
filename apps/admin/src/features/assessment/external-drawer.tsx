import { useQuery } from '@tanstack/react-query';
import { Alert, Form, Input, InputNumber, Radio, Select } from 'antd';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type {
  AssessmentKind,
  AssessmentScaleId,
  AssessmentScalesQuery,
} from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { centerPath } from '../../shared/feature.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { SCALES } from './assessment.queries.js';
import { ENTER_EXTERNAL } from './assessment.mutations.js';
import { ResidentLine } from './resident-line.js';
import { ResidentSelect } from './resident-select.js';
import { untilAfter, useLevelText } from './words.js';
import { today } from '../../shared/today.js';
import { useWords } from '../../shared/assessment/words.js';

interface ExternalValues {
  readonly residentId: string;
  readonly kind: AssessmentKind;
  readonly scale: AssessmentScaleId;
  readonly level: number;
  readonly issuer: string;
  readonly externalNumber?: string;
  readonly assessedOn: string;
  /** Last day, as on the paper. */
  readonly validUntil?: string;
  readonly note?: string;
}

type Scale = AssessmentScalesQuery['assessmentScales'][number];

interface ExternalDrawerProps {
  readonly centerId: string;
  readonly residentId?: string | undefined;
  readonly correctsId?: string | undefined;
  readonly onClose: () => void;
}

function LevelInput({ scale }: { readonly scale: Scale }) {
  const { t } = useText();
  const levelText = useLevelText();
  const required = [{ required: true, message: t('rules:required') }];
  if (scale.levels.length > 0) {
    return (
      <Form.Item name="level" label={t('assessment:external.level')} rules={required}>
        <Select
          options={scale.levels.map(({ level, name }) => ({
            value: level,
            label: levelText(level, name),
          }))}
        />
      </Form.Item>
    );
  }
  const { min, max, step } = scale;
  return (
    <Form.Item
      name="level"
      label={t('assessment:external.score', { min, max, step })}
      rules={required}
    >
      <InputNumber min={min} max={max} step={step} inputMode="numeric" style={{ width: '100%' }} />
    </Form.Item>
  );
}

function useExternalForm({ centerId, residentId, correctsId, onClose }: ExternalDrawerProps) {
  const navigate = useNavigate();
  return useApiForm<ExternalValues, string>({
    draftKey: `assessment-external:${centerId}:${residentId ?? ''}`,
    initial: { kind: 'OFFICIAL', scale: 'GBT42195', ...(residentId ? { residentId } : {}) },
    save: async ({ validUntil, ...values }, idempotencyKey) => {
      const input = {
        ...values,
        validUntil: untilAfter(validUntil),
        correctsId: correctsId ?? null,
        idempotencyKey,
      };
      return (await execute(ENTER_EXTERNAL, { input })).enterExternalResult.id;
    },
    invalidates: [['assessments']],
    onSaved: (id) => {
      onClose();
      void navigate(centerPath(centerId, `assessments/${id}`));
    },
  });
}

/** A result on somebody else's paper, as it stands. */
export function ExternalDrawer(props: ExternalDrawerProps) {
  const { centerId, residentId, correctsId, onClose } = props;
  const { t } = useText();
  const words = useWords();
  const form = useExternalForm(props);
  const scales = useQuery({
    queryKey: ['assessment-scales'],
    queryFn: async () => (await execute(SCALES, {})).assessmentScales,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const chosen = Form.useWatch('scale', form.form);
  const scale = scales.data?.find(({ id }) => id === chosen);
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer
      title={t('assessment:external.title')}
      onClose={onClose}
      form={form}
      submitText={t('assessment:external.submit')}
    >
      <Alert
        type="info"
        showIcon
        style={{ marginBottom: 16 }}
        title={correctsId ? t('assessment:start.corrects') : t('assessment:external.note')}
      />
      {residentId === undefined ? null : <ResidentLine residentId={residentId} />}
      <Form.Item
        name="residentId"
        label={t('assessment:start.resident')}
        hidden={residentId !== undefined}
        rules={required}
      >
        <ResidentSelect centerId={centerId} />
      </Form.Item>
      <Form.Item name="kind" label={t('assessment:queue.kind')} rules={required}>
        <Radio.Group
          options={(['OFFICIAL', 'INSTITUTION'] as const).map((kind) => ({
            value: kind,
            label: t(`assessment:kinds.${kind}`),
          }))}
        />
      </Form.Item>
      <Form.Item
        name="scale"
        label={t('assessment:external.scale')}
        rules={required}
        extra={scale?.isToBeConfirmed ? t('assessment:external.toBeConfirmed') : undefined}
      >
        <Select
          loading={scales.isPending}
          options={(scales.data ?? []).map((one) => ({
            value: one.id,
            label: `${words(one.name)}　${one.document}`,
          }))}
          onChange={() => form.form.resetFields(['level'])}
        />
      </Form.Item>
      {scale ? <LevelInput key={scale.id} scale={scale} /> : null}
      <Form.Item name="issuer" label={t('assessment:external.issuer')} rules={required}>
        <Input maxLength={120} />
      </Form.Item>
      <Form.Item name="externalNumber" label={t('assessment:external.externalNumber')}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="assessedOn" label={t('assessment:external.assessedOn')} rules={required}>
        <DateInput max={today()} />
      </Form.Item>
      <Form.Item
        name="validUntil"
        label={t('assessment:external.validUntil')}
        extra={t('assessment:external.validUntilHint')}
      >
        <DateInput />
      </Form.Item>
      <Form.Item name="note" label={t('assessment:external.remark')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}
