import { syncRoles } from '@yibu/center';
import { syncPacks } from '@yibu/claim';
import { configFromEnvironment, dataSourceOptions, initializeDataSource } from '@yibu/platform';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DataSource, type MigrationInterface } from 'typeorm';

import { ENTITIES } from '../../api/src/features.module.js';

type MigrationClass = new () => MigrationInterface;

const MIGRATIONS = path.resolve(import.meta.dirname, '../../../migrations');

/** Every migration beside the compiled sources, in the order of their timestamps. */
async function migrations(): Promise<MigrationClass[]> {
  const files = fs
    .readdirSync(MIGRATIONS)
    .filter((file) => /^\d{13}-.*\.js$/.test(file))
    .sort();
  const modules = await Promise.all(
    files.map(
      async (file) =>
        (await import(pathToFileURL(path.join(MIGRATIONS, file)).href)) as Record<string, unknown>,
    ),
  );
  return modules.flatMap((module) =>
    Object.values(module).filter((value): value is MigrationClass => typeof value === 'function'),
  );
}

/** For commands that work on the database of the environment. The caller destroys it. */
export async function openDatabase(): Promise<DataSource> {
  const { database } = configFromEnvironment();
  const options = dataSourceOptions({
    database,
    entities: ENTITIES,
    migrations: await migrations(),
    poolSize: 4,
  });
  return await initializeDataSource(new DataSource(options));
}

/** Tables, the product's own roles and its policy packs. Safe to repeat; -> how many migrations were applied. */
export async function bringUpToDate(dataSource: DataSource): Promise<number> {
  const done = await dataSource.runMigrations({ transaction: 'none' });
  await syncRoles(dataSource);
  await syncPacks(dataSource);
  return done.length;
}
