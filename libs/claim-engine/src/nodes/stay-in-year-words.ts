import { absenceWords } from './absence-words.js';
import type { StayInYearSpec } from './gate-stay-in-year.js';
import type { Locale } from './node.js';

type Pair = readonly [zh: string, en: string];

function threshold(spec: StayInYearSpec): Pair {
  const isEnough = spec.passes === 'AT_LEAST';
  const [zh, en] = isEnough ? ['满', 'at least'] : ['超过', 'more than'];
  switch (spec.method) {
    case 'ANNIVERSARY': {
      const months = spec.months ?? 3;
      return [`年度住养${zh}${months}个月`, `lived here ${en} ${months} months in the year`];
    }
    case 'DAYS': {
      const days = spec.days ?? 90;
      return [`年度住养${zh}${days}天`, `lived here ${en} ${days} days in the year`];
    }
    case 'COUNTED_MONTHS': {
      const months = spec.countedMonths ?? 4;
      return [`年度内至少${months}个计发月`, `at least ${months} counted months in the year`];
    }
  }
}

const PAYS: Readonly<Record<NonNullable<StayInYearSpec['pays']>, Pair>> = {
  PROSPECTIVE: ['达到后的次月起', 'from the month after'],
  RETROACTIVE: ['达到后追溯全年', 'then all months of the year'],
};

/** 年度住养超过3个月（达到后追溯全年） */
export function stayInYearWords(spec: StayInYearSpec, locale: Locale): string {
  const at = locale === 'zh' ? 0 : 1;
  const { absences } = spec;
  const isSaid = absences != null && absences !== 'NOT_COUNT';
  const notes = [
    ...(isSaid ? [absenceWords(absences, locale)] : []),
    PAYS[spec.pays ?? 'RETROACTIVE'][at],
  ];
  return at === 0
    ? `${threshold(spec)[0]}（${notes.join('；')}）`
    : `${threshold(spec)[1]} (${notes.join('; ')})`;
}
