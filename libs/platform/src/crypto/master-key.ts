import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

import { ConfigError, type Config } from '../config.js';

/**
 * From YIBU_MASTER_KEY, else from a file beside the data, made on first use and readable by its owner only. Whoever
 * backs up the database must keep this file elsewhere: without it no ID number opens again. `isInUse`: something is
 * sealed with it already, so a lost one is never replaced.
 */
export function loadMasterKey(config: Config, isInUse: boolean): Buffer {
  if (config.masterKey !== null) {
    return Buffer.from(config.masterKey, 'base64');
  }
  const file = masterKeyFile(config);
  if (isInUse && !fs.existsSync(file)) {
    throw new ConfigError([
      `${file} is missing, and with it the key of every ID number kept here; restore it from its backup`,
    ]);
  }
  fs.mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  try {
    // `wx`: of two processes that start together, one writes and both read the same key.
    fs.writeFileSync(file, randomBytes(32).toString('base64'), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') {
      throw error;
    }
  }
  const key = Buffer.from(fs.readFileSync(file, 'utf8').trim(), 'base64');
  if (key.length !== 32) {
    throw new ConfigError([`${file} holds no 32-byte key; restore it from its backup`]);
  }
  return key;
}

export const masterKeyFile = (config: Config): string =>
  path.join(config.dataDir, 'keys', 'master.key');
