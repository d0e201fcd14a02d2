/** What a failure means to the caller. The transport maps a kind, never a code, to a status. */
export type ErrorKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not_found'
  | 'invalid'
  | 'conflict'
  | 'unavailable'
  | 'internal';

/**
 * Every code the API can return, grouped by the lib that throws it. A code is a promise to clients: add, never
 * rename. The admin catalogue must hold a sentence for each, in both languages (a test compares).
 */
export const ERROR_KINDS = {
  // platform
  UNAUTHENTICATED: 'unauthenticated',
  FORBIDDEN: 'forbidden',
  NOT_FOUND: 'not_found',
  INPUT_INVALID: 'invalid',
  STALE_VERSION: 'conflict',
  IDEMPOTENCY_KEY_REUSED: 'conflict',
  OVERLOADED: 'unavailable',
  INTERNAL: 'internal',
  REASON_REQUIRED: 'invalid',
  REQUEST_TOO_LARGE: 'invalid',
  FILE_TOO_LARGE: 'invalid',
  FILE_TYPE_REFUSED: 'invalid',
  ATTACHMENT_KEPT: 'conflict',
  SHEET_UNREADABLE: 'invalid',
  EXPORT_TOO_LARGE: 'invalid',
  // filing
  FILING_TOTALS_DISAGREE: 'internal',
  FILING_DOES_NOT_CLOSE: 'internal',
  // center: doors
  SIGN_IN_FAILED: 'unauthenticated',
  ACCOUNT_LOCKED: 'forbidden',
  PASSWORD_CHANGE_REQUIRED: 'forbidden',
  PASSWORD_CONFIRMATION_REQUIRED: 'forbidden',
  PASSWORD_WEAK: 'invalid',
  USER_NAME_TAKEN: 'conflict',
  LAST_ADMINISTRATOR: 'conflict',
  CONTRACT_OVERLAP: 'conflict',
  INVITATION_INVALID: 'invalid',
  GRADE_OVERLAP: 'conflict',
  // bed
  STAY_STATE_REFUSED: 'conflict',
  STAY_BLOCKED: 'conflict',
  BED_TAKEN: 'conflict',
  PERSON_TAKEN: 'conflict',
  BED_OUT_OF_USE: 'conflict',
  ABSENCE_OVERLAP: 'conflict',
  ABSENCE_OUTSIDE_STAY: 'invalid',
  PLACE_NAME_TAKEN: 'conflict',
  PLACE_IN_USE: 'conflict',
  // care and meals
  SERVICE_AFTER_DEATH: 'conflict',
  STAFF_NOT_EMPLOYED: 'conflict',
  MEAL_NOT_ALLOWED: 'conflict',
  // resident
  RESIDENT_ID_TAKEN: 'conflict',
  RESIDENT_HAS_OPEN_STAY: 'conflict',
  DEATH_NOT_RECORDED: 'conflict',
  CATEGORY_OVERLAP: 'conflict',
  AGREEMENT_NUMBER_TAKEN: 'conflict',
  CONSENT_ALREADY_WITHDRAWN: 'conflict',
  // resident: levels
  ASSESSMENT_INCOMPLETE: 'invalid',
  ASSESSMENT_CONTRADICTORY: 'invalid',
  ASSESSMENT_WRONG_STATE: 'conflict',
  ASSESSMENT_OPEN: 'conflict',
  ASSESSOR_SAME: 'conflict',
  OFFICIAL_FORM_BY_BUREAU: 'forbidden',
  LEVEL_VALIDITY_MISSING: 'invalid',
  LEVEL_OVERLAP: 'conflict',
  // claim
  CLAIM_STATE: 'conflict',
  CLAIM_PERIOD: 'invalid',
  CLAIM_PERIOD_OPEN: 'conflict',
  CLAIM_UNDER_WAY: 'conflict',
  CLAIM_COMPUTING: 'conflict',
  CLAIM_COMPUTED_BEFORE: 'conflict',
  CLAIM_TWO_PEOPLE: 'forbidden',
  CLAIM_FACTS_REFUSED: 'conflict',
  CLAIM_NOT_OBJECTABLE: 'conflict',
  CLAIM_YEAR_CLOSED: 'conflict',
  CLAIM_YEAR_BUSY: 'conflict',
  CLAIM_WINDOW_EARLY: 'conflict',
  CLAIM_WINDOW_OVER: 'conflict',
  CLAIM_LATE_REASON: 'conflict',
  STAGE_RULE_TAKEN: 'conflict',
  OPENING_TAKEN: 'conflict',
  OPENING_TOO_LATE: 'conflict',
  PACK_MISSING: 'conflict',
  PACK_OPTION_UNKNOWN: 'invalid',
  PACK_SAME: 'conflict',
  PROPOSAL_OPEN: 'conflict',
  PROPOSAL_SETTLED: 'conflict',
  PROPOSAL_NOT_YOURS: 'forbidden',
  PROPOSAL_TWO_PEOPLE: 'forbidden',
  EFFECT_NOT_SEEN: 'conflict',
  NOTICE_BELOW_FLOOR: 'invalid',
  RATE_UNKNOWN: 'invalid',
  RUN_PERIOD: 'invalid',
  VERDICT_MISSING: 'conflict',
  VERDICT_INVALID: 'invalid',
  PAYMENT_REFUSED: 'conflict',
  RECEIPT_TAKEN: 'conflict',
  NOTICE_NOT_OVER: 'conflict',
  SAMPLE_EMPTY: 'conflict',
  BATCH_TAKEN: 'conflict',
  BATCH_HOLDS_CLAIM: 'conflict',
  BATCH_STATE: 'conflict',
  BATCH_TWO_PEOPLE: 'forbidden',
  APPROPRIATION_TAKEN: 'conflict',
  DEBT_FIRST: 'conflict',
  OFFSET_REFUSED: 'conflict',
  RECOVERY_PLAN_INVALID: 'invalid',
  RECOVERY_PLAN_TAKEN: 'conflict',
  FILING_NOT_READY: 'conflict',
  CLAIM_NOT_DECIDED: 'conflict',
  NOTICE_CLAIMS_DIFFER: 'invalid',
  NOTICE_TOO_SHORT: 'invalid',
  NOTICE_TAKEN: 'conflict',
  NOTICE_WITHDRAWN: 'conflict',
  NOTICE_CLOSED: 'conflict',
  NOTICE_TOO_MANY: 'unavailable',
  NOTICE_OBJECTION_OPEN: 'conflict',
  OBJECTION_ANSWERED: 'conflict',
  OBJECTION_NOT_BLOCKING: 'conflict',
  // roster
  ROSTER_COLUMNS_MISSING: 'invalid',
  ROSTER_STATE_REFUSED: 'conflict',
  ROSTER_HAS_PROBLEMS: 'conflict',
  ROSTER_FILE_GONE: 'not_found',
} as const satisfies Record<string, ErrorKind>;

export type ErrorCode = keyof typeof ERROR_KINDS;
