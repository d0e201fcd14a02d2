import {
  addDays,
  addMonthsToMonth,
  AppError,
  firstDay,
  lastDay,
  monthsFromTo,
  yearMonth,
  type LocalDate,
  type YearMonth,
} from '@yibu/kernel';

/** What a claim is for: the months it closes, and the claim year whose entitlement is looked at again. */
export interface Period {
  readonly text: string;
  readonly firstMonth: YearMonth;
  readonly lastMonth: YearMonth;
  readonly yearFrom: YearMonth;
  /** First day after the period: what happens from here on does not count. */
  readonly endsBefore: LocalDate;
}

const PERIOD = /^(\d{4})(?:-(?:(0[1-9]|1[0-2])|Q([1-4])|H([12])))?$/;

/** `yearStart` is the first month of the claim year (1 = January), as the pack says. */
export function parsePeriod(text: string, yearStart = 1): Period {
  const parts = PERIOD.exec(text);
  if (!parts) {
    throw new AppError('CLAIM_PERIOD', `“${text}” is no period`, { period: text });
  }
  const [, year, month, quarter, half] = parts;
  const startOfYear = yearMonth(`${String(year)}-01`);
  const [firstMonth, length] = spanOf(startOfYear, { year, month, quarter, half });
  const lastMonth = addMonthsToMonth(firstMonth, length - 1);
  return {
    text,
    firstMonth,
    lastMonth,
    yearFrom: claimYearOf(lastMonth, yearStart),
    endsBefore: addDays(lastDay(lastMonth), 1),
  };
}

interface Parts {
  readonly year: string | undefined;
  readonly month: string | undefined;
  readonly quarter: string | undefined;
  readonly half: string | undefined;
}

function spanOf(startOfYear: YearMonth, parts: Parts): [YearMonth, number] {
  if (parts.month !== undefined) {
    return [yearMonth(`${String(parts.year)}-${parts.month}`), 1];
  }
  if (parts.quarter !== undefined) {
    return [addMonthsToMonth(startOfYear, (Number(parts.quarter) - 1) * 3), 3];
  }
  if (parts.half !== undefined) {
    return [addMonthsToMonth(startOfYear, (Number(parts.half) - 1) * 6), 6];
  }
  return [startOfYear, 12];
}

/** First month of the claim year that a month lies in. */
export function claimYearOf(month: YearMonth, yearStart = 1): YearMonth {
  const year = Number(month.slice(0, 4));
  const start = yearMonth(`${month.slice(0, 4)}-${String(yearStart).padStart(2, '0')}`);
  return start <= month ? start : addMonthsToMonth(start, year > 0 ? -12 : 0);
}

export const monthsOfYear = (yearFrom: YearMonth): YearMonth[] =>
  monthsFromTo(yearFrom, addMonthsToMonth(yearFrom, 11));

export const firstDayOfYear = (period: Period): LocalDate => firstDay(period.yearFrom);

/** What ends after the period has, for this period, not ended. */
export const cut = (day: LocalDate | null, before: LocalDate): LocalDate | null =>
  day !== null && day < before ? day : null;
