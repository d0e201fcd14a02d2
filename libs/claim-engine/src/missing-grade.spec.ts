import { claim, source } from './test/one-person.js';

const grade = { test: 'grade', scheme: 'STARS', in: ['4'], known: ['3', '4'] };
const old = { test: 'age', atLeast: 60 };
const ancient = { test: 'age', atLeast: 120 };
const program = { id: 'a', source, rate: { fen: 100 } };
const told = (parts: object): string[] =>
  claim({ programs: [{ ...program, ...parts }] })
    .lines.filter(({ month }) => month === '2025-02')
    .flatMap((line) => [
      `${line.status} ${line.amountFen}`,
      ...line.warnings,
      ...codes(line.trace),
    ]);
const codes = (trace: readonly { readonly code: string }[]): string[] =>
  trace.map(({ code }) => code).filter((code) => code.endsWith('ED'));

// A grade that nobody recorded refuses a program that needs it; where another condition has decided already, the
// line is explained without it.
describe('a line whose explanation comes past a fact that is missing', () => {
  it('is explained by the condition that it fulfils', () => {
    expect(told({ require: { test: 'any', of: [old, grade] } })).toEqual([
      'PAYABLE 100',
      'AGE_PASSED',
    ]);
  });

  it('is explained by the condition that it fails', () => {
    expect(told({ require: { test: 'all', of: [ancient, grade] } })).toEqual([
      'NOT_PAYABLE 0',
      'AGE_FAILED',
    ]);
  });

  it('is paid without a warning about what is not known', () => {
    const warn = [{ when: grade, code: 'FOUR_STARS', text: 'four stars' }];
    expect(told({ warn })).toEqual(['PAYABLE 100']);
  });

  it('is refused where the grade itself decides', () => {
    const { refusals } = claim({ programs: [{ ...program, require: grade }] });
    expect(refusals.map(({ code }) => code)).toEqual(['GRADE_MISSING']);
  });

  it('is not asked of a year whose later months are not there yet', () => {
    const ownership = [
      { value: 'PUBLIC', from: '2020-01-01', until: '2025-07-01' },
      { value: 'PRIVATE', from: '2025-07-01' },
    ];
    const yearly = {
      ...program,
      subject: 'center',
      per: 'YEAR',
      require: {
        test: 'all',
        of: [{ test: 'is', field: 'center.ownership', in: ['PRIVATE'] }, grade],
      },
    };
    const refused = (list: object[]): number =>
      claim({ programs: [yearly], facts: { center: { id: 'c1', ownership: list } } }).refusals
        .length;
    expect(refused(ownership)).toBe(0);
    expect(refused([{ value: 'PRIVATE', from: '2025-01-01' }])).toBe(1);
  });
});
