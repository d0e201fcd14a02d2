import { fen, formatYuan } from '@yibu/kernel';

const ZONE = 'Asia/Shanghai';

export function formatFen(amount: number): string {
  return formatYuan(fen(amount));
}

const WALL_CLOCK = new Intl.DateTimeFormat('en-CA', {
  timeZone: ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A moment as the wall clock of the center shows it, wherever the reader's computer stands. */
export function formatMoment(instant: string, locale: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) {
    return instant;
  }
  const [day = '', time = ''] = WALL_CLOCK.format(moment).split(', ');
  return locale === 'en' ? `${formatDay(day, locale)}, ${time}` : `${day} ${time}`;
}

/** 2026-02-28 stays so in Chinese; English readers get "28 Feb 2026", which no one can misread. */
export function formatDay(day: string, locale: string): string {
  if (locale !== 'en') {
    return day;
  }
  const [year, month, date] = day.split('-');
  const name = new Intl.DateTimeFormat('en', { month: 'short', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );
  return month === undefined || date === undefined ? day : `${Number(date)} ${name} ${year}`;
}

/** 2026-03 stays so in Chinese; English readers get "Mar 2026". */
export function formatMonth(month: string, locale: string): string {
  if (locale !== 'en' || !/^\d{4}-\d{2}$/.test(month)) {
    return month;
  }
  return new Intl.DateTimeFormat('en', { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );
}

const DAY_OR_MONTH = /(?<![\w-])\d{4}-\d{2}(?:-\d{2})?(?![\w-])/g;

/** A sentence with the days and months in it as its reader writes them. */
export const formatSentence = (text: string, locale: string): string =>
  text.replace(DAY_OR_MONTH, (found) =>
    found.length > '2026-03'.length ? formatDay(found, locale) : formatMonth(found, locale),
  );

/** A text of a pack that stands by itself: an option, a rate, a heading. In English it begins with a capital letter. */
export const formatPackText = (text: string, locale: string): string =>
  locale === 'en'
    ? formatSentence(
        text.replace(/^[a-z]/, (first) => first.toUpperCase()),
        locale,
      )
    : text;

const KIB = 1024;

export function formatSize(bytes: number): string {
  if (bytes < KIB) {
    return `${bytes} B`;
  }
  const kib = bytes / KIB;
  return kib < KIB ? `${Math.round(kib)} KB` : `${Math.round((10 * kib) / KIB) / 10} MB`;
}

/** What begins a line begins with a capital. */
export const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
