import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const SCRIPT = path.join(process.cwd(), 'apps/cli/scripts/start.mjs');
const PATIENCE_MS = 120_000;

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

export async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`)).status === 200;
  } catch {
    return false;
  }
}

async function until(isSo: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
  for (const began = Date.now(); !(await isSo()); await pause(50)) {
    if (Date.now() - began > PATIENCE_MS) {
      throw new Error(what());
    }
  }
}

/** One `npm start` on a data folder of the test, and what it said. */
export class StartCommand {
  said = '';

  private constructor(
    private readonly child: ChildProcess,
    readonly url: string,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (text: Buffer) => (this.said += text.toString()));
    }
  }

  static begin(dataDir: string, port: number, flags: readonly string[] = []): StartCommand {
    return this.of([process.execPath, SCRIPT, '--no-demo', ...flags], dataDir, port);
  }

  /** As people type it: npm, a shell and the command, of which npm alone gets what is sent. */
  static byNpm(dataDir: string, port: number): StartCommand {
    return this.of(['npm', 'start', '--', '--no-demo'], dataDir, port);
  }

  private static of(
    [program = '', ...flags]: readonly string[],
    dataDir: string,
    port: number,
  ): StartCommand {
    const { DATABASE_URL: _ofTheTest, ...env } = process.env;
    const child = spawn(program, flags, {
      env: { ...env, NODE_ENV: 'production', YIBU_DATA: dataDir, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return new StartCommand(child, `http://localhost:${port}`);
  }

  private get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  async isReady(): Promise<void> {
    await until(
      () => this.said.includes('is ready') || this.hasEnded,
      () => `not ready:\n${this.said}`,
    );
    if (this.hasEnded) {
      throw new Error(`ended instead of serving:\n${this.said}`);
    }
  }

  /** -> its exit code */
  async ended(): Promise<number | null> {
    if (!this.hasEnded) {
      await once(this.child, 'exit');
    }
    return this.child.exitCode;
  }

  send(signal: 'SIGINT' | 'SIGKILL'): void {
    this.child.kill(signal);
  }
}

/** Every process that works on the folder: services by their environment, the database by its command. */
export function processesOn(dataDir: string): number[] {
  const reads = (pid: string, file: string): string => {
    try {
      return fs.readFileSync(`/proc/${pid}/${file}`, 'utf8');
    } catch {
      return '';
    }
  };
  return fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && !/^\d+ \(.*\) Z/.test(reads(name, 'stat')))
    .filter(
      (pid) =>
        reads(pid, 'environ').includes(`YIBU_DATA=${dataDir}\0`) ||
        reads(pid, 'cmdline').includes(`--datadir=${dataDir}/`),
    )
    .map(Number);
}

export async function allGone(dataDir: string): Promise<void> {
  await until(
    () => processesOn(dataDir).length === 0,
    () => `still there: ${processesOn(dataDir).join(' ')}`,
  );
}
