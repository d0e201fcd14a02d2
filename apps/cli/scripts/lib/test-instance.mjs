// A whole product of its own, freshly made and with the demo loaded: what the browser journeys walk through.
import fs from 'node:fs';
import path from 'node:path';
import { loadDemo, migrate } from './command-line.mjs';
import { startDatabase } from './database.mjs';
import { anyFreePort, startService, waitUntilHealthy } from './services.mjs';

async function startServices(env, url, { running, hasWorker }) {
  const api = startService('api', env);
  running.push(api);
  if (hasWorker) {
    running.push(startService('worker', env));
  }
  await waitUntilHealthy(url, api);
  return api.pid;
}

/** -> { url, apiPid, databaseUrl, signIns, stop() }. Options: hasWorker; mayAll (its database user may look at the server itself) */
export async function startTestInstance(dir, { hasWorker = true, mayAll = false } = {}) {
  fs.rmSync(dir, { recursive: true, force: true });
  const running = [];
  const stop = async () => {
    for (const { stop: stopOne } of running.reverse()) {
      await stopOne();
    }
  };
  try {
    const database = await startDatabase({ dir: path.join(dir, 'db'), isFast: true, mayAll });
    running.push(database);
    const port = await anyFreePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      DATABASE_URL: database.url,
      YIBU_DATA: dir,
      PORT: String(port),
      HOST: '127.0.0.1',
    };
    await migrate(database.url, env);
    const signIns = await loadDemo(database.url, env);
    const apiPid = await startServices(env, url, { running, hasWorker });
    return { url, apiPid, databaseUrl: database.url, signIns, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
