import { Form, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useNavigate } from 'react-router';

import { execute } from '../../api/execute.js';
import type { DrawClaimSampleInput, DrawMethod } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { MonthPicker } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { useSession } from '../../shared/session.js';
import { DRAW_SAMPLE } from './sample.queries.js';
import { today } from '../../shared/today.js';

type Values = Omit<DrawClaimSampleInput, 'idempotencyKey'>;

const METHODS: readonly DrawMethod[] = ['RANDOM', 'MUS', 'TOP', 'VARIANCE'];
const MOST = 1000;
const USUAL = 5;
/** Claims are made of months that are over. */
const lastMonth = (): string => dayjs(today()).subtract(1, 'month').format('YYYY-MM');

export function SampleDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const { centers } = useSession();
  const navigate = useNavigate();
  const form = useApiForm<Values, { id: string }>({
    draftKey: 'draw-sample',
    initial: { method: 'RANDOM', size: USUAL, period: lastMonth(), centerIds: [] },
    save: async (values, idempotencyKey) =>
      (await execute(DRAW_SAMPLE, { input: { ...values, idempotencyKey } })).drawClaimSample,
    invalidates: [['samples']],
    savedText: t('bureau:sample.drawn'),
    onSaved: ({ id }) => void navigate(`/bureau/samples/${id}`),
  });
  const method = Form.useWatch('method', form.form) ?? 'RANDOM';
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <FormDrawer
      title={t('bureau:sample.drawTitle')}
      form={form}
      onClose={onClose}
      submitText={t('bureau:sample.draw')}
    >
      <Form.Item name="period" label={t('bureau:sample.period')} rules={required}>
        <MonthPicker />
      </Form.Item>
      <Form.Item
        name="method"
        label={t('bureau:sample.methodTitle')}
        extra={t(`bureau:sample.methodNote.${method}`)}
        rules={required}
      >
        <Radio.Group
          options={METHODS.map((value) => ({ value, label: t(`bureau:sample.method.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="size" label={t('bureau:sample.size')} rules={required}>
        <InputNumber min={1} max={MOST} precision={0} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="seed" label={t('bureau:sample.seed')} extra={t('bureau:sample.seedHint')}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name="centerIds"
        label={t('bureau:sample.centers')}
        extra={t('bureau:sample.centersHint')}
      >
        <Select
          mode="multiple"
          options={centers.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('bureau:pay.remark')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}
