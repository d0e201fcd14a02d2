import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run as claim } from '../commands/claim.js';
import { run as demo } from '../commands/demo.js';
import { run as filing } from '../commands/filing.js';
import { run as migrate } from '../commands/migrate.js';
import { run as pack } from '../commands/pack.js';
import { run as sample } from '../commands/sample.js';
import { facts, saying, type Said } from '../../../../test/support/command-line.js';

const folder = mkdtempSync(path.join(tmpdir(), 'yibu-cli-'));
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

const factsFile = file('facts.json', JSON.stringify(facts));
const usual = ['--pack', 'yangcheng-2022', '--facts', factsFile, '--period', '2025-06'];

describe('yibu claim compute', () => {
  it('prints the same result as a table and as JSON', async () => {
    const shown = await compute(usual);
    expect(shown).toMatchObject({ code: 0, err: '' });
    expect(shown.out).toContain('总计: 1,800.00 元');
    const json = await compute([...usual, '--json']);
    expect(JSON.parse(json.out)).toMatchObject({ schema: 'assessment/1', totalFen: 180_000 });
    expect(JSON.parse(json.out).lines).toHaveLength(7);
    expect((await compute([...usual, '--lang', 'en', '--explain'])).out).toContain(
      'total: 1,800.00 yuan',
    );
  });

  it('answers an open question otherwise when told so', async () => {
    const other = await compute([...usual, '--decision', 'YC-A1=PROSPECTIVE', '--json']);
    expect(JSON.parse(other.out)).toMatchObject({ totalFen: 60_000 });
  });

  it('subtracts the ledger', async () => {
    const entry = {
      program: 'bed-subsidy',
      subject: { kind: 'person', id: 'p1' },
      month: '2025-01',
      amountFen: 30_000,
      status: 'PAID',
    };
    const ledger = file('ledger.json', JSON.stringify({ schema: 'ledger/1', entries: [entry] }));
    const result = await compute([...usual, '--ledger', ledger, '--json']);
    expect(JSON.parse(result.out)).toMatchObject({ totalFen: 150_000 });
  });

  it.each([
    ['bom.json', `\ufeff${JSON.stringify(facts)}`, 'BYTE_ORDER_MARK'],
    ['cut.json', JSON.stringify(facts).slice(0, 90), 'TRUNCATED'],
    ['no.json', 'not json', 'NOT_JSON'],
    ['empty.json', '', 'EMPTY_FILE'],
    ['other.json', JSON.stringify({ ...facts, county: '410305' }), 'COUNTY_MISMATCH'],
  ])('refuses %s with one clear line and exit code 1', async (name, content, code) => {
    const args = [
      '--pack',
      'yangcheng-2022',
      '--facts',
      file(name, content),
      '--period',
      '2025-06',
    ];
    const shown = await compute(args);
    expect(shown).toMatchObject({ code: 1, out: '' });
    expect(shown.err.trim().split('\n')).toHaveLength(1);
    const json = await compute([...args, '--json']);
    expect(json.code).toBe(1);
    expect(JSON.parse(json.out)).toMatchObject({ schema: 'refusal/1', problems: [{ code }] });
  });

  it.each([
    [[]],
    [['--pack', 'x']],
    [[...usual, '--nonsense']],
    [[...usual.slice(0, 4), '--period', 'May']],
    [[...usual, '--decision', 'YC-A1']],
  ])('takes %p for wrong usage', async (args) => {
    expect(await compute(args)).toMatchObject({ code: 2, out: '' });
  });
});

describe('yibu pack', () => {
  const yaml = `
schema: pack/1
id: my-pack
version: "1"
title: A pack in YAML
jurisdiction: { name: Yangcheng, counties: ["140522"] }
documents: [{ id: D, title: Notice }]
programs:
  - id: bed-subsidy
    title: Bed subsidy
    source: { document: D, clause: "1" }
    subject: person
    per: MONTH
    quantity: { count: residentMonths, partial: DAYS_AT_LEAST, days: 15 }
    rate: { fen: 40000 }
`;

  it('check says what a pack pays, also of one written in YAML', async () => {
    const shown = await saying(
      async () => await pack(['check', file('my.yaml', yaml), '--lang', 'en']),
    );
    expect(shown).toMatchObject({ code: 0 });
    expect(shown.out).toContain('400.00 yuan a month per person');
  });

  it('check names path and reason of each mistake', async () => {
    const broken = file(
      'broken.yaml',
      yaml.replace('fen: 40000', 'fen: "400"').replace('per: MONTH', 'per: DAY'),
    );
    const shown = await saying(async () => await pack(['check', broken]));
    expect(shown.code).toBe(1);
    expect(shown.err).toContain('$.programs[0].rate.fen');
    expect(shown.err).toContain('$.programs[0].per');
  });

  it('diff tells who gains, who loses and what it costs', async () => {
    const mine = file('new.yaml', yaml);
    const args = ['diff', 'yangcheng-2022', mine, '--facts', factsFile, '--json'];
    const diff = JSON.parse((await saying(async () => await pack(args))).out) as Record<
      string,
      unknown
    >;
    expect(diff).toMatchObject({
      period: '2025',
      oldFen: 180_000,
      newFen: 240_000,
      changeFen: 60_000,
      losses: [],
    });
    expect((await saying(async () => await pack(args.slice(0, -1)))).out).toContain(
      '差额 600.00 元',
    );
  });

  it('computes with a pack from a file as with one by id', async () => {
    const shipped = JSON.parse(
      readFileSync('libs/claim-engine/packs/yangcheng-2022.json', 'utf8'),
    ) as object;
    const copy = file('copy.json', JSON.stringify(shipped));
    const args = ['--pack', copy, ...usual.slice(2), '--json'];
    expect(JSON.parse((await compute(args)).out)).toEqual(
      JSON.parse((await compute([...usual, '--json'])).out),
    );
  });
});

