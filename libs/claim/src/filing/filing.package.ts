import { buildDocument, contextOf, type FilingInput } from '@yibu/filing';
import type { KeyObject } from 'node:crypto';

export interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: string;
}

export interface BuiltFiling {
  readonly bytes: Buffer;
  readonly contentDigest: string;
}

export async function buildFiling(input: FilingInput, _key: SigningKey): Promise<BuiltFiling> {
  const context = contextOf(input);
  return { bytes: await buildDocument(context), contentDigest: context.contentDigest };
}
