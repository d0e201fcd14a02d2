// Work that is done again only when what it reads has changed.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { dist, inRoot } from './paths.mjs';

const SKIPPED = new Set(['node_modules', 'gql', 'dist']);

function* filesBelow(target) {
  const stat = fs.statSync(target, { throwIfNoEntry: false });
  if (stat === undefined) {
    return;
  }
  if (stat.isFile()) {
    yield target;
    return;
  }
  const entries = fs.readdirSync(target, { withFileTypes: true });
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (!SKIPPED.has(entry.name)) {
      yield* filesBelow(path.join(target, entry.name));
    }
  }
}

function hashOf(inputs) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => [...filesBelow(inRoot(input))])) {
    hash.update(file.slice(inRoot().length)).update('\0').update(fs.readFileSync(file));
  }
  return hash.digest('hex');
}

/** -> whether the work was done. The stamp is written last: work cut short is done again. */
export async function whenChanged({ name, inputs, outputs }, work) {
  const stamp = path.join(dist, '.stamps', name);
  const isDone = () =>
    outputs.every((output) => fs.existsSync(inRoot(output))) &&
    fs.existsSync(stamp) &&
    fs.readFileSync(stamp, 'utf8') === hashOf(inputs);
  if (isDone()) {
    return false;
  }
  fs.rmSync(stamp, { force: true });
  const hash = hashOf(inputs);
  await work();
  fs.mkdirSync(path.dirname(stamp), { recursive: true });
  fs.writeFileSync(stamp, hash);
  return true;
}

/** Tells one build of the server from another. */
export const buildId = () => hashOf(['dist/.build.json']);
