import type { CenterProfileQuery } from '../../gql/graphql.js';

export type Profile = CenterProfileQuery['centerProfile'];
export type ProfileField = Exclude<keyof Profile, '__typename' | 'centerId' | 'version'>;

/** Codes a field takes, in the order of the form. The server holds the same lists and refuses any other. */
export const WORDS = {
  legalForm: ['PRIVATE_NON_ENTERPRISE', 'ENTERPRISE', 'PUBLIC_INSTITUTION', 'OTHER'],
  unitLevel: ['FIRST', 'SECOND'],
  founder: ['GOVERNMENT', 'COLLECTIVE', 'ENTERPRISE', 'SOCIAL_ORGANIZATION', 'INDIVIDUAL', 'OTHER'],
  operatingState: ['OPERATING', 'SUSPENDED', 'CLOSED'],
  location: ['URBAN', 'RURAL'],
  premises: ['OWNED', 'RENTED', 'GOVERNMENT_PROVIDED', 'OTHER'],
  chargingMode: ['MONTHLY', 'QUARTERLY', 'YEARLY', 'OTHER'],
} as const;

export const LISTS = {
  internalMedical: ['NONE', 'HOSPITAL', 'NURSING_STATION', 'CLINIC'],
  contractedMedical: ['NONE', 'HOSPITAL', 'TOWNSHIP_HEALTH_CENTER', 'COMMUNITY_STATION'],
  preferences: [
    'NONE',
    'TAX',
    'CONSTRUCTION_SUBSIDY',
    'OPERATING_SUBSIDY',
    'LAND',
    'ADMINISTRATIVE_FEES',
    'UTILITIES',
  ],
} as const;

export const FEES = ['care', 'bed', 'meal', 'deposit', 'otherFee'] as const;

export const GROUPS = {
  identity: [
    'uscc',
    'legalForm',
    'registrar',
    'unitLevel',
    'founder',
    'operatingState',
    'principalName',
    'principalPhone',
  ],
  place: ['areaCode', 'areaName', 'location', 'longitude', 'latitude', 'landAreaM2', 'premises'],
  character: [
    'isDestituteSupport',
    'isGloryHome',
    'isStreetCenter',
    'isLongTermCareDesignated',
    'preferences',
  ],
  medical: ['internalMedical', 'contractedMedical', 'contractedMedicalName', 'isMedicalDesignated'],
  charging: ['chargingMode', 'hasMembership'],
} as const satisfies Readonly<Record<string, readonly ProfileField[]>>;
export type ProfileGroup = keyof typeof GROUPS;
export type ListedField = (typeof GROUPS)[ProfileGroup][number];
