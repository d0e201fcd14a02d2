import { syncRoles } from '@yibu/center';

import { openDatabase } from '../database.js';

/** `yibu migrate`: brings the schema and the product's own roles up to date. Safe to repeat. */
export async function run(): Promise<number> {
  const dataSource = await openDatabase();
  try {
    const done = await dataSource.runMigrations({ transaction: 'none' });
    await syncRoles(dataSource);
    process.stdout.write(
      done.length === 0 ? 'schema is up to date\n' : `${done.length} migrations applied\n`,
    );
    return 0;
  } finally {
    await dataSource.destroy();
  }
}
