import 'reflect-metadata';

import type { INestApplication, INestApplicationContext } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Test, type TestingModuleBuilder } from '@nestjs/testing';
import { getDataSourceToken } from '@nestjs/typeorm';
import { localDate, shanghaiDay, type Clock, type LocalDate } from '@yibu/kernel';
import { CLOCK, CONFIG, parseConfig, YibuLogger, type Config } from '@yibu/platform';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { DataSource } from 'typeorm';

import { SqlWatch, unwatched } from './sql-watch.js';
import { openTestDatabase, type TestDatabase } from './database.js';

/** A clock that stands still until a test moves it. Noon in Asia/Shanghai, unless an instant is given. */
export class FixedClock implements Clock {
  constructor(private moment: Date = new Date('2026-06-15T04:00:00Z')) {}

  now(): Date {
    return this.moment;
  }

  today(): LocalDate {
    return shanghaiDay(this.moment);
  }

  setDay(day: string): void {
    this.moment = new Date(`${localDate(day)}T12:00:00+08:00`);
  }

  set(moment: Date): void {
    this.moment = moment;
  }
}

export interface TestApp<App extends INestApplicationContext> {
  readonly app: App;
  readonly database: TestDatabase;
  readonly dataSource: DataSource;
  readonly clock: FixedClock;
  /** Keys, files and logs of the product. */
  readonly dataDir: string;
  /** Reads what the product sends; `close()` fails on a statement that names no center. */
  readonly watch: SqlWatch;
  close(): Promise<void>;
}

async function build(
  isHttp: boolean,
  env: Readonly<Record<string, string>> = {},
): Promise<{
  builder: TestingModuleBuilder;
  database: TestDatabase;
  clock: FixedClock;
  dataDir: string;
}> {
  const database = await openTestDatabase();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'yibu-test-'));
  const clock = new FixedClock();
  const config = parseConfig({
    DATABASE_URL: database.url,
    YIBU_DATA: dataDir,
    LOG_LEVEL: 'error',
    ...env,
  });
  const root = isHttp
    ? (await import('../../apps/api/src/app.module.js')).AppModule
    : (await import('../../apps/api/src/features.module.js')).FeaturesModule;
  const builder = Test.createTestingModule({ imports: [root] })
    .overrideProvider(CONFIG)
    .useValue(config)
    .overrideProvider(CLOCK)
    .useValue(clock)
    .overrideProvider(YibuLogger)
    .useValue(new YibuLogger('error'));
  return { builder, database, clock, dataDir };
}

/** Services, repositories and jobs on the real database, without HTTP. */
export async function startServices(): Promise<TestApp<INestApplicationContext>> {
  const { builder, database, clock, dataDir } = await build(false);
  const app = await builder.compile();
  await app.init();
  return await finish({ app, database, clock, dataDir });
}

/** The whole product as a browser meets it; `app.getHttpServer()` goes to supertest. */
export async function startApi(
  env: Readonly<Record<string, string>> = {},
): Promise<TestApp<INestApplication>> {
  const { builder, database, clock, dataDir } = await build(true, env);
  const app = (await builder.compile()).createNestApplication<NestExpressApplication>();
  const { openFrontDoor } = await import('../../apps/api/src/front-door.js');
  openFrontDoor(app, app.get<Config>(CONFIG));
  await app.init();
  return await finish({ app, database, clock, dataDir });
}

async function finish<App extends INestApplicationContext>(parts: {
  app: App;
  database: TestDatabase;
  clock: FixedClock;
  dataDir: string;
}): Promise<TestApp<App>> {
  const { app, database, clock, dataDir } = parts;
  const dataSource = app.get<DataSource>(getDataSourceToken());
  const watch = await SqlWatch.on(dataSource);
  return {
    app,
    database,
    clock,
    dataDir,
    watch,
    dataSource: unwatched(dataSource),
    close: async () => {
      await app.close();
      await database.close();
      fs.rmSync(dataDir, { recursive: true, force: true });
      watch.assertClean();
    },
  };
}
