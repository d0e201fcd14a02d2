// Debian's own packages, unpacked into a folder of ours: needs no root and changes nothing else on the machine.
import { execFile, execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

export function hasApt() {
  try {
    execFileSync('apt-get', ['--version'], { stdio: 'ignore' });
    execFileSync('dpkg', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const run = (command, args, options = {}) =>
  new Promise((resolve, reject) => {
    execFile(command, args, { maxBuffer: 1e8, ...options }, (error, out, err) => {
      if (error) {
        reject(new Error(`${command} ${args.join(' ')} failed: ${(err || error.message).trim()}`));
      } else {
        resolve(out);
      }
    });
  });

/** apt with its lists and cache below `folder`, so that an ordinary user may run it. */
function privateApt(folder) {
  const asRoot = process.getuid?.() === 0 ? ['-o', 'APT::Sandbox::User=root'] : [];
  const options = [
    '-qq',
    ...['-o', `Dir::State::lists=${folder}/lists`],
    ...['-o', `Dir::Cache=${folder}/cache`],
    ...['-o', 'Acquire::Languages=none'],
    ...['-o', 'Acquire::Retries=3'],
    ...asRoot,
  ];
  return (args, cwd) => run('apt-get', [...options, ...args], { cwd });
}

/** Unpacks `packages` and what they need beyond the installed ones. The folder appears only when it is complete. */
export async function unpackPackages(packages, folder) {
  const part = `${folder}.part${process.pid}`;
  fs.rmSync(part, { recursive: true, force: true });
  for (const name of ['lists/partial', 'cache/archives/partial', 'debs', 'root']) {
    fs.mkdirSync(path.join(part, name), { recursive: true });
  }
  try {
    const apt = privateApt(part);
    await apt(['update']);
    const plan = await apt([
      ...['--print-uris', '--no-install-recommends', '--reinstall', 'install'],
      ...packages,
    ]);
    const needed = plan
      .split('\n')
      .filter(Boolean)
      .map((line) => line.split(' ')[1].split('_')[0]);
    const debs = path.join(part, 'debs');
    // Without a name `apt-get download` fails with a message that helps nobody.
    if (needed.length > 0) {
      await apt(['download', ...needed], debs);
    }
    for (const deb of fs.readdirSync(debs)) {
      await run('dpkg', ['-x', path.join(debs, deb), path.join(part, 'root')]);
    }
    for (const name of ['lists', 'cache', 'debs']) {
      fs.rmSync(path.join(part, name), { recursive: true, force: true });
    }
    moveInPlace(part, folder);
  } finally {
    fs.rmSync(part, { recursive: true, force: true });
  }
}

function moveInPlace(part, folder) {
  try {
    fs.renameSync(part, folder);
  } catch (error) {
    // Another process was first; its copy is as good.
    if (!fs.existsSync(folder)) {
      throw error;
    }
  }
}

const foldersIn = (folder) =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => path.join(folder, entry.name))
    : [];

const holdsLibraries = (folder) => fs.readdirSync(folder).some((name) => /\.so(\.|$)/.test(name));

/** Where the loader must look for the shared libraries of an unpacked root. Some keep theirs a folder deeper (pulseaudio). */
export function libraryPath(root) {
  const folders = ['usr/lib', 'lib'].flatMap((name) => {
    const folder = path.join(root, name);
    const forMachine = foldersIn(folder).filter((sub) => sub.includes('linux-gnu'));
    return [folder, ...forMachine, ...forMachine.flatMap(foldersIn).filter(holdsLibraries)];
  });
  return folders.join(':');
}
