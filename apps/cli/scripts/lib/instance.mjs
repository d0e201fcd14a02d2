// One Yibu per data folder: who runs here, under which address, and what a crash left behind.
import fs from 'node:fs';
import path from 'node:path';
import {
  identityOf,
  isAlive,
  isRunning,
  pidOf,
  readText,
  sleep,
  tryLock,
} from './process-lock.mjs';
import { isHealthy } from './services.mjs';

const lockFile = (dataDir) => path.join(dataDir, 'start.lock');
const stateFile = (dataDir) => path.join(dataDir, 'start.json');

function readState(dataDir) {
  try {
    return JSON.parse(readText(stateFile(dataDir)));
  } catch {
    // Missing, or half-written by a crash: either way nothing is known.
    return { owner: '', url: null, services: [] };
  }
}

export function writeState(dataDir, { url, services }) {
  const state = {
    owner: identityOf(process.pid),
    url,
    services: services.map(({ pid }) => identityOf(pid)),
  };
  const half = `${stateFile(dataDir)}.${process.pid}`;
  fs.writeFileSync(half, JSON.stringify(state));
  fs.renameSync(half, stateFile(dataDir));
}

/** -> { release } when we are the only one, or { url, pid } of the one that already serves. */
export async function claimDataDir(dataDir, onWait) {
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (let hasWaited = false; ; hasWaited = true) {
    const release = tryLock(lockFile(dataDir));
    if (release !== null) {
      await stopLeftovers(dataDir);
      return { release };
    }
    const holder = readText(lockFile(dataDir));
    const { owner, url } = readState(dataDir);
    if (owner === holder && url !== null && (await isHealthy(url))) {
      return { url, pid: pidOf(holder) };
    }
    if (!hasWaited) {
      onWait(pidOf(holder));
    }
    await sleep(300);
  }
}

/** Services whose starter was killed stop by themselves; the port is free only when they have. */
async function stopLeftovers(dataDir) {
  const leftovers = readState(dataDir).services.filter((service) => isRunning(service));
  for (const service of leftovers) {
    process.kill(pidOf(service), 'SIGTERM');
  }
  for (let tries = 0; leftovers.some((service) => isAlive(pidOf(service))); tries += 1) {
    if (tries === 100) {
      leftovers.filter(isRunning).forEach((service) => process.kill(pidOf(service), 'SIGKILL'));
    }
    await sleep(50);
  }
  fs.rmSync(stateFile(dataDir), { force: true });
}
