import { fileURLToPath } from 'node:url';

import type { CodegenConfig } from '@graphql-codegen/cli';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const config: CodegenConfig = {
  schema: here('../api/schema.graphql'),
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
