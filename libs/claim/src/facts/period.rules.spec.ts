import { localDate, yearMonth } from '@yibu/kernel';

import { claimYearOf, cut, parsePeriod } from './period.rules.js';

describe('a claim period', () => {
  it.each([
    ['2025-04', '2025-04', '2025-04', '2025-05-01'],
    ['2025-Q2', '2025-04', '2025-06', '2025-07-01'],
    ['2025-H2', '2025-07', '2025-12', '2026-01-01'],
    ['2024', '2024-01', '2024-12', '2025-01-01'],
  ])('%s runs from %s to %s', (text, first, last, before) => {
    expect(parsePeriod(text)).toMatchObject({
      firstMonth: first,
      lastMonth: last,
      endsBefore: before,
      yearFrom: `${text.slice(0, 4)}-01`,
    });
  });

  it.each(['2025-13', '2025-Q5', '25-04', '2025-4', ''])('“%s” is none', (text) => {
    expect(() => parsePeriod(text)).toThrow('is no period');
  });

  it('lies in the claim year that the pack begins in July', () => {
    expect(claimYearOf(yearMonth('2025-06'), 7)).toBe('2024-07');
    expect(claimYearOf(yearMonth('2025-07'), 7)).toBe('2025-07');
    expect(parsePeriod('2025-03', 7).yearFrom).toBe('2024-07');
  });

  it('knows nothing of what ends after it', () => {
    const before = localDate('2025-05-01');
    expect(cut(localDate('2025-04-30'), before)).toBe('2025-04-30');
    expect(cut(localDate('2025-05-01'), before)).toBeNull();
    expect(cut(null, before)).toBeNull();
  });
});
