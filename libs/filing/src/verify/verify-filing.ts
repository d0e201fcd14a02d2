import type { KeyObject } from 'node:crypto';

import { sha256 } from '../canonical.js';
import { contentDigestOf, DATA_FILES, type DataFiles } from '../context.js';
import type { FilingParticulars } from '../filing.js';
import { MANIFEST, PAPERS, WORKBOOK, type Manifest } from '../package/manifest.js';
import { readZip, UnreadableArchive } from '../package/zip.js';
import { checkPapers } from './check-papers.js';
import { canonicalValue, checkDigests, checkSignatures, readManifest } from './read-manifest.js';
import { checkResult, type FilingData } from './recompute.js';
import { Findings, type Verification, type VerifiedClaim } from './verification.js';

/** More than any county's year unpacks to. */
const LIMITS = { files: 32, bytes: 512 * 1024 * 1024 };

const EXPECTED: readonly string[] = [PAPERS, WORKBOOK, ...DATA_FILES];

/** Says of a package what holds and what does not. Needs nothing but the package, and the key where one is at hand. */
export async function verifyFiling(
  bytes: Buffer,
  key: KeyObject | null = null,
): Promise<Verification> {
  const findings = new Findings();
  const seen: Seen = { signedBy: [], claim: null };
  await look(bytes, key, { findings, seen });
  return {
    schema: 'filing-verification/1',
    verified: !findings.hasFailed,
    sha256: sha256(bytes),
    claim: seen.claim,
    signedBy: seen.signedBy,
    findings: findings.list,
  };
}

interface Seen {
  signedBy: readonly string[];
  claim: VerifiedClaim | null;
}

async function look(
  bytes: Buffer,
  key: KeyObject | null,
  { findings, seen }: { readonly findings: Findings; readonly seen: Seen },
): Promise<void> {
  const files = await readFiles(bytes, findings);
  const manifestBytes = files?.get(MANIFEST);
  if (files === null || manifestBytes === undefined) {
    return;
  }
  files.delete(MANIFEST);
  const signed = readManifest(manifestBytes, findings);
  if (signed === null) {
    return;
  }
  checkDigests(signed.manifest, files, findings);
  seen.signedBy = checkSignatures(signed, key, findings);
  const data = readData(files, findings);
  if (data === null) {
    return;
  }
  seen.claim = claimOf(data);
  const dataFiles = Object.fromEntries(
    DATA_FILES.map((name) => [name, files.get(name)]),
  ) as unknown as DataFiles;
  checkContent(signed.manifest, data, dataFiles, findings);
  checkResult(data, { files: dataFiles, engine: signed.manifest.engine ?? 1 }, findings);
  // What was changed needs no second reason, and printing takes longer than all the rest.
  if (!findings.hasFailed) {
    await printAgain({ manifest: signed.manifest, files }, data, findings);
  }
}

async function readFiles(bytes: Buffer, findings: Findings): Promise<Map<string, Buffer> | null> {
  try {
    const files = await readZip(bytes, LIMITS);
    findings.pass('ARCHIVE');
    const names = new Set(files.map(({ name }) => name));
    const missing = [...EXPECTED, MANIFEST].filter((name) => !names.has(name));
    const extra = [...names].filter((name) => name !== MANIFEST && !EXPECTED.includes(name));
    if (missing.length > 0) {
      findings.add('FILES', 'FAILED', 'FILES_MISSING', { files: missing });
    }
    if (extra.length > 0) {
      findings.add('FILES', 'FAILED', 'FILES_EXTRA', { files: extra });
    }
    findings.passUnlessFailed('FILES', { count: names.size });
    return new Map(files.map(({ name, bytes: content }) => [name, content]));
  } catch (error) {
    if (!(error instanceof UnreadableArchive)) {
      throw error;
    }
    findings.add('ARCHIVE', 'FAILED', `ARCHIVE_${error.reason}`, { file: error.file });
    return null;
  }
}

const SCHEMAS: Readonly<Record<string, string>> = {
  'facts.json': 'facts/1',
  'ledger.json': 'ledger/1',
  'result.json': 'assessment/1',
  'filing.json': 'filing/1',
};

function readData(files: ReadonlyMap<string, Buffer>, findings: Findings): FilingData | null {
  const values: Record<string, Readonly<Record<string, unknown>>> = {};
  for (const name of DATA_FILES) {
    const bytes = files.get(name);
    try {
      const value = bytes === undefined ? null : canonicalValue(bytes);
      const schema = SCHEMAS[name];
      const isRight =
        typeof value === 'object' &&
        value !== null &&
        (schema === undefined || (value as { schema?: unknown }).schema === schema);
      if (!isRight) {
        throw new SyntaxError('another schema');
      }
      values[name] = value as Readonly<Record<string, unknown>>;
    } catch {
      findings.add('DATA', 'FAILED', 'DATA_BROKEN', { file: name });
    }
  }
  const data = dataOf(values);
  if (data === null) {
    findings.passUnlessFailed('DATA');
    return null;
  }
  findings.pass('DATA');
  return data;
}

type Values = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function dataOf(values: Values): FilingData | null {
  const { 'filing.json': filing, 'result.json': result } = values;
  if (Object.keys(values).length < DATA_FILES.length || filing === undefined) {
    return null;
  }
  const { schema: _schema, ...particulars } = filing;
  return {
    ...(particulars as unknown as FilingParticulars),
    facts: values['facts.json'],
    pack: values['pack.json'],
    ledger: values['ledger.json'],
    result: result as unknown as FilingData['result'],
  };
}

const claimOf = ({ claim, result }: FilingData): VerifiedClaim => ({
  number: claim.number,
  revision: claim.revision,
  period: claim.period,
  centerName: claim.centerName,
  organizationName: claim.organizationName,
  submittedAt: claim.submittedAt,
  totalFen: result.totalFen,
});

/** Manifest, particulars and result speak of the same claim, and the digest on the pages is of these data. */
function checkContent(
  manifest: Manifest,
  { claim, result }: FilingData,
  files: DataFiles,
  findings: Findings,
): void {
  const isSameClaim =
    manifest.number === claim.number &&
    manifest.revision === claim.revision &&
    manifest.period === claim.period &&
    manifest.previous === claim.previousDigest &&
    result.period === claim.period;
  if (!isSameClaim) {
    findings.add('CONTENT', 'FAILED', 'CLAIM_DIFFERS');
  }
  if (contentDigestOf(claim, files) !== manifest.contentDigest) {
    findings.add('CONTENT', 'FAILED', 'CONTENT_DIFFERS');
  }
  findings.passUnlessFailed('CONTENT', { digest: manifest.contentDigest });
}

async function printAgain(
  filed: Parameters<typeof checkPapers>[0],
  data: FilingData,
  findings: Findings,
): Promise<void> {
  try {
    await checkPapers(filed, data, findings);
  } catch {
    // Sums that disagree, a field that the papers need and the data lack: whatever was filed, it is not from these data.
    findings.add('PAPERS', 'FAILED', 'UNPRINTABLE');
  }
}
