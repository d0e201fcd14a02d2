import { localDate, overlaps, type DateInterval } from '@yibu/kernel';
import fc from 'fast-check';

import {
  assertReason,
  needsReason,
  placePeriod,
  wantedInterval,
  type PeriodState,
} from './level-period.rules.js';

const period = (id: string, from: string, until: string | null): PeriodState => ({
  id,
  from: localDate(from),
  until: until === null ? null : localDate(until),
});
const wanted = (from: string, until: string | null): DateInterval => {
  const { id: _id, ...interval } = period('', from, until);
  return interval;
};

describe('a newly accepted level', () => {
  it('stands alone when there is none', () => {
    const next = wanted('2026-01-05', '2027-01-05');
    expect(placePeriod([], next)).toEqual({ placed: next, displaced: [] });
  });

  it('ends the earlier one on the day it begins', () => {
    const result = placePeriod(
      [period('p1', '2025-01-05', '2026-01-05')],
      wanted('2025-10-01', '2026-10-01'),
    );
    expect(result.placed).toEqual({ from: '2025-10-01', until: '2026-10-01' });
    expect(result.displaced).toEqual([
      { id: 'p1', remains: { from: '2025-01-05', until: '2025-10-01' } },
    ]);
  });

  it('leaves one alone that ended before', () => {
    const result = placePeriod(
      [period('p1', '2024-01-05', '2025-01-05')],
      wanted('2025-01-05', '2026-01-05'),
    );
    expect(result.displaced).toEqual([]);
  });

  it('replaces one that begins on the same day', () => {
    const result = placePeriod([period('p1', '2025-01-05', null)], wanted('2025-01-05', null));
    expect(result.displaced).toEqual([{ id: 'p1', remains: null }]);
  });

  it('entered late, ends where a later one begins', () => {
    const result = placePeriod(
      [period('p1', '2024-06-01', '2025-06-01'), period('p2', '2025-10-01', '2026-10-01')],
      wanted('2025-03-01', '2026-03-01'),
    );
    expect(result.placed).toEqual({ from: '2025-03-01', until: '2025-10-01' });
    expect(result.displaced).toEqual([
      { id: 'p1', remains: { from: '2024-06-01', until: '2025-03-01' } },
    ]);
  });

  it('never leaves two levels on one day, whatever was there', () => {
    const day = fc
      .integer({ min: 0, max: 1500 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
    const anySpan = fc
      .tuple(day, fc.option(fc.integer({ min: 1, max: 500 })))
      .map(([from, days]) => {
        const end = days === null ? null : new Date(Date.parse(from) + days * 86_400_000);
        return wanted(from, end === null ? null : end.toISOString().slice(0, 10));
      });
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 8 }), (spans) => {
        let live: PeriodState[] = [];
        spans.forEach((next, index) => {
          const { placed, displaced } = placePeriod(live, next);
          live = live.flatMap((old) => {
            const gone = displaced.find((one) => one.id === old.id);
            if (gone === undefined) {
              return [old];
            }
            return gone.remains === null ? [] : [{ id: old.id, ...gone.remains }];
          });
          live.push({ id: `p${index}`, ...placed });
        });
        for (const one of live) {
          expect(live.filter((other) => overlaps(one, other))).toHaveLength(1);
        }
      }),
    );
  });
});

describe('the validity of a level', () => {
  const from = localDate('2026-01-05');
  it('must be said: an end, or that there is none', () => {
    const missing = () => wantedInterval({ from, until: null, isOpenEnded: false });
    expect(missing).toThrow(expect.objectContaining({ code: 'LEVEL_VALIDITY_MISSING' }));
    expect(wantedInterval({ from, until: null, isOpenEnded: true })).toEqual({
      from,
      until: null,
    });
  });

  it('is not both ended and without end', () => {
    const both = () => wantedInterval({ from, until: localDate('2027-01-05'), isOpenEnded: true });
    expect(both).toThrow(expect.objectContaining({ code: 'LEVEL_VALIDITY_MISSING' }));
  });

  it('lasts a day at least', () => {
    const empty = () => wantedInterval({ from, until: from, isOpenEnded: false });
    expect(empty).toThrow(expect.objectContaining({ code: 'INPUT_INVALID' }));
  });
});

describe('the reason for a level', () => {
  const today = localDate('2026-03-15');
  const asked = (from: string, assessedOn: string, live: readonly PeriodState[] = []) => {
    const next = wanted(from, '2027-03-01');
    return needsReason(
      { assessedOn: localDate(assessedOn), wanted: next, today },
      placePeriod(live, next),
    );
  };

  it('is not asked for a decision of this month after the assessment', () => {
    expect(asked('2026-03-02', '2026-03-01')).toBe(false);
    expect(asked('2026-04-01', '2026-03-01')).toBe(false);
  });

  it('is asked when the level reaches into an earlier month, or before the assessment', () => {
    expect(asked('2026-02-28', '2026-02-27')).toBe(true);
    expect(asked('2026-03-01', '2026-03-02')).toBe(true);
  });

  it('is asked when a decision of the same day is replaced', () => {
    expect(asked('2026-03-02', '2026-03-01', [period('p1', '2026-03-02', null)])).toBe(true);
  });

  it('is more than blanks', () => {
    expect(() => assertReason(true, '  ')).toThrow(
      expect.objectContaining({ code: 'REASON_REQUIRED' }),
    );
    expect(() => assertReason(true, '证明迟到')).not.toThrow();
    expect(() => assertReason(false, null)).not.toThrow();
  });
});
