// npm run yibu -- …: the command line, compiled first where needed. Silent unless it cannot be built.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { commandLine } from './lib/command-line.mjs';
import { compileServer } from './lib/compile.mjs';
import { startDatabase } from './lib/database.mjs';
import { isInstalled } from './lib/install.mjs';
import { dataDir } from './lib/paths.mjs';
import { explain } from './lib/progress.mjs';

const BUILD_FAILED = 70;

/** These read files only; an auditor's machine has no database. */
const WITHOUT_DATABASE = new Set([
  'claim',
  'filing',
  'pack',
  'sample',
  'help',
  '--help',
  '-h',
  undefined,
]);

async function makeReady() {
  if (!isInstalled()) {
    throw new Error('The packages are not installed, or not those of package-lock.json: npm ci');
  }
  await compileServer();
  if (!fs.existsSync(commandLine)) {
    throw new Error('The command line has no source here (apps/cli/src/main.ts).');
  }
}

/** The private database of `npm start`, running or not, where DATABASE_URL names no other. */
async function provideDatabase([command, ...rest]) {
  const isNamed = (process.env.DATABASE_URL ?? '') !== '';
  const asksHelp = rest.some((one) => one === '--help' || one === '-h');
  if (isNamed || asksHelp || WITHOUT_DATABASE.has(command)) {
    return { env: {}, stop: async () => {} };
  }
  const { url, stop } = await startDatabase({ dir: path.join(dataDir(), 'db') });
  return { env: { DATABASE_URL: url }, stop };
}

try {
  await makeReady();
  const args = process.argv.slice(2);
  const database = await provideDatabase(args);
  const child = spawn(process.execPath, ['--enable-source-maps', commandLine, ...args], {
    stdio: 'inherit',
    env: { ...process.env, YIBU_DATA: dataDir(), ...database.env },
  });
  // Ctrl-C reaches the command itself; it decides how to end, and we say the same.
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', (error) => {
    console.error(error.message);
    process.exitCode = BUILD_FAILED;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
    void database.stop();
  });
} catch (error) {
  console.error(explain(error));
  process.exitCode = BUILD_FAILED;
}
