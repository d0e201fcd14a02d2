export type * from './filing.js';
export { buildFiling, type BuiltFiling } from './package/build-filing.js';
export type { FilingSigner } from './package/manifest.js';
export { sayFinding } from './verify/say-finding.js';
export { type Finding, type Verification } from './verify/verification.js';
export { verifyFiling } from './verify/verify-filing.js';
