import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto';

import { ENGINE } from '@yibu/claim-engine';

import { canonicalBytes, sha256 } from '../canonical.js';
import type { FilingClaim } from '../filing.js';
import type { NamedFile } from './zip.js';

export const MANIFEST = 'manifest.json';
export const PAPERS = 'application.pdf';
export const WORKBOOK = 'figures.xlsx';

/** Counts up when the same data would print other papers or another workbook than before. */
export const LAYOUT = 3;

export interface ManifestFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
}

/** What is signed: every file of the package but the manifest itself. */
export interface Manifest {
  readonly schema: 'filing-manifest/1';
  readonly number: string;
  readonly revision: number;
  readonly period: string;
  readonly layout: number;
  /** Of the product that computed the claim; the first packages do not name it and are of 1. */
  readonly engine?: number;
  readonly files: readonly ManifestFile[];
  readonly contentDigest: string;
  /** Content digest of the revision that this one replaces. */
  readonly previous: string | null;
}

export interface ManifestSignature {
  readonly alg: 'Ed25519';
  /** SHA-256 of the public key (SubjectPublicKeyInfo). */
  readonly kid: string;
  /** SubjectPublicKeyInfo, base64. */
  readonly publicKey: string;
  readonly signature: string;
}

export interface SignedManifest {
  readonly manifest: Manifest;
  readonly signatures: readonly ManifestSignature[];
}

/** Signs without showing its private half. */
export interface FilingSigner {
  readonly publicKey: KeyObject;
  sign(message: Buffer): Buffer;
}

/** The prefix keeps a signature of a manifest from being one of anything else. */
export const signedMessage = (manifest: Manifest): Buffer =>
  Buffer.concat([Buffer.from('yibu-filing-manifest/1\n'), canonicalBytes(manifest)]);

const spkiOf = (key: KeyObject): Buffer => key.export({ type: 'spki', format: 'der' });

export const keyIdOf = (key: KeyObject): string =>
  createHash('sha256').update(spkiOf(key)).digest('hex');

export function manifestOf(
  claim: FilingClaim,
  contentDigest: string,
  files: readonly NamedFile[],
): Manifest {
  return {
    schema: 'filing-manifest/1',
    number: claim.number,
    revision: claim.revision,
    period: claim.period,
    layout: LAYOUT,
    engine: ENGINE,
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length, sha256: sha256(bytes) })),
    contentDigest,
    previous: claim.previousDigest,
  };
}

export function signManifest(manifest: Manifest, signer: FilingSigner): SignedManifest {
  const signature: ManifestSignature = {
    alg: 'Ed25519',
    kid: keyIdOf(signer.publicKey),
    publicKey: spkiOf(signer.publicKey).toString('base64'),
    signature: signer.sign(signedMessage(manifest)).toString('base64'),
  };
  return { manifest, signatures: [signature] };
}

/** The key that made the signature, or null where it made none. */
export function keyOfSignature(manifest: Manifest, given: ManifestSignature): KeyObject | null {
  try {
    const der = Buffer.from(given.publicKey, 'base64');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const isRight =
      given.alg === 'Ed25519' &&
      key.asymmetricKeyType === 'ed25519' &&
      keyIdOf(key) === given.kid &&
      verify(null, signedMessage(manifest), key, Buffer.from(given.signature, 'base64'));
    return isRight ? key : null;
  } catch {
    return null;
  }
}
