import { phoneProblems, tidyPhone } from '@yibu/kernel';
import { tidyCell } from '@yibu/platform';

import type { RowReader } from './row-reader.js';

const MAX = 60;
/** A number with what may stand in it; whoever it belongs to is often written beside it. */
const NUMBER = /\+?\d[\d\s—–-]{4,20}\d(?:转\d{1,6})?/;
const BRACKETS_AND_MARKS = /[()[\]【】:：.]/g;

export interface ReadPhone {
  readonly phone: string | null;
  /** What stood beside the number: 儿子, 张强. */
  readonly words: string | null;
}

const NONE: ReadPhone = { phone: null, words: null };

/** A phone keeps nobody out: what cannot be read of it is left out, and the list is told. */
export function readPhone(reader: RowReader, field: 'phone' | 'contactPhone'): ReadPhone {
  const text = reader.text(field, MAX);
  if (text === null) {
    return NONE;
  }
  // Two numbers in one cell: the first is kept.
  const [first = '', second] = tidyCell(text).split(/[、,，;；/]|(?<=\d{11})\s(?=\d)/);
  if (second !== undefined && second.trim() !== '') {
    reader.warn(field, 'phoneFirstOnly');
  }
  const whole = tidyPhone(first);
  const isWhole = phoneProblems(field, whole).length === 0;
  const number = NUMBER.exec(first)?.[0] ?? '';
  const phone = isWhole ? whole : tidyPhone(number);
  if (phone === '' || phoneProblems(field, phone).length > 0) {
    reader.warn(field, 'phoneLeftOut', { word: first.slice(0, 20) });
    return NONE;
  }
  const digits = phone.replace(/\D/g, '');
  if (/^1\d*$/.test(digits) && !phone.startsWith('+') && digits.length !== 11) {
    reader.warn(field, 'phoneDigits', { count: digits.length });
  }
  const words = isWhole ? '' : first.replace(number, '').replace(BRACKETS_AND_MARKS, '').trim();
  return { phone, words: words === '' ? null : words.slice(0, 20) };
}
