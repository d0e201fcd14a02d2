import { localDate } from '@yibu/kernel';

import { applicationChecks } from './application.checks.js';
import type { ApplicationGround, CheckContext } from './check.types.js';

/** Codes that only an application by itself can find; the others are tried in run-checks.spec. */
const GROUND: ApplicationGround = {
  kind: 'AWARD',
  program: 'meal-award',
  claimId: 'c1',
  subjectId: 'j1',
  papers: [],
  grades: [],
  schemes: ['S'],
};

const GRADE = {
  id: 'g1',
  scheme: 'S',
  grade: '2',
  from: localDate('2025-01-01'),
  until: null,
  evidenceCount: 0,
};

const found = (ground: Partial<ApplicationGround>, line: object | null): string[] =>
  applicationChecks({
    application: { ...GROUND, ...ground },
    assessment: { lines: line === null ? [] : [{ program: 'meal-award', ...line }], refusals: [] },
    bundle: { facts: { center: { id: 'n1' } } },
    period: { text: '2025' },
  } as unknown as CheckContext).map(({ code }) => code);

const PAID = { status: 'PAYABLE', amountFen: 1, coveredFen: 0 };
const words = { code: 'x', count: 0, zh: '照片', en: 'photo' };

describe('what is applied for by itself', () => {
  it.each([
    ['a paper is missing', { papers: [{ ...words, kind: 'DOCUMENT' as const }] }, PAID, ['F07']],
    ['a condition is bare', { papers: [{ ...words, kind: 'CONDITION' as const }] }, PAID, ['F09']],
    ['nothing is due', {}, null, ['F08']],
    ['there is no grade', { kind: 'YEARLY_OPERATING' as const }, PAID, ['F10']],
    ['a grade is bare', { kind: 'YEARLY_OPERATING' as const, grades: [GRADE] }, PAID, ['F11']],
    ['it was paid before', {}, { ...PAID, coveredFen: 5 }, ['N05']],
    ['all is there', {}, PAID, []],
  ])('says so where %s', (_, ground, line, codes) => {
    expect(found(ground, line)).toEqual(codes);
  });
});
