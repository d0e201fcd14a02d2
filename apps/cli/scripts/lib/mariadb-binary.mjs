// Finds a MariaDB server on this machine, or unpacks Debian's.
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { hasApt, libraryPath, unpackPackages } from './debian.mjs';
import { toolsDir } from './paths.mjs';

/** Bookings rely on `WITHOUT OVERLAPS` and on fixes that came with this line of releases. */
const OLDEST = [10, 6];

const SYSTEM_FOLDERS = [
  '/usr/sbin',
  '/usr/libexec',
  '/usr/local/sbin',
  '/usr/local/mysql/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/usr/local/opt/mariadb/bin',
];

const INSTALL_HINT = `There is no MariaDB server (10.6 or newer) on this machine, and Debian's packages cannot be fetched here.
Install one and start again:
  Debian, Ubuntu   sudo apt-get install mariadb-server-core mariadb-client-core
  Fedora           sudo dnf install mariadb-server
  macOS            brew install mariadb
or name a database of your own:
  DATABASE_URL=mysql://user:password@host:3306/yibu npm start`;

const unpackedFolder = () => path.join(toolsDir(), 'mariadb');

function inspect(file, unpackedRoot) {
  const bin = fs.realpathSync(file);
  const env =
    unpackedRoot === null
      ? process.env
      : { ...process.env, LD_LIBRARY_PATH: libraryPath(unpackedRoot) };
  try {
    const version = execFileSync(bin, ['--no-defaults', '--version'], { env, encoding: 'utf8' });
    const numbers = /Ver (\d+)\.(\d+)\.(\d+)-MariaDB/.exec(version);
    if (numbers === null) {
      return null;
    }
    const [major, minor] = [Number(numbers[1]), Number(numbers[2])];
    if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
      return null;
    }
    const base = path.resolve(bin, '../..');
    const share = ['share/mysql', 'share/mariadb', 'share']
      .map((name) => path.join(base, name))
      .find((folder) => hasSystemTables(folder));
    const label = `MariaDB ${numbers[1]}.${numbers[2]}.${numbers[3]}`;
    return share === undefined ? null : { bin, base, env, share, root: unpackedRoot, label };
  } catch {
    return null;
  }
}

const hasSystemTables = (folder) =>
  fs.existsSync(folder) &&
  fs.readdirSync(folder).some((name) => name.endsWith('_system_tables.sql'));

/** -> { bin, base, env, share, root, label } or null */
function findServer() {
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...SYSTEM_FOLDERS];
  const installed = ['mariadbd', 'mysqld'].flatMap((name) =>
    folders.filter(Boolean).map((folder) => path.join(folder, name)),
  );
  for (const file of installed.filter((name) => fs.existsSync(name))) {
    const server = inspect(file, null);
    if (server !== null) {
      return server;
    }
  }
  const root = path.join(unpackedFolder(), 'root');
  const unpacked = path.join(root, 'usr/sbin/mariadbd');
  return fs.existsSync(unpacked) ? inspect(unpacked, root) : null;
}

export async function findOrFetchServer(log) {
  const found = findServer();
  if (found !== null) {
    return found;
  }
  if (!hasApt()) {
    throw new Error(INSTALL_HINT);
  }
  log('no MariaDB on this machine: fetching the one of the Debian packages (about 9 MB)');
  try {
    // A copy that is there and did not answer is of no use.
    fs.rmSync(unpackedFolder(), { recursive: true, force: true });
    await unpackPackages(['mariadb-server-core', 'mariadb-client-core'], unpackedFolder());
  } catch (error) {
    throw new Error(`${INSTALL_HINT}\n\n${error.message}`, { cause: error });
  }
  const fetched = findServer();
  if (fetched === null) {
    throw new Error(INSTALL_HINT);
  }
  return fetched;
}
