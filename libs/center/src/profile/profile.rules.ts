import { InputError, isUnifiedSocialCreditCode, type FieldProblem } from '@yibu/kernel';

/** Words of the monthly institution sheet as codes (standards brief 6.2); the client holds their names. */
export const LEGAL_FORMS = [
  'PRIVATE_NON_ENTERPRISE',
  'ENTERPRISE',
  'PUBLIC_INSTITUTION',
  'OTHER',
] as const;
export const UNIT_LEVELS = ['FIRST', 'SECOND'] as const;
export const PREMISES = ['OWNED', 'RENTED', 'GOVERNMENT_PROVIDED', 'OTHER'] as const;
export const LOCATIONS = ['URBAN', 'RURAL'] as const;
export const FOUNDERS = [
  'GOVERNMENT',
  'COLLECTIVE',
  'ENTERPRISE',
  'SOCIAL_ORGANIZATION',
  'INDIVIDUAL',
  'OTHER',
] as const;
export const OPERATING_STATES = ['OPERATING', 'SUSPENDED', 'CLOSED'] as const;
export const CHARGING_MODES = ['MONTHLY', 'QUARTERLY', 'YEARLY', 'OTHER'] as const;
/** NONE is an answer: asked, and there is none. */
export const INTERNAL_MEDICAL = ['NONE', 'HOSPITAL', 'NURSING_STATION', 'CLINIC'] as const;
export const CONTRACTED_MEDICAL = [
  'NONE',
  'HOSPITAL',
  'TOWNSHIP_HEALTH_CENTER',
  'COMMUNITY_STATION',
] as const;
export const PREFERENCES = [
  'NONE',
  'TAX',
  'CONSTRUCTION_SUBSIDY',
  'OPERATING_SUBSIDY',
  'LAND',
  'ADMINISTRATIVE_FEES',
  'UTILITIES',
] as const;

export const FEE_KINDS = ['care', 'bed', 'meal', 'deposit', 'otherFee'] as const;
export type FeeKind = (typeof FEE_KINDS)[number];

type Fees = {
  readonly [Key in `${FeeKind}MinFen` | `${FeeKind}MaxFen`]?: number | null;
};

/** What has to agree beyond one field. */
export interface CheckedProfile extends Fees {
  readonly uscc?: string | null;
  readonly areaCode?: string | null;
  readonly longitude?: number | null;
  readonly latitude?: number | null;
  readonly internalMedical?: readonly string[] | null;
  readonly contractedMedical?: readonly string[] | null;
  readonly preferences?: readonly string[] | null;
}

export function assertProfile(profile: CheckedProfile, countyCode: string): void {
  const problems = [
    ...numberProblems(profile, countyCode),
    ...FEE_KINDS.flatMap((kind) => feeProblems(profile, kind)),
    ...placeProblems(profile),
    ...(['internalMedical', 'contractedMedical', 'preferences'] as const).flatMap((path) =>
      noneAlone(path, profile[path] ?? []),
    ),
  ];
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}

function numberProblems({ uscc, areaCode }: CheckedProfile, countyCode: string): FieldProblem[] {
  return [
    ...(uscc && !isUnifiedSocialCreditCode(uscc) ? [{ path: 'uscc', rule: 'isUscc' }] : []),
    ...(areaCode && !areaCode.startsWith(countyCode)
      ? [{ path: 'areaCode', rule: 'areaOfCounty', params: { countyCode } }]
      : []),
  ];
}

function feeProblems(profile: CheckedProfile, kind: FeeKind): FieldProblem[] {
  const [min, max] = [profile[`${kind}MinFen`] ?? null, profile[`${kind}MaxFen`] ?? null];
  if (min === null && max === null) {
    return [];
  }
  if (min === null || max === null) {
    return [{ path: min === null ? `${kind}MinFen` : `${kind}MaxFen`, rule: 'required' }];
  }
  return min > max ? [{ path: `${kind}MaxFen`, rule: 'feeOrder' }] : [];
}

function placeProblems({ longitude, latitude }: CheckedProfile): FieldProblem[] {
  if ((longitude ?? null) === null && (latitude ?? null) === null) {
    return [];
  }
  return (['longitude', 'latitude'] as const)
    .filter((path) => (path === 'longitude' ? longitude : latitude) == null)
    .map((path) => ({ path, rule: 'required' }));
}

const noneAlone = (path: string, values: readonly string[]): FieldProblem[] =>
  values.includes('NONE') && values.length > 1 ? [{ path, rule: 'noneAlone' }] : [];
