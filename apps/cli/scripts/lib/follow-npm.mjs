// `npm start` is npm, a shell and us. Whoever stops npm alone means the product: npm tells the shell at most, never us.
import { commandOf, identityOf, isRunning, readText } from './process-lock.mjs';

const ANCESTORS = 4;
const LOOK_MS = 500;

function parentOf(pid) {
  const stat = readText(`/proc/${pid}/stat`);
  // The command stands in brackets and may hold anything; the parent is the second field behind it.
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

/** The npm that began us, or null: a start of its own in the background belongs to nobody. */
function ourNpm() {
  let pid = process.ppid;
  for (let step = 0; step < ANCESTORS && pid > 1; step += 1, pid = parentOf(pid)) {
    if (/^npm |\/npm(-cli\.js)? /.test(commandOf(pid))) {
      return identityOf(pid);
    }
  }
  return null;
}

/** Calls `onGone` once npm is there no more. Where the machine does not tell of processes, nothing is followed. */
export function followNpm(onGone) {
  const npm = process.env.npm_lifecycle_event === 'start' ? ourNpm() : null;
  if (npm === null) {
    return;
  }
  const timer = setInterval(() => {
    if (!isRunning(npm)) {
      clearInterval(timer);
      onGone();
    }
  }, LOOK_MS).unref();
}
