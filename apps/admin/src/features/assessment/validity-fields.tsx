import { Checkbox, Form } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { DateInput } from '../../shared/form/date-inputs.js';

interface ValidityFieldsProps {
  readonly isOpenEnded: boolean;
  readonly from: string | undefined;
  readonly hint?: string;
}

/** From when, and until when or without end: one of the two has to be said. */
export function ValidityFields({ isOpenEnded, from, hint }: ValidityFieldsProps) {
  const { t } = useText();
  const required = [{ required: true, message: t('rules:required') }];
  return (
    <>
      <Form.Item name="from" label={t('assessment:accept.from')} rules={required}>
        <DateInput />
      </Form.Item>
      {isOpenEnded ? null : (
        <Form.Item name="until" label={t('assessment:accept.until')} rules={required} extra={hint}>
          <DateInput min={from} />
        </Form.Item>
      )}
      <Form.Item name="isOpenEnded" valuePropName="checked">
        <Checkbox>{t('assessment:accept.openEnded')}</Checkbox>
      </Form.Item>
    </>
  );
}
