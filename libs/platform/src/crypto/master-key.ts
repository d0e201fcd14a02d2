import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import type { Config } from '../config.js';

/**
 * From YIBU_MASTER_KEY, else from a file beside the data, made on first use and readable by its owner only. Whoever
 * backs up the database must keep this file elsewhere: without it no ID number opens again.
 */
export function loadMasterKey(config: Config): Buffer {
  if (config.masterKey !== null) {
    return Buffer.from(config.masterKey, 'base64');
  }
  const file = path.join(config.dataDir, 'keys', 'master.key');
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    // `wx`: of two processes that start together, one writes and both read the same key.
    fs.writeFileSync(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
      throw error;
    }
  }
  const key = Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) {
    throw new Error(`${file} holds no 32-byte key; restore it from its backup`);
  }
  return key;
}
