import { parsePack } from '@yibu/claim-engine';
import { readFileSync } from 'node:fs';

import { fieldsOf } from './award.rules.js';

it('asks of a project every value that the rules name, in the words of the rules', () => {
  const file = '../../../claim-engine/packs/samples/a16-fujian-2020.json';
  const pack = parsePack(JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')));
  const program = pack.programs.find(({ subject }) => subject === 'project');
  const fields = program === undefined ? [] : fieldsOf(program, pack);
  expect(fields.find(({ name }) => name === 'premises')).toMatchObject({
    words: { zh: '用房性质' },
    options: [
      { code: 'OWN', zh: '自有' },
      { code: 'RENTED', zh: '租赁' },
    ],
  });
  expect(fields.find(({ name }) => name === 'leaseYears')?.words.en).toBe('years of the lease');
});
