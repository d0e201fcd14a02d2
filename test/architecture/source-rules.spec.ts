import fs from 'node:fs';
import path from 'node:path';
import { foldersIn, root, sourcesBelow, type Source } from './sources.js';

const filesWith = (sources: readonly Source[], pattern: RegExp): string[] =>
  sources.filter(({ code }) => pattern.test(code)).map(({ file }) => file);

describe('code that decides', () => {
  const pure = [
    ...sourcesBelow('libs/kernel', 'libs/assessment', 'libs/claim-engine'),
    ...sourcesBelow('libs', 'apps').filter(({ file }) => file.endsWith('.rules.ts')),
  ];

  it('does not ask what time it is: today is an argument', () => {
    expect(filesWith(pure, /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)/)).toEqual([]);
  });

  it('gives the same answer to the same facts: no chance, no waiting', () => {
    expect(filesWith(pure, /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b|\bawait\b/)).toEqual(
      [],
    );
  });
});

describe('settings', () => {
  it('are read from the environment in one place', () => {
    const sources = sourcesBelow('libs', 'apps/api', 'apps/worker', 'apps/cli/src', 'migrations');
    expect(filesWith(sources, /\bprocess\.env\b/)).toEqual(['libs/platform/src/config.ts']);
  });
});

describe('money', () => {
  it('is never read from or written to a floating point text outside of its own file', () => {
    const sources = sourcesBelow('libs/claim', 'libs/claim-engine', 'libs/filing');
    expect(filesWith(sources, /\bparseFloat\b|\.toFixed\(/)).toEqual([]);
  });
});

describe('each lib', () => {
  it.each(foldersIn('libs'))('%s is entered by its index', (lib) => {
    expect(fs.existsSync(path.join(root, 'libs', lib, 'src/index.ts'))).toBe(true);
  });

  it.each(foldersIn('libs').filter((lib) => lib !== 'kernel'))('%s says what it owns', (lib) => {
    expect(fs.existsSync(path.join(root, 'libs', lib, 'README.md'))).toBe(true);
  });
});

describe('migrations', () => {
  const names = fs.readdirSync(path.join(root, 'migrations'));

  it('are named by their moment and what they do, and no two share a moment', () => {
    expect(names.filter((name) => !/^\d{13}-[a-z0-9-]+\.ts$/.test(name))).toEqual([]);
    expect(new Set(names.map((name) => name.slice(0, 13))).size).toBe(names.length);
  });

  it('can be repeated after a stop half-way: each table is made only if it is missing', () => {
    const made = sourcesBelow('migrations');
    expect(filesWith(made, /CREATE TABLE (?!IF NOT EXISTS)/i)).toEqual([]);
    expect(filesWith(made, /CREATE TRIGGER/i)).toEqual([]);
  });
});
