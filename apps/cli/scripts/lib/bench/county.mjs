// A whole county from the database to stored drafts: 200 centers, 10,000 residents, a year to date, one worker. Once as
// the first claim of the year ever made here (every month is due), once with eleven months in the ledger already.
import fs from 'node:fs';
import mysql from 'mysql2/promise';
import { inRoot } from '../paths.mjs';
import { performance } from 'node:perf_hooks';
import { gunzipSync } from 'node:zlib';
import { sleep } from '../process-lock.mjs';
import { importBuilt } from '../resolvers.mjs';
import { startService } from '../services.mjs';
import { groundOf, insert, jobsOf, madeCounty, PERIOD } from './county-ground.mjs';

const MOST_SECONDS = 10;
const asked = process.argv.slice(3);
/** Fewer for a quick look: `npm run bench -- county 40`. */
const CENTERS = Number(asked.find((text) => /^\d+$/.test(text)) ?? 200);
const RESIDENTS = 50;
const made = madeCounty({ centers: CENTERS, residents: RESIDENTS });
/** Where the worker's time goes, for Chrome's developer tools: `npm run bench -- county 40 --profile`. */
const PROFILES = asked.includes('--profile') ? inRoot('.data/bench-profiles') : null;

const TICKS_PER_SECOND = 100;

/** Processor time of a process until now, in seconds; NaN where the system does not say. */
function processorSeconds(pid) {
  try {
    const fields = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
  } catch {
    return Number.NaN;
  }
}

const profiling = PROFILES === null ? [] : ['--cpu-prof', `--cpu-prof-dir=${PROFILES}`];

async function run(connection, env, ground, round) {
  await insert(connection, 'job', jobsOf(made, ground, round));
  const [[{ pidFile }]] = await connection.query('SELECT @@pid_file AS pidFile');
  const serverPid = Number(fs.readFileSync(pidFile, 'utf8'));
  const before = processorSeconds(serverPid);
  const worker = startService('worker', env, profiling);
  let end = null;
  void worker.exited.then((how) => (end = how));
  try {
    const like = `BENCHJOB${round}%`;
    for (;;) {
      if (end !== null) {
        throw new Error(`The worker ended with ${end}.`);
      }
      const [[{ open }]] = await connection.query(
        "SELECT COUNT(*) AS open FROM job WHERE id LIKE ? AND status IN ('QUEUED', 'RUNNING')",
        [like],
      );
      if (Number(open) === 0) {
        break;
      }
      await sleep(250);
    }
    const [[times]] = await connection.query(
      `SELECT TIMESTAMPDIFF(MICROSECOND, MIN(started_at), MAX(finished_at)) / 1000000 AS seconds,
         SUM(status <> 'DONE') AS failed, MAX(error_code) AS why FROM job WHERE id LIKE ?`,
      [like],
    );
    const [[{ lines }]] = await connection.query(
      "SELECT COUNT(*) AS `lines` FROM claim_line WHERE claim_id LIKE 'BENCHCLAIM%'",
    );
    if (Number(times.failed) > 0) {
      throw new Error(`${times.failed} of ${CENTERS} drafts failed: ${times.why}`);
    }
    return {
      seconds: Number(times.seconds),
      lines: Number(lines),
      // Of the whole worker, its start and its JIT included.
      workerSeconds: processorSeconds(worker.pid),
      databaseSeconds: processorSeconds(serverPid) - before,
      engineSeconds: await engineSeconds(connection),
    };
  } finally {
    await worker.stop();
  }
}

/** The engine's part of it alone: the same facts, rules and ledgers once more, one center after the other. */
async function engineSeconds(connection) {
  const engine = await importBuilt('libs/claim-engine/src/index.js');
  const [rows] = await connection.query(
    'SELECT facts, pack, ledger FROM claim_draft WHERE claim_id LIKE ?',
    ['BENCHCLAIM%'],
  );
  const read = (blob) => JSON.parse(gunzipSync(blob).toString());
  const pack = engine.parsePack(read(rows[0].pack));
  const drafts = rows.map(({ facts, ledger }) => ({ facts: read(facts), ledger: read(ledger) }));
  const started = performance.now();
  for (const { facts, ledger } of drafts) {
    engine.computeAssessment(pack, facts, PERIOD, ledger);
  }
  return (performance.now() - started) / 1000;
}

/** Eleven months of what the first round found go into the ledger, as an opening sheet would bring them. */
async function openLedger(connection, { organizationId }) {
  await connection.query(
    `INSERT INTO ledger_entry (id, center_id, organization_id, program, subject_kind, subject_id, month, amount_fen,
       status, digest, created_at)
     SELECT CONCAT('L', SUBSTRING(id, 2)), center_id, ?, program, subject_kind, subject_id, month, amount_fen,
       'OPENING', NULL, UTC_TIMESTAMP(3)
     FROM claim_line WHERE claim_id LIKE 'BENCHCLAIM%' AND status = 'PAYABLE' AND month < ?`,
    [organizationId, PERIOD],
  );
}

/** -> [{ name, seconds, lines, workerSeconds, databaseSeconds, engineSeconds, isKept }] */
export async function benchCounty({ url, databaseUrl, dataDir }) {
  const address = new URL(databaseUrl);
  const connection = await mysql.createConnection({
    socketPath: address.searchParams.get('socket'),
    user: address.username,
    password: address.password,
    database: address.pathname.slice(1),
  });
  try {
    const ground = await groundOf(connection);
    for (const [table, rows] of made.tables(ground)) {
      await insert(connection, table, rows);
    }
    // Papers of the demo's claims that nobody has packed yet are no part of the county.
    await connection.query("UPDATE job SET status = 'CANCELLED' WHERE status = 'QUEUED'");
    const env = { DATABASE_URL: databaseUrl, YIBU_DATA: dataDir, PORT: new URL(url).port };
    const first = await run(connection, env, ground, 1);
    await openLedger(connection, ground);
    const later = await run(connection, env, ground, 2);
    return [
      { name: 'first claim of the year', ...first },
      { name: 'eleven months in the ledger', ...later },
    ].map((each) => ({
      ...each,
      centers: CENTERS,
      residents: CENTERS * RESIDENTS,
      isKept: each.seconds <= MOST_SECONDS,
    }));
  } finally {
    await connection.end();
  }
}
