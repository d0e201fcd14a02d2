import exceljs from 'exceljs';

import { buildFiling } from './package/build-filing.js';
import { readZip } from './package/zip.js';
import { sampleFiling } from './sample/sample-filing.js';
import { sampleSigner } from './sample/sample-signer.js';
import { verifyFiling } from './verify/verify-filing.js';

const LIMITS = { files: 20, bytes: 100_000_000 };

describe('a filing package', () => {
  it('is the same bytes for the same claim, whatever hour it is made', async () => {
    const [first, second] = [
      await buildFiling(sampleFiling(), sampleSigner),
      await buildFiling(sampleFiling(), sampleSigner),
    ];
    expect(second.sha256).toBe(first.sha256);
  });

  it('holds papers, figures, data and manifest, and no name or ID number in any file name', async () => {
    const input = sampleFiling();
    const { bytes, fileName } = await buildFiling(input, sampleSigner);
    const names = (await readZip(bytes, LIMITS)).map(({ name }) => name);
    expect(names).toEqual([
      'application.pdf',
      'figures.xlsx',
      'facts.json',
      'pack.json',
      'ledger.json',
      'result.json',
      'filing.json',
      'manifest.json',
    ]);
    expect(fileName).toBe('YC-2025-04-0007-R2-zh-CN.zip');
  });

  it('counts in its workbook what the claim counts: numbers, text for ID numbers, sums as formulas', async () => {
    const input = sampleFiling();
    const { bytes } = await buildFiling(input, sampleSigner);
    const files = await readZip(bytes, LIMITS);
    const workbook = new exceljs.Workbook();
    const sheet = files.find(({ name }) => name === 'figures.xlsx');
    await workbook.xlsx.load(sheet?.bytes as unknown as ArrayBuffer);
    const roster = workbook.worksheets[1];
    const last = roster?.lastRow;
    const payable = input.result.lines.filter(({ status }) => status === 'PAYABLE');
    expect(last?.number).toBe(payable.length + 2);
    expect(last?.getCell(13).value).toEqual({
      formula: `SUM(M1:M${payable.length + 1})`,
      result: input.result.totalFen / 100,
    });
    expect(roster?.getCell(2, 13).value).toBe((payable[0]?.amountFen ?? 0) / 100);
    expect(roster?.getCell(2, 6).value).toBe(input.people[0]?.idNumber);
  });
});

describe('a large claim', () => {
  it('of a thousand lines is packed and verified like a small one', async () => {
    const input = sampleFiling(250);
    expect(input.result.lines.length).toBeGreaterThan(1000);
    const { bytes } = await buildFiling(input, sampleSigner);
    const { verified } = await verifyFiling(bytes, sampleSigner.publicKey);
    expect(verified).toBe(true);
  }, 120_000);
});
