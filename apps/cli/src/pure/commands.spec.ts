import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { run as claim } from '../commands/claim.js';
import { run as pack } from '../commands/pack.js';

const folder = mkdtempSync(path.join(tmpdir(), 'yibu-cli-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const facts = {
  schema: 'facts/1',
  county: '140522',
  center: { id: 'c1' },
  people: [{ id: 'p1', bornOn: '1940-05-06' }],
  stays: [{ id: 's1', person: 'p1', from: '2025-01-10', until: '2025-06-30' }],
  assessments: [
    { id: 'a1', person: 'p1', scale: 'GBT42195', level: 3, kind: 'OFFICIAL', from: '2025-01-05' },
  ],
};

function file(name: string, content: string): string {
  const where = path.join(folder, name);
  writeFileSync(where, content);
  return where;
}

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function saying(work: () => Promise<number>): Promise<Said> {
  const said = { out: '', err: '' };
  const out = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    said.out += String(text);
    return true;
  });
  const err = jest.spyOn(process.stderr, 'write').mockImplementation((text) => {
    said.err += String(text);
    return true;
  });
  try {
    return { code: await work(), ...said };
  } finally {
    out.mockRestore();
    err.mockRestore();
  }
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
