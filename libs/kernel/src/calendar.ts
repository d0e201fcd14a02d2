declare const localDateBrand: unique symbol;
declare const yearMonthBrand: unique symbol;

/** A day on the wall calendar of the center (Asia/Shanghai), "2026-02-28". It has no time and no zone. */
export type LocalDate = string & { readonly [localDateBrand]: true };

/** A claim month, "2026-02". Compares as text. */
export type YearMonth = string & { readonly [yearMonthBrand]: true };

/** Half-open: `from` is the first day it holds, `until` the first day it no longer holds. */
export interface DateInterval {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
}

const DAY_MS = 86_400_000;
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

export function isLocalDate(text: string): text is LocalDate {
  const parts = DATE.exec(text);
  if (!parts) {
    return false;
  }
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(year, month);
}

export function localDate(text: string): LocalDate {
  if (!isLocalDate(text)) {
    throw new RangeError(`Not a calendar date: ${text}`);
  }
  return text;
}

export function isYearMonth(text: string): text is YearMonth {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text) && !text.startsWith('0000');
}

export function yearMonth(text: string): YearMonth {
  if (!isYearMonth(text)) {
    throw new RangeError(`Not a month: ${text}`);
  }
  return text;
}

const isLeapYear = (year: number): boolean =>
  (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

function lengthOfMonth(year: number, month: number): number {
  if (month === 2) {
    return isLeapYear(year) ? 29 : 28;
  }
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Days since 1970-01-01: spans become plain subtraction. */
export const dayNumber = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

export const fromDayNumber = (day: number): LocalDate =>
  new Date(day * DAY_MS).toISOString().slice(0, 10) as LocalDate;

export const addDays = (date: LocalDate, days: number): LocalDate =>
  fromDayNumber(dayNumber(date) + days);

/** Days from `from` until `until`, the latter not counted (half-open). */
export const daysBetween = (from: LocalDate, until: LocalDate): number =>
  dayNumber(until) - dayNumber(from);

export const monthOf = (date: LocalDate): YearMonth => date.slice(0, 7) as YearMonth;
export const firstDay = (month: YearMonth): LocalDate => `${month}-01` as LocalDate;
export const lastDay = (month: YearMonth): LocalDate =>
  `${month}-${String(daysInMonth(month)).padStart(2, '0')}` as LocalDate;

export function daysInMonth(month: YearMonth): number {
  return lengthOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)));
}

export function addMonthsToMonth(month: YearMonth, months: number): YearMonth {
  const index = Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1 + months;
  const year = String(Math.floor(index / 12)).padStart(4, '0');
  return yearMonth(`${year}-${String((index % 12) + 1).padStart(2, '0')}`);
}

/**
 * The corresponding day `months` later, or the last day of that month where it has none
 * (民法典 第二百零二条).
 */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const month = addMonthsToMonth(monthOf(date), months);
  const day = Math.min(Number(date.slice(8)), daysInMonth(month));
  return `${month}-${String(day).padStart(2, '0')}` as LocalDate;
}

/** Both ends included. */
export function monthsFromTo(from: YearMonth, to: YearMonth): YearMonth[] {
  const months: YearMonth[] = [];
  for (let month = from; month <= to; month = addMonthsToMonth(month, 1)) {
    months.push(month);
  }
  return months;
}

/** Full years of life on `on`; a birthday counts from its own day (民法典 第一千二百五十九条: 以上 includes). */
export function ageOn(bornOn: LocalDate, on: LocalDate): number {
  const years = Number(on.slice(0, 4)) - Number(bornOn.slice(0, 4));
  // Someone born on 29 February turns a year older on 28 February of a common year (民法典 第二百零二条).
  return addMonths(bornOn, years * 12) <= on ? years : years - 1;
}

export const contains = (interval: DateInterval, day: LocalDate): boolean =>
  interval.from <= day && (interval.until === null || day < interval.until);

export const overlaps = (a: DateInterval, b: DateInterval): boolean =>
  (b.until === null || a.from < b.until) && (a.until === null || b.from < a.until);

const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** The calendar day in Asia/Shanghai of a moment. China has had no daylight saving time since 1991. */
export const shanghaiDay = (moment: Date): LocalDate =>
  new Date(moment.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10) as LocalDate;

/** What time it is comes from outside, so that a test can say it. */
export interface Clock {
  now(): Date;
  today(): LocalDate;
}
