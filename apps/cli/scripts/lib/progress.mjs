// What a person sees while things are being made ready.

export const say = (text) => console.log(text);

/** Runs `work` and says what it was and how long it took. `work(note)` may say more while it runs. */
export async function step(name, work) {
  const started = performance.now();
  const isLive = process.stdout.isTTY === true;
  if (isLive) {
    process.stdout.write(`  … ${name}\r`);
  }
  const result = await work((text) => say(`    ${text}`));
  say(`  ✓ ${name} (${seconds(started)})`);
  return result;
}

export const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;

/** A failure that the person at the keyboard can mend: shown as text, without a stack. */
export class Refusal extends Error {}

/** Why a file or folder cannot be used, by the word of the system. */
const CAUSES = {
  ENOSPC: 'the disk is full',
  EDQUOT: 'the quota of the disk is used up',
  EROFS: 'the disk is read-only',
  EACCES: 'this user may not write there',
  EPERM: 'this user may not do that there',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EEXIST: 'a file of that name is in the way',
};

function systemCause({ code, syscall, path }) {
  if (path === undefined) {
    return null;
  }
  const cause = CAUSES[code] ?? (code === 'ENOENT' && syscall === 'mkdir' ? CAUSES.EROFS : null);
  return cause === null
    ? null
    : `${path} cannot be used: ${cause}. Mend that, or choose another folder:\n\n  YIBU_DATA=/another/folder npm start`;
}

export function explain(error) {
  if (error instanceof Refusal) {
    return error.message;
  }
  return systemCause(error) ?? error.stack ?? String(error);
}