describe('every command', () => {
  const COMMANDS = { claim, demo, filing, migrate, pack, sample };
  type Name = keyof typeof COMMANDS;
  const yibu = async (line: string): Promise<Said> => {
    const [name, ...args] = line.split(' ');
    return await saying(async () => await COMMANDS[name as Name](args));
  };
  const firstLine = ({ err }: Said): string => err.split('\n')[0] ?? '';

  it.each([
    ['claim --help', 'yibu claim compute'],
    ['claim compute --help', 'yibu claim compute'],
    ['claim compute -h --pack', 'yibu claim compute'],
    ['pack --help', 'yibu pack check'],
    ['pack check --help', 'yibu pack check'],
    ['pack diff a.json --help', 'yibu pack check'],
    ['filing --help', 'yibu filing verify'],
    ['filing verify --help', 'yibu filing verify'],
    ['sample verify --help', 'yibu sample verify'],
    ['sample help', 'yibu sample verify'],
    ['migrate --help', 'yibu migrate'],
    ['demo --help', 'yibu demo load'],
    ['demo load --help', 'yibu demo load'],
  ])('%s only tells how it is used', async (line, usage) => {
    const said = await yibu(line);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out.startsWith(usage)).toBe(true);
  });

  it.each([
    ['claim', '缺少 compute / missing: compute'],
    ['claim reckon', '不认识 reckon / not understood: reckon'],
    ['claim compute', '缺少 --pack / missing: --pack'],
    ['claim compute --pak x', '没有 --pak 这个选项 / no such option: --pak'],
    ['claim compute --pack', '选项 --pack 的写法不对 / this option is written otherwise: --pack'],
    ['claim compute --json=1', '选项 --json 的写法不对 / this option is written otherwise: --json'],
    ['claim compute extra', '不认识 extra / not understood: extra'],
    ['pack', '缺少 check | diff / missing: check | diff'],
    ['pack check', '缺少 <id | file> / missing: <id | file>'],
    ['pack check a b', '不认识 b / not understood: b'],
    ['pack check a -x', '没有 -x 这个选项 / no such option: -x'],
    ['pack diff a', '缺少 <old> <new> / missing: <old> <new>'],
    ['pack diff a b', '缺少 --facts / missing: --facts'],
    ['filing verify', '缺少 <package> / missing: <package>'],
    ['filing verify --lang fr a', '--lang: zh | en'],
    ['sample verify a b', '不认识 b / not understood: b'],
    ['migrate --dry-run', '不认识 --dry-run / not understood: --dry-run'],
    ['demo', '缺少 load / missing: load'],
    ['demo load twice', '不认识 twice / not understood: twice'],
  ])('%s is wrong usage: says what is wrong, then how it is used', async (line, message) => {
    const said = await yibu(line);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(firstLine(said)).toBe(message);
    expect(said.err).toContain(`\n\nyibu ${line.split(' ')[0] ?? ''} `.trimEnd());
  });

  it.each([
    ['claim compute --pack yangcheng-2022 --facts none.json --period 2025-06', 'none.json'],
    ['claim compute --pack none.yaml --facts none.json --period 2025-06', 'none.yaml'],
    ['pack check none.json', 'none.json'],
    ['pack diff none.json yangcheng-2022 --facts none.json', 'none.json'],
    ['filing verify none.zip', 'none.zip'],
    ['filing verify none.zip --key none.pem', 'none.zip'],
    ['sample verify none.json', 'none.json'],
  ])('%s names the file that is missing, in one line', async (line, name) => {
    expect(await yibu(line)).toEqual({ code: 1, out: '', err: `${name}：没有这个文件\n` });
    const english = await yibu(`${line} --lang en`);
    expect(english).toEqual({ code: 1, out: '', err: `${name}: no such file\n` });
  });

  it.each([
    ['pack check libs', 'libs：这是文件夹，不是文件'],
    ['filing verify libs', 'libs：这是文件夹，不是文件'],
    ['pack check apps/admin/screenshots/beds.png', 'beds.png：不是文本文件'],
    ['pack check package.json', '$.schema：schema 应为 pack/1，现没有'],
  ])('%s says in one line what the file is instead', async (line, sentence) => {
    expect(await yibu(line)).toEqual({ code: 1, out: '', err: `${sentence}\n` });
  });
});
