import { guarded, unexpected } from '../pure/command.js';

const USAGE = 'yibu migrate\n';

/** `yibu migrate`: brings the schema, the product's own roles and its policy packs up to date. Safe to repeat. */
export async function run(args: readonly string[]): Promise<number> {
  return await guarded(args, USAGE, async () => {
    if (args.length > 0) {
      throw unexpected(args.join(' '));
    }
    return await migrate();
  });
}

async function migrate(): Promise<number> {
  const { bringUpToDate, openDatabase } = await import('../database.js');
  const dataSource = await openDatabase();
  try {
    const done = await bringUpToDate(dataSource);
    process.stdout.write(done === 0 ? 'schema is up to date\n' : `${done} migrations applied\n`);
    return 0;
  } finally {
    await dataSource.destroy();
  }
}
