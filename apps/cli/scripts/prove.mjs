// npm run prove: the long versions of what `npm test` shows briefly (test/prove). `npm run prove -- booking` runs one.
import { spawn } from 'node:child_process';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, packageFile } from './lib/paths.mjs';

await ensureInstalled();
const args = ['--selectProjects', 'prove', '--runInBand', ...process.argv.slice(2)];
const child = spawn(process.execPath, [packageFile('jest/bin/jest.js'), ...args], {
  cwd: inRoot(),
  stdio: 'inherit',
  env: { ...process.env, NODE_ENV: 'test' },
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
