// npm run check: form, lint, types, layers, unused code, drift. Names as arguments run a part of it.
import { buildAll } from './lib/build-all.mjs';
import { runChecks } from './lib/checks.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { explain, say } from './lib/progress.mjs';

try {
  await ensureInstalled();
  await buildAll();
  const { passed, failed } = await runChecks(process.argv.slice(2));
  say(`\n${passed} passed, ${failed} failed`);
  process.exitCode = failed === 0 ? 0 : 1;
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
