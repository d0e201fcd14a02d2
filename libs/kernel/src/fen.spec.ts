import fc from 'fast-check';
import { allocateFen, capitalYuan, fen, formatYuan, mulRatio, sumFen } from './fen.js';

describe('money', () => {
  it('is a whole number of fen and knows no negative zero', () => {
    expect(() => fen(0.5)).toThrow(RangeError);
    expect(() => fen(Number.MAX_SAFE_INTEGER + 1)).toThrow(RangeError);
    expect(Object.is(fen(-0), 0)).toBe(true);
  });

  it('is never added up into an amount that cannot be counted exactly', () => {
    expect(() => sumFen([fen(Number.MAX_SAFE_INTEGER), fen(1)])).toThrow(RangeError);
  });

  it.each([
    ['floor', 3333],
    ['ceil', 3334],
    ['half-up', 3333],
  ] as const)('a third of 100 yuan, rounded %s, is %i fen', (rounding, expected) => {
    expect(mulRatio(fen(10_000), 1, 3, rounding)).toBe(expected);
  });

  it('half a fen goes up, and a share that must be exact is refused when it is not', () => {
    expect(mulRatio(fen(1), 1, 2, 'half-up')).toBe(1);
    expect(() => mulRatio(fen(1), 1, 2, 'exact')).toThrow(RangeError);
    expect(mulRatio(fen(30_000), 17, 30, 'exact')).toBe(17_000);
  });

  it('keeps every fen where the product is larger than a double can hold', () => {
    expect(mulRatio(fen(9_007_199_254_740_991), 9_999, 10_000, 'floor')).toBe(
      Number((9_007_199_254_740_991n * 9_999n) / 10_000n),
    );
  });
});

describe('an amount shared out', () => {
  const totals = fc.integer({ min: 0, max: 1_000_000_000 }).map(fen);
  const weights = fc
    .array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 })
    .filter((list) => list.some((weight) => weight > 0));

  it('adds up to the amount, and no share is a whole fen off its exact part', () => {
    fc.assert(
      fc.property(totals, weights, (total, list) => {
        const parts = allocateFen(total, list);
        expect(sumFen(parts)).toBe(total);
        const sum = list.reduce((a, b) => a + b, 0);
        parts.forEach((part, index) => {
          const off = BigInt(part) * BigInt(sum) - BigInt(total) * BigInt(list[index] ?? 0);
          expect(off < BigInt(sum) && off > -BigInt(sum)).toBe(true);
        });
      }),
    );
  });

  it('gives the odd fen to the earlier of equal shares', () => {
    expect(allocateFen(fen(100), [1, 1, 1])).toEqual([34, 33, 33]);
  });

  it('is refused where there is nothing to share by', () => {
    expect(() => allocateFen(fen(100), [0, 0])).toThrow(RangeError);
    expect(() => allocateFen(fen(-1), [1])).toThrow(RangeError);
  });
});

describe('an amount written out', () => {
  it.each([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [100, '壹元整'],
    [1_005, '壹拾元零伍分'],
    [1_050, '壹拾元伍角整'],
    [10_000, '壹佰元整'],
    [100_100, '壹仟零壹元整'],
    [1_234_500, '壹万贰仟叁佰肆拾伍元整'],
    [1_000_500, '壹万零伍元整'],
    [10_050_000, '壹拾万零伍佰元整'],
    [1_000_000_000, '壹仟万元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [100_000_000_000_000, '壹万亿元整'],
    [100_100_000_000_001, '壹万亿零壹拾亿元零壹分'],
    [123_456_789, '壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分'],
    [-3_000, '负叁拾元整'],
  ])('%i fen in capitals is %s', (amount, expected) => {
    expect(capitalYuan(fen(amount))).toBe(expected);
  });

  it.each([
    [0, '0.00'],
    [5, '0.05'],
    [123_456, '1,234.56'],
    [-100_000_000, '-1,000,000.00'],
  ])('%i fen for people is %s', (amount, expected) => {
    expect(formatYuan(fen(amount))).toBe(expected);
  });

  it('leaves the thousands alone where a machine reads on', () => {
    expect(formatYuan(fen(123_456), { grouping: false })).toBe('1234.56');
  });
});
