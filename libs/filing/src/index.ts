export type * from './filing.js';
export { buildFiling, type BuiltFiling } from './package/build-filing.js';
export type { FilingSigner } from './package/manifest.js';
export { sayFinding } from './verify/say-finding.js';
export { type Finding, type Verification } from './verify/verification.js';
export { verifyFiling } from './verify/verify-filing.js';
export { balancesOf, buildAccount, type AccountBalances } from './papers/account.js';
export { buildDifference } from './papers/difference.js';
export { buildInstitutionSheet } from './papers/institution-sheet.js';
export { buildNotice, monthsText } from './papers/notice.js';
export type * from './papers/paper.types.js';
export { buildReceipt } from './papers/receipt.js';
export { returnReason } from './texts/return-reason.js';
export {
  DRAW_METHODS,
  drawSample,
  populationDigest,
  type DrawMethod,
  type DrawUnit,
} from './draw/draw.js';
export {
  verifySample,
  type SampleFile,
  type SampleFinding,
  type SampleVerification,
} from './draw/verify-sample.js';
