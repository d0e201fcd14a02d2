import { fromDayNumber, type LocalDate, type YearMonth } from '@yibu/kernel';

/** Days are numbers since 1970-01-01 and months are year × 12 + month − 1, so that spans are subtractions. */
export type Day = number;
export type MonthIndex = number;

/** Later than any date a file can hold: an interval that is still open. */
export const NEVER: Day = 10_000_000;

const starts = new Map<MonthIndex, Day>();

export function monthStart(index: MonthIndex): Day {
  let start = starts.get(index);
  if (start === undefined) {
    start = Date.UTC(Math.floor(index / 12), index % 12, 1) / 86_400_000;
    starts.set(index, start);
  }
  return start;
}

export const monthEnd = (index: MonthIndex): Day => monthStart(index + 1);
export const monthLength = (index: MonthIndex): number => monthEnd(index) - monthStart(index);

export const dayOf = (date: string): Day =>
  monthStart(monthIndexOf(date)) + Number(date.slice(8, 10)) - 1;

export const dayOrNever = (date: string | null | undefined): Day =>
  date === null || date === undefined ? NEVER : dayOf(date);

export const monthIndexOf = (dateOrMonth: string): MonthIndex =>
  Number(dateOrMonth.slice(0, 4)) * 12 + Number(dateOrMonth.slice(5, 7)) - 1;

export const monthName = (index: MonthIndex): YearMonth =>
  `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}` as YearMonth;

const names = new Map<Day, LocalDate>();

/** Days are named again and again in explanations: a few thousand names are kept. */
export function dateName(day: Day): LocalDate {
  let name = names.get(day);
  if (name === undefined) {
    name = fromDayNumber(day);
    names.set(day, name);
  }
  return name;
}

/** Month of a day by the 400-year cycle of the calendar (146 097 days), counted from 1 March of the year 0. */
export function monthOfDay(day: Day): MonthIndex {
  const fromMarch = day + 719_468;
  const era = Math.floor(fromMarch / 146_097);
  const inEra = fromMarch - era * 146_097;
  const yearInEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) /
      365,
  );
  const inYear =
    inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const marchMonth = Math.floor((5 * inYear + 2) / 153);
  return (era * 400 + yearInEra) * 12 + marchMonth + 2;
}

/** The corresponding day `months` later, or the last day of a month that has none (民法典 第二百零二条). */
export function addMonthsToDay(day: Day, months: number): Day {
  const from = monthOfDay(day);
  const into = from + months;
  return monthStart(into) + Math.min(day - monthStart(from), monthLength(into) - 1);
}

/** Whole months from one day to another: the corresponding day completes a month. */
export function wholeMonths(from: Day, to: Day): number {
  const guess = monthOfDay(to) - monthOfDay(from);
  return addMonthsToDay(from, guess) <= to ? guess : guess - 1;
}

export const overlap = (aFrom: Day, aUntil: Day, bFrom: Day, bUntil: Day): number =>
  Math.max(0, Math.min(aUntil, bUntil) - Math.max(aFrom, bFrom));
