import { Select } from 'antd';

import { useText } from '../i18n/use-text.js';
import { thisYear } from './today.js';

const YEARS_BACK = 4;

interface YearSelectProps {
  readonly value: number;
  readonly onChange: (year: string) => void;
}

/** This year and the last few. */
export function YearSelect({ value, onChange }: YearSelectProps) {
  const { t } = useText();
  return (
    <Select
      value={String(value)}
      aria-label={t('bureau:budget.year')}
      style={{ width: 100 }}
      options={Array.from({ length: YEARS_BACK }, (_, back) => {
        const year = String(thisYear() - back);
        return { value: year, label: year };
      })}
      onChange={onChange}
    />
  );
}
