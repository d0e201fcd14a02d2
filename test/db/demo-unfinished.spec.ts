import type { INestApplicationContext } from '@nestjs/common';
import { CONFIG, type Config } from '@yibu/platform';
import fs from 'node:fs';
import path from 'node:path';

import { Unfinished } from '../../apps/cli/src/demo/unfinished.js';
import { startServices, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

let test: TestApp<INestApplicationContext>;
let config: Config;

beforeAll(async () => {
  test = await startServices();
  config = test.app.get<Config>(CONFIG);
});
afterAll(async () => {
  await test.close();
});

const tables = async (): Promise<number> =>
  Number(
    (
      await test.database.query<{ n: number }>(
        'SELECT COUNT(*) AS n FROM information_schema.tables WHERE table_schema = DATABASE()',
      )
    )[0]?.n,
  );

describe('a demonstration that was cut short', () => {
  it('is cleared in the database it was begun in, and in no other', async () => {
    const load = new Unfinished(test.dataSource, config);
    expect(load.isLeft()).toBe(false);
    await load.begin();
    expect(load.isLeft()).toBe(true);
    const elsewhere = { ...config, database: { ...config.database, name: 'county' } };
    expect(new Unfinished(test.dataSource, elsewhere).isLeft()).toBe(false);
    load.end();
    expect(load.isLeft()).toBe(false);
  });

  it('is no reason to clear a database that somebody had used before', async () => {
    await World.create(test);
    const load = new Unfinished(test.dataSource, config);
    await load.begin();
    expect(load.isLeft()).toBe(false);
  });

  it('leaves no table and no file of it', async () => {
    fs.mkdirSync(path.join(config.dataDir, 'files/ab'), { recursive: true });
    await new Unfinished(test.dataSource, config).clear();
    expect(await tables()).toBe(0);
    expect(fs.existsSync(path.join(config.dataDir, 'files'))).toBe(false);
  });
});
