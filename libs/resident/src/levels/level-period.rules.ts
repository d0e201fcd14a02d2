import {
  AppError,
  InputError,
  addMonths,
  monthOf,
  overlaps,
  type DateInterval,
  type LocalDate,
} from '@yibu/kernel';

/** How far ahead a level may be decided. */
const MAX_MONTHS_AHEAD = 12;

export interface PeriodState extends DateInterval {
  readonly id: string;
}

/** A period that gives way: cut to `remains`, or replaced as a whole. */
export interface Displaced {
  readonly id: string;
  readonly remains: DateInterval | null;
}

export interface Placement {
  readonly placed: DateInterval;
  readonly displaced: readonly Displaced[];
}

/**
 * Where a newly accepted level stands among those of the same person, scale and kind. An earlier one ends where it
 * begins; one of the same day is replaced; before a later one it ends itself, because the later decision holds.
 */
export function placePeriod(live: readonly PeriodState[], wanted: DateInterval): Placement {
  const later = live
    .filter((period) => period.from > wanted.from)
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))[0];
  const placed =
    later !== undefined && overlaps(later, wanted)
      ? { from: wanted.from, until: later.from }
      : wanted;
  const displaced = live
    .filter((period) => period.from <= wanted.from && overlaps(period, placed))
    .map((period) => ({
      id: period.id,
      remains: period.from < wanted.from ? { from: period.from, until: wanted.from } : null,
    }));
  return { placed, displaced };
}

export interface Acceptance {
  readonly assessedOn: LocalDate;
  readonly wanted: DateInterval;
  readonly today: LocalDate;
}

/** Validity is never assumed: an end, or the word that there is none. */
export function wantedInterval(input: {
  readonly from: LocalDate;
  readonly until: LocalDate | null;
  readonly isOpenEnded: boolean;
}): DateInterval {
  if ((input.until === null) !== input.isOpenEnded) {
    throw new AppError(
      'LEVEL_VALIDITY_MISSING',
      'Neither an end of validity nor the word that there is none',
    );
  }
  if (input.until !== null && input.until <= input.from) {
    throw new InputError([{ path: 'until', rule: 'after', params: { limit: input.from } }]);
  }
  return { from: input.from, until: input.until };
}

export function assertNotFarAhead(from: LocalDate, today: LocalDate): void {
  const last = addMonths(today, MAX_MONTHS_AHEAD);
  if (from > last) {
    throw new InputError([{ path: 'from', rule: 'notAfter', params: { limit: last } }]);
  }
}

/**
 * What reaches back into an earlier month, before the assessment itself, or replaces a decision of the same day,
 * may change money already claimed: it needs a reason.
 */
export function needsReason(acceptance: Acceptance, placement: Placement): boolean {
  const { assessedOn, wanted, today } = acceptance;
  return (
    monthOf(wanted.from) < monthOf(today) ||
    wanted.from < assessedOn ||
    placement.displaced.some((period) => period.remains === null)
  );
}

export function assertReason(isNeeded: boolean, reason: string | null | undefined): void {
  if (isNeeded && (reason ?? '').trim() === '') {
    throw new AppError('REASON_REQUIRED', 'A level that reaches back needs a reason', {
      field: 'reason',
    });
  }
}
