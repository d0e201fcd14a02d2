// `--fresh`: deletes the data of a private start, and only what is known to be ours.
import fs from 'node:fs';
import path from 'node:path';
import readline from 'node:readline/promises';
import { isAlive, readText, sleep } from './process-lock.mjs';
import { Refusal, say } from './progress.mjs';

/** YIBU_DATA may by mistake name a folder with other things in it. */
const OURS = ['db', 'files', 'keys', 'prepared.json', 'demo-unfinished'];

async function confirm(dataDir) {
  if (!process.stdin.isTTY) {
    throw new Refusal(
      '--fresh deletes all data and asks first, but nobody can answer here. Add --yes if you are sure.',
    );
  }
  const prompt = readline.createInterface({ input: process.stdin, output: process.stdout });
  const answer = await prompt.question(
    `This deletes the database, the uploaded files and the keys in ${dataDir}.\nType yes to begin anew: `,
  );
  prompt.close();
  if (!['yes', 'y', '是'].includes(answer.trim().toLowerCase())) {
    throw new Refusal('Nothing was deleted.');
  }
}

async function stopServer(dir) {
  const pid = Number(readText(path.join(dir, 'mariadbd.pid')));
  const isOurs =
    isAlive(pid) &&
    readText(`/proc/${pid}/cmdline`).includes(`--datadir=${path.join(dir, 'data')}`);
  if (isOurs) {
    process.kill(pid, 'SIGTERM');
    while (isAlive(pid)) {
      await sleep(50);
    }
  }
}

export async function beginAnew({ dataDir, yes }) {
  if ((process.env.DATABASE_URL ?? '') !== '') {
    throw new Refusal(
      '--fresh deletes only a private database. The one of DATABASE_URL is yours: empty it yourself.',
    );
  }
  if (!yes) {
    await confirm(dataDir);
  }
  await stopServer(path.join(dataDir, 'db'));
  for (const name of OURS) {
    fs.rmSync(path.join(dataDir, name), { recursive: true, force: true });
  }
  say('  ✓ old data deleted');
}
