// Between "installed, database up" and "serving": tables, demo, build. The pages are built while the demo is loaded.
import fs from 'node:fs';
import path from 'node:path';
import { buildPages, buildServer } from './build-all.mjs';
import { loadDemo, migrate } from './command-line.mjs';
import { step } from './progress.mjs';

const SIGN_INS = 'demo-sign-ins.json';

function rememberedSignIns(file, id) {
  try {
    const remembered = JSON.parse(fs.readFileSync(file, 'utf8'));
    return remembered.database === id ? remembered.text : null;
  } catch {
    return null;
  }
}

/** Loaded once per database; what it printed then is shown at every start. */
async function demoOnce(settings, database, env) {
  const file = path.join(settings.dataDir, SIGN_INS);
  const remembered = rememberedSignIns(file, database.id);
  if (remembered !== null || settings['no-demo']) {
    return remembered;
  }
  const text = await step('demo data', () => loadDemo(database.url, env));
  fs.writeFileSync(file, JSON.stringify({ database: database.id, text: text.trimEnd() }));
  return text.trimEnd();
}

/** -> the demo's sign-ins as text, or null without a demo. */
export async function prepare(settings, database) {
  await buildServer();
  const env = { YIBU_DATA: settings.dataDir };
  const data = async () => {
    await step('tables', () => migrate(database.url, env));
    return await demoOnce(settings, database, env);
  };
  const [signIns] = await Promise.all([data(), buildPages()]);
  return signIns;
}
