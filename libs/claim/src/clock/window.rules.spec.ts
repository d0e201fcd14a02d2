import { localDate } from '@yibu/kernel';

import { assertInWindow, daysLate, windowOf, type SubmissionWindow } from './window.rules.js';

const april = localDate('2025-05-01');
const rule = { windowFromDay: 2, windowUntilDay: 10, lateRule: 'FLAG' as const };

const outcome = (window: SubmissionWindow | null, day: string, reason: string | null): unknown => {
  try {
    return assertInWindow(window, localDate(day), reason);
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('the window of a county', () => {
  const window = windowOf(rule, april);

  it('counts its days after the last day of the period', () => {
    expect(window).toEqual({ opensOn: '2025-05-02', closesOn: '2025-05-10', lateRule: 'FLAG' });
    expect(windowOf({ ...rule, windowFromDay: null, windowUntilDay: 40 }, april)).toMatchObject({
      opensOn: '2025-05-01',
      closesOn: '2025-06-09',
    });
  });

  it('is none where the county has said nothing', () => {
    expect(windowOf(null, april)).toBeNull();
    expect(
      windowOf({ windowFromDay: null, windowUntilDay: null, lateRule: null }, april),
    ).toBeNull();
    expect(outcome(null, '2030-01-01', null)).toBeNull();
  });

  it.each([
    ['2025-05-01', null, 'CLAIM_WINDOW_EARLY'],
    ['2025-05-02', null, null],
    ['2025-05-10', null, null],
    ['2025-05-11', null, 'CLAIM_LATE_REASON'],
    ['2025-05-11', '  ', 'CLAIM_LATE_REASON'],
  ])('on %s with reason %s: %s', (day, reason, expected) => {
    expect(outcome(window, day, reason)).toBe(expected);
  });

  it('takes a late claim with its reason, or refuses it, as the county says', () => {
    expect(outcome(window, '2025-05-13', ' 停电 ')).toEqual({ days: 3, reason: '停电' });
    expect(daysLate(window, localDate('2025-05-13'))).toBe(3);
    const strict = windowOf({ ...rule, lateRule: 'REFUSE' }, april);
    expect(outcome(strict, '2025-05-11', '停电')).toBe('CLAIM_WINDOW_OVER');
  });
});
