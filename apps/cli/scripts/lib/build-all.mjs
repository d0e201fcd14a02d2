// Server, schema, the admin's types and its pages: each made again only when what it is made of has changed.
import fs from 'node:fs';
import path from 'node:path';
import { compileServer } from './compile.mjs';
import { runNode } from './node.mjs';
import { inRoot, packageFile } from './paths.mjs';
import { step } from './progress.mjs';
import { whenChanged } from './when-changed.mjs';

const ADMIN_CONFIG = 'apps/admin/vite.config.mts';

const hasAdmin = () => fs.existsSync(inRoot(ADMIN_CONFIG));
const hasApi = () => fs.existsSync(inRoot('apps/api/src/app.module.ts'));

/** Named only when there was something to do: a later start should be a few quiet lines. */
export async function buildServer() {
  const started = performance.now();
  const { compiled, removed, total } = await compileServer();
  if (compiled + removed > 0) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`  ✓ server built, ${compiled} of ${total} files (${seconds} s)`);
  }
}

const script = (name, ...args) => runNode([inRoot('apps/cli/scripts', name), ...args]);

const buildSchema = () =>
  whenChanged(
    { name: 'schema', inputs: ['dist/.build.json'], outputs: ['apps/api/schema.graphql'] },
    () => step('GraphQL schema', () => script('schema.mjs', '--schema-only')),
  );

export const codegen = () =>
  whenChanged(
    {
      name: 'codegen',
      inputs: ['apps/api/schema.graphql', 'apps/admin', 'package-lock.json'],
      outputs: ['apps/admin/src/gql/graphql.ts'],
    },
    () =>
      step('types of the operations', () =>
        runNode([
          packageFile('@graphql-codegen/cli/esm/bin.js'),
          '--config',
          inRoot('apps/admin/codegen.ts'),
        ]),
      ),
  );

const buildAdmin = () =>
  whenChanged(
    {
      name: 'admin',
      inputs: ['apps/admin', 'apps/api/schema.graphql', 'libs/kernel/src', 'package-lock.json'],
      outputs: ['dist/admin/index.html'],
    },
    () =>
      step('admin pages', () =>
        runNode([
          packageFile('vite/bin/vite.js'),
          'build',
          path.dirname(inRoot(ADMIN_CONFIG)),
          ...['--config', inRoot(ADMIN_CONFIG)],
          ...['--logLevel', 'warn'],
        ]),
      ),
  );

/** After the server is compiled. */
export async function buildPages() {
  if (hasApi()) {
    await buildSchema();
  }
  if (hasAdmin()) {
    await codegen();
    await buildAdmin();
  }
}

export async function buildAll() {
  await buildServer();
  await buildPages();
}
