// npm run build: compiles what changed.
import { compileServer } from './lib/compile.mjs';

const started = performance.now();
try {
  const { compiled, removed, total } = await compileServer();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const gone = removed > 0 ? `, ${removed} removed` : '';
  console.log(`server: ${compiled} of ${total} files compiled${gone} in ${seconds} s`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
