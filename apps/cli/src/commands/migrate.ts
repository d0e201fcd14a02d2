import { syncRoles } from '@yibu/center';
import { syncPacks } from '@yibu/claim';

import { openDatabase } from '../database.js';

/** `yibu migrate`: brings the schema, the product's own roles and its policy packs up to date. Safe to repeat. */
export async function run(): Promise<number> {
  const dataSource = await openDatabase();
  try {
    const done = await dataSource.runMigrations({ transaction: 'none' });
    await syncRoles(dataSource);
    await syncPacks(dataSource);
    process.stdout.write(
      done.length === 0 ? 'schema is up to date\n' : `${done.length} migrations applied\n`,
    );
    return 0;
  } finally {
    await dataSource.destroy();
  }
}
