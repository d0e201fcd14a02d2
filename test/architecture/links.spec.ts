import { sourcesBelow } from './sources.js';

const SERVER = sourcesBelow('libs', 'apps/api/src');

/** `/export/receipt/:paymentId` as controllers of the server declare it; names of parts do not matter. */
function routes(): string[] {
  return SERVER.flatMap(({ code }) => {
    const base = /@Controller\((?:'([^']*)')?\)/.exec(code);
    return base
      ? [...code.matchAll(/@(?:Get|Post)\((?:'([^']*)')?\)/g)].map(([, path]) =>
          `/${[base[1], path].filter(Boolean).join('/')}`.replaceAll(/:\w+/g, ':'),
        )
      : [];
  });
}

/** Lists that `GET /export/:list` knows. */
const lists = (): string[] =>
  SERVER.filter(({ file }) => file.endsWith('.export.ts')).flatMap(({ code }) =>
    [...code.matchAll(/\bname: '([\w-]+)'/g)].map(([, name = '']) => name),
  );

/** Addresses of files in the pages: `${…}` is one part, what follows a question mark is none. */
const LINK = /['"`](\/(?:export|files)(?:\/(?:\$\{[^}]*\}|[\w-])+)*)/g;

const links = (): { file: string; path: string }[] =>
  sourcesBelow('apps/admin/src').flatMap(({ file, code }) =>
    [...code.matchAll(LINK)].map(([, path = '']) => ({
      file,
      path: path.replaceAll(/\$\{[^}]*\}/g, ':'),
    })),
  );

const isServed = (path: string, known: readonly string[], exported: readonly string[]): boolean => {
  const parts = path.split('/');
  const list = /^\/export\/([\w-]+)$/.exec(path)?.[1];
  if (list !== undefined) {
    return known.includes(path) || exported.includes(list);
  }
  return known.some((route) => {
    const wanted = route.split('/');
    return (
      wanted.length === parts.length &&
      wanted.every((part, index) => part === ':' || part === parts[index])
    );
  });
};

describe('the files that pages link to', () => {
  it('have a route on the server', () => {
    const [known, exported] = [routes(), lists()];
    expect(known).toContain('/export/filing/:');
    expect(links().length).toBeGreaterThan(10);
    expect(links().filter(({ path }) => !isServed(path, known, exported))).toEqual([]);
  });

  it('are lists that the server exports, where a table offers its rows', () => {
    const pages = sourcesBelow('apps/admin/src').filter(({ file }) => !file.includes('/i18n/'));
    const offered = pages.flatMap(({ file, code }) =>
      [...code.matchAll(/\blist: '([\w-]+)'/g)].map(([, list = '']) => ({ file, list })),
    );
    expect(offered.length).toBeGreaterThan(5);
    expect(offered.filter(({ list }) => !lists().includes(list))).toEqual([]);
  });
});

describe('the operations that pages send', () => {
  it('bring the fragments that they spread: the text is sent as it stands', () => {
    const texts = sourcesBelow('apps/admin/src').flatMap(({ file, code }) =>
      [...code.matchAll(/graphql\(`([^`]*)`\)/g)].map(([, text = '']) => ({ file, text })),
    );
    expect(texts.length).toBeGreaterThan(50);
    const missing = texts.flatMap(({ file, text }) =>
      [...text.matchAll(/\.\.\.(?!on\b)\s*(\w+)/g)]
        .filter(([, name = '']) => name !== 'on' && !text.includes(`fragment ${name} on`))
        .map(([, name]) => `${file} ${name ?? ''}`),
    );
    expect(missing).toEqual([]);
  });
});
