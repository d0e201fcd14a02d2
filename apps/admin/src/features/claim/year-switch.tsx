import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { addMonthsToMonth, yearMonth } from '@yibu/kernel';
import { Button, Flex } from 'antd';

import { useText } from '../../i18n/use-text.js';
import { formatMonth } from '../../shared/format.js';
import { lastMonth } from '../../shared/today.js';

interface YearSwitchProps {
  /** The months of the claim year on the screen, in order. */
  readonly months: readonly string[];
  /** Any month of the year to show. */
  readonly onChange: (month: string) => void;
}

/** The claim year before, this one, the one after: a claim year need not begin in January. */
export function YearSwitch({ months, onChange }: YearSwitchProps) {
  const { t, locale } = useText();
  const [first = ''] = months;
  const last = months.at(-1) ?? '';
  if (first === '' || last === '') {
    return null;
  }
  const isCalendarYear = first.endsWith('-01') && months.length === 12;
  const name = isCalendarYear
    ? first.slice(0, 4)
    : `${formatMonth(first, locale)} – ${formatMonth(last, locale)}`;
  const next = addMonthsToMonth(yearMonth(last), 1);
  return (
    <Flex gap={4} align="center" role="group" aria-label={t('claim:board.year')}>
      <Button
        icon={<LeftOutlined />}
        aria-label={t('claim:board.yearBefore')}
        onClick={() => onChange(addMonthsToMonth(yearMonth(first), -1))}
      />
      <strong className="yb-year">{t('claim:board.yearName', { name })}</strong>
      <Button
        icon={<RightOutlined />}
        aria-label={t('claim:board.yearAfter')}
        disabled={next > addMonthsToMonth(yearMonth(lastMonth()), 1)}
        onClick={() => onChange(next)}
      />
    </Flex>
  );
}
