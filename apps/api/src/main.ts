import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { CONFIG, ConfigError, YibuLogger, type Config } from '@yibu/platform';

import { AppModule } from './app.module.js';
import { openFrontDoor } from './front-door.js';
import { serveWeb } from './web.js';

async function main(): Promise<void> {
  const app = await NestFactory.create<NestExpressApplication>(AppModule, { bufferLogs: true });
  app.useLogger(app.get(YibuLogger));
  const config = app.get<Config>(CONFIG);
  openFrontDoor(app, config);
  serveWeb(app);
  app.enableShutdownHooks();
  await app.listen(config.port, config.host);
  process.send?.('ready');
}

main().catch((error: unknown) => {
  const text = error instanceof ConfigError ? error.message : error;
  process.stderr.write(`${text instanceof Error ? (text.stack ?? text.message) : String(text)}\n`);
  process.exit(1);
});
