import { addMonths, dayNumber, InputError, type LocalDate } from '@yibu/kernel';

/**
 * Certificates a center keeps (standards brief 2.2: 食品安全法 第四十五条, 护士条例 第八至十条, 养老护理员国家职业技能标准 2019 …).
 * `validity` is how long such a paper holds: FIXED and PRINTED need its own end, NONE has none, ANNUAL_CHECK lasts a year
 * from its issue unless an earlier end is printed.
 */
export const CERTIFICATE_TYPES = [
  { code: 'CAREGIVER', validity: 'NONE', hasLevel: true },
  { code: 'HEALTH_FOOD', validity: 'ANNUAL_CHECK', hasLevel: false },
  { code: 'HEALTH_CARE', validity: 'PRINTED', hasLevel: false },
  { code: 'NURSE', validity: 'FIXED', hasLevel: false },
  { code: 'DOCTOR', validity: 'NONE', hasLevel: false },
  { code: 'ABILITY_ASSESSOR', validity: 'NONE', hasLevel: true },
  { code: 'SOCIAL_WORKER', validity: 'FIXED', hasLevel: true },
  { code: 'FOOD_SAFETY_OFFICER', validity: 'PRINTED', hasLevel: false },
  { code: 'FIRE_FACILITY_OPERATOR', validity: 'NONE', hasLevel: true },
  { code: 'SPECIAL_EQUIPMENT', validity: 'FIXED', hasLevel: false },
  { code: 'REHABILITATION', validity: 'NONE', hasLevel: false },
  { code: 'DIETITIAN', validity: 'NONE', hasLevel: false },
  { code: 'FIRST_AID', validity: 'FIXED', hasLevel: false },
  { code: 'TRAINING_PASSED', validity: 'NONE', hasLevel: false },
  { code: 'OTHER', validity: 'PRINTED', hasLevel: false },
] as const;
export type CertificateType = (typeof CERTIFICATE_TYPES)[number]['code'];
export const CERTIFICATE_CODES = CERTIFICATE_TYPES.map(({ code }) => code);

export const VALIDITY_KINDS = ['FIXED', 'NONE', 'ANNUAL_CHECK', 'PRINTED'] as const;
export type ValidityKind = (typeof VALIDITY_KINDS)[number];

export const POSTS = [
  'MANAGER',
  'NURSE',
  'CAREGIVER',
  'COOK',
  'SOCIAL_WORKER',
  'THERAPIST',
  'ADMINISTRATION',
  'OTHER',
] as const;
export type Post = (typeof POSTS)[number];

export interface CertificateDates {
  readonly validityKind: ValidityKind;
  readonly issuedOn: LocalDate;
  /** Last day it holds, as printed; null: none printed. */
  readonly validUntil: LocalDate | null;
}

/** The last day a certificate holds; null: it does not run out. */
export function lastValidDay(dates: CertificateDates): LocalDate | null {
  if (dates.validUntil !== null) {
    return dates.validUntil;
  }
  switch (dates.validityKind) {
    case 'NONE':
      return null;
    case 'ANNUAL_CHECK':
      return addMonths(dates.issuedOn, 12);
    case 'FIXED':
    case 'PRINTED':
      throw new InputError([{ path: 'validUntil', rule: 'isRequiredForValidity' }]);
  }
}

export const EXPIRY_STATES = ['VALID', 'DUE_60', 'DUE_30', 'EXPIRED'] as const;
export type ExpiryState = (typeof EXPIRY_STATES)[number];

/** Warned 60 and 30 days ahead; the last valid day itself is still valid. */
export function expiryState(validUntil: LocalDate | null, today: LocalDate): ExpiryState {
  if (validUntil === null) {
    return 'VALID';
  }
  const daysLeft = dayNumber(validUntil) - dayNumber(today);
  if (daysLeft < 0) {
    return 'EXPIRED';
  }
  return daysLeft <= 30 ? 'DUE_30' : daysLeft <= 60 ? 'DUE_60' : 'VALID';
}

export function assertEmployment(fromOn: LocalDate, untilOn: LocalDate | null): void {
  if (untilOn !== null && untilOn <= fromOn) {
    throw new InputError([{ path: 'untilOn', rule: 'isAfterFrom' }]);
  }
}

export function assertCertificateDates(
  dates: CertificateDates,
  today: LocalDate,
): LocalDate | null {
  if (dates.issuedOn > today) {
    throw new InputError([{ path: 'issuedOn', rule: 'isNotFuture' }]);
  }
  const last = lastValidDay(dates);
  if (last !== null && last < dates.issuedOn) {
    throw new InputError([{ path: 'validUntil', rule: 'isAfterFrom' }]);
  }
  return last;
}
