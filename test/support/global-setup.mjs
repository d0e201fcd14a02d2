// Before the suites that need a database: the server is built, one private MariaDB runs without waiting for the disk,
// and it holds one freshly migrated database to copy from (see database.ts).
import mysql from 'mysql2/promise';
import { migrate } from '../../apps/cli/scripts/lib/command-line.mjs';
import { compileServer } from '../../apps/cli/scripts/lib/compile.mjs';
import { startDatabase } from '../../apps/cli/scripts/lib/database.mjs';
import { inRoot } from '../../apps/cli/scripts/lib/paths.mjs';
import { lock } from '../../apps/cli/scripts/lib/process-lock.mjs';
import { buildId } from '../../apps/cli/scripts/lib/when-changed.mjs';

const TEMPLATE = 'yibu_template';

async function connect(url) {
  const { username, password, searchParams } = new URL(url);
  const socketPath = searchParams.get('socket');
  return mysql.createConnection({ socketPath, user: username, password });
}

async function query(connection, sql, values) {
  const [rows] = await connection.query(sql, values);
  return rows;
}

async function isTemplateFresh(connection, build) {
  const rows = await query(
    connection,
    `SELECT table_comment AS build FROM information_schema.tables
      WHERE table_schema = ? AND table_name = 'test_template'`,
    [TEMPLATE],
  );
  return rows[0]?.build === build;
}

async function makeTemplate(connection, url, build) {
  const old = await query(connection, "SHOW DATABASES LIKE 'yibu\\_te%'");
  for (const name of old.flatMap((row) => Object.values(row))) {
    await connection.query(`DROP DATABASE \`${name}\``);
  }
  await connection.query(`CREATE DATABASE \`${TEMPLATE}\``);
  await migrate(url, { YIBU_DATA: inRoot('.data/test') });
  // Written last: a template without it was not finished.
  await connection.query(
    `CREATE TABLE \`${TEMPLATE}\`.test_template (id INT PRIMARY KEY) COMMENT = '${build}'`,
  );
}

export default async function globalSetup() {
  await compileServer();
  const release = await lock(inRoot('.data/test-db/run.lock'), {
    onWait: (pid) => console.log(`waiting for another test run (process ${pid}) to end`),
  });
  const database = await startDatabase({
    dir: inRoot('.data/test-db'),
    database: TEMPLATE,
    isFast: true,
    mayAll: true,
  });
  const connection = await connect(database.url);
  try {
    // Everything that can have a say in what a new database holds.
    const build = buildId();
    if (!(await isTemplateFresh(connection, build))) {
      await makeTemplate(connection, database.url, build);
    }
  } catch (error) {
    await database.stop();
    release();
    throw error;
  } finally {
    connection.destroy();
  }
  process.env.YIBU_TEST_TEMPLATE_URL = database.url;
  globalThis.yibuTestRun = { database, release };
}
