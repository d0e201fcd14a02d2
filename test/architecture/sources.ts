import fs from 'node:fs';
import path from 'node:path';

export const root = path.resolve(import.meta.dirname, '../..');

const SKIPPED = new Set(['node_modules', 'dist', 'gql', '.data']);

export interface Source {
  /** Relative to the root, with slashes. */
  readonly file: string;
  /** Without comments: what is said about code is not code. */
  readonly code: string;
}

function* filesBelow(folder: string): Generator<string> {
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      if (!SKIPPED.has(entry.name)) {
        yield* filesBelow(full);
      }
    } else {
      yield full;
    }
  }
}

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|[^:'"`\\])\/\/.*$/gm, '$1');

/** The product's own TypeScript below the folders, tests left out. */
export function sourcesBelow(...folders: readonly string[]): Source[] {
  return folders
    .map((folder) => path.join(root, folder))
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => [...filesBelow(folder)])
    .filter((file) => /\.tsx?$/.test(file) && !/\.spec\.tsx?$/.test(file))
    .map((file) => ({
      file: path.relative(root, file).split(path.sep).join('/'),
      code: withoutComments(fs.readFileSync(file, 'utf8')),
    }));
}

export function foldersIn(folder: string): string[] {
  return fs
    .readdirSync(path.join(root, folder), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name);
}
