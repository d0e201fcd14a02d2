import type {
  AgreementClause,
  ConsentBasis,
  ConsentPurpose,
  Education,
  GuardianBasis,
  IdType,
  IncomeSource,
  LivingSituation,
  MaritalStatus,
  MedicalPayment,
  Relation,
  Residence,
} from '../../gql/graphql.js';

/** The order in which lists offer them. */
export const RESIDENCES: readonly Residence[] = ['IN_HOUSE', 'RESERVED', 'LEFT', 'DIED', 'NONE'];
export const ID_TYPES: readonly IdType[] = [
  'CITIZEN',
  'RESIDENCE_PERMIT',
  'HK_MACAU_PASS',
  'TAIWAN_PASS',
  'PASSPORT',
  'FOREIGN_PR',
  'NONE',
];
export const EDUCATIONS: readonly Education[] = [
  'ILLITERATE',
  'PRIMARY',
  'JUNIOR',
  'SENIOR',
  'COLLEGE',
  'UNKNOWN',
];
export const MARITALS: readonly MaritalStatus[] = [
  'UNMARRIED',
  'MARRIED',
  'WIDOWED',
  'DIVORCED',
  'UNSTATED',
];
export const LIVINGS: readonly LivingSituation[] = [
  'ALONE',
  'SPOUSE',
  'CHILDREN',
  'PARENTS',
  'SIBLINGS',
  'OTHER_RELATIVES',
  'NON_RELATIVES',
  'INSTITUTION',
];
export const PAYMENTS: readonly MedicalPayment[] = [
  'EMPLOYEE_INSURANCE',
  'RESIDENT_INSURANCE',
  'SELF_PAID',
  'CIVIL_SERVANT',
  'ENTERPRISE_SUPPLEMENT',
  'PUBLIC_FUNDED',
  'MEDICAL_ASSISTANCE',
  'SERIOUS_ILLNESS',
];
export const INCOMES: readonly IncomeSource[] = [
  'PENSION',
  'CHILDREN_SUPPORT',
  'RELATIVES_SUPPORT',
  'STATE_ALLOWANCE',
  'SAVINGS',
  'OTHER_ALLOWANCE',
];
export const RELATIONS: readonly Relation[] = [
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
  'SELF',
  'OTHER',
];
export const GUARDIAN_BASES: readonly GuardianBasis[] = ['STATUTORY', 'APPOINTED', 'AGREED'];
export const PURPOSES: readonly ConsentPurpose[] = [
  'CARE_RECORD',
  'HEALTH_DATA',
  'ABILITY_ASSESSMENT',
  'SUBSIDY_CLAIM',
  'PUBLIC_NOTICE',
  'PHOTO',
  'FAMILY_ACCESS',
  'EMERGENCY_SHARING',
];
export const BASES: readonly ConsentBasis[] = ['CONSENT', 'CONTRACT', 'LEGAL_DUTY'];
export const CLAUSES: readonly AgreementClause[] = [
  'INSTITUTION',
  'PARTIES',
  'CARE_LEVEL',
  'FEES',
  'TERM_AND_PLACE',
  'CHANGE_AND_END',
  'RESETTLEMENT',
  'BREACH_AND_DISPUTES',
  'OTHER',
];
/** GB/T 3304: 01 to 56, other, foreign descent. */
export const NATIONS: readonly string[] = [
  ...Array.from({ length: 56 }, (_, index) => String(index + 1).padStart(2, '0')),
  '97',
  '98',
];
