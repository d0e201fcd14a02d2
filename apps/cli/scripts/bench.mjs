// npm run bench: speed as ratios inside one run. `npm run bench -- lists|first-load` runs a part. It reports and never
// fails on a number: a busy machine is no fault of the product.
import { buildAll } from './lib/build-all.mjs';
import { MOST_BYTES, benchFirstLoad } from './lib/bench/first-load.mjs';
import { benchLists } from './lib/bench/lists.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { explain, say } from './lib/progress.mjs';
import { startTestInstance } from './lib/test-instance.mjs';

const part = process.argv[2];

const ms = (value) => `${value.toFixed(1)} ms`;

function reportLists(results) {
  say('\n| query of a page | statements | p50 | bare p50 | ratio | |\n|---|---|---|---|---|---|');
  for (const { name, statements, ours, bare, ratio, isKept } of results) {
    const mark = isKept ? '✓' : '✗';
    say(`| ${name} | ${statements} | ${ms(ours)} | ${ms(bare)} | ${ratio.toFixed(2)} | ${mark} |`);
  }
  const kept = results.filter(({ isKept }) => isKept).length;
  say(`\n${kept} of ${results.length} within 3 statements and twice the bare median`);
}

/** The demo prints its sign-ins as lines of name, password, role. */
function demoPassword(signIns) {
  const line = signIns.split('\n').find((text) => text.trim().startsWith('manager '));
  if (line === undefined) {
    throw new Error('The demo printed no sign-in of a manager.');
  }
  return line.trim().split(/\s+/)[1];
}

async function main() {
  await ensureInstalled();
  await buildAll();
  const instance = await startTestInstance(inRoot('.data/bench'), {
    hasWorker: false,
    mayAll: true,
  });
  try {
    if (part === undefined || part === 'lists') {
      const password = demoPassword(instance.signIns);
      reportLists(await benchLists({ ...instance, password }));
    }
    if (part === undefined || part === 'first-load') {
      const { bytes, files } = await benchFirstLoad(instance.url);
      const mark = bytes <= MOST_BYTES ? '✓' : '✗';
      say(
        `\n${mark} sign-in page: ${(bytes / 1000).toFixed(1)} kB of gzipped JavaScript in ${files} files`,
      );
    }
  } finally {
    await instance.stop();
  }
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
