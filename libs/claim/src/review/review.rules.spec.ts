import { fen, localDate } from '@yibu/kernel';

import { cutByQuantity, measureOf } from './cut.rules.js';
import { assertGrounds, assertPayment, assertVerdict, type VerdictDraft } from './review.rules.js';
import { assertCloses, closeStatement } from './statement.rules.js';

const line = {
  id: 'l1',
  status: 'PAYABLE',
  amountFen: 30_000,
  quantity: '1',
  unit: 'person-month',
  month: '2025-04',
};
const against = (draft: VerdictDraft, on: typeof line = line): string => {
  try {
    assertVerdict(draft, on);
    return 'fits';
  } catch (error) {
    return String((error as { params?: { reason?: string } }).params?.reason);
  }
};

describe('a verdict', () => {
  it.each<[VerdictDraft, string]>([
    [{ verdict: 'ACCEPTED' }, 'fits'],
    [{ verdict: 'ACCEPTED', cutFen: fen(1) }, 'CUT_WITHOUT_CUT'],
    [{ verdict: 'RETURNED', code: 'D01' }, 'fits'],
    [{ verdict: 'RETURNED', code: ' ' }, 'CODE_MISSING'],
    [{ verdict: 'HELD', code: 'R01', heldUntil: localDate('2026-01-01') }, 'fits'],
    [{ verdict: 'HELD', code: 'R01' }, 'UNTIL_MISSING'],
    [{ verdict: 'CUT', code: 'P01', cutFen: fen(30_000) }, 'fits'],
    [{ verdict: 'CUT', code: 'P01', cutFen: fen(30_001) }, 'CUT_AMOUNT'],
    [{ verdict: 'CUT', code: 'P01', cutFen: fen(0) }, 'CUT_AMOUNT'],
    [{ verdict: 'CUT', cutFen: fen(1) }, 'CODE_MISSING'],
  ])('%o: %s', (draft, expected) => {
    expect(against(draft)).toBe(expected);
  });

  it('is given to payable lines only, and nothing is cut from a reversal', () => {
    expect(against({ verdict: 'ACCEPTED' }, { ...line, status: 'NOT_PAYABLE' })).toBe(
      'NOT_PAYABLE',
    );
    const reversal = { ...line, amountFen: -30_000 };
    expect(against({ verdict: 'CUT', code: 'P01', cutFen: fen(1) }, reversal)).toBe(
      'NOTHING_TO_CUT',
    );
    expect(against({ verdict: 'RETURNED', code: 'D01' }, reversal)).toBe('fits');
  });
});

describe('a cut of quantity', () => {
  it('takes what is not recognized in proportion, to the fen', () => {
    expect(measureOf(line)).toEqual({ total: 30, unit: 'day' });
    expect(cutByQuantity(line, 20)).toBe(10_000);
    expect(cutByQuantity({ ...line, month: '2025-03' }, 20)).toBe(10_645);
    expect(cutByQuantity({ ...line, quantity: '22/30' }, 11)).toBe(15_000);
    expect(cutByQuantity({ ...line, quantity: '3', unit: 'person' }, 2)).toBe(10_000);
    expect(cutByQuantity(line, 0)).toBe(30_000);
  });

  it('recognizes less than there is, in hundredths, of something that is counted', () => {
    expect(cutByQuantity(line, 30)).toBeNull();
    expect(cutByQuantity(line, -1)).toBeNull();
    expect(cutByQuantity(line, 1.005)).toBeNull();
    expect(measureOf({ ...line, quantity: '2500', unit: 'fen' })).toBeNull();
    expect(measureOf({ ...line, quantity: '1', unit: 'center-year' })).toBeNull();
    expect(measureOf({ ...line, amountFen: -30_000 })).toBeNull();
    expect(against({ verdict: 'CUT', code: 'DAYS', cutFen: cutByQuantity(line, 30) })).toBe(
      'CUT_AMOUNT',
    );
  });

  it('says why and by which clause, and nothing is held until a day that is past', () => {
    const today = localDate('2025-05-03');
    const ground = (draft: VerdictDraft): string => {
      try {
        assertGrounds(draft, today);
        return 'fits';
      } catch (error) {
        return String((error as { params?: { reason?: string } }).params?.reason);
      }
    };
    expect(ground({ verdict: 'CUT', code: 'DAYS', clause: '三（一）' })).toBe(
      'JUSTIFICATION_MISSING',
    );
    expect(ground({ verdict: 'CUT', code: 'DAYS', text: '住院十天' })).toBe('CLAUSE_MISSING');
    expect(ground({ verdict: 'CUT', code: 'DAYS', text: '住院十天', clause: '三（一）' })).toBe(
      'fits',
    );
    expect(ground({ verdict: 'HELD', heldUntil: localDate('2025-05-02') })).toBe('UNTIL_PAST');
  });
});

describe('a payment', () => {
  const refused = (decidedFen: number | null, paidFen: number, amountFen: number): boolean => {
    try {
      assertPayment({ decidedFen, paidFen }, amountFen);
      return false;
    } catch {
      return true;
    }
  };

  it('may be the whole or a part, never more, never of another sign, never nothing', () => {
    expect(assertPayment({ decidedFen: 100, paidFen: 0 }, 100)).toEqual({ isFull: true });
    expect(assertPayment({ decidedFen: 100, paidFen: 40 }, 59)).toEqual({ isFull: false });
    expect(refused(100, 40, 61)).toBe(true);
    expect(refused(100, 100, 1)).toBe(true);
    expect(refused(100, 0, -1)).toBe(true);
    expect(refused(100, 0, 0)).toBe(true);
    expect(refused(null, 0, 1)).toBe(true);
  });

  it('brings money back where the decision is negative', () => {
    expect(assertPayment({ decidedFen: -100, paidFen: 0 }, -100)).toEqual({ isFull: true });
    expect(refused(-100, 0, 100)).toBe(true);
    expect(refused(-100, -60, -41)).toBe(true);
  });
});

describe('the statement of differences', () => {
  const parts = {
    claimedFen: fen(120_000),
    returnedFen: fen(30_000),
    cutFen: fen(10_000),
    heldFen: fen(20_000),
    releasedFen: fen(5000),
  };

  it('closes to the fen', () => {
    expect(closeStatement(parts).decidedFen).toBe(65_000);
    expect(() => {
      assertCloses({ ...parts, decidedFen: fen(65_001) });
    }).toThrow('closes to the fen');
  });
});
