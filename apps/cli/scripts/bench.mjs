// npm run bench: speed as ratios inside one run. `npm run bench -- engine|lists|first-load|county|claim-page` runs a part,
// `-- lists MyJobs` one list. It reports and never
// fails on a number: a busy machine is no fault of the product.
import os from 'node:os';
import { buildAll } from './lib/build-all.mjs';
import { benchClaimPage } from './lib/bench/claim-page.mjs';
import { benchCounty } from './lib/bench/county.mjs';
import { benchEngine } from './lib/bench/engine.mjs';
import { benchFirstLoad } from './lib/bench/first-load.mjs';
import { benchLists, MOST_RATIO } from './lib/bench/lists.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { explain, say } from './lib/progress.mjs';
import { startTestInstance } from './lib/test-instance.mjs';

const [part, only = null] = process.argv.slice(2);

const ms = (value) => `${value.toFixed(1)} ms`;

function reportLists(results) {
  const sorted = [...results].sort((one, other) => other.ratio - one.ratio);
  say(
    `\n| query of a page | statements | p50 | bare p50 | ratio (goal ${MOST_RATIO.toFixed(1)}) | CPU | bare CPU | |\n|---|---|---|---|---|---|---|---|`,
  );
  for (const { name, statements, ours, bare, oursCpu, bareCpu, ratio, isKept } of sorted) {
    const cpu = oursCpu === null ? '' : ms(oursCpu);
    say(
      `| ${name} | ${statements} | ${ms(ours)} | ${ms(bare)} | ${ratio.toFixed(2)} | ${cpu} | ${ms(bareCpu)} | ${markOf(isKept)} |`,
    );
  }
  const kept = results.filter(({ isKept }) => isKept).length;
  const [load = 0] = os.loadavg();
  say(`\n${kept} of ${results.length} within 3 statements and ${MOST_RATIO} times the bare median`);
  say(`load of the machine at the end: ${load.toFixed(1)} on ${os.cpus().length} cores`);
}

/** The demo prints its sign-ins as lines of name, password, role. */
function demoPassword(signIns) {
  const line = signIns.split('\n').find((text) => text.trim().startsWith('manager '));
  if (line === undefined) {
    throw new Error('The demo printed no sign-in of a manager.');
  }
  return line.trim().split(/\s+/)[1];
}

const isAsked = (name) => part === undefined || part === name;
const markOf = (isKept) => (isKept ? '✓' : '✗');

async function reportEngine() {
  const found = await benchEngine();
  const { residents, lines, steps, megabytes } = found;
  const times = (found.ms / found.limitMs).toFixed(0);
  say(
    `\n${markOf(found.isKept)} engine: a year of ${residents} residents, ${lines} lines, in ${found.ms.toFixed(0)} ms (${times} times a bare count of their days), at most ${megabytes.toFixed(0)} MB in all; explaining every line, ${steps} steps: ${found.explainMs.toFixed(0)} ms`,
  );
}

async function reportProduct() {
  const dir = inRoot('.data/bench');
  const instance = await startTestInstance(dir, { hasWorker: false, mayAll: true });
  try {
    if (isAsked('first-load')) {
      const { bytes, files, isKept } = await benchFirstLoad(instance.url);
      const size = (bytes / 1000).toFixed(1);
      say(`\n${markOf(isKept)} sign-in page: ${size} kB of gzipped JavaScript in ${files} files`);
    }
    if (isAsked('lists')) {
      const password = demoPassword(instance.signIns);
      reportLists(await benchLists({ ...instance, password, only }));
    }
  } finally {
    await instance.stop();
  }
}

async function reportCounty() {
  const dir = inRoot('.data/bench');
  const instance = await startTestInstance(dir, { hasWorker: false, mayAll: true });
  try {
    for (const each of await benchCounty({ ...instance, dataDir: dir })) {
      const { name, centers, residents, lines, seconds, isKept } = each;
      const spent = `processor time: worker ${each.workerSeconds.toFixed(1)} s, database ${each.databaseSeconds.toFixed(1)} s; the engine alone ${each.engineSeconds.toFixed(2)} s`;
      say(
        `\n${markOf(isKept)} county, ${name}: ${centers} centers, ${residents} residents, ${lines} lines stored by one worker in ${seconds.toFixed(1)} s (${spent})`,
      );
    }
  } finally {
    await instance.stop();
  }
}

async function reportClaimPage() {
  const dir = inRoot('.data/bench');
  const instance = await startTestInstance(dir, { hasWorker: false, mayAll: true });
  try {
    const password = demoPassword(instance.signIns);
    const { lines, reloadMs, openMs, queries } = await benchClaimPage({
      ...instance,
      dataDir: dir,
      password,
    });
    say(
      `\nA claim of ${lines} lines, to 50 rendered lines (p50 of a signed-in browser): opened from the list ${ms(openMs)}, the whole application loaded anew ${ms(reloadMs)}`,
    );
    say('\n| query of the page | statements | first | p50 | |\n|---|---|---|---|---|');
    for (const { name, statements, first, ms: p50, isKept } of queries) {
      say(`| ${name} | ${statements} | ${ms(first)} | ${ms(p50)} | ${markOf(isKept)} |`);
    }
  } finally {
    await instance.stop();
  }
}

async function main() {
  await ensureInstalled();
  await buildAll();
  if (isAsked('engine')) {
    await reportEngine();
  }
  if (isAsked('lists') || isAsked('first-load')) {
    await reportProduct();
  }
  if (isAsked('county')) {
    await reportCounty();
  }
  if (isAsked('claim-page')) {
    await reportClaimPage();
  }
}

try {
  await main();
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
