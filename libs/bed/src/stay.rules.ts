import {
  AppError,
  daysBetween,
  InputError,
  type DateInterval,
  type FieldProblem,
  type LocalDate,
} from '@yibu/kernel';

export const STAY_STATUSES = ['RESERVED', 'ACTIVE', 'ENDED', 'CANCELLED'] as const;
export type StayStatus = (typeof STAY_STATUSES)[number];

export const STAY_EVENTS = [
  'admit',
  'cancel',
  'correct',
  'transfer',
  'leave',
  'discharge',
  'die',
  'undoAdmission',
  'undoEnd',
] as const;
export type StayEvent = (typeof STAY_EVENTS)[number];

export const END_KINDS = ['DISCHARGE', 'DEATH', 'TRANSFER', 'SWAP'] as const;
export type EndKind = (typeof END_KINDS)[number];

export const ABSENCE_KINDS = ['HOME_LEAVE', 'HOSPITAL'] as const;
export type AbsenceKind = (typeof ABSENCE_KINDS)[number];

export const STAY_SOURCES = ['ENTERED', 'IMPORTED'] as const;
export type StaySource = (typeof STAY_SOURCES)[number];

/** The whole life of a stay. What is not written here cannot happen. */
export const STAY_TRANSITIONS: Readonly<
  Record<StayStatus, Readonly<Partial<Record<StayEvent, StayStatus>>>>
> = {
  RESERVED: { admit: 'ACTIVE', cancel: 'CANCELLED', correct: 'RESERVED' },
  ACTIVE: {
    correct: 'ACTIVE',
    transfer: 'ENDED',
    leave: 'ACTIVE',
    discharge: 'ENDED',
    die: 'ENDED',
    undoAdmission: 'CANCELLED',
  },
  // A leave that became known late still belongs to the stay that has ended.
  ENDED: { correct: 'ENDED', leave: 'ENDED', undoEnd: 'ACTIVE' },
  CANCELLED: {},
};

export function nextStatus(
  stay: { readonly id: string; readonly status: StayStatus },
  event: StayEvent,
): StayStatus {
  const next = STAY_TRANSITIONS[stay.status][event];
  if (next === undefined) {
    throw new AppError('STAY_STATE_REFUSED', `Stay ${stay.id} is ${stay.status}; no ${event}`, {
      status: stay.status,
      event,
    });
  }
  return next;
}

/** The days for which a stay holds its bed; null: none. A stay of no day holds nothing. */
export function bookedSpan(stay: {
  readonly status: StayStatus;
  readonly fromOn: LocalDate;
  readonly untilOn: LocalDate | null;
}): DateInterval | null {
  if (stay.status === 'CANCELLED' || stay.untilOn === stay.fromOn) {
    return null;
  }
  return { from: stay.fromOn, until: stay.untilOn };
}

/** What happened more than this many days ago is entered late, and the reason is kept. */
export const LATE_AFTER_DAYS = 7;

export const isLate = (on: LocalDate, today: LocalDate): boolean =>
  daysBetween(on, today) > LATE_AFTER_DAYS;

export const hasText = (text: string | null | undefined): text is string =>
  text !== null && text !== undefined && text.trim().length >= 2;

/** A deed is recorded when it has happened. Late: with a reason. */
export function assertDeedDay(
  deed: { readonly on: LocalDate; readonly reason?: string | null | undefined },
  today: LocalDate,
): void {
  const problems: FieldProblem[] = [];
  if (deed.on > today) {
    problems.push({ path: 'on', rule: 'notInFuture', params: { today } });
  }
  if (isLate(deed.on, today) && !hasText(deed.reason)) {
    problems.push({ path: 'reason', rule: 'lateNeedsReason', params: { days: LATE_AFTER_DAYS } });
  }
  refuseWhen(problems);
}

export function assertReason(reason: string | null | undefined): asserts reason is string {
  if (!hasText(reason)) {
    throw new InputError([{ path: 'reason', rule: 'isNotEmpty' }]);
  }
}

/** `until` is the first day that no longer counts; an interval that ends before it begins is a slip of the pen. */
export function assertOrder(
  earlier: { readonly on: LocalDate },
  later: { readonly path: string; readonly on: LocalDate | null | undefined },
): void {
  if (later.on !== null && later.on !== undefined && later.on < earlier.on) {
    refuseWhen([{ path: later.path, rule: 'notBefore', params: { limit: earlier.on } }]);
  }
}

/** The first day after `on`. */

export function refuseWhen(problems: readonly FieldProblem[]): void {
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}

/** A stay or a chain of stays as one span. */
export function spellSpan(
  stays: readonly { readonly fromOn: LocalDate; readonly untilOn: LocalDate | null }[],
): DateInterval | null {
  const first = stays[0];
  const last = stays.at(-1);
  return first && last ? { from: first.fromOn, until: last.untilOn } : null;
}

export const covers = (outer: DateInterval, inner: DateInterval): boolean =>
  outer.from <= inner.from &&
  (outer.until === null || (inner.until !== null && inner.until <= outer.until));
