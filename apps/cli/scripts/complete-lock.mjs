// node apps/cli/scripts/complete-lock.mjs, after every change of the dependencies.
//
// A registry mirror may lack the builds of native packages for other systems. npm then writes a lock file without
// them, and `npm ci` refuses that lock everywhere. This adds the missing optional entries (version, os, cpu, libc);
// npm passes over those of other systems and fetches its own. It also drops addresses: a lock must not tie a clone to
// the registry of the machine that wrote it.
import fs from 'node:fs';
import { inRoot } from './lib/paths.mjs';

const SYSTEMS = 'darwin linux win32 freebsd android openharmony openbsd netbsd sunos aix'.split(
  ' ',
);
const PROCESSORS = 'x64 arm64 arm ia32 ppc64 s390x riscv64 loong64 wasm32 mips64el'.split(' ');

const file = inRoot('package-lock.json');
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const { packages } = lock;

/** npm looks beside the package first, then in each folder above it. */
function isFound(from, name) {
  for (let at = from; ;) {
    if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) {
      return true;
    }
    if (at === '') {
      return false;
    }
    const parent = at.lastIndexOf('node_modules/');
    at = parent <= 0 ? '' : at.slice(0, parent - 1);
  }
}

/** The package's name says which system it is for: @swc/core-linux-arm64-musl. */
function platformOf(name) {
  const words = name.replace(/.*\//, '').split('-');
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const isMusl = words.some((word) => word.startsWith('musl'));
  const libc = os.includes('linux') ? [isMusl ? 'musl' : 'glibc'] : null;
  return { os, cpu, libc };
}

function entryFor(name, version, isDev) {
  const { os, cpu, libc } = platformOf(name);
  return {
    version,
    ...(cpu.length > 0 ? { cpu } : {}),
    ...(isDev ? { dev: true } : {}),
    ...(libc === null ? {} : { libc }),
    optional: true,
    ...(os.length > 0 ? { os } : {}),
  };
}

let added = 0;
for (const [from, wanted] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(wanted.optionalDependencies ?? {})) {
    const { os, cpu } = platformOf(name);
    const isForOneSystem = os.length + cpu.length > 0 && /^\d/.test(version);
    if (isForOneSystem && !isFound(from, name)) {
      packages[`node_modules/${name}`] = entryFor(name, version, wanted.dev === true);
      added += 1;
    }
  }
}

const withAddress = Object.values(packages).filter((entry) => entry.resolved !== undefined);
withAddress.forEach((entry) => delete entry.resolved);

lock.packages = Object.fromEntries(
  Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')),
);
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} packages of other systems added, ${withAddress.length} addresses dropped`);
