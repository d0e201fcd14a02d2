import { canonicalJson } from '@yibu/claim-engine';
import { createHash } from 'node:crypto';

/** The bytes of a value: keys sorted, no white space, UTF-8. The same value is the same file. */
export const canonicalBytes = (value: unknown): Buffer => Buffer.from(canonicalJson(value), 'utf8');

export const sha256 = (bytes: Uint8Array | string): string =>
  createHash('sha256').update(bytes).digest('hex');
