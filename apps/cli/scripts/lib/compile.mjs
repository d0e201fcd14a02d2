// Compiles the server (apps, libs, migrations) file by file into dist/, at the same relative paths, so that a
// path from one file to another - code or asset - is the same in the source tree and in the build.
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { buildOptions } from './swc-options.mjs';
import { dist, inRoot, root } from './paths.mjs';

const COMPILED = ['apps/api/src', 'apps/worker/src', 'apps/cli/src', 'migrations'];
const SKIPPED_FILES = /(\.spec\.ts|\.d\.ts|\.md|\.tsbuildinfo)$/;
const SKIPPED_FOLDERS = new Set(['node_modules', 'scripts', 'test']);
const STAMP = path.join(dist, '.build.json');
/** Raised when the way of compiling changes: every file is then compiled anew. */
const FORMAT = `1 ${JSON.stringify(buildOptions)}`;

const hashOf = (text) => createHash('sha1').update(text).digest('base64');

async function walk(folder) {
  const entries = await fs.readdir(folder, { withFileTypes: true }).catch(() => []);
  const nested = entries.map((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return SKIPPED_FOLDERS.has(entry.name) ? [] : walk(full);
    }
    return SKIPPED_FILES.test(entry.name) || entry.name.startsWith('.') ? [] : [full];
  });
  return (await Promise.all(nested)).flat();
}

async function sourceFiles() {
  const found = await Promise.all([...COMPILED, 'libs'].map((folder) => walk(inRoot(folder))));
  return found
    .flat()
    .map((file) => path.relative(root, file).split(path.sep).join('/'))
    .sort();
}

const outputOf = (source) => source.replace(/\.(m?)ts$/, '.$1js');

/** `@yibu/bed` → the way from this file to libs/bed/src/index.js: the build needs no loader and no links. */
function rewriteLibImports(code, source) {
  return code.replace(
    /(\bfrom\s*|\bimport\s*\(?\s*)(["'])@yibu\/([a-z0-9-]+)\2/g,
    (_, keyword, quote, lib) => {
      const way = path.posix.relative(path.posix.dirname(source), `libs/${lib}/src/index.js`);
      return `${keyword}${quote}${way.startsWith('.') ? way : `./${way}`}${quote}`;
    },
  );
}

async function writeOutput(relative, content) {
  const target = path.join(dist, relative);
  await fs.mkdir(path.dirname(target), { recursive: true });
  // Two builds may run at once (`npm start` beside `npm run yibu`): nobody may read half a file.
  const half = `${target}.${process.pid}.part`;
  await fs.writeFile(half, content);
  await fs.rename(half, target);
}

async function emit(swc, source, text) {
  const output = outputOf(source);
  if (output === source) {
    await writeOutput(output, text);
    return;
  }
  const { code, map } = await swc.transform(text.toString('utf8'), {
    ...buildOptions,
    filename: inRoot(source),
  });
  const name = path.basename(output);
  await writeOutput(
    output,
    `${rewriteLibImports(code, source)}\n//# sourceMappingURL=${name}.map\n`,
  );
  await writeOutput(`${output}.map`, sourceMap(map, source));
}

function sourceMap(map, source) {
  const parsed = JSON.parse(map);
  const from = path.dirname(path.join(dist, outputOf(source)));
  parsed.sources = [path.relative(from, inRoot(source)).split(path.sep).join('/')];
  delete parsed.sourcesContent;
  return JSON.stringify(parsed);
}

async function readStamp() {
  try {
    const stamp = JSON.parse(await fs.readFile(STAMP, 'utf8'));
    return stamp.format === FORMAT ? stamp.files : {};
  } catch {
    return {};
  }
}

async function removeGone(before, now) {
  const gone = Object.keys(before).filter((source) => !(source in now));
  for (const source of gone) {
    const output = path.join(dist, outputOf(source));
    await fs.rm(output, { force: true });
    await fs.rm(`${output}.map`, { force: true });
  }
  return gone.length;
}

async function compileOne(context, source) {
  const { swc, before, now, failures } = context;
  const text = await fs.readFile(inRoot(source));
  const hash = hashOf(text);
  const isThere = () =>
    fs.access(path.join(dist, outputOf(source))).then(
      () => true,
      () => false,
    );
  if (before[source] === hash && (await isThere())) {
    now[source] = hash;
    return;
  }
  try {
    await emit(swc, source, text);
    now[source] = hash;
    context.compiled += 1;
  } catch (error) {
    now[source] = 'failed';
    failures.push(`${source}\n${error.message}`);
  }
}

/** -> { compiled, removed, total }. Throws with every compiler message when a file does not compile. */
export async function compileServer() {
  const { default: swc } = await import('@swc/core');
  const sources = await sourceFiles();
  const context = { swc, before: await readStamp(), now: {}, failures: [], compiled: 0 };
  await Promise.all(sources.map((source) => compileOne(context, source)));
  const removed = await removeGone(context.before, context.now);
  // In the order of the sources, whoever was compiled first: the stamp of equal builds is equal.
  const files = Object.fromEntries(sources.map((source) => [source, context.now[source]]));
  await writeOutput('.build.json', JSON.stringify({ format: FORMAT, files }));
  if (context.failures.length > 0) {
    throw new Error(context.failures.join('\n\n'));
  }
  return { compiled: context.compiled, removed, total: sources.length };
}
