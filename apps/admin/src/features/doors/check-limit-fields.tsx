import { Form, InputNumber, Typography } from 'antd';

import { useText } from '../../i18n/use-text.js';

/** Name, what the product proposes, and the most that makes sense. */
const LIMITS = [
  ['workMinutesADay', 720, 1440],
  ['portionsADay', 3, 27],
  ['traceDays', 15, 31],
  ['traceSharePercent', 50, 100],
  ['levelJump', 2, 9],
  ['lateDays', 7, 365],
  ['latePercent', 20, 100],
  ['changePercent', 30, 1000],
  ['unusedBedsPercent', 10, 100],
] as const;

/** From where on the checks ask about a figure. Empty: as proposed. */
export function CheckLimitFields() {
  const { t } = useText();
  return (
    <fieldset style={{ margin: 0, padding: 0, border: 0 }}>
      <legend style={{ fontWeight: 600 }}>{t('doors:checkLimits.title')}</legend>
      <Typography.Paragraph type="secondary">{t('doors:checkLimits.note')}</Typography.Paragraph>
      {LIMITS.map(([name, proposed, most]) => (
        <Form.Item key={name} name={['checkLimits', name]} label={t(`doors:checkLimits.${name}`)}>
          <InputNumber
            min={1}
            max={most}
            precision={0}
            placeholder={t('doors:checkLimits.proposed', { count: proposed })}
            style={{ width: '100%' }}
          />
        </Form.Item>
      ))}
    </fieldset>
  );
}
