// npm run migrate:diff: the statements that would bring a freshly migrated database to what the entities say. None are
// wanted; the check "migration drift" fails on any.
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource } from 'typeorm';
import { migrate } from './lib/command-line.mjs';
import { compileServer } from './lib/compile.mjs';
import { startDatabase } from './lib/database.mjs';
import { dist, inRoot } from './lib/paths.mjs';
import { explain } from './lib/progress.mjs';
import { importBuilt } from './lib/resolvers.mjs';

/** Every class of every *.entity and *.entities file: an entity that some module forgot to name must not hide from the comparison. */
async function allEntities() {
  const files = fs
    .readdirSync(path.join(dist, 'libs'), { recursive: true })
    .filter((file) => /\.entit(y|ies)\.js$/.test(file));
  const loaded = await Promise.all(
    files.map((file) => import(pathToFileURL(path.join(dist, 'libs', file)).href)),
  );
  return loaded.flatMap((exports) =>
    Object.values(exports).filter((value) => typeof value === 'function'),
  );
}

async function driftOf(url) {
  const platform = await importBuilt('libs/platform/src/index.js');
  const { database } = platform.parseConfig({ DATABASE_URL: url });
  const options = platform.dataSourceOptions({ database, entities: await allEntities() });
  const dataSource = await new DataSource(options).initialize();
  try {
    const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
    return upQueries.map(({ query }) => `${query};`);
  } finally {
    await dataSource.destroy();
  }
}

async function main() {
  await compileServer();
  const dir = inRoot('.data/drift');
  fs.rmSync(dir, { recursive: true, force: true });
  const database = await startDatabase({ dir: path.join(dir, 'db'), isFast: true });
  try {
    await migrate(database.url, { YIBU_DATA: dir });
    const drift = await driftOf(database.url);
    drift.forEach((statement) => console.log(statement));
    process.exitCode = drift.length === 0 ? 0 : 1;
  } finally {
    await database.stop();
    fs.rmSync(dir, { recursive: true, force: true });
  }
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
