import {
  AppError,
  maskIdNumber,
  type FieldProblem,
  type LocalDate,
  type Sex,
  phoneProblems,
  tidyPhone,
} from '@yibu/kernel';
import { changesBetween, type AuditChange } from '@yibu/platform';

import type {
  Education,
  IdType,
  IncomeSource,
  LivingSituation,
  MaritalStatus,
  MedicalPayment,
} from '../resident.codes.js';
import type { Identity } from './identity.rules.js';
import type { ResidentEntity } from './resident.entity.js';

/** What a form about a person holds. `idNumber` null on an update: as it was. */
export interface ResidentDraft {
  readonly name: string;
  readonly sex?: Sex | null;
  readonly bornOn?: LocalDate | null;
  readonly isBirthEstimated?: boolean;
  readonly lunarBirthday?: string | null;
  readonly idType: IdType;
  readonly idNumber?: string | null;
  readonly idValidUntil?: LocalDate | null;
  readonly noIdReason?: string | null;
  readonly contradictionReason?: string | null;
  readonly phone?: string | null;
  readonly householdCounty?: string | null;
  readonly householdAddress?: string | null;
  readonly nation?: string | null;
  readonly education?: Education | null;
  readonly marital?: MaritalStatus | null;
  readonly living?: readonly LivingSituation[] | null;
  readonly payment?: readonly MedicalPayment[] | null;
  readonly income?: readonly IncomeSource[] | null;
  readonly note?: string | null;
}

export interface ResidentUpdate extends ResidentDraft {
  readonly id: string;
  readonly version: number;
  readonly reason?: string | null;
}

/** Fields whose change is a correction of who somebody is, and so needs its reason. */
const IDENTITY_FIELDS = ['name', 'sex', 'bornOn', 'idType'] as const;
const PLAIN_FIELDS = [
  'isBirthEstimated',
  'lunarBirthday',
  'idValidUntil',
  'noIdReason',
  'householdCounty',
  'householdAddress',
  'nation',
  'education',
  'marital',
  'note',
] as const;
const LIST_FIELDS = ['living', 'payment', 'income'] as const;

export const maskedLast4 = (last4: string | null): string | null =>
  last4 === null ? null : `*${last4}`;
export const maskedNumber = ({ idNumber }: Identity): string | null =>
  idNumber === null ? null : maskIdNumber(idNumber);

export const trimmed = (text: string | null | undefined): string | null => {
  const tidy = (text ?? '').trim();
  return tidy === '' ? null : tidy;
};

type PlainFields = Pick<
  ResidentEntity,
  | 'isBirthEstimated'
  | 'lunarBirthday'
  | 'idValidUntil'
  | 'householdCounty'
  | 'householdAddress'
  | 'nation'
  | 'education'
  | 'marital'
  | 'living'
  | 'payment'
  | 'income'
  | 'note'
>;

export function plainFields(draft: ResidentDraft): PlainFields {
  return {
    isBirthEstimated: draft.isBirthEstimated ?? false,
    lunarBirthday: trimmed(draft.lunarBirthday),
    idValidUntil: draft.idValidUntil ?? null,
    householdCounty: trimmed(draft.householdCounty),
    householdAddress: trimmed(draft.householdAddress),
    nation: draft.nation ?? null,
    education: draft.education ?? null,
    marital: draft.marital ?? null,
    living: draft.living ?? null,
    payment: draft.payment ?? null,
    income: draft.income ?? null,
    note: trimmed(draft.note),
  };
}

const listText = (values: readonly string[] | null): string | null =>
  values === null || values.length === 0 ? null : values.join(',');

export function auditablePlain(fields: PlainFields): Record<string, string | boolean | null> {
  const { living, payment, income, ...rest } = fields;
  return {
    ...rest,
    isBirthEstimated: rest.isBirthEstimated ? true : null,
    living: listText(living),
    payment: listText(payment),
    income: listText(income),
  };
}

function listChanges(before: ResidentEntity, after: PlainFields): AuditChange[] {
  return LIST_FIELDS.flatMap((field) => {
    const [from, to] = [listText(before[field]), listText(after[field])];
    return from === to ? [] : [{ field, from, to }];
  });
}

export function draftProblems(draft: ResidentDraft): FieldProblem[] {
  const county = trimmed(draft.householdCounty);
  return [
    ...phoneProblems('phone', tidyPhone(draft.phone ?? '')),
    ...(county === null || /^\d{6}$/.test(county)
      ? []
      : [{ path: 'householdCounty', rule: 'countyCode' }]),
  ];
}

/** Everything that differs, the sealed values apart. */
export function draftChanges(
  before: ResidentEntity,
  after: Partial<ResidentEntity> & PlainFields,
): AuditChange[] {
  return [
    ...changesBetween(before, after, [...IDENTITY_FIELDS, ...PLAIN_FIELDS]),
    ...listChanges(before, after),
  ];
}

export const isCorrection = (changes: readonly AuditChange[]): boolean =>
  changes.some(
    ({ field }) => field === 'idNumber' || IDENTITY_FIELDS.some((name) => name === field),
  );

export function requireReason(changes: readonly AuditChange[], update: ResidentUpdate): void {
  if (isCorrection(changes) && trimmed(update.reason) === null) {
    throw new AppError('REASON_REQUIRED', `A correction of resident ${update.id} has no reason`, {
      fields: changes.map(({ field }) => field),
    });
  }
}
