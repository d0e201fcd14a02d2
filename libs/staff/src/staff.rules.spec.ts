import { localDate } from '@yibu/kernel';

import { expiryState, lastValidDay } from './staff.rules.js';

const day = localDate;

describe('a certificate', () => {
  it('of food health lasts a year from its issue, to the corresponding day', () => {
    expect(
      lastValidDay({ validityKind: 'ANNUAL_CHECK', issuedOn: day('2024-02-29'), validUntil: null }),
    ).toBe('2025-02-28');
  });

  it('of a caregiver does not run out', () => {
    expect(
      lastValidDay({ validityKind: 'NONE', issuedOn: day('2020-01-01'), validUntil: null }),
    ).toBeNull();
  });

  it('of a nurse needs the end of its registration', () => {
    expect(() =>
      lastValidDay({ validityKind: 'FIXED', issuedOn: day('2020-01-01'), validUntil: null }),
    ).toThrow('validUntil');
  });

  it.each([
    ['2026-06-14', 'EXPIRED'],
    ['2026-06-15', 'DUE_30'],
    ['2026-07-15', 'DUE_30'],
    ['2026-07-16', 'DUE_60'],
    ['2026-08-14', 'DUE_60'],
    ['2026-08-15', 'VALID'],
  ])('that holds until %s is %s on 15 June 2026', (until, state) => {
    expect(expiryState(day(until), day('2026-06-15'))).toBe(state);
  });
});
