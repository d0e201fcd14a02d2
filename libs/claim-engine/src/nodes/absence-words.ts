import { word } from '../explain/vocabulary.js';
import {
  ABSENCE_KINDS,
  ABSENCE_LIMITS,
  type AbsenceLimit,
  type AbsenceMode,
  type AbsenceRule,
  type LimitedAbsences,
} from '../facts/absence-rule.js';
import type { Locale } from './node.js';

type Pair = readonly [zh: string, en: string];

const ALL: Readonly<Record<AbsenceMode, Pair>> = {
  NOT_COUNT: ['住院、请假的天数不计', 'days in hospital or on leave do not count'],
  COUNT: ['住院、请假的天数照计', 'days in hospital or on leave count'],
  COUNT_IF_BED_HELD: [
    '住院、请假期间保留床位的天数照计',
    'days in hospital or on leave count while the bed is held',
  ],
};

const LIMIT: Readonly<Record<AbsenceLimit, (days: number | string) => Pair>> = {
  perAbsence: (days) => [`每次不超过${days}天`, `${days} days each time`],
  perMonth: (days) => [`每月不超过${days}天`, `${days} days a month`],
  perYear: (days) => [`全年不超过${days}天`, `${days} days a year`],
};

function limitsOf(rule: LimitedAbsences, locale: Locale): string {
  const isZh = locale === 'zh';
  return ABSENCE_LIMITS.flatMap((name) => {
    const days = rule[name];
    const open = isZh ? '（未定）' : '(not given)';
    return days === undefined ? [] : [LIMIT[name](days ?? open)[isZh ? 0 : 1]];
  }).join(isZh ? '、' : ', ');
}

/** 住院每次不超过30天的部分照计，超出的不计 */
function ruleWords(rule: LimitedAbsences, locale: Locale): string {
  const isZh = locale === 'zh';
  const kinds = (rule.kinds ?? ABSENCE_KINDS).map((kind) => word(kind, locale));
  const limits = limitsOf(rule, locale);
  const isHeld = rule.count === 'COUNT_IF_BED_HELD';
  const isSaved = rule.beyond === 'COUNT_IF_BED_HELD';
  if (isZh) {
    const head = `${kinds.join('、')}${kinds.length > 1 && limits !== '' ? '合计' : ''}`;
    const held = isHeld ? '期间保留床位的，' : '';
    const beyond = isSaved ? '超出的在保留床位期间照计' : '超出的不计';
    return limits === ''
      ? `${head}${isHeld ? '期间保留床位' : ''}的天数照计`
      : `${head}${held}${limits}的部分照计，${beyond}`;
  }
  const head = `days ${kinds.join(' or ')}`;
  const held = isHeld ? ' while the bed is held' : '';
  const most = limits === '' ? '' : `, at most ${limits}${kinds.length > 1 ? ' together' : ''}`;
  const beyond = isSaved ? 'more only while the bed is held' : 'more do not count';
  return `${head} count${held}${most}${limits === '' ? '' : `; ${beyond}`}`;
}

/** What becomes of absences, rule by rule. */
export function absenceLines(rule: AbsenceRule, locale: Locale): string[] {
  if (typeof rule === 'string') {
    return [ALL[rule][locale === 'zh' ? 0 : 1]];
  }
  const isZh = locale === 'zh';
  const without = ABSENCE_KINDS.filter(
    (kind) => !rule.some(({ kinds }) => kinds == null || kinds.includes(kind)),
  );
  const off = without.map((kind) =>
    isZh ? `${word(kind, locale)}的天数不计` : `days ${word(kind, locale)} do not count`,
  );
  return [...rule.map((one) => ruleWords(one, locale)), ...off];
}

/** The same as one sentence. */
export const absenceWords = (rule: AbsenceRule, locale: Locale): string =>
  absenceLines(rule, locale).join(locale === 'zh' ? '；' : '; ');

/** The same in brackets behind a figure, where it is not what the figure does without being told. */
export function absenceNote(
  rule: AbsenceRule | null | undefined,
  usual: AbsenceMode,
  locale: Locale,
): string {
  if (rule == null || rule === usual) {
    return '';
  }
  return locale === 'zh' ? `（${absenceWords(rule, locale)}）` : ` (${absenceWords(rule, locale)})`;
}
