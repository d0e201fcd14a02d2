import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

import { allGone, answers, freePort, processesOn, StartCommand } from '../support/start-command.js';

// The claims below are one story of one machine: each begins where the one before ended.
jest.setTimeout(180_000);

let dataDir: string;
let port: number;

const begin = (flags: readonly string[] = []): StartCommand =>
  StartCommand.begin(dataDir, port, flags);

const databaseId = (): string =>
  fs.readFileSync(path.join(dataDir, 'db/data/yibu-database-id'), 'utf8');

beforeAll(async () => {
  dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'yibu-start-'));
  port = await freePort();
});

afterAll(async () => {
  for (const pid of processesOn(dataDir)) {
    process.kill(pid, 'SIGKILL');
  }
  await allGone(dataDir);
  fs.rmSync(dataDir, { recursive: true, force: true });
});

describe('npm start on a machine where much has gone wrong before', () => {
  let first: StartCommand;
  let id: string;

  it('serves although the power failed while the database was being made', async () => {
    const half = path.join(dataDir, 'db/data.part4711');
    fs.mkdirSync(half, { recursive: true });
    fs.writeFileSync(path.join(half, 'ibdata1'), 'half');
    fs.mkdirSync(path.join(dataDir, 'db/data'));
    fs.writeFileSync(path.join(dataDir, 'db/data/aria_log_control'), '');
    fs.writeFileSync(path.join(dataDir, 'start.lock'), '999999 1');
    fs.writeFileSync(path.join(dataDir, 'start.json'), '{"owner":"99');

    first = begin();
    await first.isReady();

    expect(await answers(first.url)).toBe(true);
    expect(fs.existsSync(half)).toBe(false);
    id = databaseId();
  });

  it('a second start beside it says where it runs, and begins nothing', async () => {
    const second = begin();

    expect(await second.ended()).toBe(0);
    expect(second.said).toContain(`already running at ${first.url}`);
  });

  it('refuses to begin anew while it runs, and without an answer', async () => {
    const beside = begin(['--fresh', '--yes']);
    expect(await beside.ended()).toBe(1);
    expect(beside.said).toContain('stop it first');

    first.send('SIGINT');
    expect(await first.ended()).toBe(0);
    await allGone(dataDir);

    const unanswered = begin(['--fresh']);
    expect(await unanswered.ended()).toBe(1);
    expect(unanswered.said).toContain('asks first');
    expect(databaseId()).toBe(id);
  });

  it('names another port where the port is taken, and leaves nothing running', async () => {
    const other = net.createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));

    const refused = begin();
    expect(await refused.ended()).toBe(1);
    other.close();

    expect(refused.said).toContain(`Port ${port} is in use`);
    expect(refused.said).toContain(`PORT=${port + 1} npm start`);
    expect(processesOn(dataDir)).toEqual([]);
  });

  it('says in one sentence why a folder cannot hold the data', async () => {
    const inTheWay = path.join(dataDir, 'prepared.json');
    const refused = StartCommand.begin(inTheWay, port);
    expect(await refused.ended()).toBe(1);
    expect(refused.said).toContain(`${inTheWay} cannot be used: a file of that name is in the way`);
    expect(refused.said).not.toContain('    at ');
  });

  it('serves the same data after everything was killed at once, stale pid and socket left behind', async () => {
    const killed = begin();
    await killed.isReady();
    for (const pid of processesOn(dataDir)) {
      process.kill(pid, 'SIGKILL');
    }
    await allGone(dataDir);
    expect(fs.existsSync(path.join(dataDir, 'db/mariadbd.sock'))).toBe(true);
    expect(fs.existsSync(path.join(dataDir, 'start.lock'))).toBe(true);

    const again = begin();
    await again.isReady();

    expect(await answers(again.url)).toBe(true);
    expect(databaseId()).toBe(id);
    again.send('SIGINT');
    expect(await again.ended()).toBe(0);
  });

  it('its services do not outlive a start that is killed, nor the npm that began it', async () => {
    const killed = begin();
    await killed.isReady();
    killed.send('SIGKILL');
    await killed.ended();

    const byNpm = StartCommand.byNpm(dataDir, port);
    await byNpm.isReady();
    expect(await answers(byNpm.url)).toBe(true);
    byNpm.send('SIGKILL');
    await allGone(dataDir);
    expect(await answers(byNpm.url)).toBe(false);
  });
});
