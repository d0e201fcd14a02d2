// npm start: from whatever is there to a running product, and all of it stopped again in order.
import { parseArgs } from 'node:util';
import { followNpm } from './lib/follow-npm.mjs';
import { beginAnew } from './lib/fresh.mjs';
import { checkNode, ensureInstalled } from './lib/install.mjs';
import { claimDataDir, writeState } from './lib/instance.mjs';
import { dataDir } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { Refusal, explain, say, seconds, step } from './lib/progress.mjs';
import { provideDatabase } from './lib/provide-database.mjs';
import { portProblem, startService, waitUntilHealthy } from './lib/services.mjs';

const HELP = `npm start            Yibu on http://localhost:3000
npm start -- --fresh     begin anew: deletes the data, asking first (--yes answers)
npm start -- --no-demo   without the demo data
PORT=3100                another port          HOST=0.0.0.0   reachable from other machines
YIBU_DATA=/srv/yibu      where the data lives  DATABASE_URL=mysql://user:password@host:3306/yibu`;

const started = performance.now();
/** What was started, in order; stopped from the last to the first. */
const running = [];
let isStopping = false;

async function stop(code) {
  if (isStopping) {
    return;
  }
  isStopping = true;
  for (const { stop: stopOne } of running.reverse()) {
    await stopOne();
  }
  process.exit(code);
}

function readSettings() {
  const { values } = parseArgs({
    options: {
      fresh: { type: 'boolean' },
      yes: { type: 'boolean' },
      'no-demo': { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  // Set to nothing means not set: an empty HOST would listen on every address of the machine.
  const portText = process.env.PORT || '3000';
  const port = Number(portText);
  if (!/^\d{1,5}$/.test(portText) || port < 1 || port > 65_535) {
    throw new Refusal(`PORT is "${portText}"; it must be a number from 1 to 65535.`);
  }
  const host = process.env.HOST || '127.0.0.1';
  const shownHost = ['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host) ? 'localhost' : host;
  return { ...values, port, host, dataDir: dataDir(), url: `http://${shownHost}:${port}` };
}

async function refuseBusyPort({ port, host }) {
  const problem = await portProblem(port, host);
  if (problem === null) {
    return;
  }
  const what =
    problem === 'EADDRINUSE'
      ? `Port ${port} is in use by another program. Stop that program, or choose another port:`
      : `Port ${port} on ${host} cannot be used (${problem}). Choose another:`;
  throw new Refusal(`${what}\n\n  PORT=${port < 1024 ? 3000 : port + 1} npm start`);
}

/** Two services are one product: when one ends by itself, the other is stopped too, and the exit code says so. */
function watch(service) {
  running.push(service);
  void service.exited.then((how) => {
    if (!isStopping) {
      console.error(`The ${service.name} ended unexpectedly (${how}); stopping.`);
      void stop(1);
    }
  });
}

async function makeReady(settings) {
  // The database comes up while npm installs: neither needs the other.
  const database = provideDatabase(settings.dataDir);
  running.push({ stop: async () => await (await database.catch(() => null))?.stop() });
  await Promise.all([ensureInstalled(), database]);
  return await database;
}

async function serve(settings, database, signIns) {
  const env = {
    DATABASE_URL: database.url,
    YIBU_DATA: settings.dataDir,
    PORT: String(settings.port),
    HOST: settings.host,
  };
  await step('API and worker', async () => {
    const begin = (name) => {
      watch(startService(name, env));
      const services = running.filter((each) => each.pid !== undefined && each.name !== undefined);
      writeState(settings.dataDir, { url: settings.url, services });
    };
    begin('api');
    await waitUntilHealthy(settings.url, running.at(-1));
    // On a small machine two that start at once take twice as long; a job may wait a second.
    begin('worker');
  });
  say(`\n  颐簿 Yibu is ready after ${seconds(started)}:  ${settings.url}\n`);
  if (signIns !== null) {
    say(`${signIns}\n`);
  }
  say('  Ctrl-C stops it. Data: ' + settings.dataDir);
}

async function main() {
  const settings = readSettings();
  if (settings.help) {
    say(HELP);
    return;
  }
  checkNode();
  const claim = await claimDataDir(settings.dataDir, (pid) =>
    say(`Another start (process ${pid}) is under way here; waiting for it.`),
  );
  if (claim.url !== undefined) {
    if (settings.fresh) {
      throw new Refusal(`Yibu runs at ${claim.url} (process ${claim.pid}); stop it first.`);
    }
    say(`Yibu is already running at ${claim.url} (process ${claim.pid}).`);
    return;
  }
  running.push({ stop: claim.release });
  await refuseBusyPort(settings);
  if (settings.fresh) {
    await beginAnew(settings);
  }
  const database = await makeReady(settings);
  const signIns = await prepare(settings, database);
  await serve(settings, database, signIns);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    say(isStopping ? '\nStill stopping …' : '\nStopping …');
    void stop(0);
  });
}

// Whoever read our words may be gone with npm; what is being stopped is stopped all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', () => {});
}
followNpm(() => {
  say('\nnpm has ended; stopping …');
  void stop(0);
});

try {
  await main();
} catch (error) {
  if (!isStopping) {
    console.error(`\n${explain(error)}`);
  }
  await stop(1);
}
