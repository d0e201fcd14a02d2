import fc from 'fast-check';
import {
  addDays,
  addMonths,
  ageOn,
  contains,
  daysBetween,
  daysInMonth,
  fromDayNumber,
  isLocalDate,
  lastDay,
  localDate,
  monthOf,
  monthsFromTo,
  overlaps,
  shanghaiDay,
  yearMonth,
} from './calendar.js';

const day = localDate;
const anyDay = fc.integer({ min: -25_000, max: 40_000 }).map(fromDayNumber);

describe('a calendar day', () => {
  it.each(['2023-02-29', '1900-02-29', '2026-13-01', '2026-04-31', '2026-1-1', '0000-01-01', ''])(
    '%s is none',
    (text) => {
      expect(isLocalDate(text)).toBe(false);
      expect(() => localDate(text)).toThrow(RangeError);
    },
  );

  it.each(['2024-02-29', '2000-02-29', '2026-12-31'])('%s is one', (text) => {
    expect(isLocalDate(text)).toBe(true);
  });

  it('comes back after any number of days there and back', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -5000, max: 5000 }), (from, days) => {
        const until = addDays(from, days);
        expect(isLocalDate(until)).toBe(true);
        expect(daysBetween(from, until)).toBe(days);
      }),
    );
  });

  it('begins in Shanghai eight hours before it begins in Greenwich', () => {
    expect(shanghaiDay(new Date('2026-02-28T15:59:59Z'))).toBe('2026-02-28');
    expect(shanghaiDay(new Date('2026-02-28T16:00:00Z'))).toBe('2026-03-01');
  });
});

describe('a month', () => {
  it('has its own length, the leap day included', () => {
    expect(daysInMonth(yearMonth('2024-02'))).toBe(29);
    expect(daysInMonth(yearMonth('2026-02'))).toBe(28);
    expect(lastDay(yearMonth('2026-04'))).toBe('2026-04-30');
  });

  it('is counted over the turn of the year, both ends included', () => {
    expect(monthsFromTo(yearMonth('2025-11'), yearMonth('2026-02'))).toEqual([
      '2025-11',
      '2025-12',
      '2026-01',
      '2026-02',
    ]);
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2025-12-15', 2, '2026-02-15'],
  ])('%s and %i months is %s, the last day where there is no such day', (from, months, until) => {
    expect(addMonths(day(from), months)).toBe(until);
  });

  it('added to a day lands in that month', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 240 }), (from, months) => {
        const months12 = addMonths(from, months);
        expect(monthsFromTo(monthOf(from), monthOf(months12))).toHaveLength(months + 1);
      }),
    );
  });
});

describe('age', () => {
  it.each([
    ['1946-03-10', '2026-03-09', 79],
    ['1946-03-10', '2026-03-10', 80],
    ['1944-02-29', '2026-02-27', 81],
    ['1944-02-29', '2026-02-28', 82],
    ['1944-02-29', '2024-02-28', 79],
    ['1944-02-29', '2024-02-29', 80],
  ])('of one born on %s is, on %s, %i', (born, on, years) => {
    expect(ageOn(day(born), day(on))).toBe(years);
  });
});

describe('a span of days', () => {
  const stay = { from: day('2026-02-01'), until: day('2026-02-10') };

  it('holds its first day and not its last', () => {
    expect(contains(stay, day('2026-02-01'))).toBe(true);
    expect(contains(stay, day('2026-02-10'))).toBe(false);
    expect(contains({ from: day('2026-02-01'), until: null }, day('2099-01-01'))).toBe(true);
  });

  it('may begin on the day on which the one before ends', () => {
    expect(overlaps(stay, { from: day('2026-02-10'), until: null })).toBe(false);
    expect(overlaps(stay, { from: day('2026-02-09'), until: null })).toBe(true);
  });

  it('overlaps another exactly when a day is in both', () => {
    const span = fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }))
      .map(([from, length]) => ({
        from: fromDayNumber(from),
        until: fromDayNumber(from + length),
      }));
    fc.assert(
      fc.property(span, span, (a, b) => {
        const days = Array.from({ length: 70 }, (_, index) => fromDayNumber(index));
        const hasCommonDay = days.some((date) => contains(a, date) && contains(b, date));
        expect(overlaps(a, b)).toBe(hasCommonDay);
      }),
    );
  });
});
