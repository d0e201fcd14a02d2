import { execFileSync, fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { TestDatabase } from './database.js';

const ROOT = process.cwd();

/** A worker as a process of its own, compiled as it is shipped: something that can be killed. */
export class WorkerProcess {
  private constructor(private readonly child: ChildProcess) {}

  /** Seconds when nothing is compiled yet, nothing otherwise. */
  static compile(): void {
    const { href } = pathToFileURL(path.join(ROOT, 'apps/cli/scripts/lib/compile.mjs'));
    const program = `await (await import('${href}')).compileServer();`;
    execFileSync(process.execPath, ['--input-type=module', '-e', program], { cwd: ROOT });
  }

  static start(at: { readonly database: TestDatabase; readonly dataDir: string }): WorkerProcess {
    const child = fork(path.join(ROOT, 'dist/apps/worker/src/main.js'), {
      cwd: ROOT,
      env: {
        ...process.env,
        DATABASE_URL: at.database.url,
        YIBU_DATA: at.dataDir,
        LOG_LEVEL: 'error',
      },
      execArgv: [],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    return new WorkerProcess(child);
  }

  /** As a machine that loses its power: nothing is put in order. */
  async kill(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const ended = once(this.child, 'exit');
      this.child.kill('SIGKILL');
      await ended;
    }
  }
}
