// npm run schema: writes apps/api/schema.graphql and the admin's types from it. `--check` only compares.
import fs from 'node:fs';
import { codegen } from './lib/build-all.mjs';
import { compileServer } from './lib/compile.mjs';
import { inRoot } from './lib/paths.mjs';
import { schemaText } from './lib/print-schema.mjs';
import { explain } from './lib/progress.mjs';

const FILE = 'apps/api/schema.graphql';
const only = process.argv[2];

try {
  await compileServer();
  const text = await schemaText();
  const committed = fs.existsSync(inRoot(FILE)) ? fs.readFileSync(inRoot(FILE), 'utf8') : '';
  if (only === '--check') {
    if (text !== committed) {
      throw new Error(`${FILE} is not what the resolvers say: run npm run schema and commit it.`);
    }
  } else if (text !== committed) {
    fs.writeFileSync(inRoot(FILE), text);
    console.log(`${FILE} written`);
  }
  if (only === undefined) {
    await codegen();
  }
} catch (error) {
  console.error(explain(error));
  process.exitCode = 1;
}
