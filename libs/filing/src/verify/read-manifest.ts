import type { KeyObject } from 'node:crypto';

import { canonicalBytes, sha256 } from '../canonical.js';
import {
  keyIdOf,
  keyOfSignature,
  type Manifest,
  type ManifestFile,
  type ManifestSignature,
  type SignedManifest,
} from '../package/manifest.js';
import type { Findings } from './verification.js';

type Files = ReadonlyMap<string, Buffer>;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isDigest = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);

const isFile = (value: unknown): value is ManifestFile =>
  isRecord(value) &&
  typeof value['name'] === 'string' &&
  Number.isSafeInteger(value['size']) &&
  isDigest(value['sha256']);

const isSignature = (value: unknown): value is ManifestSignature =>
  isRecord(value) &&
  ['alg', 'kid', 'publicKey', 'signature'].every((field) => typeof value[field] === 'string') &&
  isBase64(value['publicKey']) &&
  isBase64(value['signature']);

/** In its one spelling: the last sign has bits that a decoder overlooks. */
const isBase64 = (value: unknown): boolean =>
  typeof value === 'string' && Buffer.from(value, 'base64').toString('base64') === value;

function isManifest(value: unknown): value is Manifest {
  return (
    isRecord(value) &&
    value['schema'] === 'filing-manifest/1' &&
    typeof value['number'] === 'string' &&
    Number.isSafeInteger(value['revision']) &&
    typeof value['period'] === 'string' &&
    Number.isSafeInteger(value['layout']) &&
    (value['engine'] === undefined || Number.isSafeInteger(value['engine'])) &&
    isDigest(value['contentDigest']) &&
    (value['previous'] === null || isDigest(value['previous'])) &&
    Array.isArray(value['files']) &&
    value['files'].every(isFile)
  );
}

/** JSON in its one canonical form: what is shown in another form than what is signed is refused. */
export function canonicalValue(bytes: Buffer): unknown {
  const value: unknown = JSON.parse(bytes.toString('utf8'));
  if (!canonicalBytes(value).equals(bytes)) {
    throw new SyntaxError('not canonical');
  }
  return value;
}

export function readManifest(bytes: Buffer, findings: Findings): SignedManifest | null {
  try {
    const value = canonicalValue(bytes);
    if (
      isRecord(value) &&
      isManifest(value['manifest']) &&
      Array.isArray(value['signatures']) &&
      value['signatures'].every(isSignature)
    ) {
      findings.pass('MANIFEST');
      return { manifest: value['manifest'], signatures: value['signatures'] };
    }
  } catch {
    // The same finding as a manifest that lacks a field.
  }
  findings.add('MANIFEST', 'FAILED', 'MANIFEST_BROKEN');
  return null;
}

/** Size and SHA-256 of each file, and that the manifest names each file once. */
export function checkDigests(manifest: Manifest, files: Files, findings: Findings): void {
  const named = new Set(manifest.files.map(({ name }) => name));
  const unnamed = [...files.keys()].filter((name) => !named.has(name));
  if (unnamed.length > 0 || named.size !== manifest.files.length) {
    findings.add('DIGESTS', 'FAILED', 'FILES_NOT_IN_MANIFEST', { files: unnamed });
  }
  for (const { name, size, sha256: digest } of manifest.files) {
    const bytes = files.get(name);
    if (bytes === undefined || bytes.length !== size || sha256(bytes) !== digest) {
      findings.add('DIGESTS', 'FAILED', 'FILE_CHANGED', { file: name });
    }
  }
  findings.passUnlessFailed('DIGESTS', { count: manifest.files.length });
}

/** Every signature must be right; with a given key one of them must be made with it. */
export function checkSignatures(
  { manifest, signatures }: SignedManifest,
  given: KeyObject | null,
  findings: Findings,
): string[] {
  const keys = signatures.map((signature) => keyOfSignature(manifest, signature));
  const signedBy = keys.flatMap((key) => (key === null ? [] : [keyIdOf(key)]));
  if (keys.length === 0) {
    findings.add('SIGNATURE', 'FAILED', 'NOT_SIGNED');
  } else if (signedBy.length < keys.length) {
    findings.add('SIGNATURE', 'FAILED', 'SIGNATURE_WRONG');
  } else {
    findings.pass('SIGNATURE');
  }
  if (given === null) {
    findings.add('KEY', 'NOTED', 'KEY_NOT_GIVEN', { keys: signedBy });
  } else if (signedBy.includes(keyIdOf(given))) {
    findings.pass('KEY', { keys: [keyIdOf(given)] });
  } else {
    findings.add('KEY', 'FAILED', 'KEY_DIFFERS', { keys: [keyIdOf(given)] });
  }
  return signedBy;
}
