import { DatePicker } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { CSSProperties } from 'react';

import { useText } from '../../i18n/use-text.js';
import type { Locale } from '../../i18n/locale.js';

const DAY = 'YYYY-MM-DD';
const MONTH = 'YYYY-MM';
const DAYS_TYPED = [DAY, 'YYYYMMDD', 'YYYY.M.D', 'YYYY/M/D'];
const MONTHS_TYPED = [MONTH, 'YYYYMM', 'YYYY.M'];

/** The first is shown, all of them may be typed. English readers see a month in letters, as on the pages around it. */
const dayFormats = (locale: Locale): string[] =>
  locale === 'en' ? ['D MMM YYYY', ...DAYS_TYPED] : DAYS_TYPED;
const monthFormats = (locale: Locale): string[] =>
  locale === 'en' ? ['MMM YYYY', ...MONTHS_TYPED] : MONTHS_TYPED;

interface DateInputProps {
  readonly id?: string;
  /** `2026-02-28`; a Form.Item gives and takes it. */
  readonly value?: string | null;
  readonly onChange?: (value: string | null) => void;
  readonly min?: string | undefined;
  readonly max?: string | undefined;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  readonly style?: CSSProperties;
  readonly 'aria-label'?: string;
}

const toDayjs = (text: string | null | undefined): Dayjs | null => (text ? dayjs(text) : null);

function limits(min: string | undefined, max: string | undefined) {
  return {
    ...(min ? { minDate: dayjs(min) } : {}),
    ...(max ? { maxDate: dayjs(max) } : {}),
  };
}

/** A day without time or zone. Digits may be typed without hyphens: 20260301. */
export function DateInput({ value, onChange, min, max, style, ...rest }: DateInputProps) {
  const { locale } = useText();
  return (
    <DatePicker
      {...rest}
      format={dayFormats(locale)}
      value={toDayjs(value)}
      {...limits(min, max)}
      style={{ width: '100%', ...style }}
      onChange={(day) => onChange?.(day && !Array.isArray(day) ? day.format(DAY) : null)}
    />
  );
}

/** A claim month: `2026-02`. */
export function MonthPicker({ value, onChange, min, max, style, ...rest }: DateInputProps) {
  const { locale } = useText();
  return (
    <DatePicker
      {...rest}
      picker="month"
      format={monthFormats(locale)}
      value={toDayjs(value ? `${value}-01` : null)}
      {...limits(min && `${min}-01`, max && `${max}-01`)}
      style={{ ...style }}
      onChange={(month) => onChange?.(month && !Array.isArray(month) ? month.format(MONTH) : null)}
    />
  );
}
