import type { AskedAttribute } from '@yibu/claim-engine';
import { InputError, type LocalDate } from '@yibu/kernel';

type Scalar = string | number | boolean;
type Kind = AskedAttribute['kind'];

const MONEY = /^\d{1,13}$/;
const NUMBER = /^-?\d{1,9}(\.\d{1,3})?$/;
const LONGEST = 120;

function scalarOf(kind: Kind, text: string): Scalar | null {
  switch (kind) {
    case 'MONEY':
      return MONEY.test(text) ? Number(text) : null;
    case 'NUMBER':
      return NUMBER.test(text) ? Number(text) : null;
    case 'YES_NO':
      return text === 'true' ? true : text === 'false' ? false : null;
    case 'CHOICE':
    case 'TEXT':
      return text !== '' && text.length <= LONGEST ? text : null;
  }
}

const RULES: Readonly<Record<Kind, string>> = {
  MONEY: 'fen',
  NUMBER: 'isNumber',
  YES_NO: 'isBoolean',
  CHOICE: 'isIn',
  TEXT: 'isNotEmpty',
};

/** Money in fen, yes and no as `true` and `false`: the value as the rules read it. */
export function readValue(kind: Kind, text: string): Scalar {
  const value = scalarOf(kind, text.trim());
  if (value === null) {
    throw new InputError([{ path: 'value', rule: RULES[kind] }]);
  }
  return value;
}

export interface Span {
  readonly from: LocalDate;
  readonly until: LocalDate;
}

export const meets = (a: Span, b: Span): boolean => a.from < b.until && b.from < a.until;
