import { isLocalDate, type LocalDate } from './calendar.js';

export type Sex = 'M' | 'F';

/**
 * Citizen ID numbers (GB 11643-1999), residence permits of Hong Kong, Macau and Taiwan residents (same form,
 * areas 81, 82, 83), and 15-digit numbers of the first generation (GB 11643-1989), which are completed to 18.
 */
export type IdNumberProblem = 'LENGTH' | 'CHARACTERS' | 'BIRTH_DATE' | 'CHECK_DIGIT' | 'SCIENTIFIC';

export type IdNumberReading =
  | {
      readonly ok: true;
      /** 18 characters, upper-case X. */
      readonly number: string;
      readonly bornOn: LocalDate;
      readonly sex: Sex;
      /** Written with 15 digits: the card itself has been invalid since 2013 (居民身份证法). */
      readonly isFirstGeneration: boolean;
    }
  | { readonly ok: false; readonly problem: IdNumberProblem };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = '10X98765432';

export function idNumberCheckCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Full-width digits and letters, spaces, apostrophes and hyphens of paper lists and spreadsheets are forgiven. */
export function normalizeIdNumber(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s'’`\-\u200b]/g, '')
    .toUpperCase();
}

/** An unknown area is no problem: areas are abolished and renamed, and their people live on. */
export function readIdNumber(text: string): IdNumberReading {
  const normalized = normalizeIdNumber(text);
  if (/^\d(\.\d+)?E\+?\d+$/.test(normalized)) {
    return { ok: false, problem: 'SCIENTIFIC' };
  }
  if (normalized.length !== 15 && normalized.length !== 18) {
    return { ok: false, problem: 'LENGTH' };
  }
  if (!/^(\d{15}|\d{17}[\dX])$/.test(normalized)) {
    return { ok: false, problem: 'CHARACTERS' };
  }
  const isFirstGeneration = normalized.length === 15;
  const first17 = isFirstGeneration
    ? `${normalized.slice(0, 6)}19${normalized.slice(6)}`
    : normalized.slice(0, 17);
  const bornOn = `${first17.slice(6, 10)}-${first17.slice(10, 12)}-${first17.slice(12, 14)}`;
  if (!isLocalDate(bornOn)) {
    return { ok: false, problem: 'BIRTH_DATE' };
  }
  const check = idNumberCheckCharacter(first17);
  if (!isFirstGeneration && check !== normalized.charAt(17)) {
    return { ok: false, problem: 'CHECK_DIGIT' };
  }
  const sex: Sex = Number(first17[16]) % 2 === 1 ? 'M' : 'F';
  return { ok: true, number: `${first17}${check}`, bornOn, sex, isFirstGeneration };
}

/** Only the last four characters: the first six tell the home area, the next eight the birthday. */
export const maskIdNumber = (number: string): string =>
  `${'*'.repeat(Math.max(0, number.length - 4))}${number.slice(-4)}`;

/** 王秀英 → 王*英, 王英 → 王*: how a public notice shows a name. */
export function maskName(name: string): string {
  const characters = [...name];
  if (characters.length <= 1) {
    return '*';
  }
  if (characters.length === 2) {
    return `${characters[0] as string}*`;
  }
  return `${characters[0] as string}${'*'.repeat(characters.length - 2)}${characters.at(-1) as string}`;
}

export const maskPhone = (phone: string): string =>
  phone.length < 7 ? '*'.repeat(phone.length) : `${phone.slice(0, 3)}****${phone.slice(-4)}`;

const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const USCC_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28] as const;

/** Unified social credit code (统一社会信用代码, GB 32100-2015). */
export function isUnifiedSocialCreditCode(text: string): boolean {
  const code = normalizeIdNumber(text);
  if (!/^[159Y][1239][0-9A-HJ-NPQRTUWXY]{16}$/.test(code)) {
    return false;
  }
  const sum = USCC_WEIGHTS.reduce(
    (total, weight, index) => total + weight * USCC_ALPHABET.indexOf(code.charAt(index)),
    0,
  );
  return USCC_ALPHABET.charAt((31 - (sum % 31)) % 31) === code.charAt(17);
}
