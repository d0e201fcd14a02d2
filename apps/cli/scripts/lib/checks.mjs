// What a program can judge without running the product: form, types, layers, drift.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import { inRoot, packageFile } from './paths.mjs';
import { say, seconds } from './progress.mjs';

const AT_ONCE = 2;

const hasAdmin = fs.existsSync(inRoot('apps/admin/tsconfig.json'));
const hasApi = fs.existsSync(inRoot('apps/api/src/app.module.ts'));
const script = (name) => inRoot('apps/cli/scripts', name);

/** By the native compiler, a ninth of the time of the one in JavaScript, which other tools still load as a library. */
const typecheck = (project) => [
  packageFile('@typescript/native/bin/tsc'),
  ...['-p', project, '--noEmit', '--pretty', 'false'],
];

const CHECKS = [
  { name: 'format', command: [packageFile('oxfmt/bin/oxfmt'), '--check', '.'] },
  { name: 'lint', command: [packageFile('oxlint/bin/oxlint'), '--quiet', '.'] },
  {
    name: 'types of server and tests',
    command: typecheck('tsconfig.json'),
  },
  {
    name: 'types of the admin',
    isOn: hasAdmin,
    command: typecheck('apps/admin/tsconfig.json'),
  },
  {
    name: 'layers',
    command: [
      packageFile('dependency-cruiser/bin/dependency-cruise.mjs'),
      ...['--config', '.dependency-cruiser.cjs', '--output-type', 'err'],
      ...['apps', 'libs', 'migrations'].filter((folder) => fs.existsSync(inRoot(folder))),
    ],
  },
  { name: 'unused code', command: [packageFile('knip/bin/knip.js'), '--no-progress'] },
  { name: 'schema drift', isOn: hasApi, command: [script('schema.mjs'), '--check'] },
  { name: 'migration drift', isOn: hasApi, command: [script('migrate-diff.mjs')] },
];

function runCheck({ name, command }) {
  const started = performance.now();
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      command,
      { cwd: inRoot(), maxBuffer: 1e8, env: { ...process.env, FORCE_COLOR: '0' } },
      (error, out, err) => {
        say(`  ${error ? '✗' : '✓'} ${name} (${seconds(started)})`);
        if (error) {
          say(`${out}${err}`.trimEnd());
        }
        resolve(error === null);
      },
    );
  });
}

/** -> { name, passed, failed, skipped } */
export async function runChecks(names = []) {
  const wanted = CHECKS.filter(
    ({ name, isOn }) => isOn !== false && (names.length === 0 || names.includes(name)),
  );
  const queue = [...wanted];
  const outcomes = [];
  const worker = async () => {
    for (let check = queue.shift(); check !== undefined; check = queue.shift()) {
      outcomes.push(await runCheck(check));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const passed = outcomes.filter(Boolean).length;
  return { name: 'checks', passed, failed: outcomes.length - passed, skipped: 0 };
}
