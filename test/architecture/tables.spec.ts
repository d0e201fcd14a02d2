import fs from 'node:fs';
import path from 'node:path';

import { root } from './sources.js';

/** The engine knows words of its rules that are names of tables elsewhere; it has no tables. */
const WITHOUT_TABLES = new Set(['claim-engine']);

const textOf = (file: string): string => fs.readFileSync(path.join(root, file), 'utf8');

const tables = (): string[] => [
  ...new Set(
    fs
      .readdirSync(path.join(root, 'migrations'))
      .flatMap((file) => [
        ...textOf(`migrations/${file}`).matchAll(/CREATE TABLE IF NOT EXISTS (\w+)/g),
      ])
      .map(([, table = '']) => table),
  ),
];

/** What the pages of each lib say, with those of its parts. */
const pages = (): [string, string][] =>
  fs
    .readdirSync(path.join(root, 'libs'))
    .filter((lib) => !WITHOUT_TABLES.has(lib))
    .map((lib) => [
      lib,
      fs
        .readdirSync(path.join(root, 'libs', lib), { recursive: true, encoding: 'utf8' })
        .filter((file) => path.basename(file) === 'README.md')
        .map((file) => textOf(path.join('libs', lib, file)))
        .join('\n'),
    ]);

it('each table is named in the pages of the one lib that owns it', () => {
  const known = pages();
  const wrong = tables()
    .map((table) => ({
      table,
      libs: known.filter(([, text]) => text.includes(`\`${table}\``)).map(([lib]) => lib),
    }))
    .filter(({ libs }) => libs.length !== 1);
  expect(tables().length).toBeGreaterThan(50);
  expect(wrong).toEqual([]);
});
