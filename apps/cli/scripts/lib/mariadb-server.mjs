// The one command line of our private server: how its files are made and how it runs.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';

/** Knows characters beyond U+FFFF apart (𬱖 ≠ 𫖯, 𠮷 ≠ 吉), as utf8mb4_unicode_ci does not: people have such names. */
const COLLATION = 'utf8mb4_unicode_520_ci';

const SQL_MODE =
  'STRICT_TRANS_TABLES,ONLY_FULL_GROUP_BY,NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION';

const MARK = 'yibu-database-id';

const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

function systemTables(share) {
  const files = fs.readdirSync(share);
  const read = (name) => {
    const pattern = new RegExp(`^(mysql|mariadb)_${name}\\.sql$`);
    const file = files.find((each) => pattern.test(each) || each === `${name}.sql`);
    return file === undefined ? '' : fs.readFileSync(path.join(share, file), 'utf8');
  };
  return [
    'CREATE DATABASE IF NOT EXISTS mysql;\nUSE mysql;\nSET @auth_root_socket=NULL;',
    ...[
      'system_tables',
      'performance_tables',
      'system_tables_data',
      'maria_add_gis_sp_bootstrap',
      'sys_schema',
    ].map(read),
  ].join('\n');
}

/** The id of these files, or null when they were never completely made. */
export function databaseId(data) {
  const mark = path.join(data, MARK);
  return fs.existsSync(mark) ? fs.readFileSync(mark, 'utf8').trim() : null;
}

/**
 * Makes the files aside and moves them into place, so half of them never count as a database. The server's own
 * installer is not used: it fails where the machine cannot resolve its own name.
 */
export function initialiseFiles(server, data) {
  const folder = path.dirname(data);
  const leftovers = fs.readdirSync(folder).filter((name) => name.startsWith('data.part'));
  for (const name of leftovers) {
    fs.rmSync(path.join(folder, name), { recursive: true, force: true });
  }
  if (fs.existsSync(data)) {
    // Not ours to delete, whatever it is.
    fs.renameSync(data, `${data}.incomplete-${Date.now()}`);
  }
  const part = `${data}.part${process.pid}`;
  fs.mkdirSync(part, { mode: 0o700 });
  const args = [
    '--no-defaults',
    '--bootstrap',
    `--basedir=${server.base}`,
    `--datadir=${part}`,
    `--tmpdir=${part}`,
    `--lc-messages-dir=${server.share}`,
    '--innodb-log-file-size=32M',
    '--log-warnings=0',
    '--enforce-storage-engine=',
    '--max-allowed-packet=8M',
    '--net-buffer-length=16K',
    ...asRoot(),
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(server.bin, args, { env: server.env, stdio: ['pipe', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (text) => (said += text));
    child.on('error', reject);
    child.stdin.on('error', () => {});
    child.stdin.end(systemTables(server.share));
    child.on('exit', (code) => {
      if (code !== 0) {
        reject(new Error(`The database could not be made in ${data}:\n${said.trim()}`));
        return;
      }
      fs.writeFileSync(path.join(part, MARK), randomUUID());
      fs.renameSync(part, data);
      resolve();
    });
  });
}

/** Names and password are of our own making: nothing in them needs quoting. */
function accounts({ user, password, database, mayAll }) {
  const name = `'${user}'@'localhost'`;
  const scope = mayAll ? '*.*' : `\`${database}\`.*`;
  return [
    `CREATE DATABASE IF NOT EXISTS \`${database}\` CHARACTER SET utf8mb4 COLLATE ${COLLATION};`,
    `CREATE USER IF NOT EXISTS ${name} IDENTIFIED BY '${password}';`,
    `ALTER USER ${name} IDENTIFIED BY '${password}';`,
    `GRANT ALL ON ${scope} TO ${name};`,
    "ALTER USER 'root'@'localhost' ACCOUNT LOCK;",
    '',
  ].join('\n');
}

// Tests throw their data away: waiting for the disk would prove nothing.
const FAST = [
  '--innodb-flush-log-at-trx-commit=0',
  '--innodb-doublewrite=0',
  '--innodb-flush-method=nosync',
];
const SAFE = ['--innodb-flush-log-at-trx-commit=1'];

/** Starts the server in a process group of its own: Ctrl-C reaches us first, and we stop things in order. */
export function spawnServer(server, files, login, isFast) {
  fs.writeFileSync(files.init, accounts(login), { mode: 0o600 });
  const args = [
    '--no-defaults',
    `--basedir=${server.base}`,
    `--datadir=${files.data}`,
    // A server that starts deletes what an earlier one left in its folder for temporary tables, and in /tmp those of
    // a running neighbour too.
    `--tmpdir=${files.temporary}`,
    `--pid-file=${files.pid}`,
    `--socket=${files.socket}`,
    `--log-error=${files.log}`,
    `--init-file=${files.init}`,
    `--lc-messages-dir=${server.share}`,
    ...(server.root === null ? [] : [`--plugin-dir=${server.root}/usr/lib/mysql/plugin`]),
    '--skip-networking',
    '--skip-log-bin',
    '--local-infile=0',
    '--character-set-server=utf8mb4',
    `--collation-server=${COLLATION}`,
    `--sql-mode=${SQL_MODE}`,
    '--default-time-zone=+00:00',
    '--max-connections=200',
    '--loose-innodb-snapshot-isolation=ON',
    ...(isFast ? FAST : SAFE),
    ...asRoot(),
  ];
  const child = spawn(server.bin, args, { env: server.env, stdio: 'ignore', detached: true });
  child.unref();
  return child;
}
