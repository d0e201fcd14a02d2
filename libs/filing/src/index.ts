export type * from './filing.js';
export { buildFiling, type BuiltFiling } from './package/build-filing.js';
export type { FilingSigner } from './package/manifest.js';
