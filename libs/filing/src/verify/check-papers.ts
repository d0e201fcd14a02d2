import { inflateSync } from 'node:zlib';

import { sha256 } from '../canonical.js';
import { contextOf } from '../context.js';
import { buildDocument } from '../document.js';
import { LAYOUT, PAPERS, WORKBOOK, type Manifest } from '../package/manifest.js';
import { buildWorkbook } from '../package/workbook.js';
import { readZip } from '../package/zip.js';
import type { FilingData } from './recompute.js';
import type { Check, Findings } from './verification.js';

const LIMIT_BYTES = 256 * 1024 * 1024;

/**
 * Prints papers and workbook once more from the data and compares what they hold. A layout of another edition of the
 * product may differ; then a person has to compare the totals, and the report says so.
 */
export async function checkPapers(
  filed: { readonly manifest: Manifest; readonly files: ReadonlyMap<string, Buffer> },
  data: FilingData,
  findings: Findings,
): Promise<void> {
  const { manifest, files } = filed;
  const context = contextOf(data);
  const isSameLayout = manifest.layout === LAYOUT;
  const report = (check: Check, isSame: boolean): void => {
    if (isSame) {
      findings.pass(check);
    } else if (isSameLayout) {
      findings.add(check, 'FAILED', `${check}_DIFFER`);
    } else {
      findings.add(check, 'NOTED', 'LAYOUT_UNKNOWN', { layout: manifest.layout });
    }
  };
  const [workbook, papers] = [files.get(WORKBOOK), files.get(PAPERS)];
  if (workbook !== undefined) {
    const [theirs, ours] = [await sheetsOf(workbook), await sheetsOf(await buildWorkbook(context))];
    report('WORKBOOK', theirs !== null && theirs === ours);
  }
  if (papers !== undefined) {
    report('PAPERS', contentOf(papers) === contentOf(await buildDocument(context)));
  }
}

/** What a workbook holds, however it was compressed. */
async function sheetsOf(bytes: Buffer): Promise<string | null> {
  try {
    const files = await readZip(bytes, { files: 100, bytes: LIMIT_BYTES });
    return sha256(files.map(({ name, bytes: part }) => `${name} ${sha256(part)}`).join('\n'));
  } catch {
    return null;
  }
}

const STREAM = /\bstream\r?\n([\s\S]*?)\r?\nendstream/g;

/** What a PDF holds, however it was compressed: another edition of Node.js packs the same page otherwise. */
function contentOf(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const body = text.slice(0, text.lastIndexOf('\nxref'));
  return sha256(
    body
      .replace(STREAM, (_, packed: string) => unpacked(Buffer.from(packed, 'latin1')))
      .replace(/\/Length \d+/g, ''),
  );
}

function unpacked(packed: Buffer): string {
  try {
    return sha256(inflateSync(packed, { maxOutputLength: LIMIT_BYTES }));
  } catch {
    return sha256(packed);
  }
}
