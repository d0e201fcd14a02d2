import type { Locale } from '../../i18n/locale.js';

const PARTS: Readonly<Record<string, string>> = {
  Q1: '第一季度',
  Q2: '第二季度',
  Q3: '第三季度',
  Q4: '第四季度',
  H1: '上半年',
  H2: '下半年',
};

/** "2026-09", "2026-Q3" and "2026" as an official notice in Chinese writes them; English keeps the short form. */
export function periodText(period: string, locale: Locale): string {
  const [year = '', part] = period.split('-');
  if (locale === 'en') {
    return period;
  }
  return part === undefined ? `${year}年度` : `${year}年${PARTS[part] ?? `${Number(part)}月`}`;
}
