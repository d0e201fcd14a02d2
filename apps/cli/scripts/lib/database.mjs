// A private MariaDB: found or fetched, made once, started, re-used, adopted, stopped. Node built-ins only, so that it
// comes up while npm still installs.
import { createHash, randomBytes } from 'node:crypto';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { findOrFetchServer } from './mariadb-binary.mjs';
import { databaseId, initialiseFiles, spawnServer } from './mariadb-server.mjs';
import {
  commandOf,
  isAlive,
  isRunning,
  identityOf,
  lock,
  readText,
  sleep,
} from './process-lock.mjs';

const READY_MS = 90_000;
const STOP_MS = 30_000;
const LOG_TAIL_LINES = 12;
/** The kernel's limit for a socket's path is 108 bytes. */
const LONGEST_SOCKET_PATH = 100;

function filesOf(dir) {
  return {
    dir,
    data: path.join(dir, 'data'),
    temporary: path.join(dir, 'tmp'),
    pid: path.join(dir, 'mariadbd.pid'),
    log: path.join(dir, 'mariadbd.log'),
    init: path.join(dir, 'init.sql'),
    lock: path.join(dir, 'start.lock'),
    owner: path.join(dir, 'owner'),
    password: path.join(dir, 'password'),
    socket: socketPath(dir),
  };
}

function socketPath(dir) {
  const beside = path.join(dir, 'mariadbd.sock');
  if (Buffer.byteLength(beside) <= LONGEST_SOCKET_PATH) {
    return beside;
  }
  const name = createHash('sha256').update(dir).digest('hex').slice(0, 16);
  const folder = path.join(os.tmpdir(), `yibu-${os.userInfo().uid}`);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  return path.join(folder, `${name}.sock`);
}

/** A server that is ready greets whoever connects; that needs no client library. */
export function greets(address) {
  return new Promise((resolve) => {
    const connection = net.connect(address);
    const answer = (value) => {
      connection.destroy();
      resolve(value);
    };
    connection.setTimeout(2000, () => answer(false));
    connection.once('data', () => answer(true));
    connection.once('error', () => answer(false));
    connection.once('close', () => resolve(false));
  });
}

/** The pid of our living server, or null. A number in a file proves nothing: the process must run on our files. */
function livingServer(files) {
  const pid = Number(readText(files.pid));
  if (!isAlive(pid)) {
    return null;
  }
  return process.platform !== 'linux' || commandOf(pid).includes(`--datadir=${files.data}`)
    ? pid
    : null;
}

async function waitUntilReady(files, hasFailed) {
  for (const started = Date.now(); Date.now() - started < READY_MS; await sleep(25)) {
    const failure = hasFailed();
    if (failure !== null) {
      throw new Error(cannotStart(files, failure));
    }
    if (await greets({ path: files.socket })) {
      return;
    }
  }
  throw new Error(cannotStart(files, `not ready after ${READY_MS / 1000} s`));
}

function cannotStart(files, failure) {
  const tail = readText(files.log).split('\n').slice(-LOG_TAIL_LINES).join('\n');
  if (/error 28\b|errno: 28\b|No space left/.test(tail)) {
    return `The database in ${files.dir} does not start: the disk is full. Make room (a new database takes 200 MB), or choose another folder with YIBU_DATA.`;
  }
  return `The database in ${files.dir} does not start (${failure}). Its log ends with:\n${tail}`;
}

async function startServer(files, login, { isFast, log }) {
  for (const file of [files.pid, files.socket]) {
    fs.rmSync(file, { force: true });
  }
  const server = await findOrFetchServer(log);
  if (databaseId(files.data) === null) {
    const started = Date.now();
    await initialiseFiles(server, files.data);
    log(`new database made with ${server.label} in ${seconds(started)}`);
  }
  fs.mkdirSync(files.temporary, { recursive: true, mode: 0o700 });
  const started = Date.now();
  const child = spawnServer(server, files, login, isFast);
  let failure = null;
  child.once('exit', (code, signal) => (failure = `it ended with ${code ?? signal}`));
  child.once('error', (error) => (failure = error.message));
  await waitUntilReady(files, () => failure);
  child.removeAllListeners();
  log(`${server.label} ready in ${seconds(started)}`);
  return child.pid;
}

const seconds = (since) => `${((Date.now() - since) / 1000).toFixed(1)} s`;

async function stopProcess(pid) {
  if (isAlive(pid)) {
    process.kill(pid, 'SIGTERM');
  }
  for (const started = Date.now(); isAlive(pid); await sleep(25)) {
    if (Date.now() - started > STOP_MS) {
      return false;
    }
  }
  return true;
}

async function reuse(files, hasPassword, log) {
  const pid = livingServer(files);
  if (pid === null) {
    return null;
  }
  if (!hasPassword) {
    // It runs with a password that is lost; one that is started anew gets a new one.
    await stopProcess(pid);
    return null;
  }
  // It may still be recovering from a crash.
  await waitUntilReady(files, () => (isAlive(pid) ? null : 'it ended'));
  log('the database of an earlier start is still running: it is used again');
  return pid;
}

/**
 * The process that stops the server in the end. A server whose owner died belongs to the next one; `npm start` takes it
 * from a passing command.
 */
function takeOwnership(files, mustOwn) {
  if (mustOwn || !isRunning(readText(files.owner))) {
    fs.writeFileSync(files.owner, identityOf(process.pid));
  }
}

const isOwner = (files) => readText(files.owner) === identityOf(process.pid);

/**
 * -> { url, id, pid, stop() }. `url` is a DATABASE_URL. `stop()` stops the server if it is ours to stop.
 * Options: dir; database; isFast (for tests: may lose data in a power cut); mayAll (may make other databases);
 * mustOwn (stops the server in the end, whoever started it); log.
 */
export async function startDatabase(options) {
  const { dir, database = 'yibu', log = () => {} } = options;
  const folder = path.resolve(dir);
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const files = filesOf(folder);
  const release = await lock(files.lock);
  try {
    const hasPassword = readText(files.password) !== '';
    if (!hasPassword) {
      fs.writeFileSync(files.password, randomBytes(24).toString('base64url'), { mode: 0o600 });
    }
    const login = {
      user: 'yibu',
      password: readText(files.password),
      database,
      mayAll: options.mayAll === true,
    };
    const running = await reuse(files, hasPassword, log);
    const pid =
      running ?? (await startServer(files, login, { isFast: options.isFast === true, log }));
    takeOwnership(files, running === null || options.mustOwn === true);
    const where = `localhost/${database}?socket=${encodeURIComponent(files.socket)}`;
    return {
      url: `mysql://${login.user}:${login.password}@${where}`,
      id: databaseId(files.data),
      pid,
      stop: async () => (isOwner(files) ? await stopProcess(pid) : true),
    };
  } finally {
    release();
  }
}
