import 'reflect-metadata';

import { NestFactory } from '@nestjs/core';
import { ConfigError, JobRunner, YibuLogger } from '@yibu/platform';

import { WorkerModule } from './worker.module.js';

/** Long work without HTTP: as many of these as a county needs. SIGTERM lets the job in hand finish or be taken again. */
async function main(): Promise<void> {
  const app = await NestFactory.createApplicationContext(WorkerModule, { bufferLogs: true });
  app.useLogger(app.get(YibuLogger));
  const runner = app.get(JobRunner);
  const stop = (): void => {
    runner.stop();
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.send?.('ready');
  await runner.runForever();
  await app.close();
}

main().then(
  () => {
    process.exit(0);
  },
  (error: unknown) => {
    const text = error instanceof ConfigError ? error.message : error;
    process.stderr.write(
      `${text instanceof Error ? (text.stack ?? text.message) : String(text)}\n`,
    );
    process.exit(1);
  },
);
