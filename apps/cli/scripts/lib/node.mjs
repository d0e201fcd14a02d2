// Runs a Node program of ours to its end.
import { spawn } from 'node:child_process';
import { root } from './paths.mjs';
import { Refusal } from './progress.mjs';

/** -> what it printed. Throws with its words when it fails. */
export function runNode(args, { env = {}, onLine } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--enable-source-maps', ...args], {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout.on('data', (text) => {
      out += text;
      onLine?.(String(text).trimEnd());
    });
    child.stderr.on('data', (text) => (err += text));
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      if (code === 0) {
        resolve(out);
      } else {
        // Its own words say it all; where we stand in our scripts helps nobody.
        reject(new Refusal(`${err}${out}`.trim() || `${args[0]} ended with ${code ?? signal}`));
      }
    });
  });
}
