import { localDate as day } from '@yibu/kernel';

import {
  assertDeedDay,
  bookedSpan,
  nextStatus,
  STAY_EVENTS,
  STAY_STATUSES,
  STAY_TRANSITIONS,
  type StayEvent,
  type StayStatus,
} from './stay.rules.js';

const ALLOWED: readonly (readonly [StayStatus, StayEvent, StayStatus])[] = [
  ['RESERVED', 'admit', 'ACTIVE'],
  ['RESERVED', 'cancel', 'CANCELLED'],
  ['RESERVED', 'correct', 'RESERVED'],
  ['ACTIVE', 'correct', 'ACTIVE'],
  ['ACTIVE', 'transfer', 'ENDED'],
  ['ACTIVE', 'leave', 'ACTIVE'],
  ['ACTIVE', 'discharge', 'ENDED'],
  ['ACTIVE', 'die', 'ENDED'],
  ['ACTIVE', 'undoAdmission', 'CANCELLED'],
  ['ENDED', 'correct', 'ENDED'],
  ['ENDED', 'leave', 'ENDED'],
  ['ENDED', 'undoEnd', 'ACTIVE'],
];

describe('the life of a stay', () => {
  it.each(ALLOWED)('%s + %s is %s', (status, event, next) => {
    expect(nextStatus({ id: 's1', status }, event)).toBe(next);
  });

  const refused = STAY_STATUSES.flatMap((status) =>
    STAY_EVENTS.map((event) => [status, event] as const),
  ).filter(([status, event]) => !ALLOWED.some(([from, on]) => from === status && on === event));

  it.each(refused)('%s + %s cannot happen', (status, event) => {
    expect(() => nextStatus({ id: 's1', status }, event)).toThrow(
      expect.objectContaining({ code: 'STAY_STATE_REFUSED', params: { status, event } }),
    );
  });

  it('has no other step', () => {
    const steps = Object.values(STAY_TRANSITIONS).flatMap((events) => Object.keys(events));
    expect(steps).toHaveLength(ALLOWED.length);
  });
});

describe('the days for which a stay holds its bed', () => {
  const stay = { status: 'ACTIVE' as const, fromOn: day('2026-06-01'), untilOn: null };

  it('have no end while the person lives there', () => {
    expect(bookedSpan(stay)).toEqual({ from: '2026-06-01', until: null });
  });

  it('are none when it began and ended on one day, or was cancelled', () => {
    expect(bookedSpan({ ...stay, status: 'ENDED', untilOn: stay.fromOn })).toBeNull();
    expect(bookedSpan({ ...stay, status: 'CANCELLED' })).toBeNull();
  });
});

describe('the day of a deed', () => {
  const today = day('2026-06-15');

  it('is not tomorrow', () => {
    expect(() => assertDeedDay({ on: day('2026-06-16') }, today)).toThrow(
      expect.objectContaining({
        fields: [{ path: 'on', rule: 'notInFuture', params: { today } }],
      }),
    );
  });

  it('may be a week back without a word, and further back with one', () => {
    expect(() => assertDeedDay({ on: day('2026-06-08') }, today)).not.toThrow();
    expect(() => assertDeedDay({ on: day('2026-06-07'), reason: ' ' }, today)).toThrow(
      /lateNeedsReason/,
    );
    expect(() =>
      assertDeedDay({ on: day('2026-06-07'), reason: '停电，今天补录' }, today),
    ).not.toThrow();
  });
});
