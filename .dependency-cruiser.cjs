const fs = require('node:fs');
const path = require('node:path');

/** Who may import whom. A lib that is not named here may not exist. */
const MAY_IMPORT = {
  kernel: [],
  assessment: ['kernel'],
  'claim-engine': ['kernel'],
  filing: ['kernel', 'claim-engine'],
  platform: ['kernel'],
  center: ['kernel', 'platform'],
  resident: ['kernel', 'platform', 'center', 'assessment'],
  staff: ['kernel', 'platform', 'center'],
  bed: ['kernel', 'platform', 'center', 'resident'],
  meal: ['kernel', 'platform', 'center', 'resident'],
  care: ['kernel', 'platform', 'center', 'resident', 'staff'],
  institution: [
    ...['kernel', 'platform', 'center', 'filing', 'resident', 'staff', 'bed', 'meal', 'care'],
  ],
  claim: [
    ...['kernel', 'platform', 'center', 'assessment', 'claim-engine', 'filing'],
    ...['resident', 'staff', 'bed', 'meal', 'care'],
  ],
};

/** Computed from what they are given, and from nothing else. */
const PURE = ['kernel', 'assessment', 'claim-engine'];
const WORLD =
  '^(node:)?(fs|net|http|https|child_process|worker_threads|os)(/|$)|node_modules/(@nestjs|typeorm|mysql2|express|react)/';

const libs = fs
  .readdirSync(path.join(__dirname, 'libs'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);
const unnamed = libs.filter((lib) => !(lib in MAY_IMPORT));
if (unnamed.length > 0) {
  throw new Error(`Say in .dependency-cruiser.cjs who may import whom for: ${unnamed.join(', ')}`);
}

const TEST = '\\.spec\\.ts$';

const layers = Object.entries(MAY_IMPORT).map(([lib, allowed]) => ({
  name: `${lib}-imports-only-${allowed.join('-') || 'itself'}`,
  severity: 'error',
  from: { path: `^libs/${lib}/` },
  to: { path: '^libs/', pathNot: [lib, ...allowed].map((name) => `^libs/${name}/`) },
}));

module.exports = {
  forbidden: [
    ...layers,
    {
      name: 'a-lib-is-entered-by-its-index',
      severity: 'error',
      from: { path: '^libs/([^/]+)/' },
      to: { path: '^libs/[^/]+/src/(?!index\\.ts$)', pathNot: '^libs/$1/' },
    },
    {
      name: 'apps-enter-a-lib-by-its-index',
      severity: 'error',
      from: { path: '^(apps|test)/' },
      // Samples that suites share, and the list of permissions that the web app's words are compared with.
      to: {
        path: '^libs/[^/]+/src/(?!index\\.ts$)',
        pathNot: '(\\.sample\\.ts|libs/platform/src/access/permission\\.ts)$',
      },
    },
    {
      name: 'libs-know-no-app',
      severity: 'error',
      from: { path: '^libs/' },
      to: { path: '^apps/' },
    },
    {
      name: 'the-admin-knows-only-the-kernel',
      severity: 'error',
      from: { path: '^apps/admin/' },
      to: { path: '^(apps/(api|worker|cli)|libs/(?!kernel/)|migrations)' },
    },
    {
      name: 'features-of-the-admin-do-not-know-each-other',
      severity: 'error',
      from: { path: '^apps/admin/src/features/([^/]+)/' },
      to: { path: '^apps/admin/src/features/', pathNot: '^apps/admin/src/features/$1/' },
    },
    {
      name: 'pure-libs-touch-no-world',
      severity: 'error',
      from: { path: `^libs/(${PURE.join('|')})/`, pathNot: TEST },
      to: { path: WORLD },
    },
    {
      name: 'rules-touch-no-world',
      severity: 'error',
      from: { path: '\\.rules\\.ts$' },
      to: { path: `${WORLD}|\\.(repository|service|resolver|entity)\\.ts$` },
    },
    {
      name: 'a-resolver-does-not-reach-a-repository',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: '\\.repository\\.ts$' },
    },
    {
      name: 'a-migration-stays-as-it-was-written',
      severity: 'error',
      from: { path: '^migrations/' },
      to: { path: '^(libs|apps)/' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-import-that-leads-nowhere',
      severity: 'error',
      from: { pathNot: '^apps/admin/src/.*' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.data|src/gql)/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs'],
    },
  },
};
