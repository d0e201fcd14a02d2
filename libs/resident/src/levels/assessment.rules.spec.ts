import { localDate, type AppError } from '@yibu/kernel';

import {
  ASSESSMENT_EVENTS,
  ASSESSMENT_STATUSES,
  assertAssessedOn,
  nextStatus,
  signatureEvent,
  type AssessmentEvent,
  type AssessmentStatus,
} from './assessment.rules.js';

describe('the life of an assessment', () => {
  const allowed: Readonly<Record<string, string>> = {
    'DRAFT save': 'DRAFT',
    'DRAFT sign': 'AWAITING_SECOND',
    'DRAFT discard': 'DISCARDED',
    'AWAITING_SECOND countersign': 'SIGNED',
    'AWAITING_SECOND reopen': 'DRAFT',
    'SIGNED accept': 'ACCEPTED',
    'SIGNED reject': 'REJECTED',
  };
  const outcomeOf = (status: AssessmentStatus, event: AssessmentEvent): string => {
    try {
      return nextStatus({ id: 'a1', status }, event);
    } catch (error) {
      return (error as AppError).code;
    }
  };
  const pairs = ASSESSMENT_STATUSES.flatMap((status) =>
    ASSESSMENT_EVENTS.map((event) => ({
      status,
      event,
      next: allowed[`${status} ${event}`] ?? 'ASSESSMENT_WRONG_STATE',
    })),
  );

  it.each(pairs)('$status, $event: $next', ({ status, event, next }) => {
    expect(outcomeOf(status, event)).toBe(next);
  });

  it('takes the second signature from another person only', () => {
    const awaiting = { id: 'a1', status: 'AWAITING_SECOND', assessor1Id: 'wang' } as const;
    expect(signatureEvent(awaiting, 'li')).toBe('countersign');
    expect(() => signatureEvent(awaiting, 'wang')).toThrow(
      expect.objectContaining({ code: 'ASSESSOR_SAME' }),
    );
    expect(signatureEvent({ id: 'a1', status: 'DRAFT', assessor1Id: null }, 'wang')).toBe('sign');
  });
});

describe('the day of an assessment', () => {
  const person = { bornOn: localDate('1940-05-06'), diedOn: localDate('2026-03-10') };
  const check = (day: string) => () =>
    assertAssessedOn(localDate(day), person, localDate('2026-03-15'));

  it('may be any day of the life, the first and the last included', () => {
    expect(check('1940-05-06')).not.toThrow();
    expect(check('2026-03-10')).not.toThrow();
  });

  it.each([
    ['1940-05-05', 'afterBirth'],
    ['2026-03-11', 'beforeDeath'],
    ['2026-03-16', 'notInFuture'],
  ])('%s is refused: %s', (day, rule) => {
    expect(check(day)).toThrow(
      expect.objectContaining({
        fields: expect.arrayContaining([expect.objectContaining({ rule })]) as unknown,
      }),
    );
  });
});
