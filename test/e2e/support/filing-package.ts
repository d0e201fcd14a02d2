import { execFile } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

import yauzl from 'yauzl';

const CLI = path.resolve('apps/cli/scripts/yibu.mjs');

/** The names within an archive; it is none if its directory cannot be read. */
export async function namesWithin(archive: string): Promise<string[]> {
  const bytes = await fs.readFile(archive);
  return await new Promise((resolve, reject) => {
    yauzl.fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) {
        reject(error);
        return;
      }
      const names: string[] = [];
      zip.on('entry', ({ fileName }: { fileName: string }) => {
        names.push(fileName);
        zip.readEntry();
      });
      zip.on('end', () => resolve(names));
      zip.on('error', reject);
      zip.readEntry();
    });
  });
}

/** `yibu filing verify`, as an auditor runs it: without database, server or network. -> what it says */
export async function verified(archive: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [
    CLI,
    'filing',
    'verify',
    archive,
  ]);
  return stdout;
}
