// What the API is made of, read from the decorators of its modules, so that nobody keeps a list.
import 'reflect-metadata';
import fs from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { dist } from './paths.mjs';
import { Refusal } from './progress.mjs';

const IS_RESOLVER = 'graphql:resolver_type';
const IS_SCALAR = 'graphql:scalar_name';

export async function importBuilt(file) {
  const full = path.join(dist, file);
  if (!fs.existsSync(full)) {
    throw new Refusal(`${file} is not built: its source is missing.`);
  }
  return await import(pathToFileURL(full).href);
}

/** A module is a class, a class with more to it (dynamic), a promise of one, or a reference to one that comes later. */
async function* modulesBelow(given, seen) {
  const resolved = await given;
  const reference = resolved?.forwardRef?.() ?? resolved;
  if (reference === undefined || seen.has(reference)) {
    return;
  }
  seen.add(reference);
  const type = reference.module ?? reference;
  const of = (key) => [...(Reflect.getMetadata(key, type) ?? []), ...(reference[key] ?? [])];
  yield { providers: of('providers') };
  for (const imported of of('imports')) {
    yield* modulesBelow(imported, seen);
  }
}

const classOf = (provider) =>
  typeof provider === 'function' ? provider : (provider.useClass ?? null);

/** -> { resolvers, scalars } of everything that AppModule brings in. */
export async function findResolvers() {
  const { AppModule } = await importBuilt('apps/api/src/app.module.js');
  const classes = new Set();
  for await (const { providers } of modulesBelow(AppModule, new Set())) {
    providers.map(classOf).forEach((type) => type !== null && classes.add(type));
  }
  const having = (key) => [...classes].filter((type) => Reflect.hasMetadata(key, type));
  return { resolvers: having(IS_RESOLVER), scalars: having(IS_SCALAR) };
}
