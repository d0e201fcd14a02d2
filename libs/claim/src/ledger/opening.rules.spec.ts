import { yearMonth } from '@yibu/kernel';

import { readOpening, yuanToFen, type OpeningDraft, type OpeningGround } from './opening.rules.js';

const ground: OpeningGround = {
  yearFrom: yearMonth('2025-01'),
  centerId: 'c1',
  centerName: '虚构中心',
  programs: new Map([
    ['床位补贴', { id: 'bed-subsidy', subjectKind: 'person' }],
    ['运营补贴', { id: 'operating-subsidy', subjectKind: 'center' }],
  ]),
  people: new Map([
    ['王秀英', ['p1']],
    ['李梅', ['p2', 'p3']],
    ['李梅1234', ['p2']],
  ]),
};

const draft = (more: Partial<OpeningDraft> = {}): OpeningDraft => ({
  row: 2,
  program: '床位补贴',
  subject: '王秀英',
  month: '2025-01',
  amountFen: 30_000,
  amountText: '300',
  ...more,
});

describe('the opening ledger', () => {
  it('takes months and people as centers write them', () => {
    const { rows, problems } = readOpening(
      [
        draft(),
        draft({ row: 3, month: '2025年2月' }),
        draft({ row: 4, month: '2025/3/1' }),
        draft({ row: 5, subject: '李梅1234' }),
        draft({ row: 6, program: '运营补贴', subject: '', month: '2025-12' }),
      ],
      ground,
    );
    expect(problems).toEqual([]);
    expect(rows.map(({ subjectId, month }) => `${subjectId} ${month}`)).toEqual([
      'p1 2025-01',
      'p1 2025-02',
      'p1 2025-03',
      'p2 2025-01',
      'c1 2025-12',
    ]);
  });

  it.each<[Partial<OpeningDraft>, string]>([
    [{ program: '交通补贴' }, 'UNKNOWN_PROGRAM'],
    [{ subject: '无此人' }, 'UNKNOWN_PERSON'],
    [{ subject: '李梅' }, 'AMBIGUOUS_PERSON'],
    [{ month: '上个月' }, 'NOT_A_MONTH'],
    [{ month: '2026-01' }, 'OUTSIDE_YEAR'],
    [{ amountFen: null, amountText: '三百' }, 'NOT_AN_AMOUNT'],
    [{ amountFen: 0, amountText: '0' }, 'NOT_AN_AMOUNT'],
  ])('names what is wrong: %o', (wrong, rule) => {
    const { rows, problems } = readOpening([draft(wrong)], ground);
    expect(rows).toEqual([]);
    expect(problems.map((problem) => problem.rule)).toEqual([rule]);
  });

  it('takes a person’s month once', () => {
    expect(readOpening([draft(), draft({ row: 3 })], ground).problems).toEqual([
      { row: 3, column: 'month', rule: 'TWICE', value: '2025-01' },
    ]);
  });

  it.each([
    ['300', 30_000],
    ['1,800.5', 180_050],
    ['300.00元', 30_000],
    ['300.005', null],
    ['-300', null],
    ['', null],
  ])('reads %s yuan', (text, expected) => {
    expect(yuanToFen(text)).toBe(expected);
  });
});
