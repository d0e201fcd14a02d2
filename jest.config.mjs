import { jestJavascript, jestTypescript } from './apps/cli/scripts/lib/swc-options.mjs';

/** Packages that ship ES modules only; Jest sees them as CommonJS, like our own sources. */
const ESM_ONLY = [
  '@nestjs',
  'uid',
  'load-esm',
  'file-type',
  'strtok3',
  'token-types',
  'uint8array-extras',
  '@tokenizer',
  '@borewit',
  'iterare',
];

const shared = {
  rootDir: import.meta.dirname,
  testEnvironment: 'node',
  resolver: '<rootDir>/test/support/jest-resolver.cjs',
  moduleFileExtensions: ['ts', 'js', 'mjs', 'cjs', 'json', 'node'],
  transform: {
    '^.+\\.ts$': ['@swc/jest', jestTypescript],
    '^.+\\.m?js$': ['@swc/jest', jestJavascript],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${ESM_ONLY.join('|')})/)`],
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.data/'],
};

const onDatabase = {
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
};

const project = (name, testMatch, more = {}) => ({
  ...shared,
  displayName: name,
  testMatch: testMatch.map((glob) => `<rootDir>/${glob}`),
  ...more,
});

export default {
  projects: [
    project('unit', ['libs/**/*.spec.ts', 'apps/**/*.spec.ts', 'test/reference/**/*.spec.ts']),
    project('architecture', ['test/architecture/**/*.spec.ts']),
    project('db', ['test/db/**/*.spec.ts'], onDatabase),
    // Minutes long; `npm run prove` alone runs them, `npm test` a short version of each.
    project('prove', ['test/prove/booking.spec.ts'], onDatabase),
    project('prove-pure', ['test/prove/reference.spec.ts']),
    project('api', ['test/api/**/*.spec.ts'], onDatabase),
  ],
  coverageProvider: 'v8',
  // The default leaves one core idle, which on a small machine is half of it.
  maxWorkers: '100%',
  workerIdleMemoryLimit: '1GB',
  // A test is never a stopwatch: on a busy machine everything takes longer.
  testTimeout: 60_000,
};
