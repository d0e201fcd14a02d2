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

export function explain(error) {
  return error instanceof Refusal ? error.message : (error.stack ?? String(error));
}
