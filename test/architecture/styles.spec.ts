import fs from 'node:fs';
import path from 'node:path';

import { root } from './sources.js';

const ADMIN = path.join(root, 'apps/admin/src');

/** Marks the dash of an empty value; cards look for it to leave its row out, elsewhere it has no style of its own. */
const MARKS: ReadonlySet<string> = new Set(['yb-nothing']);

interface Sheet {
  readonly file: string;
  readonly text: string;
  /** What it imports at once; what is imported later is an entry of its own. */
  readonly imports: readonly string[];
}

const sheets = new Map<string, Sheet>();

function resolved(from: string, wanted: string): string | null {
  const full = path.join(path.dirname(from), wanted);
  return (
    [full.replace(/\.js$/, '.tsx'), full.replace(/\.js$/, '.ts'), full].find((file) =>
      fs.existsSync(file),
    ) ?? null
  );
}

function sheetOf(file: string): Sheet {
  const known = sheets.get(file);
  if (known) {
    return known;
  }
  const text = fs.readFileSync(file, 'utf8').replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const wanted = file.endsWith('.css')
    ? /@import '(\.[^']+)'/g
    : /^(?:import|export)\b[^;]*?from '(\.[^']+)'|^import '(\.[^']+)'/gm;
  const imports = [...text.matchAll(wanted)]
    .map(([, named, bare]) => resolved(file, named ?? bare ?? ''))
    .filter((found): found is string => found !== null);
  const sheet = { file, text, imports };
  sheets.set(file, sheet);
  return sheet;
}

/** The file and all that comes with it at once. */
function closureOf(file: string): readonly Sheet[] {
  const seen = new Map<string, Sheet>();
  const open = [file];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (!seen.has(next)) {
      const sheet = sheetOf(next);
      seen.set(next, sheet);
      open.push(...sheet.imports);
    }
  }
  return [...seen.values()];
}

const files = (fs.readdirSync(ADMIN, { recursive: true }) as string[])
  .filter((file) => !/(^|\/)gql\//.test(file) && !/\.spec\.tsx?$/.test(file))
  .map((file) => path.join(ADMIN, file));

const styleSheets = files.filter((file) => file.endsWith('.css'));

const classesIn = (sheet: Sheet): string[] =>
  sheet.file.endsWith('.css')
    ? [...sheet.text.matchAll(/\.(yb-[\w-]+)/g)].map(([, name = '']) => name)
    : [];

/** Classes that a sheet styles on screen by themselves, not only within another. */
const ownClasses = (sheet: Sheet): string[] =>
  [...sheet.text.replaceAll(PRINT, '').matchAll(/(?:^|[},])\s*\.(yb-[\w-]+)(?=[\s]*[,{])/g)].map(
    ([, name = '']) => name,
  );

/** What is changed for paper only. */
const PRINT = /@media print \{(?:[^{}]|\{[^{}]*\})*\}/g;

const short = (file: string): string => path.relative(ADMIN, file).split(path.sep).join('/');

/** Where the browser begins: the app, and everything that comes when a page asks for it. */
function entries(): readonly string[] {
  const later = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) =>
      [...fs.readFileSync(file, 'utf8').matchAll(/import\('(\.[^']+)'\)/g)].map(([, wanted = '']) =>
        resolved(file, wanted),
      ),
    )
    .filter((file): file is string => file !== null && file.endsWith('.tsx'));
  return [...new Set(later)];
}

describe('the style of a page', () => {
  it('comes with the page, not with another one that was opened before it', () => {
    const styled = new Set(styleSheets.flatMap((file) => classesIn(sheetOf(file))));
    const app = closureOf(path.join(ADMIN, 'main.tsx')).flatMap(classesIn);
    expect(entries().length).toBeGreaterThan(40);
    const bare = entries().flatMap((entry) => {
      const parts = closureOf(entry);
      const there = new Set([...app, ...parts.flatMap(classesIn), ...MARKS]);
      return parts
        .filter(({ file }) => file.endsWith('.tsx'))
        .flatMap(({ file, text }) =>
          [...text.matchAll(/(?<![\w-])yb-[a-z](?:[\w-]*[a-z0-9])?(?![\w-])/g)]
            .filter(([name]) => styled.has(name) && !there.has(name))
            .map(([name]) => `${short(entry)}: ${name} of ${short(file)}`),
        );
    });
    expect([...new Set(bare)]).toEqual([]);
  });

  it('means one thing: no two sheets give a class its looks', () => {
    const where = new Map<string, Set<string>>();
    for (const file of styleSheets) {
      for (const name of ownClasses(sheetOf(file))) {
        where.set(name, (where.get(name) ?? new Set()).add(short(file)));
      }
    }
    const twice = [...where].filter(([, sheetsOfIt]) => sheetsOfIt.size > 1);
    expect(twice.map(([name, sheetsOfIt]) => `${name}: ${[...sheetsOfIt].join(' ')}`)).toEqual([]);
  });
});
