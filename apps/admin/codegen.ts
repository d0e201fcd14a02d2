import { fileURLToPath } from 'node:url';

import type { CodegenConfig } from '@graphql-codegen/cli';

/** Paths are asked for from the root on: in a full path, brackets and braces of a folder's name would be patterns. */
process.chdir(fileURLToPath(new URL('../..', import.meta.url)));

const config: CodegenConfig = {
  schema: 'apps/api/schema.graphql',
  documents: ['apps/admin/src/**/*.{ts,tsx}', '!apps/admin/src/gql/**'],
  ignoreNoDocuments: true,
  silent: true,
  generates: {
    'apps/admin/src/gql/': {
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
