// npm run build: makes what changed. `npm run build -- server` stops before the pages.
import { buildAll, buildServer } from './lib/build-all.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { explain } from './lib/progress.mjs';

try {
  await ensureInstalled();
  await (process.argv[2] === 'server' ? buildServer() : buildAll());
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
