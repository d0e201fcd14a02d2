export { canonicalJson } from './base/canonical.js';
export { sha256 } from './base/sha256.js';
export {
  PROBLEM_CODES,
  RefusedInput,
  type Params,
  type Problem,
  type ProblemCode,
} from './base/problem.js';
export * from './facts/facts.types.js';
export { parseFacts } from './facts/parse-facts.js';
export {
  EMPTY_LEDGER,
  LEDGER_STATUSES,
  parseLedger,
  type Ledger,
  type LedgerEntry,
  type LedgerStatus,
} from './ledger/ledger.js';
export type * from './pack/pack.types.js';
export { checkPack, parsePack } from './pack/parse-pack.js';
export { packJsonSchema } from './pack/pack.shape.js';
export type { TraceStep, Locale } from './nodes/node.js';
export * from './compute/assessment.types.js';
export { Assessment } from './compute/assessment.js';
export { checkCounty, computeAssessment, packDigest } from './compute/compute-assessment.js';
export type { Line } from './compute/line.js';
export { SHIPPED_PACKS, shippedPackUrl } from './shipped-packs.js';
export {
  explainLine,
  explainSteps,
  type ExplainableLine,
  type Explained,
} from './explain/explain-line.js';
export { sentence } from './explain/sentences.js';
export { sayFraction } from './explain/phrases.js';
export { word } from './explain/vocabulary.js';
export { explainProblem, explainRefusal } from './explain/explain-problem.js';
export { advisePack, type Advice } from './pack/advise-pack.js';
export {
  askedAttributes,
  asksWhetherBedHeld,
  type AskedAttribute,
  type AttributeAsker,
} from './pack/asked-attributes.js';
export { explainAdvice } from './explain/explain-advice.js';
export { misreadAttributes, type MisreadAttribute } from './facts/attribute-types.js';
export { unknownFields, type UnknownField } from './facts/unknown-fields.js';
export {
  describeGate,
  describePack,
  settledProgram,
  sayWords,
  type PackDescription,
  type ProgramDescription,
} from './pack/describe-pack.js';
export {
  diffPacks,
  lastYearOf,
  packWordChanges,
  type DiffOptions,
  type PackDiff,
  type SubjectChange,
  type WordChange,
} from './compute/diff-packs.js';
export { clauseRequirement, type Requirement } from './pack/clause-requirement.js';
