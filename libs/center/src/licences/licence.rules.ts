import { dayNumber, InputError, type LocalDate } from '@yibu/kernel';

/**
 * What a house has to hold (standards brief 2.3: 老年人权益保障法 43 and 49, 养老机构管理办法 10, 食品安全法 57 …). FIRE is the
 * acceptance, filing or opinion of the fire authority; SPECIAL_EQUIPMENT is one row for each lift or boiler.
 */
export const LICENCE_KINDS = [
  'REGISTRATION',
  'FILING',
  'FIRE',
  'FOOD',
  'MEDICAL',
  'SPECIAL_EQUIPMENT',
  'LIABILITY_INSURANCE',
] as const;
export type LicenceKind = (typeof LICENCE_KINDS)[number];

export interface DatedLicence {
  readonly kind: LicenceKind;
  readonly number: string | null;
  readonly passed: boolean;
  readonly validFrom: LocalDate;
  /** Last day it holds, as printed; null: none printed. */
  readonly validUntil: LocalDate | null;
}

export const LICENCE_STATES = ['VALID', 'NOT_PASSED', 'EXPIRED', 'NONE'] as const;
export type LicenceState = (typeof LICENCE_STATES)[number];

const WORST_FIRST: readonly LicenceState[] = ['NOT_PASSED', 'EXPIRED', 'VALID'];

/** Where a house stands with one kind of paper on a day. Several lifts are as good as the worst of them. */
export function licenceStateOn(
  licences: readonly DatedLicence[],
  kind: LicenceKind,
  day: LocalDate,
): LicenceState {
  const begun = licences.filter((one) => one.kind === kind && one.validFrom <= day);
  const things = new Map<string, DatedLicence[]>();
  for (const one of begun) {
    const thing = kind === 'SPECIAL_EQUIPMENT' ? (one.number ?? '') : '';
    things.set(thing, [...(things.get(thing) ?? []), one]);
  }
  const states = [...things.values()].map((papers) => stateOfThing(papers, day));
  return WORST_FIRST.find((state) => states.includes(state)) ?? 'NONE';
}

/** The paper that speaks for a kind on a day: the latest that holds then, else the latest of all. */
export function speakingLicence<Licence extends DatedLicence>(
  licences: readonly Licence[],
  kind: LicenceKind,
  day: LocalDate,
): Licence | null {
  const begun = licences
    .filter((one) => one.kind === kind && one.validFrom <= day)
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  return begun.find((one) => holdsOn(one, day)) ?? begun[0] ?? null;
}

const holdsOn = ({ validFrom, validUntil }: DatedLicence, day: LocalDate): boolean =>
  validFrom <= day && (validUntil === null || validUntil >= day);

function stateOfThing(papers: readonly DatedLicence[], day: LocalDate): LicenceState {
  const [latest] = papers
    .filter((paper) => holdsOn(paper, day))
    .toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  if (latest === undefined) {
    return 'EXPIRED';
  }
  return latest.passed ? 'VALID' : 'NOT_PASSED';
}

export const LICENCE_EXPIRIES = ['VALID', 'DUE_60', 'DUE_30', 'EXPIRED', 'NOT_PASSED'] as const;
export type LicenceExpiry = (typeof LICENCE_EXPIRIES)[number];

/** Warned 60 and 30 days ahead, as certificates of staff are; the last day itself still holds. */
export function licenceExpiry(
  licence: Pick<DatedLicence, 'passed' | 'validUntil'>,
  today: LocalDate,
): LicenceExpiry {
  if (!licence.passed) {
    return 'NOT_PASSED';
  }
  if (licence.validUntil === null) {
    return 'VALID';
  }
  const daysLeft = dayNumber(licence.validUntil) - dayNumber(today);
  if (daysLeft < 0) {
    return 'EXPIRED';
  }
  return daysLeft <= 30 ? 'DUE_30' : daysLeft <= 60 ? 'DUE_60' : 'VALID';
}

export function assertLicence(licence: DatedLicence & { readonly remark: string | null }): void {
  const { validFrom, validUntil, passed, remark } = licence;
  const problems = [
    ...(validUntil !== null && validUntil < validFrom
      ? [{ path: 'validUntil', rule: 'untilBeforeFrom' }]
      : []),
    ...(!passed && remark === null ? [{ path: 'remark', rule: 'required' }] : []),
  ];
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}
