import { audit as chinese } from '../../apps/admin/src/i18n/zh-CN/audit.js';
import { audit as english } from '../../apps/admin/src/i18n/en/audit.js';
import { sourcesBelow } from './sources.js';

interface Entry {
  readonly file: string;
  readonly entity: string;
  readonly actions: readonly string[];
  readonly fields: readonly string[];
}

const CLOSING: Readonly<Record<string, number>> = {
  '(': 1,
  '[': 1,
  '{': 1,
  ')': -1,
  ']': -1,
  '}': -1,
};

/** From an opening bracket to the one that closes it. */
function bracketed(code: string, from: number): string {
  let depth = 0;
  for (let at = from; at < code.length; at += 1) {
    depth += CLOSING[code.charAt(at)] ?? 0;
    if (depth === 0) {
      return code.slice(from, at + 1);
    }
  }
  return '';
}

const words = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map(([, word = '']) => word);

/** Every entry of the history whose kind stands in the code as a word, with the codes that stand beside it. */
function entries(): readonly Entry[] {
  return sourcesBelow('libs', 'apps/api/src').flatMap(({ file, code }) =>
    [...code.matchAll(/\.audit\(\{/g)].flatMap(({ index }) => {
      const call = bracketed(code, index + '.audit('.length);
      const entity = /\bentity: '(\w+)'/.exec(call)?.[1];
      const action = /\baction(?::([^,]+))?,/.exec(call)?.[1] ?? '';
      const plain = [...call.matchAll(/changesOf\(\{/g)].flatMap((made) =>
        words(bracketed(call, made.index + 'changesOf('.length), /[{,]\s*(\w+)(?=\s*[:,}])/g),
      );
      return entity === undefined
        ? []
        : [
            {
              file,
              entity,
              actions: words(action.replace(/^.*\?/, ''), /'(\w+)'/g),
              fields: [...words(call, /\bfield: '(\w+)'/g), ...plain],
            },
          ];
    }),
  );
}

type Words = Readonly<Record<string, unknown>>;

const has = (words: unknown, kind: string, code: string): boolean => {
  const kinds = words as Readonly<Record<string, Words | undefined>>;
  return kinds[kind]?.[code] !== undefined || kinds['any']?.[code] !== undefined;
};

/** Codes that a reader of the history would see as they are. */
const bare = (catalogue: typeof chinese | typeof english): string[] => [
  ...new Set(
    entries().flatMap(({ entity, actions, fields }) => [
      ...(entity in catalogue.entities ? [] : [entity]),
      ...actions
        .filter((code) => !has(catalogue.actions, entity, code))
        .map((code) => `${entity} does ${code}`),
      ...fields
        .filter((code) => !has(catalogue.fields, entity, code))
        .map((code) => `${entity} has ${code}`),
    ]),
  ),
];

describe('the history', () => {
  it('is told in words, in both languages', () => {
    expect(entries().length).toBeGreaterThan(60);
    expect(bare(chinese)).toEqual([]);
    expect(bare(english)).toEqual([]);
  });
});
