import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from './sources.js';

const CRUISER = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

/** A small house of its own, judged by the rules of ours. */
const HOUSE: Readonly<Record<string, string>> = {
  'tsconfig.json': JSON.stringify({
    compilerOptions: {
      module: 'NodeNext',
      target: 'ES2023',
      paths: { '@yibu/*': ['./libs/*/src/index.ts'] },
    },
  }),
  'package.json': JSON.stringify({ type: 'module' }),
  'libs/kernel/src/fen.ts': 'export const ONE = 1;\n',
  'libs/kernel/src/index.ts': "export * from './fen.js';\n",
  'libs/platform/src/index.ts': "export { ONE } from '@yibu/kernel';\n",
};

let house: string;

beforeAll(() => {
  house = fs.mkdtempSync(path.join(os.tmpdir(), 'yibu-layers-'));
});

afterAll(() => {
  fs.rmSync(house, { recursive: true });
});

function violationsWith(planted: Readonly<Record<string, string>>): string[] {
  fs.rmSync(house, { recursive: true });
  for (const [file, text] of Object.entries({ ...HOUSE, ...planted })) {
    fs.mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
    fs.writeFileSync(path.join(house, file), text);
  }
  const config = path.join(root, '.dependency-cruiser.cjs');
  const printed = execFileSync(
    process.execPath,
    [CRUISER, '--config', config, '--output-type', 'json', 'libs'],
    { cwd: house, encoding: 'utf8' },
  );
  const report = JSON.parse(printed) as { summary: { violations: { rule: { name: string } }[] } };
  return report.summary.violations.map(({ rule }) => rule.name);
}

describe('the layers', () => {
  it('find nothing where everybody keeps to them', () => {
    expect(violationsWith({})).toEqual([]);
  });

  it('keep the kernel from knowing anybody', () => {
    const code = "import { ONE } from '@yibu/platform';\nexport const TWO = ONE + 1;\n";
    expect(violationsWith({ 'libs/kernel/src/planted.ts': code })).toEqual([
      'kernel-imports-only-itself',
    ]);
  });

  it('keep a lib from reaching into another past its index', () => {
    const code = "export { ONE } from '../../kernel/src/fen.js';\n";
    expect(violationsWith({ 'libs/platform/src/planted.ts': code })).toEqual([
      'a-lib-is-entered-by-its-index',
    ]);
  });

  it('keep what decides from the outside world', () => {
    const code = "import fs from 'node:fs';\nexport const a = fs.existsSync('/');\n";
    expect(violationsWith({ 'libs/platform/src/planted.rules.ts': code })).toEqual([
      'rules-touch-no-world',
    ]);
  });

  it('keep a resolver from going round its service', () => {
    expect(
      violationsWith({
        'libs/platform/src/bed.repository.ts': 'export const beds = [];\n',
        'libs/platform/src/bed.resolver.ts': "export { beds } from './bed.repository.js';\n",
      }),
    ).toEqual(['a-resolver-does-not-reach-a-repository']);
  });
});
