// The database of `npm start`: the one that DATABASE_URL names, else a private one in the data folder.
import { createHash } from 'node:crypto';
import path from 'node:path';
import { greets, startDatabase } from './database.mjs';
import { Refusal, say, step } from './progress.mjs';

const FORM = 'mysql://user:password@host:3306/name';

async function given(text) {
  const isUrl = URL.canParse(text);
  const url = isUrl ? new URL(text) : null;
  if (url === null || !['mysql:', 'mariadb:'].includes(url.protocol) || url.pathname.length < 2) {
    throw new Refusal(`DATABASE_URL is not of the form ${FORM}.`);
  }
  const socket = url.searchParams.get('socket');
  const port = Number(url.port || 3306);
  if (!(await greets(socket === null ? { host: url.hostname, port } : { path: socket }))) {
    throw new Refusal(
      `No database server answers at ${socket ?? `${url.hostname}:${port}`}, which DATABASE_URL names. Start it, or leave DATABASE_URL out for a private database.`,
    );
  }
  say(`  ✓ database of DATABASE_URL (${url.host}${url.pathname})`);
  // What is remembered about this database must not name its password.
  const id = createHash('sha256').update(`${url.host}${url.pathname}`).digest('hex').slice(0, 16);
  return { url: text, id, isPrivate: false, stop: async () => {} };
}

/** -> { url, id, isPrivate, stop() } */
export async function provideDatabase(dataDir) {
  const text = process.env.DATABASE_URL ?? '';
  if (text !== '') {
    return await given(text);
  }
  try {
    const dir = path.join(dataDir, 'db');
    const database = await step('database', (log) => startDatabase({ dir, mustOwn: true, log }));
    return { ...database, isPrivate: true };
  } catch (error) {
    throw new Refusal(error.message, { cause: error });
  }
}
