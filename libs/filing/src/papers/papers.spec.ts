import type { FilingLanguage } from '../filing.js';
import { balancesOf, buildAccount, isBegun } from './account.js';
import { buildDifference, reasonOf } from './difference.js';
import { buildInstitutionSheet } from './institution-sheet.js';
import { buildNotice, monthsText } from './notice.js';
import type { DifferenceLine } from './paper.types.js';
import { buildReceipt } from './receipt.js';
import {
  sampleAccount,
  sampleDifference,
  sampleNotice,
  sampleReceipt,
  sampleSheet,
} from '../sample/sample-papers.js';

const isPdf = (bytes: Buffer): boolean => bytes.subarray(0, 8).toString() === '%PDF-1.4';

describe.each(['zh-CN', 'en'] as const)('the papers that follow a filing, in %s', (language) => {
  it.each([
    ['statement of differences', async () => await buildDifference(sampleDifference(language))],
    ['sheet of an institution', async () => await buildInstitutionSheet(sampleSheet(language))],
    ['receipt', async () => await buildReceipt(sampleReceipt(language))],
    ['public notice', async () => await buildNotice(sampleNotice(language))],
    ['statement of account', async () => await buildAccount(sampleAccount(language))],
  ])('the %s is the same bytes each time, and its file name names nobody', async (_, build) => {
    const [first, second] = [await build(), await build()];
    expect(isPdf(first.bytes)).toBe(true);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(first.fileName).toMatch(/^[A-Za-z0-9._-]+\.pdf$/);
  });
});

describe('a statement of differences', () => {
  it('is not made when a line, or the whole, does not add up to the fen', async () => {
    const sample = sampleDifference();
    const { figures, lines } = sample;
    await expect(
      buildDifference({ ...sample, figures: { ...figures, decidedFen: figures.decidedFen + 1 } }),
    ).rejects.toMatchObject({ code: 'FILING_DOES_NOT_CLOSE' });
    const [first, ...rest] = lines;
    await expect(
      buildDifference({
        ...sample,
        lines: [{ ...(first as (typeof lines)[0]), cutFen: 1 }, ...rest],
      }),
    ).rejects.toMatchObject({ code: 'FILING_DOES_NOT_CLOSE' });
  });
});

describe('why a line differs', () => {
  const line = { ...(sampleDifference().lines[0] as DifferenceLine), text: null, heldUntil: null };
  const said = (code: string, language: FilingLanguage): string =>
    reasonOf({ ...line, code, earlierNumber: null, clause: '' }, language);

  it('is said in words; only a reason of no list we know stands by its code', () => {
    expect(said('DAYS', 'zh-CN')).toBe('住养天数不符');
    expect(said('DAYS', 'en')).not.toContain('DAYS');
    expect(said('D01', 'zh-CN')).toBe('D01');
  });
});

describe('a receipt', () => {
  it('is not made of more than was decided', async () => {
    await expect(buildReceipt({ ...sampleReceipt(), decidedFen: 1_099_999 })).rejects.toMatchObject(
      {
        code: 'FILING_DOES_NOT_CLOSE',
      },
    );
  });

  it('of money paid back is one of a return', async () => {
    const back = await buildReceipt({
      ...sampleReceipt(),
      decidedFen: -30_000,
      payments: [{ amountFen: -10_000, paidOn: '2025-06-01', voucher: '退-1' }],
    });
    expect(isPdf(back.bytes)).toBe(true);
  });
});

describe('a public notice', () => {
  it('is not made when its sums differ from its rows', async () => {
    const sample = sampleNotice();
    await expect(buildNotice({ ...sample, people: sample.people + 1 })).rejects.toMatchObject({
      code: 'FILING_DOES_NOT_CLOSE',
    });
  });

  it('tells months in runs', () => {
    expect(monthsText(['2025-03', '2024-12', '2025-01', '2025-03', '2025-06'])).toBe(
      '2024-12–2025-01, 2025-03, 2025-06',
    );
  });
});

describe('a statement of account', () => {
  it('leaves the months that have not begun empty', () => {
    expect(['2025-10', '2025-11', '2025-12'].map((month) => isBegun(month, '2025-11-23'))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('carries each balance from its opening through the months to its closing', () => {
    const { inReview, held, unpaid, unpaidByMonth } = balancesOf(sampleAccount());
    expect(inReview).toMatchObject({ opening: 0, closing: 0 });
    expect(held).toMatchObject({ opening: 30_000, closing: 20_000 });
    expect(unpaid.closing).toBe(unpaid.opening + unpaid.plus - unpaid.minus);
    expect(unpaidByMonth.at(-1)).toBe(unpaid.closing);
  });
});
