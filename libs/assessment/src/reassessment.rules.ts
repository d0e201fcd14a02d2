import { addMonths, daysBetween, type LocalDate } from '@yibu/kernel';

/** How near the end of a result's validity is. The thresholds are the days at which people are reminded. */
export type ReassessmentState = 'VALID' | 'DUE_60' | 'DUE_30' | 'DUE_7' | 'OVERDUE' | 'OPEN_ENDED';

const THRESHOLDS = [
  { days: 7, state: 'DUE_7' },
  { days: 30, state: 'DUE_30' },
  { days: 60, state: 'DUE_60' },
] as const;

export const REMINDER_DAYS = 60;

/** `validUntil` is the first day on which the result no longer holds, like every end in the product. */
export function reassessmentState(
  validUntil: LocalDate | null,
  today: LocalDate,
): ReassessmentState {
  if (validUntil === null) {
    return 'OPEN_ENDED';
  }
  const daysLeft = daysBetween(today, validUntil);
  if (daysLeft <= 0) {
    return 'OVERDUE';
  }
  return THRESHOLDS.find(({ days }) => daysLeft <= days)?.state ?? 'VALID';
}

/** Validity runs in calendar months from the day of the assessment, never in units of 30 days. */
export const validUntilAfter = (assessedOn: LocalDate, months: number): LocalDate =>
  addMonths(assessedOn, months);
