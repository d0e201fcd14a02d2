// npm test: everything that proves the product. `npm test -- unit|db|api|architecture [jest arguments]`,
// `npm test -- e2e [playwright arguments]` and `npm test -- check` run a part.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { buildAll } from './lib/build-all.mjs';
import { runChecks } from './lib/checks.mjs';
import { findOrFetchChromium } from './lib/chromium.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot, packageFile } from './lib/paths.mjs';
import { lock } from './lib/process-lock.mjs';
import { explain, say, seconds, step } from './lib/progress.mjs';
import { startTestInstance } from './lib/test-instance.mjs';

const JEST_PROJECTS = ['unit', 'architecture', 'db', 'api'];
const REPORTS = inRoot('.data/test');
const MOST_WAIT_MS = 1_800_000;

const started = performance.now();
const [part, ...rest] = process.argv.slice(2);

/** -> whether it ended well */
function run(args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: inRoot(),
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'test', ...env },
    });
    child.on('error', () => resolve(false));
    child.on('exit', (code) => resolve(code === 0));
  });
}

function readReport(name) {
  try {
    return JSON.parse(fs.readFileSync(path.join(REPORTS, name), 'utf8'));
  } catch {
    return null;
  }
}

const failedToRun = (name) => ({ name, passed: 0, failed: 1, skipped: 0 });

async function jest(projects, args) {
  const name = `jest-${process.pid}.json`;
  const report = path.join(REPORTS, name);
  const isOk = await run([
    packageFile('jest/bin/jest.js'),
    ...['--selectProjects', ...projects],
    ...['--json', '--outputFile', report],
    '--passWithNoTests',
    ...args,
  ]);
  const result = readReport(name);
  fs.rmSync(report, { force: true });
  if (result === null) {
    return failedToRun('suites');
  }
  // A suite that cannot even be loaded counts no failed test, and is a failure all the same.
  const broken = result.testResults.filter(
    (suite) =>
      suite.status === 'failed' && suite.assertionResults.every((t) => t.status !== 'failed'),
  ).length;
  const failed = result.numFailedTests + broken;
  return {
    name: 'suites',
    passed: result.numPassedTests,
    failed: failed === 0 && !isOk ? 1 : failed,
    skipped: result.numPendingTests,
  };
}

/** The journeys walk through one product in one place: those of a second run wait for the first. */
async function browserJourneys(args) {
  const release = await lock(inRoot('.data/test-e2e.lock'), {
    timeoutMs: MOST_WAIT_MS,
    onWait: (pid) => say(`  the journeys of another run (process ${pid}) are under way: waiting`),
  });
  try {
    return await walkJourneys(args);
  } finally {
    release();
  }
}

async function walkJourneys(args) {
  const browser = await step('browser', (log) => findOrFetchChromium(log));
  const instance = await step('product for the journeys', () =>
    startTestInstance(inRoot('.data/test-e2e')),
  );
  const report = path.join(REPORTS, 'playwright.json');
  fs.rmSync(report, { force: true });
  try {
    // What was asked for by name runs by itself.
    const alone = args.length > 0 ? ['--no-deps'] : [];
    const isOk = await run([packageFile('@playwright/test/cli.js'), 'test', ...alone, ...args], {
      CHROME_PATH: browser,
      YIBU_URL: instance.url,
      YIBU_SIGN_INS: instance.signIns,
      DATABASE_URL: instance.databaseUrl,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
    });
    const stats = readReport('playwright.json')?.stats;
    if (stats === undefined) {
      return failedToRun('journeys');
    }
    const failed = stats.unexpected + stats.flaky;
    return {
      name: 'journeys',
      passed: stats.expected,
      failed: failed === 0 && !isOk ? 1 : failed,
      skipped: stats.skipped,
    };
  } finally {
    await instance.stop();
  }
}

async function everything() {
  await buildAll();
  const results = [await runChecks(), await jest(JEST_PROJECTS, [])];
  if (fs.existsSync(inRoot('test/e2e'))) {
    results.push(await browserJourneys([]));
  }
  return results;
}

async function runPart() {
  if (part === undefined) {
    return await everything();
  }
  if (part === 'check') {
    await buildAll();
    return [await runChecks()];
  }
  if (part === 'e2e') {
    await buildAll();
    return [await browserJourneys(rest)];
  }
  if (JEST_PROJECTS.includes(part)) {
    return [await jest([part], rest)];
  }
  throw new Error(`"${part}" is no part; there are: check, ${JEST_PROJECTS.join(', ')}, e2e`);
}

function report(results) {
  say('');
  const total = (key) => results.reduce((sum, result) => sum + result[key], 0);
  for (const { name, passed, failed } of results) {
    say(`  ${failed === 0 ? '✓' : '✗'} ${name}: ${passed} passed, ${failed} failed`);
  }
  const skipped = total('skipped') > 0 ? `, ${total('skipped')} skipped` : '';
  say(`\n${total('passed')} passed, ${total('failed')} failed${skipped} in ${seconds(started)}`);
  process.exitCode = total('failed') === 0 && total('passed') > 0 ? 0 : 1;
}

try {
  fs.mkdirSync(REPORTS, { recursive: true });
  await ensureInstalled();
  report(await runPart());
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
