/** Words of the resident file as codes. The client holds their names in each language. */

export const SEXES = ['M', 'F'] as const;

/** What proves who somebody is. NONE: a provisional file with a reason (found persons, never registered). */
export const ID_TYPES = [
  'CITIZEN',
  'RESIDENCE_PERMIT',
  'HK_MACAU_PASS',
  'TAIWAN_PASS',
  'PASSPORT',
  'FOREIGN_PR',
  'NONE',
] as const;
export type IdType = (typeof ID_TYPES)[number];

/** GB/T 42195-2022 A.2.9 to A.2.13. */
export const EDUCATIONS = [
  'ILLITERATE',
  'PRIMARY',
  'JUNIOR',
  'SENIOR',
  'COLLEGE',
  'UNKNOWN',
] as const;
export type Education = (typeof EDUCATIONS)[number];

export const MARITAL_STATUSES = [
  'UNMARRIED',
  'MARRIED',
  'WIDOWED',
  'DIVORCED',
  'UNSTATED',
] as const;
export type MaritalStatus = (typeof MARITAL_STATUSES)[number];

export const LIVING_SITUATIONS = [
  'ALONE',
  'SPOUSE',
  'CHILDREN',
  'PARENTS',
  'SIBLINGS',
  'OTHER_RELATIVES',
  'NON_RELATIVES',
  'INSTITUTION',
] as const;
export type LivingSituation = (typeof LIVING_SITUATIONS)[number];

export const MEDICAL_PAYMENTS = [
  'EMPLOYEE_INSURANCE',
  'RESIDENT_INSURANCE',
  'SELF_PAID',
  'CIVIL_SERVANT',
  'ENTERPRISE_SUPPLEMENT',
  'PUBLIC_FUNDED',
  'MEDICAL_ASSISTANCE',
  'SERIOUS_ILLNESS',
] as const;
export type MedicalPayment = (typeof MEDICAL_PAYMENTS)[number];

export const INCOME_SOURCES = [
  'PENSION',
  'CHILDREN_SUPPORT',
  'RELATIVES_SUPPORT',
  'STATE_ALLOWANCE',
  'SAVINGS',
  'OTHER_ALLOWANCE',
] as const;
export type IncomeSource = (typeof INCOME_SOURCES)[number];

/** Special categories that policies pay for. */
export const CATEGORY_CODES = [
  'LOW_INCOME',
  'DESTITUTE',
  'LIVING_ALONE',
  'LOST_ONLY_CHILD',
  'EMPTY_NEST',
  'LEFT_BEHIND',
  'DISABILITY',
  'SEVERE_DISABILITY',
  'VETERAN',
  'FAMILY_PLANNING_SPECIAL',
  'DEMENTIA',
] as const;
export type CategoryCode = (typeof CATEGORY_CODES)[number];

export const RELATIONS = [
  'SELF',
  'SPOUSE',
  'SON',
  'DAUGHTER',
  'CHILD_IN_LAW',
  'GRANDCHILD',
  'PARENT',
  'SIBLING',
  'OTHER_RELATIVE',
  'FRIEND',
  'COMMITTEE',
  'EMPLOYED_CARER',
  'CIVIL_AFFAIRS',
  'OTHER',
] as const;
export type Relation = (typeof RELATIONS)[number];

/** Why somebody is a guardian: by law, by appointment, or by an agreement made in time (民法典 第三十三条). */
export const GUARDIAN_BASES = ['STATUTORY', 'APPOINTED', 'AGREED'] as const;
export type GuardianBasis = (typeof GUARDIAN_BASES)[number];

/** What personal data is used for; each needs its own consent or another basis (个人信息保护法 13, 29). */
export const CONSENT_PURPOSES = [
  'CARE_RECORD',
  'HEALTH_DATA',
  'ABILITY_ASSESSMENT',
  'SUBSIDY_CLAIM',
  'PUBLIC_NOTICE',
  'PHOTO',
  'FAMILY_ACCESS',
  'EMERGENCY_SHARING',
] as const;
export type ConsentPurpose = (typeof CONSENT_PURPOSES)[number];

export const CONSENT_BASES = ['CONSENT', 'CONTRACT', 'LEGAL_DUTY'] as const;
export type ConsentBasis = (typeof CONSENT_BASES)[number];

/** What a service agreement must settle (养老机构管理办法 第十六条). */
export const AGREEMENT_CLAUSES = [
  'INSTITUTION',
  'PARTIES',
  'CARE_LEVEL',
  'FEES',
  'TERM_AND_PLACE',
  'CHANGE_AND_END',
  'RESETTLEMENT',
  'BREACH_AND_DISPUTES',
  'OTHER',
] as const;
export type AgreementClause = (typeof AGREEMENT_CLAUSES)[number];
