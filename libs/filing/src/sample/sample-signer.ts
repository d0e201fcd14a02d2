import { createPrivateKey, createPublicKey, sign } from 'node:crypto';

import type { FilingSigner } from '../package/manifest.js';

/** PKCS #8 around a seed of 32 equal bytes: keys that sign specimens and nothing else. */
export function signerOfSeed(seed: number): FilingSigner {
  const der = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.alloc(32, seed),
  ]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  return { publicKey: createPublicKey(key), sign: (message) => sign(null, message, key) };
}

export const sampleSigner = signerOfSeed(1);
