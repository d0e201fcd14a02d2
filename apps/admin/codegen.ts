import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import type { CodegenConfig } from '@graphql-codegen/cli';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A page may be written a little before its operation: its types wait in `pending/` and leave it when the server has them. */
function pendingSchemas(): string[] {
  const folder = here('pending');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.graphql'))
        .map((name) => `${folder}/${name}`)
    : [];
}

const committed = here('../api/schema.graphql');

const config: CodegenConfig = {
  schema: [...(existsSync(committed) ? [committed] : []), ...pendingSchemas()],
  documents: [`${here('src')}/**/*.{ts,tsx}`, `!${here('src')}/gql/**`],
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    [`${here('src/gql')}/`]: {
      preset: 'client',
      config: {
        documentMode: 'string',
        enumsAsTypes: true,
        useTypeImports: true,
        strictScalars: true,
        scalars: {
          Fen: 'number',
          LocalDate: 'string',
          YearMonth: 'string',
          Instant: 'string',
          JSON: 'unknown',
        },
      },
      presetConfig: { fragmentMasking: false },
    },
  },
};

export default config;
