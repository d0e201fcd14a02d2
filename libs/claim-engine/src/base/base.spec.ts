import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { addMonths, localDate } from '@yibu/kernel';
import { canonicalJson } from './canonical.js';
import { addMonthsToDay, dateName, dayOf, monthOfDay, monthStart, wholeMonths } from './days.js';
import { portableSha256, sha256 } from './sha256.js';

describe('the digest', () => {
  it.each(['', 'abc', '颐簿', 'a'.repeat(55), 'a'.repeat(56), 'a'.repeat(64), 'é'.repeat(1000)])(
    'of %p is what every other program computes',
    (text) => {
      const other = createHash('sha256').update(text, 'utf8').digest('hex');
      expect([sha256(text), portableSha256(text)]).toEqual([other, other]);
    },
  );

  it('of any text is what every other program computes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const other = createHash('sha256').update(text, 'utf8').digest('hex');
        expect([sha256(text), portableSha256(text)]).toEqual([other, other]);
      }),
    );
  });

  it('does not depend on the order in which fields were written', () => {
    expect(canonicalJson({ b: [1, { y: 2, x: undefined }], a: '一' })).toBe(
      '{"a":"一","b":[1,{"y":2}]}',
    );
  });
});

describe('a day as a number', () => {
  const anyDay = fc.integer({ min: -40_000, max: 60_000 });

  it('keeps its month and its name', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const name = new Date(day * 86_400_000).toISOString().slice(0, 10);
        expect(dateName(day)).toBe(name);
        expect(dayOf(name)).toBe(day);
        expect(monthOfDay(day)).toBe(Number(name.slice(0, 4)) * 12 + Number(name.slice(5, 7)) - 1);
        expect(monthStart(monthOfDay(day)) <= day && day < monthStart(monthOfDay(day) + 1)).toBe(
          true,
        );
      }),
    );
  });

  it('moves by months as the calendar does', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 40 }), (day, months) => {
        expect(dateName(addMonthsToDay(day, months))).toBe(
          addMonths(localDate(dateName(day)), months),
        );
        expect(wholeMonths(day, addMonthsToDay(day, months))).toBe(months);
      }),
    );
  });
});
