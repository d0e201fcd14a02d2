import { addDays, AppError, daysBetween, type LocalDate } from '@yibu/kernel';

import type { LateRule } from './stage.entities.js';

export interface WindowRule {
  readonly windowFromDay: number | null;
  readonly windowUntilDay: number | null;
  readonly lateRule: LateRule | null;
}

/** When a claim of a period may come in; both days belong to it. */
export interface SubmissionWindow {
  readonly opensOn: LocalDate;
  readonly closesOn: LocalDate;
  readonly lateRule: LateRule;
}

/** `endsBefore` is the first day after the period; day 1 of the window. Without a rule there is no window. */
export function windowOf(rule: WindowRule | null, endsBefore: LocalDate): SubmissionWindow | null {
  if (rule === null || rule.windowUntilDay === null || rule.lateRule === null) {
    return null;
  }
  return {
    opensOn: addDays(endsBefore, (rule.windowFromDay ?? 1) - 1),
    closesOn: addDays(endsBefore, rule.windowUntilDay - 1),
    lateRule: rule.lateRule,
  };
}

/** Days past the window; 0 while it is open. */
export const daysLate = (window: SubmissionWindow | null, today: LocalDate): number =>
  window === null ? 0 : Math.max(0, daysBetween(window.closesOn, today));

export interface Lateness {
  readonly days: number;
  readonly reason: string;
}

/** Refused before the window; after it refused, or taken with a reason that stays with the claim, as the county says. */
export function assertInWindow(
  window: SubmissionWindow | null,
  today: LocalDate,
  reason: string | null,
): Lateness | null {
  if (window === null) {
    return null;
  }
  const { opensOn, closesOn, lateRule } = window;
  if (today < opensOn) {
    throw new AppError('CLAIM_WINDOW_EARLY', `The window opens on ${opensOn}`, { day: opensOn });
  }
  const days = daysLate(window, today);
  if (days === 0) {
    return null;
  }
  if (lateRule === 'REFUSE') {
    throw new AppError('CLAIM_WINDOW_OVER', `The window closed on ${closesOn}`, {
      day: closesOn,
      days,
    });
  }
  const given = (reason ?? '').trim();
  if (given === '') {
    throw new AppError('CLAIM_LATE_REASON', `${days} days late, and no reason`, {
      day: closesOn,
      days,
    });
  }
  return { days, reason: given };
}
