import { fen, formatYuan } from '@yibu/kernel';
import type { FilingLanguage } from '../filing.js';
import { en } from './en.js';
import { zhCn, type Texts } from './zh-cn.js';

export type { Texts } from './zh-cn.js';

const CATALOGUE: Readonly<Record<FilingLanguage, Texts>> = { 'zh-CN': zhCn, en };

export const textsOf = (language: FilingLanguage): Texts => CATALOGUE[language];

/** Puts values into `{name}` places; a place without a value is a bug, not an empty string. */
export function fill(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) {
      throw new Error(`Text "${text}" needs a value for ${name}`);
    }
    return String(value);
  });
}

const QUARTERS = ['一', '二', '三', '四'] as const;

/** "2025-04", "2025-Q2", "2025-H1" and "2025" as people write them. */
export function periodText(period: string, language: FilingLanguage): string {
  const [year = '', part] = period.split('-');
  if (language === 'en') {
    return englishPeriod(year, part);
  }
  if (part === undefined) {
    return `${year}年度`;
  }
  if (part.startsWith('Q')) {
    return `${year}年第${QUARTERS[Number(part.slice(1)) - 1] ?? ''}季度`;
  }
  if (part.startsWith('H')) {
    return `${year}年${part === 'H1' ? '上' : '下'}半年`;
  }
  return `${year}年${Number(part)}月`;
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function englishPeriod(year: string, part: string | undefined): string {
  if (part === undefined) {
    return year;
  }
  if (part.startsWith('Q')) {
    return `${part} ${year}`;
  }
  if (part.startsWith('H')) {
    return `${part === 'H1' ? 'first' : 'second'} half of ${year}`;
  }
  return `${MONTHS[Number(part) - 1] ?? part} ${year}`;
}

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** A moment as the wall clock in China showed it. */
export function momentText(iso: string): string {
  const shifted = new Date(Date.parse(iso) + SHANGHAI_OFFSET_MS).toISOString();
  return `${shifted.slice(0, 10)} ${shifted.slice(11, 19)} (UTC+8)`;
}

export const money = (amountFen: number): string => formatYuan(fen(amountFen));
