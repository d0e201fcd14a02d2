import { localDate } from '@yibu/kernel';

import { reassessmentState, validUntilAfter } from './reassessment.rules.js';

const today = localDate('2026-03-01');
const state = (validUntil: string) => reassessmentState(localDate(validUntil), today);

describe('when the next assessment is due', () => {
  it.each([
    ['2026-05-01', 'VALID'], // 61 days left
    ['2026-04-30', 'DUE_60'],
    ['2026-04-01', 'DUE_60'], // 31 days left
    ['2026-03-31', 'DUE_30'],
    ['2026-03-09', 'DUE_30'], // 8 days left
    ['2026-03-08', 'DUE_7'],
    ['2026-03-02', 'DUE_7'], // today is the last valid day
    ['2026-03-01', 'OVERDUE'], // the first day it no longer holds
    ['2025-12-01', 'OVERDUE'],
  ])('valid until %s is %s on 1 March 2026', (validUntil, expected) => {
    expect(state(validUntil)).toBe(expected);
  });

  it('never, for a result without an end', () => {
    expect(reassessmentState(null, today)).toBe('OPEN_ENDED');
  });

  it('counts validity in calendar months, not in 180 days', () => {
    expect(validUntilAfter(localDate('2026-01-31'), 6)).toBe('2026-07-31');
    expect(validUntilAfter(localDate('2025-08-31'), 6)).toBe('2026-02-28');
    expect(validUntilAfter(localDate('2027-08-31'), 6)).toBe('2028-02-29');
  });
});
