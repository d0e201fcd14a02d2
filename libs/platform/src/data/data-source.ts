import { DataSource, type DataSourceOptions, type MixedList, type EntitySchema } from 'typeorm';

import type { DatabaseConfig } from '../config.js';

type Classes = MixedList<(abstract new () => unknown) | EntitySchema | (() => unknown)>;

/** A statement of a screen that runs longer than this is a fault; it must not hold a connection. */
const MAX_STATEMENT_SECONDS = 20;

const SESSION_SETTINGS = [
  `SET SESSION time_zone = '+00:00'`,
  `SET SESSION sql_mode = 'STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION'`,
  `SET SESSION max_statement_time = ${MAX_STATEMENT_SECONDS}`,
  `SET SESSION innodb_lock_wait_timeout = 5`,
  // MariaDB 10.11.8 and newer: a row that changed since the transaction saw it is error 1020, not a lost update.
  `SET SESSION innodb_snapshot_isolation = ON`,
];

export interface DataSourceInput {
  readonly database: DatabaseConfig;
  readonly entities: Classes;
  readonly migrations?: Classes;
  readonly poolSize?: number;
}

/** BIGINT arrives as a number while it is safe; DATE as text; DATETIME as a UTC moment. Never `synchronize`. */
export function dataSourceOptions(input: DataSourceInput): DataSourceOptions {
  const { database } = input;
  return {
    type: 'mariadb',
    ...(database.socketPath === null
      ? { host: database.host, port: database.port }
      : { socketPath: database.socketPath }),
    username: database.user,
    password: database.password,
    database: database.name,
    charset: 'UTF8MB4_BIN',
    timezone: 'Z',
    dateStrings: ['DATE'],
    supportBigNumbers: true,
    bigNumberStrings: false,
    poolSize: input.poolSize ?? 10,
    connectTimeout: 5000,
    extra: { queueLimit: 200, connectionLimit: input.poolSize ?? 10, maxIdle: 10 },
    entities: input.entities,
    migrations: input.migrations ?? [],
    migrationsTableName: 'schema_migration',
    migrationsTransactionMode: 'none',
    synchronize: false,
    migrationsRun: false,
    logging: false,
  } as DataSourceOptions;
}

interface PoolConnection {
  query(sql: string, callback: (error: Error | null) => void): void;
}

/** Opens the pool and gives every connection the session settings before its first statement. */
export async function initializeDataSource(dataSource: DataSource): Promise<DataSource> {
  await dataSource.initialize();
  listen(dataSource);
  // The connection that initialize() opened came before the listener; it is the only one, and free.
  for (const sql of SESSION_SETTINGS) {
    await dataSource.query(sql).catch(() => undefined);
  }
  return dataSource;
}

function listen(dataSource: DataSource): void {
  const { pool } = dataSource.driver as unknown as {
    pool: { on(event: 'connection', listener: (connection: PoolConnection) => void): void };
  };
  pool.on('connection', (connection) => {
    for (const sql of SESSION_SETTINGS) {
      // Commands on one connection run in order, so these come before the caller's own. An older server that
      // lacks a setting still works: the version columns protect the rows.
      connection.query(sql, () => undefined);
    }
  });
}
