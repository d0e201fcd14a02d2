// Lock files that hold the pid of their process: a dead process's lock is broken by the next one.
import fs from 'node:fs';
import path from 'node:path';

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export function readText(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) {
    return false;
  }
  try {
    process.kill(pid, 0);
    // A dead process whose parent never asks for it stays listed; in a container that may be for ever.
    return !/^\d+ \(.*\) Z/.test(readText(`/proc/${pid}/stat`));
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** The command of a process, or '' where that cannot be known. A pid alone is re-used after a reboot. */
export function commandOf(pid) {
  return readText(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
}

/** True when `pid` is a living Node process, as far as this machine can tell. */
export function isLivingNode(pid) {
  const canTell = process.platform === 'linux';
  return isAlive(pid) && (!canTell || commandOf(pid).includes('node'));
}

/** -> release(), or null when a living process holds the lock. */
export function tryLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // Written aside and linked into place: nobody ever reads a lock without its pid.
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, String(process.pid));
  try {
    for (;;) {
      try {
        fs.linkSync(own, file);
        return () => {
          if (Number(readText(file)) === process.pid) {
            fs.rmSync(file, { force: true });
          }
        };
      } catch (error) {
        if (error.code !== 'EEXIST') {
          throw error;
        }
      }
      const holder = Number(readText(file));
      if (holder === process.pid || isLivingNode(holder)) {
        return null;
      }
      fs.rmSync(file, { force: true });
    }
  } finally {
    fs.rmSync(own, { force: true });
  }
}

/** Waits for the lock. `onWait(pid)` is told once, when there is somebody to wait for. */
export async function lock(file, { onWait = () => {}, timeoutMs = 600_000 } = {}) {
  const started = Date.now();
  for (let hasWaited = false; ; hasWaited = true) {
    const release = tryLock(file);
    if (release !== null) {
      return release;
    }
    if (!hasWaited) {
      onWait(Number(readText(file)));
    }
    if (Date.now() - started > timeoutMs) {
      throw new Error(`${file} is held by process ${readText(file)}`);
    }
    await sleep(100);
  }
}
