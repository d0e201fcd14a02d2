import {
  normalizeIdNumber,
  readIdNumber,
  type FieldProblem,
  type LocalDate,
  type Sex,
} from '@yibu/kernel';

import type { IdType } from '../resident.codes.js';
import { tidyName } from './name.rules.js';

/** Who somebody is, as it was typed. */
export interface IdentityDraft {
  readonly name: string;
  readonly sex: Sex | null;
  readonly bornOn: LocalDate | null;
  readonly idType: IdType;
  readonly idNumber: string | null;
  readonly noIdReason: string | null;
  /** The register itself differs from the number: accepted when somebody says so. */
  readonly contradictionReason?: string | null;
}

/** Who somebody is, once it can be kept. */
export interface Identity {
  readonly name: string;
  readonly sex: Sex;
  readonly bornOn: LocalDate;
  readonly idType: IdType;
  /** 18 characters for citizens and residence permits; null without papers. */
  readonly idNumber: string | null;
  readonly isFirstGeneration: boolean;
  readonly noIdReason: string | null;
}

export type IdentityReading =
  | { readonly ok: true; readonly identity: Identity }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const EARLIEST_BIRTH = '1890-01-01';
const MAX_NAME = 60;

const OTHER_FORMS: Readonly<Partial<Record<IdType, RegExp>>> = {
  HK_MACAU_PASS: /^[HM](\d{8}|\d{10})$/,
  TAIWAN_PASS: /^(\d{8}|\d{10}[A-Z]?)$/,
  PASSPORT: /^[A-Z0-9]{5,20}$/,
  FOREIGN_PR: /^([A-Z]{3}\d{12}|9\d{16}[\dX])$/,
};

export interface NumberReading {
  readonly number: string | null;
  readonly bornOn: LocalDate | null;
  readonly sex: Sex | null;
  readonly isFirstGeneration: boolean;
  readonly problems: readonly FieldProblem[];
}

const NOTHING_READ: NumberReading = {
  number: null,
  bornOn: null,
  sex: null,
  isFirstGeneration: false,
  problems: [],
};

/** All problems at once, each at its field. `today` bounds the birth date. */
export function readIdentity(draft: IdentityDraft, today: LocalDate): IdentityReading {
  const name = tidyName(draft.name);
  const read = readNumber(draft);
  const sex = draft.sex ?? read.sex;
  const bornOn = draft.bornOn ?? read.bornOn;
  const problems = [
    ...nameProblems(name),
    ...read.problems,
    ...(sex === null ? [{ path: 'sex', rule: 'isNotEmpty' }] : []),
    ...birthProblems(bornOn, today),
    ...contradictions({ ...draft, sex, bornOn }, read),
  ];
  if (problems.length > 0 || sex === null || bornOn === null) {
    return { ok: false, problems };
  }
  return {
    ok: true,
    identity: {
      name,
      sex,
      bornOn,
      idType: draft.idType,
      idNumber: read.number,
      isFirstGeneration: read.isFirstGeneration,
      noIdReason: draft.idType === 'NONE' ? (draft.noIdReason?.trim() ?? null) : null,
    },
  };
}

export function nameProblems(name: string): FieldProblem[] {
  if (name === '') {
    return [{ path: 'name', rule: 'isNotEmpty' }];
  }
  if ([...name].length > MAX_NAME) {
    return [{ path: 'name', rule: 'maxLength', params: { max: MAX_NAME } }];
  }
  return /^\p{L}[\p{L}\p{M}·.' -]*$/u.test(name) ? [] : [{ path: 'name', rule: 'personName' }];
}

function birthProblems(bornOn: LocalDate | null, today: LocalDate): FieldProblem[] {
  if (bornOn === null) {
    return [{ path: 'bornOn', rule: 'isNotEmpty' }];
  }
  if (bornOn > today) {
    return [{ path: 'bornOn', rule: 'notAfter', params: { limit: today } }];
  }
  return bornOn < EARLIEST_BIRTH
    ? [{ path: 'bornOn', rule: 'notBefore', params: { limit: EARLIEST_BIRTH } }]
    : [];
}

const numberProblem = (rule: string): NumberReading => ({
  ...NOTHING_READ,
  problems: [{ path: 'idNumber', rule }],
});

function readNumber(draft: IdentityDraft): NumberReading {
  if (draft.idType === 'NONE') {
    const isGiven = (draft.noIdReason ?? '').trim() !== '';
    return isGiven
      ? NOTHING_READ
      : { ...NOTHING_READ, problems: [{ path: 'noIdReason', rule: 'isNotEmpty' }] };
  }
  return readPaperNumber(draft.idType, draft.idNumber ?? '');
}

/** A number by the form of its paper; birth date and sex where the number tells them. */
export function readPaperNumber(idType: Exclude<IdType, 'NONE'>, text: string): NumberReading {
  if (normalizeIdNumber(text) === '') {
    return numberProblem('isNotEmpty');
  }
  return idType === 'CITIZEN' || idType === 'RESIDENCE_PERMIT'
    ? readCheckedNumber(idType, text)
    : readOtherNumber(idType, text);
}

function readCheckedNumber(idType: 'CITIZEN' | 'RESIDENCE_PERMIT', text: string): NumberReading {
  const reading = readIdNumber(text);
  if (!reading.ok) {
    return numberProblem(`ID_${reading.problem}`);
  }
  const isPermitArea = /^8[123]/.test(reading.number);
  if (isPermitArea !== (idType === 'RESIDENCE_PERMIT')) {
    return numberProblem(isPermitArea ? 'ID_IS_PERMIT' : 'ID_IS_NO_PERMIT');
  }
  const { number, bornOn, sex, isFirstGeneration } = reading;
  return { number, bornOn, sex, isFirstGeneration, problems: [] };
}

function readOtherNumber(idType: IdType, text: string): NumberReading {
  const number = normalizeIdNumber(text);
  const form = OTHER_FORMS[idType];
  return form?.test(number) === true ? { ...NOTHING_READ, number } : numberProblem('ID_FORM');
}

function contradictions(draft: IdentityDraft, read: NumberReading): FieldProblem[] {
  if ((draft.contradictionReason ?? '').trim() !== '') {
    return [];
  }
  const problems: FieldProblem[] = [];
  if (read.sex !== null && draft.sex !== null && draft.sex !== read.sex) {
    problems.push({ path: 'sex', rule: 'SEX_CONTRADICTS_ID' });
  }
  if (read.bornOn !== null && draft.bornOn !== null && draft.bornOn !== read.bornOn) {
    problems.push({ path: 'bornOn', rule: 'BIRTH_CONTRADICTS_ID' });
  }
  return problems;
}

/** What the blind index is made of: a number alone is unique only within its kind of paper. */
export const indexedNumber = (idType: IdType, number: string): string =>
  idType === 'CITIZEN' || idType === 'RESIDENCE_PERMIT' ? number : `${idType}:${number}`;
