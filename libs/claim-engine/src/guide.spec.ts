import { readFileSync } from 'node:fs';
import { checkPack, describePack, parsePack } from './index.js';

const guide = readFileSync(new URL('../README.md', import.meta.url), 'utf8');

const wrapped = (program: unknown): unknown => ({
  schema: 'pack/1',
  id: 'example',
  version: '1',
  title: 'Example',
  jurisdiction: { name: 'Somewhere', counties: ['*'] },
  documents: [{ id: 'D', title: 'Notice' }],
  programs: [program],
});

const examples = [...guide.matchAll(/```json (pack|program)\n([\s\S]*?)```/g)].map(
  (match, index) => {
    const value = JSON.parse(match[2] ?? '') as unknown;
    return { name: `example ${index + 1}`, pack: match[1] === 'pack' ? value : wrapped(value) };
  },
);

it('teaches by at least a dozen examples', () => {
  expect(examples.length).toBeGreaterThanOrEqual(12);
});

it.each(examples)('$name of the pack guide is a valid pack', ({ pack }) => {
  expect(checkPack(pack)).toEqual([]);
  expect(JSON.stringify(describePack(parsePack(pack), 'zh'))).not.toMatch(/undefined|\[object/);
});
