// The packages: installed when they are missing or other than the lock file says.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { inRoot } from './paths.mjs';
import { Refusal, step } from './progress.mjs';

const NEEDED_NODE = [20, 19];

export function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < NEEDED_NODE[0] || (major === NEEDED_NODE[0] && minor < NEEDED_NODE[1])) {
    throw new Refusal(
      `Yibu needs Node.js ${NEEDED_NODE.join('.')} or newer; this is ${process.versions.node}.`,
    );
  }
}

function readPackages(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** npm writes its hidden lock last, so a half-finished installation has none. */
export function isInstalled() {
  const wanted = readPackages(inRoot('package-lock.json'));
  const found = readPackages(inRoot('node_modules/.package-lock.json'));
  return Object.entries(wanted).every(([key, { version, optional }]) => {
    const isThere = key === '' || found[key]?.version === version;
    return isThere || (optional === true && found[key] === undefined);
  });
}

function npmCi() {
  // NODE_ENV=production would leave out what the build needs.
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = process.env.npm_execpath;
  const [command, first] = npm === undefined ? ['npm', []] : [process.execPath, [npm]];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: inRoot(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.on('error', reject);
    child.on('exit', (code) => {
      if (code === 0) {
        resolve();
      } else {
        reject(new Refusal(`npm could not install the packages:\n${said.trim()}`));
      }
    });
  });
}

export async function ensureInstalled() {
  checkNode();
  if (isInstalled()) {
    return;
  }
  const folder = inRoot('node_modules');
  if (fs.lstatSync(folder, { throwIfNoEntry: false })?.isSymbolicLink()) {
    throw new Refusal(
      `The packages in ${fs.realpathSync(folder)} are not those of package-lock.json, and node_modules only links there: run npm ci in ${path.dirname(fs.realpathSync(folder))}.`,
    );
  }
  await step('packages installed', npmCi);
}
