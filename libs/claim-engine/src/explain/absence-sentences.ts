import type { Params } from '../base/problem.js';
import type { Locale } from '../nodes/node.js';
import { list, number, type Pair } from './phrases.js';

/** 住院2025-07-06至2025-07-15（10天） */
const spell = (p: Params, locale: Locale): string => {
  const days = number(p.days);
  const span = p.from === p.last ? String(p.from) : null;
  return locale === 'zh'
    ? `${list(p.kinds, 'zh')}${span ?? `${String(p.from)}至${String(p.last)}`}（${days}天）`
    : `${list(p.kinds, 'en')} ${span === null ? `from ${String(p.from)} to ${String(p.last)}` : `on ${span}`} (${days} ${days === 1 ? 'day' : 'days'})`;
};

const LIMITS: Readonly<Record<string, readonly [string, string]>> = {
  perAbsence: ['每次', 'each time'],
  perMonth: ['每月', 'a month'],
  perYear: ['全年', 'a year'],
};

function reason(p: Params, locale: Locale): string {
  const at = locale === 'zh' ? 0 : 1;
  const limit = LIMITS[String(p.reason)];
  if (limit !== undefined) {
    const isTogether = Array.isArray(p.limited) && p.limited.length > 1;
    return locale === 'zh'
      ? `超过${isTogether ? `${list(p.limited, 'zh')}合计` : ''}${limit[0]}${String(p.limit)}天`
      : `more than ${String(p.limit)} days ${limit[1]}${isTogether ? `, ${list(p.limited, 'en')} together` : ''}`;
  }
  return p.reason === 'BED_NOT_HELD'
    ? (['床位未保留', 'the bed was not kept'][at] ?? '')
    : (['这类离院不计', 'absences of this kind do not count'][at] ?? '');
}

/** Which days of absence counted as resident days, which did not, and why. */
export const ABSENCE_SENTENCES: Readonly<Record<string, Pair>> = {
  ABSENCE_COUNTED: [
    (p) => `${spell(p, 'zh')}按规定计入在住天数`,
    (p) => `${spell(p, 'en')}: counted as resident`,
  ],
  ABSENCE_COUNTED_BED_HELD: [
    (p) => `${spell(p, 'zh')}已超过限额，因保留床位仍计入在住天数`,
    (p) => `${spell(p, 'en')}: beyond the limit, counted because the bed was kept`,
  ],
  ABSENCE_TAKEN_OFF: [
    (p) => `${spell(p, 'zh')}不计入：${reason(p, 'zh')}`,
    (p) => `${spell(p, 'en')}: not counted, ${reason(p, 'en')}`,
  ],
  ABSENCES_TOGETHER: [
    (p) =>
      `在住者住院、请假共${String(p.days)}天，其中${String(p.counted)}天计入、${String(p.off)}天不计入`,
    (p) =>
      `residents were away on ${String(p.days)} days: ${String(p.counted)} counted, ${String(p.off)} not`,
  ],
};
