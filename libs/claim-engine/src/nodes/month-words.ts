import type { AbsenceRule } from '../facts/absence-rule.js';
import { absenceWords } from './absence-words.js';
import type { Locale } from './node.js';

/** What becomes of the month in which somebody came or left. */
export type EndRule = 'DAY_RULE' | 'FULL_MONTH' | 'ZERO';

export interface MonthsSpec {
  readonly partial: 'DAYS_AT_LEAST' | 'PER_DAY' | 'DAYS_OF_30' | 'ANY_DAY' | 'FULL_MONTH';
  readonly days?: number;
  readonly absences?: AbsenceRule;
  readonly exit?: EndRule;
  readonly entry?: EndRule;
  /** Only days on which one of these classes is held. */
  readonly inClass?: readonly string[];
}

type Pair = readonly [zh: string, en: string];

const ENTRY: Readonly<Record<EndRule, Pair | null>> = {
  DAY_RULE: null,
  FULL_MONTH: ['入住当月计整月', 'the month of admission counts whole'],
  ZERO: ['入住当月不计，次月起计', 'the month of admission does not count'],
};

const EXIT: Readonly<Record<EndRule, Pair | null>> = {
  DAY_RULE: null,
  FULL_MONTH: ['离院或去世当月计整月', 'the month of discharge or death counts whole'],
  ZERO: ['离院或去世当月不计', 'the month of discharge or death does not count'],
};

function partialWords({ partial, days = 15 }: MonthsSpec): Pair {
  switch (partial) {
    case 'DAYS_AT_LEAST':
      return [
        `当月住满${days}天计一个月，不满不计`,
        `a month counts from ${days} days on, otherwise not at all`,
      ];
    case 'PER_DAY':
      return ['按当月实住天数折算', 'a part of a month counts by its days'];
    case 'DAYS_OF_30':
      return ['每月按30天折算', 'a part of a month counts as days of 30'];
    case 'ANY_DAY':
      return ['住一天即计一个月', 'one day makes a month'];
    case 'FULL_MONTH':
      return ['仅计整月', 'only whole months count'];
  }
}

const absent = (rule: AbsenceRule): Pair | null =>
  rule === 'NOT_COUNT' ? null : [absenceWords(rule, 'zh'), absenceWords(rule, 'en')];

/** How a month that was not lived through counts, and what becomes of absences and of the last one. */
export function monthsWords(spec: MonthsSpec, locale: Locale): string {
  const pairs = [
    partialWords(spec),
    absent(spec.absences ?? 'NOT_COUNT'),
    ENTRY[spec.entry ?? 'DAY_RULE'],
    EXIT[spec.exit ?? 'DAY_RULE'],
  ];
  return pairs
    .flatMap((pair) => (pair === null ? [] : [pair[locale === 'zh' ? 0 : 1]]))
    .join(locale === 'zh' ? '；' : '; ');
}
