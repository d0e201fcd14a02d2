import { Alert, Form, Input, Radio } from 'antd';

import { execute } from '../../api/execute.js';
import { useText } from '../../i18n/use-text.js';
import { FormDrawer } from '../../shared/form/form-drawer.js';
import { useApiForm } from '../../shared/form/use-api-form.js';
import { Day } from '../../shared/values.js';
import { ANSWER } from './notice.queries.js';
import type { Objection } from './objections.tab.js';

interface Values {
  readonly outcome: 'UPHELD' | 'REJECTED';
  readonly answer: string;
}

interface AnswerDrawerProps {
  readonly objection: Objection;
  readonly onClose: () => void;
}

export function AnswerDrawer({ objection, onClose }: AnswerDrawerProps) {
  const { t } = useText();
  const form = useApiForm<Values>({
    draftKey: `answer-objection:${objection.id}`,
    save: async (values) =>
      await execute(ANSWER, {
        input: { ...values, objectionId: objection.id, version: objection.version },
      }),
    invalidates: [['notices'], ['claim-objections']],
    onSaved: onClose,
    savedText: t('notice:answered'),
  });
  const required = [{ required: true, message: t('notice:required') }];
  return (
    <FormDrawer
      title={t('notice:answer')}
      form={form}
      onClose={onClose}
      submitText={t('notice:answer')}
    >
      <p className="yb-objection-about">
        <strong>{objection.rowText ?? t('notice:whole')}</strong>{' '}
        <span className="yb-soft">
          {objection.name ?? t('notice:anonymous')} · <Day value={objection.receivedOn} />
        </span>
      </p>
      <p className="yb-objection-text">{objection.text}</p>
      <Alert type="info" showIcon style={{ margin: '16px 0' }} title={t('notice:answerNote')} />
      <Form.Item name="outcome" label={t('notice:outcomeLabel')} rules={required}>
        <Radio.Group
          options={(['REJECTED', 'UPHELD'] as const).map((value) => ({
            value,
            label: t(`notice:outcome.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="answer" label={t('notice:answerText')} rules={required}>
        <Input.TextArea rows={5} maxLength={1000} showCount />
      </Form.Item>
    </FormDrawer>
  );
}
