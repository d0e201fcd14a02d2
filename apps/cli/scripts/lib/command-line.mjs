// The compiled command line, as the scripts use it.
import fs from 'node:fs';
import path from 'node:path';
import { runNode } from './node.mjs';
import { dist } from './paths.mjs';

export const commandLine = path.join(dist, 'apps/cli/src/main.js');

const run = (args, url, more = {}) => {
  if (!fs.existsSync(commandLine)) {
    throw new Error(`The command line is not built (${commandLine} is missing): npm run build`);
  }
  return runNode([commandLine, ...args], { ...more, env: { DATABASE_URL: url, ...more.env } });
};

export const migrate = (url, env) => run(['migrate'], url, { env });
export const loadDemo = (url, env, onLine) => run(['demo', 'load'], url, { env, onLine });
