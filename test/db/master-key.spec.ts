import type { INestApplicationContext } from '@nestjs/common';
import { CONFIG, FieldCrypto, type Config } from '@yibu/platform';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { startServices, type TestApp } from '../support/app.js';
import { World } from '../support/world.js';

let test: TestApp<INestApplicationContext>;

beforeAll(async () => {
  test = await startServices();
  const { countyCode } = await World.create(test);
  await test.app.get(FieldCrypto).blindIndex(countyCode, 'id_number', '999999194005060021');
});
afterAll(async () => {
  await test.close();
});

describe('the key of an installation', () => {
  it('keeps it from starting once it is lost or another one, and is never made anew', async () => {
    const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'yibu-key-'));
    const file = path.join(dataDir, 'keys/master.key');
    const begin = async (masterKey: string | null = null): Promise<string> => {
      const config = { ...test.app.get<Config>(CONFIG), dataDir, masterKey };
      return await new FieldCrypto(config, test.dataSource).onModuleInit().then(
        () => 'started',
        (error: Error) => error.message,
      );
    };
    expect(await begin()).toContain(`${file} is missing`);
    expect(fs.existsSync(file)).toBe(false);
    expect(await begin(Buffer.alloc(32, 1).toString('base64'))).toContain(
      'YIBU_MASTER_KEY is not the key that this database was sealed with',
    );
    fs.mkdirSync(path.dirname(file));
    fs.writeFileSync(file, 'half a ke');
    expect(await begin()).toContain(`${file} holds no 32-byte key`);
    fs.copyFileSync(path.join(test.dataDir, 'keys/master.key'), file);
    expect(await begin()).toBe('started');
    fs.rmSync(dataDir, { recursive: true });
  });
});
