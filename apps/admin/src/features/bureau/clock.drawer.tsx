import { Form, Input, InputNumber, Radio } from 'antd';

import { execute } from '../../api/execute.js';
import type { SetClaimStageRuleInput } from '../../gql/graphql.js';
import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../../shared/form/date-inputs.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { useSession } from '../../shared/session.js';
import { SET_STAGE_RULE } from './clock.queries.js';
import { today } from '../../shared/today.js';

type Values = Omit<SetClaimStageRuleInput, 'countyCode'>;

const MOST = 366;
const STEPS = [
  ['intakeDays', 'intake'],
  ['reviewDays', 'review'],
  ['decisionDays', 'decision'],
  ['paymentDays', 'payment'],
] as const;

export function ClockDrawer({ onClose }: { readonly onClose: () => void }) {
  const { t } = useText();
  const { counties } = useSession();
  const countyCode = counties[0]?.code ?? '';
  const form = useApiForm<Values>({
    draftKey: 'stage-rule',
    initial: { fromOn: today() },
    save: async (values) => await execute(SET_STAGE_RULE, { input: { ...values, countyCode } }),
    invalidates: [['stage-rules'], ['review'], ['claim'], ['claims']],
    onSaved: onClose,
    savedText: t('bureau:clock.saved'),
  });
  const until = Form.useWatch('windowUntilDay', form.form);
  const required = [{ required: true, message: t('rules:required') }];
  const days = { min: 1, max: MOST, precision: 0, style: { width: '100%' } } as const;
  return (
    <FormDrawer title={t('bureau:clock.add')} form={form} onClose={onClose}>
      <Form.Item name="fromOn" label={t('bureau:clock.fromOn')} rules={required}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="windowFromDay"
        label={t('bureau:clock.windowFrom')}
        extra={t('bureau:clock.windowHint')}
      >
        <InputNumber {...days} />
      </Form.Item>
      <Form.Item name="windowUntilDay" label={t('bureau:clock.windowUntil')}>
        <InputNumber {...days} />
      </Form.Item>
      {until ? (
        <Form.Item name="lateRule" label={t('bureau:clock.late')} rules={required}>
          <Radio.Group
            options={(['FLAG', 'REFUSE'] as const).map((value) => ({
              value,
              label: t(`bureau:clock.lateRule.${value}`),
            }))}
          />
        </Form.Item>
      ) : null}
      {STEPS.map(([name, stage]) => (
        <Form.Item
          key={name}
          name={name}
          label={t('bureau:clock.daysTitle', { stage: t(`bureau:clock.${stage}`) })}
        >
          <InputNumber {...days} placeholder={t('bureau:clock.none')} />
        </Form.Item>
      ))}
      <Form.Item
        name="reason"
        label={t('bureau:clock.reason')}
        extra={t('bureau:clock.reasonHint')}
        rules={required}
      >
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </FormDrawer>
  );
}
