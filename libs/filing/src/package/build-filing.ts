import { canonicalBytes, sha256 } from '../canonical.js';
import { contextOf, DATA_FILES } from '../context.js';
import { buildDocument } from '../document.js';
import type { FilingInput } from '../filing.js';
import {
  MANIFEST,
  PAPERS,
  WORKBOOK,
  manifestOf,
  signManifest,
  type FilingSigner,
  type ManifestFile,
} from './manifest.js';
import { buildWorkbook } from './workbook.js';
import { writeZip, type NamedFile } from './zip.js';

export interface BuiltFiling {
  /** Number, revision and language: never a name, never an ID number. */
  readonly fileName: string;
  readonly bytes: Buffer;
  readonly sha256: string;
  readonly files: readonly ManifestFile[];
  /** What the pages and the QR code show. */
  readonly contentDigest: string;
}

/** A frozen claim as one signed package. Same input and key, same bytes. */
export async function buildFiling(input: FilingInput, signer: FilingSigner): Promise<BuiltFiling> {
  const context = contextOf(input);
  const files: NamedFile[] = [
    { name: PAPERS, bytes: await buildDocument(context) },
    { name: WORKBOOK, bytes: await buildWorkbook(context) },
    ...DATA_FILES.map((name) => ({ name, bytes: context.files[name] })),
  ];
  const { claim, language } = input;
  const manifest = manifestOf(claim, context.contentDigest, files);
  const signed = { name: MANIFEST, bytes: canonicalBytes(signManifest(manifest, signer)) };
  const bytes = await writeZip([...files, signed], claim.submittedAt.slice(0, 10));
  return {
    fileName: `${claim.number.replace(/[^A-Za-z0-9.-]/g, '_')}-R${claim.revision}-${language}.zip`,
    bytes,
    sha256: sha256(bytes),
    files: manifest.files,
    contentDigest: context.contentDigest,
  };
}
