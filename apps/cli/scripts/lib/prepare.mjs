// Between "installed, database up" and "serving": tables, demo, build. The pages are built while the demo is loaded.
import fs from 'node:fs';
import path from 'node:path';
import { buildPages, buildServer } from './build-all.mjs';
import { loadDemo, migrate } from './command-line.mjs';
import { step } from './progress.mjs';
import { buildId } from './when-changed.mjs';

/** What was done to which database; beside the data, so that it goes when the data goes. */
const MEMORY = 'prepared.json';

/** How the list of sign-ins begins. */
const SIGN_INS = '演示账号';

function recall(file, databaseId) {
  try {
    const memory = JSON.parse(fs.readFileSync(file, 'utf8'));
    return memory.database === databaseId ? memory : {};
  } catch {
    return {};
  }
}

function remember(file, memory) {
  const half = `${file}.${process.pid}`;
  fs.writeFileSync(half, JSON.stringify(memory));
  fs.renameSync(half, file);
}

/** Tables brought up to date and the demo loaded, each where it has not been done: a later start should be quick. */
async function prepareData(settings, database) {
  const file = path.join(settings.dataDir, MEMORY);
  const env = { YIBU_DATA: settings.dataDir };
  const memory = { ...recall(file, database.id), database: database.id };
  const build = buildId();
  // Somebody else may change a database that is not ours: there nothing is taken for granted.
  if (memory.build !== build || !database.isPrivate) {
    await step('tables', () => migrate(database.url, env));
    remember(file, Object.assign(memory, { build }));
  }
  if (memory.signIns === undefined && !settings['no-demo']) {
    const text = await step('demo data', () => loadDemo(database.url, env));
    // What it told of its months on the way is no sign-in.
    const signIns = text.slice(Math.max(0, text.indexOf(SIGN_INS))).trimEnd();
    remember(file, Object.assign(memory, { signIns }));
  }
  return memory.signIns ?? null;
}

/** -> the demo's sign-ins as text, or null without a demo. */
export async function prepare(settings, database) {
  await buildServer();
  const [signIns] = await Promise.all([prepareData(settings, database), buildPages()]);
  return signIns;
}
