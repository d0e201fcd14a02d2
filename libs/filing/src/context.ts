import { canonicalBytes, sha256 } from './canonical.js';
import { figuresOf, type Figures } from './figures.js';
import type { FilingInput, FilingParticulars, FilingPerson } from './filing.js';
import { textsOf, type Texts } from './texts/index.js';

/** The data files of a package, in its order. */
export const DATA_FILES = [
  'facts.json',
  'pack.json',
  'ledger.json',
  'result.json',
  'filing.json',
] as const;

export type DataFiles = Readonly<Record<(typeof DATA_FILES)[number], Buffer>>;

/** What every part of the papers draws from. */
export interface FilingContext {
  readonly input: FilingInput;
  readonly texts: Texts;
  readonly figures: Figures;
  readonly people: ReadonlyMap<string, FilingPerson>;
  readonly files: DataFiles;
  /** SHA-256 over number, revision, period and the digests of the data files: what the papers and the QR code show. */
  readonly contentDigest: string;
}

function particularsOf(input: FilingInput): FilingParticulars {
  const { facts: _facts, pack: _pack, ledger: _ledger, result: _result, ...particulars } = input;
  return particulars;
}

export function dataFilesOf(input: FilingInput): DataFiles {
  return {
    'facts.json': canonicalBytes(input.facts),
    'pack.json': canonicalBytes(input.pack),
    'ledger.json': canonicalBytes(input.ledger),
    'result.json': canonicalBytes(input.result),
    'filing.json': canonicalBytes({ schema: 'filing/1', ...particularsOf(input) }),
  };
}

export function contentDigestOf(
  claim: { readonly number: string; readonly revision: number; readonly period: string },
  files: DataFiles,
): string {
  const digests = Object.fromEntries(DATA_FILES.map((name) => [name, sha256(files[name])]));
  const { number, revision, period } = claim;
  return sha256(
    canonicalBytes({ schema: 'filing-content/1', number, revision, period, files: digests }),
  );
}

export function contextOf(input: FilingInput): FilingContext {
  const files = dataFilesOf(input);
  return {
    input,
    texts: textsOf(input.language),
    figures: figuresOf(input.result, input.programs),
    people: new Map(input.people.map((person) => [person.id, person])),
    files,
    contentDigest: contentDigestOf(input.claim, files),
  };
}

/** What the QR code says; short enough for a phone to read from paper. */
export const qrContent = ({ input: { claim }, contentDigest }: FilingContext): string =>
  `YIBU/1 ${claim.number} R${claim.revision} sha256:${contentDigest}`;
