import type { MonthIndex } from '../base/days.js';

/** First month of the claim year that holds the month; `yearStart` 7 is a July–June year. */
export const claimYearOf = (month: MonthIndex, yearStart: number): MonthIndex =>
  month - ((((month - (yearStart - 1)) % 12) + 12) % 12);
