// The processes that serve: the API (with the admin pages) and the worker.
import { fork } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import { dist, root } from './paths.mjs';
import { sleep } from './process-lock.mjs';

const STOP_MS = 15_000;
const READY_MS = 60_000;
/** As an address: in a path, `#` and `%` would mean something else to the loader. */
const FOLLOW = new URL('./follow-parent.mjs', import.meta.url).href;

/** -> { name, pid, exited, stop() }. `exited` resolves with how it ended. `flags`: further ones for Node. */
export function startService(name, env, flags = []) {
  const child = fork(path.join(dist, `apps/${name}/src/main.js`), {
    cwd: root,
    // Off: introspection, stack traces, what libraries check only while a program is being written.
    env: { NODE_ENV: 'production', ...process.env, ...env },
    execArgv: [...flags, '--enable-source-maps', '--import', FOLLOW],
    // A group of its own: Ctrl-C reaches only us, and we stop things in order.
    detached: true,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const exited = new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
    child.once('error', (error) => resolve(error.message));
  });
  const stop = async () => {
    child.kill('SIGTERM');
    const hasStopped = await Promise.race([
      exited.then(() => true),
      sleep(STOP_MS).then(() => false),
    ]);
    if (!hasStopped) {
      child.kill('SIGKILL');
      await exited;
    }
  };
  return { name, pid: child.pid, exited, stop };
}

export async function isHealthy(url) {
  try {
    const response = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(2000) });
    return response.status === 200;
  } catch {
    return false;
  }
}

/** Waits for /healthz. Throws when the service ends before, or takes too long. */
export async function waitUntilHealthy(url, service) {
  let end = null;
  void service.exited.then((how) => (end = how));
  for (const started = Date.now(); Date.now() - started < READY_MS; await sleep(50)) {
    if (end !== null) {
      throw new Error(`The ${service.name} ended with ${end} before it served.`);
    }
    if (await isHealthy(url)) {
      return;
    }
  }
  throw new Error(`The ${service.name} did not answer ${url}/healthz within ${READY_MS / 1000} s.`);
}

function listenProblem(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', (error) => resolve(error.code));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(null)));
  });
}

/** -> null, or why nobody can listen there (EADDRINUSE, EACCES, …). */
export async function portProblem(port, host) {
  // A browser may take "localhost" for ::1 and would meet whoever listens there.
  const isTakenOnV6 = (await listenProblem(port, '::1')) === 'EADDRINUSE';
  return isTakenOnV6 ? 'EADDRINUSE' : await listenProblem(port, host);
}

export function anyFreePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
