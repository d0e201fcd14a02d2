import { canonicalBytes } from '../canonical.js';
import { contentDigestOf, DATA_FILES, type DataFiles } from '../context.js';
import type { FilingInput } from '../filing.js';
import { MANIFEST, manifestOf, signManifest, type FilingSigner } from '../package/manifest.js';
import { readZip, writeZip } from '../package/zip.js';

export type Parts = Map<string, Buffer>;

/** Opens a package and closes it again, with whatever was done to its parts in between. */
export async function tampered(
  bytes: Buffer,
  change: (parts: Parts) => void | Promise<void>,
): Promise<Buffer> {
  const files = await readZip(bytes, { files: 40, bytes: 1_000_000_000 });
  const parts: Parts = new Map(files.map((file) => [file.name, file.bytes]));
  await change(parts);
  return await writeZip(
    [...parts].map(([name, content]) => ({ name, bytes: content })),
    '2025-05-06',
  );
}

export function withOneByteChanged(bytes: Buffer, at = Math.floor(bytes.length / 2)): Buffer {
  const changed = Buffer.from(bytes);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}

/** What a dishonest holder of a key can do: change the data, then make manifest and signature fit. */
export async function forged(
  bytes: Buffer,
  signer: FilingSigner,
  change: (parts: Parts) => void | Promise<void>,
): Promise<Buffer> {
  return await tampered(bytes, async (parts) => {
    await change(parts);
    const { claim } = JSON.parse(String(parts.get('filing.json'))) as Pick<FilingInput, 'claim'>;
    const data = Object.fromEntries(DATA_FILES.map((name) => [name, parts.get(name)]));
    parts.delete(MANIFEST);
    const manifest = manifestOf(
      claim,
      contentDigestOf(claim, data as unknown as DataFiles),
      [...parts].map(([name, content]) => ({ name, bytes: content })),
    );
    parts.set(MANIFEST, canonicalBytes(signManifest(manifest, signer)));
  });
}

export function edit<T>(parts: Parts, name: string, change: (value: T) => void): void {
  const value = JSON.parse(String(parts.get(name))) as T;
  change(value);
  parts.set(name, canonicalBytes(value));
}
