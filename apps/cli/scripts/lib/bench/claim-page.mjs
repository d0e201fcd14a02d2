// Opening a claim of two thousand lines: what the page asks of the server, and how long a signed-in browser takes from
// going there to fifty rendered lines; then the explanation of a line, asked for the first time and again.
import { chromium } from '@playwright/test';
import mysql from 'mysql2/promise';
import { performance } from 'node:perf_hooks';
import { findOrFetchChromium } from '../chromium.mjs';
import { sleep } from '../process-lock.mjs';
import { startService } from '../services.mjs';
import { groundOf, idOf, insert, jobsOf, madeCounty } from './county-ground.mjs';
import { watchStatements } from './lists.mjs';

const RESIDENTS = 210;
const ROUNDS = 60;
const VISITS = 12;
const SHOWN = 50;
const MOST_MS = 150;
const WAIT_MS = 60_000;

const made = madeCounty({ centers: 1, residents: RESIDENTS });
const centerId = idOf('BENCHCENTER', 0);
const claimId = idOf('BENCHCLAIM', 0);

const median = (times) => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

async function computeClaim(connection, env) {
  const ground = await groundOf(connection);
  for (const [table, rows] of made.tables(ground)) {
    await insert(connection, table, rows);
  }
  await connection.query("UPDATE job SET status = 'CANCELLED' WHERE status = 'QUEUED'");
  await insert(connection, 'job', jobsOf(made, ground, 1));
  const worker = startService('worker', env);
  try {
    for (const started = Date.now(); Date.now() - started < WAIT_MS; await sleep(250)) {
      const [[job]] = await connection.query('SELECT status FROM job WHERE id = ?', [
        idOf('BENCHJOB1', 0),
      ]);
      if (job.status === 'DONE') {
        return;
      }
    }
    throw new Error('The claim was not computed in time.');
  } finally {
    await worker.stop();
  }
}

async function signIn(context, url, password) {
  const query = 'mutation SignIn($input: SignInInput!) { signIn(input: $input) { userId } }';
  const variables = { input: { userName: 'officer', password } };
  await context.request.post(`${url}/graphql`, { data: { query, variables } });
}

/** Times of the browser, and the queries that the page sent, each once. */
async function visit(context, address) {
  const page = await context.newPage();
  const asked = new Map();
  page.on('request', (request) => {
    const body = request.url().endsWith('/graphql') ? request.postDataJSON() : null;
    const name = /query (\w+)/.exec(body?.query ?? '')?.[1];
    if (name !== undefined) {
      asked.set(name, body);
    }
  });
  const times = [];
  for (let round = -2; round < VISITS; round += 1) {
    const started = performance.now();
    await page.goto(address, { waitUntil: 'commit' });
    await isShown(page);
    if (round >= 0) {
      times.push(performance.now() - started);
    }
  }
  const opened = await openFromList(page, new URL(address));
  await page.close();
  return { reloadMs: median(times), openMs: median(opened), asked };
}

const isShown = async (page) =>
  await page.waitForFunction(
    (least) => document.querySelectorAll('tbody tr.yb-row-open').length >= least,
    SHOWN,
    { polling: 'raf', timeout: WAIT_MS },
  );

/** As long as a person holds a button down. */
const HELD_MS = 70;

/**
 * In the page itself: from the release of the button, which opens the claim, until the frame with fifty lines is on
 * the screen. Whatever the test tool asked of the page meanwhile would be measured with it, so it asks nothing.
 */
const timeOfOpening = async (page) =>
  await page.evaluate(
    async (least) =>
      await new Promise((resolve) => {
        const onClick = ({ timeStamp }) => {
          const look = () => {
            if (document.querySelectorAll('tbody tr.yb-row-open').length < least) {
              requestAnimationFrame(look);
              return;
            }
            // Behind the frame in which they were found.
            requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - timeStamp)));
          };
          requestAnimationFrame(look);
        };
        document.addEventListener('click', onClick, { capture: true, once: true });
      }),
    SHOWN,
  );

/** From the list of claims to fifty lines. Each round begins with a list loaded anew, so nothing of the claim is kept. */
async function openFromList(page, { origin }) {
  const times = [];
  for (let round = -2; round < VISITS; round += 1) {
    await page.goto(`${origin}/c/${centerId}/all-claims?pageSize=100`);
    const link = page.locator(`tr[data-row-key="${claimId}"]`);
    await link.waitFor({ timeout: WAIT_MS });
    await page.waitForLoadState('networkidle');
    const { x, y, width, height } = await link.boundingBox();
    await page.mouse.move(x + width / 2, y + height / 2);
    const opened = timeOfOpening(page);
    await sleep(HELD_MS);
    await page.mouse.down();
    await sleep(HELD_MS);
    await page.mouse.up();
    const time = await opened;
    if (round >= 0) {
      times.push(time);
    }
  }
  return times;
}

async function measureQuery({ name, body, cookie, url, connection }) {
  const ask = async () => {
    const headers = { 'content-type': 'application/json', cookie };
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    const { data, errors } = await response.json();
    if (errors !== undefined) {
      throw new Error(`${name}: ${JSON.stringify(errors)}`);
    }
    return data;
  };
  const started = performance.now();
  const data = await ask();
  const first = performance.now() - started;
  const statements = await watchStatements(connection, ask);
  const times = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const begun = performance.now();
    await ask();
    times.push(performance.now() - begun);
  }
  const ms = median(times);
  return { name, statements: statements.length, first, ms, isKept: ms <= MOST_MS, data };
}

const EXPLANATION = `query ClaimLine($id: ID!) { claimLine(id: $id) { id explanationZh explanationEn
  trace { step code clause facts } alternatives { decision option amountFen } checks { code } } }`;

async function measureAll({ url, connection, context, password }) {
  await signIn(context, url, password);
  const address = `${url}/c/${centerId}/claims/${claimId}?pageSize=${SHOWN}`;
  const { reloadMs, openMs, asked } = await visit(context, address);
  const cookies = await context.cookies(url);
  const cookie = cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
  const queries = [];
  for (const [name, body] of asked) {
    queries.push(await measureQuery({ name, body, cookie, url, connection }));
  }
  const lines = queries.find(({ name }) => name === 'ClaimLines')?.data.claimLines;
  const body = { query: EXPLANATION, variables: { id: lines.items[0].id } };
  queries.push(
    await measureQuery({ name: 'ClaimLine (explanation)', body, cookie, url, connection }),
  );
  return { reloadMs, openMs, lines: lines.total, queries };
}

/** -> { lines, reloadMs, openMs, queries: [{ name, statements, first, ms, isKept }] } */
export async function benchClaimPage({ url, databaseUrl, dataDir, password }) {
  const address = new URL(databaseUrl);
  const connection = await mysql.createConnection({
    socketPath: address.searchParams.get('socket'),
    user: address.username,
    password: address.password,
    database: address.pathname.slice(1),
  });
  const executablePath = await findOrFetchChromium(() => undefined);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await computeClaim(connection, {
      DATABASE_URL: databaseUrl,
      YIBU_DATA: dataDir,
      PORT: address.port,
    });
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    return await measureAll({ url, connection, context, password });
  } finally {
    await browser.close();
    await connection.end();
  }
}
