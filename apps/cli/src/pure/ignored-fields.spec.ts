import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run as claim } from '../commands/claim.js';
import { facts, saying, type Said } from '../../../../test/support/command-line.js';

const folder = mkdtempSync(path.join(tmpdir(), 'yibu-ignored-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function file(name: string, content: string): string {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
}

const compute = async (args: readonly string[]): Promise<Said> =>
  await saying(async () => await claim(['compute', ...args]));

describe('fields that nothing reads', () => {
  it('warns of fields that nothing reads, beside the same result', async () => {
    const stays = facts.stays.map(({ until, ...stay }) => ({ ...stay, to: until }));
    const odd = { ...facts, stays, people: [{ ...facts.people[0], nickname: 'Li' }] };
    const given = ['--pack', 'yangcheng-2022', '--period', '2025-06', '--lang', 'en', '--facts'];
    const misspelt = file('odd.json', JSON.stringify(odd));
    const clean = file(
      'clean.json',
      JSON.stringify({ ...odd, stays: facts.stays.map((stay) => ({ ...stay, until: undefined })) }),
    );
    const said = await compute([...given, misspelt]);
    expect(said.code).toBe(0);
    expect(said.err.trim().split('\n')).toEqual([
      `${misspelt} $.people[0].nickname: unknown field, not read`,
      `${misspelt} $.stays[0].to: unknown field, not read, did you mean until?`,
    ]);
    expect(said.out).toBe((await compute([...given, clean])).out);
    const { warnings, ...result } = JSON.parse((await compute([...given, misspelt, '--json'])).out);
    expect(warnings).toHaveLength(2);
    expect(warnings[1]).toMatchObject({ path: '$.stays[0].to', count: 1, meant: 'until' });
    const bare = JSON.parse((await compute([...given, clean, '--json'])).out);
    expect({ ...bare, warnings: undefined }).toEqual({ ...result, warnings: undefined });
  });

  it('tells of ten thousand misspelt fields once, and never of more than twenty kinds', async () => {
    const people = Array.from({ length: 3000 }, (_, index) => ({
      id: `p${index}`,
      bornOn: '1940-01-01',
      remark: 'x',
    }));
    const center = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`field${at}`, at]));
    const many = file(
      'many.json',
      JSON.stringify({
        ...facts,
        stays: [],
        assessments: [],
        center: { ...center, id: 'c1' },
        people,
      }),
    );
    const said = await compute([
      '--pack',
      'yangcheng-2022',
      '--period',
      '2025-06',
      '--facts',
      many,
    ]);
    expect(said.code).toBe(0);
    expect(said.err.trim().split('\n')).toHaveLength(20);
    const few = file('few.json', JSON.stringify({ ...facts, stays: [], assessments: [], people }));
    const told = await compute(['--pack', 'yangcheng-2022', '--period', '2025-06', '--facts', few]);
    expect(told.err).toContain('同类共 3000 处');
  });
});
