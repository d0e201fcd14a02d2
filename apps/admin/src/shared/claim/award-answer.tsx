import { Form, Radio } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { YuanInput } from '../form/yuan-input.js';
import { formatFen, formatPackText } from '../format.js';
import type { Award } from './award-tab.js';

interface AwardAnswerProps {
  readonly question: NonNullable<Award['question']>;
  /** Where the answer stands in the values of the form; the form's own fields by default. */
  readonly within?: readonly string[];
}

/** What the document says to a question of the rules: one of the options, or an amount within the range. */
export function AwardAnswer({ question, within = [] }: AwardAnswerProps) {
  const { t, locale } = useText();
  const isEnglish = locale === 'en';
  const rules = [{ required: true, message: t('review:required') }];
  return question.options.length > 0 ? (
    <Form.Item
      name={[...within, 'option']}
      label={isEnglish ? question.en : question.zh}
      rules={rules}
    >
      <Radio.Group
        options={question.options.map((option) => ({
          value: option.option,
          label: `${formatPackText(isEnglish ? option.en : option.zh, locale)} ${formatFen(option.amountFen)} ${t('common:yuan')}`,
        }))}
        style={{ display: 'grid', gap: 8 }}
      />
    </Form.Item>
  ) : (
    <Form.Item
      name={[...within, 'amountFen']}
      label={t('claim:award.amount')}
      rules={rules}
      extra={t('claim:award.between', {
        min: formatFen(question.minFen),
        max: formatFen(question.maxFen),
      })}
    >
      <YuanInput />
    </Form.Item>
  );
}
