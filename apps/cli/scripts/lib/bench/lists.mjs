// Lists and boards: how many statements a page's query asks, and how its median compares with the same SQL behind a
// bare server. Both are asked in turn in one run, so that a busy machine slows both. What each process computes for a
// request (CPU time) is told beside the median: it stays the same when the machine is shared.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import mysql from 'mysql2/promise';
import { pageQueries } from './operations.mjs';

const ROUNDS = 150;
const WARM_UP = 30;
const MOST_STATEMENTS = 3;
export const MOST_RATIO = 2;
const USERS = ['manager', 'owner', 'officer', 'nurse', 'bureau', 'leader', 'platform'];
/** The session of the connection and the frame of a transaction are not questions to the data. */
const NO_QUESTION = /^\s*(SET|START TRANSACTION|BEGIN|COMMIT|ROLLBACK)\b/i;

const agent = new http.Agent({ keepAlive: true, maxSockets: 1 });

function post(url, { body = '', cookie = '' } = {}) {
  return new Promise((resolve, reject) => {
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
      ...(cookie === '' ? {} : { cookie }),
    };
    const request = http.request(url, { method: 'POST', agent, headers }, (response) => {
      const parts = [];
      response.on('data', (part) => parts.push(part));
      response.on('end', () => {
        const text = Buffer.concat(parts).toString();
        resolve({ text, cookies: response.headers['set-cookie'] ?? [] });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function signIn(url, userName, password) {
  const query = `mutation SignIn($input: SignInInput!) {
    signIn(input: $input) { centers { id } counties { code } }
  }`;
  const body = JSON.stringify({ query, variables: { input: { userName, password } } });
  const { text, cookies } = await post(`${url}/graphql`, { body });
  const { data } = JSON.parse(text);
  return {
    userName,
    cookie: cookies.map((each) => each.split(';')[0]).join('; '),
    known: {
      centerId: data.signIn.centers[0]?.id,
      countyCode: data.signIn.counties[0]?.code,
      today: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10),
    },
  };
}

/** The questions that the product asks of the database while `work` runs */
export async function watchStatements(connection, work) {
  await connection.query("SET GLOBAL log_output = 'TABLE'");
  await connection.query('TRUNCATE TABLE mysql.general_log');
  await connection.query('SET GLOBAL general_log = ON');
  await work();
  await connection.query('SET GLOBAL general_log = OFF');
  const [rows] = await connection.query(
    `SELECT CONVERT(argument USING utf8mb4) AS sql_text FROM mysql.general_log
      WHERE command_type IN ('Query', 'Execute') AND thread_id <> CONNECTION_ID() ORDER BY event_time`,
  );
  return rows.map((row) => row.sql_text).filter((text) => !NO_QUESTION.test(text));
}

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function timed(work) {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** CPU time that a process has used, in steps of 10 ms; null where the system does not tell. */
function cpuMsOf(pid) {
  try {
    const fields = fs
      .readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) * 10;
  } catch {
    return null;
  }
}

async function compare(ours, bare, cpu) {
  const times = { ours: [], bare: [] };
  for (let round = -WARM_UP; round < 0; round += 1) {
    await ours();
    await bare();
  }
  const before = await cpu();
  for (let round = 0; round < ROUNDS; round += 1) {
    times.ours.push(await timed(ours));
    times.bare.push(await timed(bare));
  }
  const after = await cpu();
  return {
    ours: median(times.ours),
    bare: median(times.bare),
    oursCpu: before.ours === null ? null : (after.ours - before.ours) / ROUNDS,
    bareCpu: (after.bare - before.bare) / ROUNDS,
  };
}

async function firstWhoMay(sessions, url, name) {
  for (const session of sessions) {
    const operation = pageQueries(session.known).find((each) => each.name === name);
    if (operation.variables !== null) {
      const { query, variables } = operation;
      const body = JSON.stringify({ query, variables });
      const { text } = await post(url, { body, cookie: session.cookie });
      if (JSON.parse(text).errors === undefined) {
        return { body, cookie: session.cookie, bytes: text.length };
      }
    }
  }
  return null;
}

async function startBare(databaseUrl) {
  const child = fork(path.join(import.meta.dirname, 'bare-server.mjs'), {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  });
  const [{ port }] = await once(child, 'message');
  const use = async (statements) => {
    child.send({ statements });
    await once(child, 'message');
  };
  const cpuMs = async () => {
    child.send({});
    return (await once(child, 'message'))[0].cpuMs;
  };
  return { url: `http://127.0.0.1:${port}`, use, cpuMs, stop: () => child.disconnect() };
}

async function measure({ name, asked, url, bare, connection, apiPid }) {
  const ours = async () => await post(url, asked);
  await ours();
  const statements = await watchStatements(connection, ours);
  await bare.use(statements);
  const cpu = async () => ({ ours: cpuMsOf(apiPid), bare: await bare.cpuMs() });
  const times = await compare(ours, async () => await post(bare.url), cpu);
  const ratio = times.ours / times.bare;
  const isKept = statements.length <= MOST_STATEMENTS && ratio <= MOST_RATIO;
  return { name, statements: statements.length, ...times, ratio, isKept };
}

/** -> [{ name, statements, ours, bare, oursCpu, bareCpu, ratio, isKept }], times in milliseconds; `only`: one list */
export async function benchLists({ url, apiPid, databaseUrl, password, only = null }) {
  const address = new URL(databaseUrl);
  const connection = await mysql.createConnection({
    socketPath: address.searchParams.get('socket'),
    user: address.username,
    password: address.password,
  });
  const bare = await startBare(databaseUrl);
  try {
    const sessions = [];
    for (const user of USERS) {
      sessions.push(await signIn(url, user, password));
    }
    const results = [];
    const names = new Set(pageQueries(sessions[0].known).map(({ name }) => name));
    for (const name of [...names].sort().filter((each) => only === null || each === only)) {
      const asked = await firstWhoMay(sessions, `${url}/graphql`, name);
      if (asked !== null) {
        results.push(
          await measure({ name, asked, url: `${url}/graphql`, bare, connection, apiPid }),
        );
      }
    }
    return results;
  } finally {
    bare.stop();
    await connection.end();
    agent.destroy();
  }
}
