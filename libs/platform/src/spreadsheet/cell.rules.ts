import { isLocalDate, fromDayNumber, type ErrorParams, type LocalDate } from '@yibu/kernel';

/** What a cell says, or why it cannot be read. Empty cells say null. */
export type CellReading<T> =
  | { readonly ok: true; readonly value: T | null }
  | { readonly ok: false; readonly rule: string; readonly params?: ErrorParams };

export const said = <T>(value: T | null): CellReading<T> => ({ ok: true, value });
export const refused = (rule: string, params?: ErrorParams): CellReading<never> => ({
  ok: false,
  rule,
  ...(params ? { params } : {}),
});

/** What people put into a cell that has nothing to say. */
export const NOTHING = new Set([
  '',
  '-',
  '--',
  '—',
  '——',
  '/',
  '\\',
  '无',
  '不详',
  '未知',
  '暂无',
  '空',
  'n/a',
  'na',
  'null',
  'none',
]);

/** Full-width letters and digits, no-break and zero-width spaces, a leading apostrophe of spreadsheets. */
export const tidyCell = (cell: string): string =>
  cell
    .normalize('NFKC')
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^['’‘`]/, '')
    .trim();

export function readText(cell: string, max: number): CellReading<string> {
  // Chinese punctuation stays as it was typed: only names of fields and numbers are compared.
  const text = cell
    .replace(/[\u200b-\u200d\ufeff]/g, '')
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .replace(/^['’‘`]/, '');
  if (NOTHING.has(text.toLowerCase())) {
    return said<string>(null);
  }
  return [...text].length > max ? refused('maxLength', { max }) : said(text);
}

const CHINESE_DIGITS = '〇一二三四五六七八九';

/** 二〇二六年三月十五日 → 2026年3月15日. */
function arabic(text: string): string {
  return text
    .replaceAll('○', '〇')
    .replaceAll('零', '〇')
    .replaceAll('元年', '一年')
    .replace(
      /([一二三四五六七八九]?)十([一二三四五六七八九]?)/g,
      (_, tens: string, ones: string) => {
        const ten = tens === '' ? 1 : CHINESE_DIGITS.indexOf(tens);
        return String(ten * 10 + (ones === '' ? 0 : CHINESE_DIGITS.indexOf(ones)));
      },
    )
    .replace(/[〇一二三四五六七八九]/g, (digit) => String(CHINESE_DIGITS.indexOf(digit)));
}

const SEPARATED =
  /^(\d{4}|\d{2})\s?[-/.年、,]\s?(\d{1,2})\s?[-/.月、,]\s?(\d{1,2})\s?[日号]?(?:[ T]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?Z?)?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_ONLY = /^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?月?$/;
/** Days since 1899-12-30, as spreadsheets count: 1927 to 2064. A plain year is no day. */
const SERIAL = /^(\d{5})(?:\.\d+)?$/;
const SERIAL_EPOCH = 25_569;

/** 2026-03-01, 2026.3.1, 2026/3/1, 2026年3月1日, 20260301, 46082 (a spreadsheet's own day number) … */
export function readDate(cell: string): CellReading<LocalDate> {
  const text = tidyCell(cell);
  if (NOTHING.has(text.toLowerCase())) {
    return said<LocalDate>(null);
  }
  if (/农历|阴历|正月|腊月|初[一二三四五六七八九十]/.test(text)) {
    return refused('dateLunar');
  }
  const plain = arabic(text);
  const serial = SERIAL.exec(plain);
  if (serial) {
    return said(fromDayNumber(Number(serial[1]) - SERIAL_EPOCH));
  }
  const parts = SEPARATED.exec(plain) ?? COMPACT.exec(plain);
  if (!parts) {
    return refused(MONTH_ONLY.test(plain) ? 'dateNeedsDay' : 'dateUnreadable');
  }
  return dateOf(String(parts[1]), String(parts[2]), String(parts[3]));
}

function dateOf(year: string, month: string, day: string): CellReading<LocalDate> {
  if (year.length === 2) {
    return refused('dateNeedsYear');
  }
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isLocalDate(date) ? said(date) : refused('dateNotInCalendar');
}

export function oneOf<T extends string>(
  words: Readonly<Record<T, readonly string[]>>,
  rule: string,
): (cell: string) => CellReading<T> {
  const byWord = new Map(
    (Object.entries(words) as [T, readonly string[]][]).flatMap(([code, names]) =>
      [code as string, ...names].map((name) => [name.toLowerCase(), code] as const),
    ),
  );
  const allowed = (Object.values(words) as (readonly string[])[]).map(([first]) => first ?? '');
  return (cell) => {
    const text = tidyCell(cell).replaceAll(' ', '').toLowerCase();
    if (NOTHING.has(text) && !byWord.has(text)) {
      return said<T>(null);
    }
    const code = byWord.get(text);
    return code === undefined ? refused(rule, { allowed: allowed.join('、') }) : said(code);
  };
}
