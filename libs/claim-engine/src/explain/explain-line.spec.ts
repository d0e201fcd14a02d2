import { explainLine, type ExplainableLine } from './explain-line.js';

const line = (
  code: string,
  amountFen: number,
  params: Readonly<Record<string, number | string>> = {},
): ExplainableLine => ({
  month: '2025-04',
  kind: amountFen < 0 ? 'REVERSAL' : 'CATCH_UP',
  status: 'PAYABLE',
  amountFen,
  trace: [{ step: 'ledger', code, params: { ...params, amountFen }, source: null, facts: [] }],
});

describe('a line in words', () => {
  it('says what is taken back as an amount, not as a negative payment, and never calls it a return', () => {
    const words = line('ENTITLEMENT_SHRANK', -30_000, { entitlementFen: 0, coveredFen: 30_000 });
    expect(explainLine(words, 'zh')).toBe(
      '2025-04：冲回300.00元。应发0.00元，已申报300.00元，冲回300.00元。',
    );
    expect(explainLine(words, 'en')).toContain('2025-04: 300.00 yuan taken back. ');
  });

  it('says of a returned line why it comes again, without the marks of a machine', () => {
    const words = line('RETURNED_AND_MENDED', 30_000, { line: '01M82PA27RKFDYVG3S2KR6HPSF' });
    expect(explainLine(words, 'zh')).toBe(
      '2025-04：计发300.00元。上次申报被退回，依据已改变，重新申报300.00元。',
    );
    expect(explainLine(words, 'en')).not.toContain('01M82PA27RKFDYVG3S2KR6HPSF');
  });

  it('says once that nothing is due', () => {
    const words = { ...line('EARNS_NOTHING', 0), status: 'NOT_PAYABLE' as const };
    const age = { ...words, trace: [...line('NOT_COMPLETED', 0).trace, ...words.trace] };
    expect(explainLine(age, 'zh')).toBe('2025-04：不计发。项目尚未竣工。');
    expect(explainLine(age, 'en')).toBe('2025-04: not payable. The project is not completed.');
    expect(explainLine(words, 'zh')).toBe('2025-04：不计发。');
  });

  it('counts many in the plural in English, and one alone', () => {
    const measured = (n: number, d: number, unit: string): string =>
      explainLine(line('QUANTITY_MEASURED', n, { measure: 'residentDays', n, d, unit }), 'en');
    expect(measured(31, 1, 'day')).toContain('Resident days: 31 days.');
    expect(measured(1, 1, 'day')).toContain('Resident days: 1 day.');
    expect(measured(3000, 1000, 'person')).toContain(': 3 people.');
    expect(measured(28, 30, 'person-month')).toContain(': 28/30 person-month.');
    expect(measured(5, 1, '套')).toContain(': 5 套.');
  });

  it('tells a twelfth of a yearly figure as one, not as the whole', () => {
    const multiplied = (params: object): string =>
      explainLine(
        line('ADJUST_MULTIPLY', 5000, { beforeFen: 60000, afterFen: 5000, ...params }),
        'zh',
      );
    expect(multiplied({ n: 100_000, d: 1_200_000, percent: 100 })).toContain(
      '除以12，600.00元变为',
    );
    expect(multiplied({ n: 110_000, d: 100_000, percent: 110 })).toContain('乘以110%，');
    expect(multiplied({ n: 50_000, d: 200_000, percent: 50 })).toContain('乘以50%、除以2，');
  });
});
