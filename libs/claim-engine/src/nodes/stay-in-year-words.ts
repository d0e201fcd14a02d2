import { absenceNote } from './absence-words.js';
import type { StayInYearSpec } from './gate-stay-in-year.js';
import type { Locale } from './node.js';

/** 年度住养超过3个月（达到后追溯全年） */
export function stayInYearWords(spec: StayInYearSpec, locale: Locale): string {
  const limit = {
    ANNIVERSARY: spec.months ?? 3,
    DAYS: spec.days ?? 90,
    COUNTED_MONTHS: spec.countedMonths ?? 4,
  };
  const isZh = locale === 'zh';
  const isEnough = spec.passes === 'AT_LEAST';
  const above = isZh ? (isEnough ? '满' : '超过') : isEnough ? 'at least' : 'more than';
  const texts = {
    ANNIVERSARY: isZh
      ? `年度住养${above}${limit.ANNIVERSARY}个月`
      : `lived here ${above} ${limit.ANNIVERSARY} months in the year`,
    DAYS: isZh
      ? `年度住养${above}${limit.DAYS}天`
      : `lived here ${above} ${limit.DAYS} days in the year`,
    COUNTED_MONTHS: isZh
      ? `年度内至少${limit.COUNTED_MONTHS}个计发月`
      : `at least ${limit.COUNTED_MONTHS} counted months in the year`,
  };
  const pays =
    spec.pays === 'PROSPECTIVE'
      ? isZh
        ? '（达到后的次月起）'
        : ' (from the month after)'
      : isZh
        ? '（达到后追溯全年）'
        : ' (then all months of the year)';
  const absences = absenceNote(spec.absences, 'NOT_COUNT', locale);
  return `${texts[spec.method]}${absences}${pays}`;
}
