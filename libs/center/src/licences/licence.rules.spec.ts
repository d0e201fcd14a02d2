import { localDate } from '@yibu/kernel';

import { assertLicence, licenceExpiry, licenceStateOn, speakingLicence } from './licence.rules.js';
import type { DatedLicence } from './licence.rules.js';

const on = localDate;

const fire = (validFrom: string, more: Partial<DatedLicence> = {}): DatedLicence => ({
  kind: 'FIRE',
  number: null,
  passed: true,
  validFrom: on(validFrom),
  validUntil: null,
  ...more,
});

describe('what a house has to hold', () => {
  it('holds from its first to its last printed day, both included', () => {
    const papers = [fire('2025-03-01', { validUntil: on('2026-02-28') })];
    const state = (day: string): string => licenceStateOn(papers, 'FIRE', on(day));
    expect(state('2025-02-28')).toBe('NONE');
    expect(state('2025-03-01')).toBe('VALID');
    expect(state('2026-02-28')).toBe('VALID');
    expect(state('2026-03-01')).toBe('EXPIRED');
    expect(licenceStateOn(papers, 'FOOD', on('2025-06-01'))).toBe('NONE');
  });

  it('is judged by the latest paper that holds: a failed inspection counts until it is passed again', () => {
    const failed = fire('2025-06-01', { passed: false });
    const papers = [fire('2025-01-01'), failed, fire('2025-07-01')];
    expect(licenceStateOn(papers, 'FIRE', on('2025-05-31'))).toBe('VALID');
    expect(licenceStateOn(papers, 'FIRE', on('2025-06-30'))).toBe('NOT_PASSED');
    expect(licenceStateOn(papers, 'FIRE', on('2025-07-01'))).toBe('VALID');
    expect(speakingLicence(papers, 'FIRE', on('2025-06-15'))).toBe(failed);
  });

  it('counts each lift by itself: one that ran out is not covered by another', () => {
    const lift = (number: string, until: string): DatedLicence =>
      fire('2025-01-01', { kind: 'SPECIAL_EQUIPMENT', number, validUntil: on(until) });
    const lifts = [lift('A', '2025-12-31'), lift('B', '2025-06-30')];
    expect(licenceStateOn(lifts, 'SPECIAL_EQUIPMENT', on('2025-06-30'))).toBe('VALID');
    expect(licenceStateOn(lifts, 'SPECIAL_EQUIPMENT', on('2025-07-01'))).toBe('EXPIRED');
  });

  it('is warned of sixty and thirty days ahead', () => {
    const until = { passed: true, validUntil: on('2025-12-31') };
    expect(licenceExpiry(until, on('2025-11-01'))).toBe('DUE_60');
    expect(licenceExpiry(until, on('2025-12-01'))).toBe('DUE_30');
    expect(licenceExpiry(until, on('2025-12-31'))).toBe('DUE_30');
    expect(licenceExpiry(until, on('2026-01-01'))).toBe('EXPIRED');
    expect(licenceExpiry({ passed: false, validUntil: null }, on('2025-01-01'))).toBe('NOT_PASSED');
  });

  it('says why where it did not pass, and does not end before it begins', () => {
    const wrong = { ...fire('2025-06-01', { passed: false, validUntil: on('2025-05-31') }) };
    expect(() => assertLicence({ ...wrong, remark: null })).toThrow(
      expect.objectContaining({
        fields: [
          { path: 'validUntil', rule: 'untilBeforeFrom' },
          { path: 'remark', rule: 'required' },
        ],
      }) as Error,
    );
    expect(() => assertLicence({ ...fire('2025-06-01'), remark: null })).not.toThrow();
  });
});
