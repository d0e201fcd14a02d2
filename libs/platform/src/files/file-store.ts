import { Inject, Injectable } from '@nestjs/common';
import { AppError, assert } from '@yibu/kernel';
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';

import { CONFIG, type Config } from '../config.js';
import { newId } from '../data/id.js';

/** Bytes under their SHA-256: written once, never changed, shared by equal files. */
@Injectable()
export class FileStore {
  private readonly dir: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.dir = path.join(config.dataDir, 'files');
  }

  /** Safe to do before the transaction that refers to it: bytes without a row harm nobody. */
  async put(bytes: Buffer): Promise<string> {
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const file = this.pathOf(sha256);
    try {
      await fs.access(file);
    } catch {
      await write(file, bytes);
    }
    return sha256;
  }

  /** Throws when the bytes no longer have the digest they were stored under. */
  async get(sha256: string): Promise<Buffer> {
    const bytes = await fs.readFile(this.pathOf(sha256));
    const found = createHash('sha256').update(bytes).digest('hex');
    assert(found === sha256, `stored file ${sha256} is unchanged`);
    return bytes;
  }

  private pathOf(sha256: string): string {
    assert(/^[0-9a-f]{64}$/.test(sha256), 'a file is named by its digest');
    return path.join(this.dir, sha256.slice(0, 2), sha256);
  }
}

/** Aside first, then in place: nobody reads half a file, and none is left behind by a full disk. */
async function write(file: string, bytes: Buffer): Promise<void> {
  const part = `${file}.${newId()}`;
  try {
    await fs.mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const handle = await fs.open(part, 'wx', 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await fs.rename(part, file);
  } catch (error) {
    await fs.rm(part, { force: true });
    throw isFull(error)
      ? new AppError('STORAGE_FULL', 'The disk takes no more', {}, { cause: error })
      : error;
  }
}

const isFull = (error: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EROFS'].includes((error as NodeJS.ErrnoException).code ?? '');
