// npm run prove: the long versions of what `npm test` shows briefly (test/prove). `npm run prove -- booking` runs one,
// `npm run prove -- reference --seeds 1-20000` the random packs of these seeds.
import { spawn } from 'node:child_process';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, packageFile } from './lib/paths.mjs';

await ensureInstalled();
const given = process.argv.slice(2);
const place = given.indexOf('--seeds');
const [, seeds] = place < 0 ? [] : given.splice(place, 2);
if (place >= 0 && !/^\d+-\d+$/.test(seeds ?? '')) {
  process.stderr.write('--seeds 1-20000: the first and the last seed\n');
  process.exit(2);
}
const args = ['--selectProjects', 'prove', 'prove-pure', '--runInBand', ...given];
const child = spawn(process.execPath, [packageFile('jest/bin/jest.js'), ...args], {
  cwd: inRoot(),
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test', ...(seeds === undefined ? {} : { PROVE_SEEDS: seeds }) },
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
