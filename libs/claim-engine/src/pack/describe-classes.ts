import { isRecord } from '../base/shape.js';
import { absenceWords } from '../nodes/absence-words.js';
import type { Locale } from '../nodes/node.js';
import type { CareClassesSpec, ProgramSpec } from './pack.types.js';

const MONTH: Readonly<Record<CareClassesSpec['month'], readonly [zh: string, en: string]>> = {
  FIRST_DAY: [
    '类别当月有变化的，次月起按新类别',
    'a class that changes counts from the next month',
  ],
  LOWEST: [
    '类别当月有变化的，按较低的类别',
    'of a month in which the class changes the lowest counts',
  ],
  LAST_DAY: [
    '类别当月有变化的，按最后一天的类别',
    'of a month in which the class changes that of the last day counts',
  ],
  MOST_DAYS: [
    '类别当月有变化的，按天数最多的类别',
    'of a month in which the class changes that of most days counts',
  ],
};

/** Whether the program asks for the one class of a unit. */
function asksForClass(value: unknown): boolean {
  if (Array.isArray(value)) {
    return value.some(asksForClass);
  }
  if (!isRecord(value)) {
    return false;
  }
  const isAsked = value.test === 'careClass' && (value.held ?? 'MONTH') === 'MONTH';
  return isAsked || Object.values(value).some(asksForClass);
}

/** How a class that changes is settled, and over which days. */
export function classLine(
  program: ProgramSpec,
  classes: CareClassesSpec | null,
  locale: Locale,
): string[] {
  const words = classes === null ? undefined : MONTH[classes.month];
  if (classes === null || words === undefined || !asksForClass(program)) {
    return [];
  }
  const { absences } = classes;
  const isZh = locale === 'zh';
  const away =
    absences == null || absences === 'NOT_COUNT'
      ? ''
      : isZh
        ? `（${absenceWords(absences, 'zh')}）`
        : ` (${absenceWords(absences, 'en')})`;
  return [`${words[isZh ? 0 : 1]}${away}`];
}
