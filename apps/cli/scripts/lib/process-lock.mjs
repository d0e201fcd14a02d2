// Lock files that name their process: a dead process's lock is broken by the next one.
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

/**
 * One process, told apart from a later one that was given the same number: "pid start-time". Where the machine does
 * not tell start times it is the pid alone.
 */
export function identityOf(pid) {
  const stat = readText(`/proc/${pid}/stat`);
  // The command stands in brackets and may hold anything; the start time is the 20th field behind it.
  const startTime = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  return `${pid} ${startTime}`.trim();
}

export const pidOf = (identity) => Number(identity.split(' ')[0]);

export const isRunning = (identity) =>
  isAlive(pidOf(identity)) && identityOf(pidOf(identity)) === identity;

/** Two may find the same dead lock at once; only one of them moves it away, and a lock that came since is put back. */
function breakLock(file, deadHolder) {
  const aside = `${file}.${process.pid}.dead`;
  try {
    fs.renameSync(file, aside);
  } catch {
    return;
  }
  if (readText(aside) !== deadHolder) {
    fs.linkSync(aside, file);
  }
  fs.rmSync(aside, { force: true });
}

/** -> release(), or null when a living process holds the lock. */
export function tryLock(file) {
  fs.mkdirSync(path.dirname(file), { recursive: true });
  // Written aside and linked into place: nobody ever reads a lock without its pid.
  const own = `${file}.${process.pid}`;
  fs.writeFileSync(own, identityOf(process.pid));
  try {
    for (;;) {
      try {
        fs.linkSync(own, file);
        return () => {
          if (pidOf(readText(file)) === process.pid) {
            fs.rmSync(file, { force: true });
          }
        };
      } catch (error) {
        if (error.code !== 'EEXIST') {
          throw error;
        }
      }
      const holder = readText(file);
      if (isRunning(holder)) {
        return null;
      }
      breakLock(file, holder);
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
      onWait(pidOf(readText(file)));
    }
    if (Date.now() - started > timeoutMs) {
      throw new Error(`${file} is held by process ${pidOf(readText(file))}`);
    }
    await sleep(100);
  }
}
