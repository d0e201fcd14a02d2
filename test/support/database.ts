import mysql, { type Connection, type ResultSetHeader, type RowDataPacket } from 'mysql2/promise';

/** A freshly migrated database on a real MariaDB, this test worker's own. */
export interface TestDatabase {
  /** As DATABASE_URL. */
  readonly url: string;
  /** Behind the product's back: to look at what is really there, or to attack it. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs a statement that returns no rows. */
  run(sql: string, values?: readonly unknown[]): Promise<ResultSetHeader>;
  /** Back to what a migration leaves. */
  reset(): Promise<void>;
  close(): Promise<void>;
}

type Rows = Record<string, string | number>[];

function address(): { readonly url: URL; readonly template: string; readonly name: string } {
  const text = process.env['YIBU_TEST_TEMPLATE_URL'];
  if (text === undefined) {
    throw new Error('openTestDatabase is for suites of the projects "db" and "api"');
  }
  const url = new URL(text);
  const template = url.pathname.slice(1);
  return { url, template, name: `yibu_test_${process.env['JEST_WORKER_ID'] ?? '1'}` };
}

function urlOf(base: URL, name: string): string {
  const url = new URL(base);
  url.pathname = `/${name}`;
  return url.toString();
}

async function rowsOf(connection: Connection, sql: string, values: unknown[] = []): Promise<Rows> {
  const [rows] = await connection.query<RowDataPacket[]>(sql, values);
  return rows as Rows;
}

async function namesOf(connection: Connection, schema: string, kind: string): Promise<string[]> {
  const rows = await rowsOf(
    connection,
    'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = ? AND table_type LIKE ?',
    [schema, kind],
  );
  return rows.map((row) => String(row['name']));
}

async function filledTables(connection: Connection, schema: string): Promise<string[]> {
  const tables = await namesOf(connection, schema, '%BASE TABLE%');
  if (tables.length === 0) {
    return [];
  }
  const sql = tables
    .map(
      (name) =>
        `SELECT '${name}' AS name, EXISTS(SELECT 1 FROM \`${schema}\`.\`${name}\`) AS filled`,
    )
    .join(' UNION ALL ');
  const rows = await rowsOf(connection, sql);
  return rows.filter((row) => Number(row['filled']) === 1).map((row) => String(row['name']));
}

async function copyRows(connection: Connection, from: string, to: string): Promise<void> {
  for (const name of await filledTables(connection, from)) {
    await connection.query(
      `INSERT INTO \`${to}\`.\`${name}\` SELECT * FROM \`${from}\`.\`${name}\``,
    );
  }
}

/** Tables, rows, views and triggers, in the order in which they can stand; keys are checked again afterwards. */
async function copyDatabase(connection: Connection, from: string, to: string): Promise<void> {
  await connection.query(`DROP DATABASE IF EXISTS \`${to}\``);
  await connection.query(`CREATE DATABASE \`${to}\``);
  await connection.query(`USE \`${to}\``);
  for (const name of await namesOf(connection, from, '%BASE TABLE%')) {
    const [shown] = await rowsOf(connection, `SHOW CREATE TABLE \`${from}\`.\`${name}\``);
    await connection.query(String(shown?.['Create Table']));
  }
  await copyRows(connection, from, to);
  const triggers = await rowsOf(connection, `SHOW TRIGGERS FROM \`${from}\``);
  for (const trigger of triggers) {
    const name = String(trigger['Trigger']);
    const [shown] = await rowsOf(connection, `SHOW CREATE TRIGGER \`${from}\`.\`${name}\``);
    await connection.query(String(shown?.['SQL Original Statement']));
  }
  for (const name of await namesOf(connection, from, 'VIEW')) {
    const [shown] = await rowsOf(connection, `SHOW CREATE VIEW \`${from}\`.\`${name}\``);
    await connection.query(String(shown?.['Create View']).replaceAll(`\`${from}\`.`, ''));
  }
}

/** Emptying is much quicker than making anew; TRUNCATE does not ask the triggers that keep records from deletion. */
async function emptyAndRefill(connection: Connection, from: string, to: string): Promise<void> {
  await connection.query(`USE \`${to}\``);
  for (const name of await filledTables(connection, to)) {
    await connection.query(`TRUNCATE TABLE \`${name}\``);
  }
  await copyRows(connection, from, to);
}

async function isCopied(connection: Connection, from: string, to: string): Promise<boolean> {
  const [wanted, found] = await Promise.all([
    namesOf(connection, from, '%'),
    namesOf(connection, to, '%'),
  ]);
  return wanted.length > 0 && wanted.sort().join() === found.sort().join();
}

async function restore(connection: Connection, from: string, to: string): Promise<void> {
  await connection.query('SET SESSION foreign_key_checks = 0');
  try {
    if (await isCopied(connection, from, to)) {
      await emptyAndRefill(connection, from, to);
    } else {
      await copyDatabase(connection, from, to);
    }
  } finally {
    await connection.query('SET SESSION foreign_key_checks = 1');
  }
}

/** One per spec file, in `beforeAll`; `close()` it in `afterAll`. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const { url, template, name } = address();
  const connection = await mysql.createConnection({
    socketPath: url.searchParams.get('socket') ?? '',
    user: url.username,
    password: url.password,
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
  });
  await restore(connection, template, name);
  return {
    url: urlOf(url, name),
    query: async <Row>(sql: string, values: readonly unknown[] = []) => {
      const [rows] = await connection.query<RowDataPacket[]>(sql, [...values]);
      return rows as Row[];
    },
    run: async (sql, values = []) => {
      const [result] = await connection.query<ResultSetHeader>(sql, [...values]);
      return result;
    },
    reset: () => restore(connection, template, name),
    close: async () => {
      await connection.end();
    },
  };
}
