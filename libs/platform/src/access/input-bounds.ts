import { InputError, phoneProblems, tidyPhone, type FieldProblem } from '@yibu/kernel';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLInputType,
} from 'graphql';

/** Ids are 26 characters long; what is beyond this is none. */
const MAX_ID = 64;
/** What somebody types to find something, and codes of ours. */
const MAX_SHORT = 100;
const SHORT: ReadonlySet<string> = new Set(['search', 'code', 'entity']);
/** Asked for under these names wherever somebody is to be called. */
const PHONES: ReadonlySet<string> = new Set(['phone', 'contactPhone']);
/** Longer than any field of a form takes; each says its own, lower, limit itself. */
const MAX_TEXT = 2000;
const MAX_ITEMS = 20_000;
/** A whole file in one text, which limits itself. */
const FILES: ReadonlySet<string> = new Set(['UploadPackInput.text']);

/** A hundred thousand million yuan: beyond it no sum over a county's years would stay exact. */
const MAX_FEN = 10_000_000_000_000;
/** Days and months that a paper of ours can name; months around them are still months. */
const FIRST_YEAR = '1800';
const LAST_YEAR = '2199';
/**
 * Control characters (not the tab and line ends), halves of a character, what turns the direction of writing around, and
 * code points that are none. No file, no XML and no hash of the audit trail carries them unchanged.
 */
const UNPRINTABLE =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Surrogate}/u;
/** Spaces, and marks without a width of their own. */
const BLANK = /^[\s\p{Cf}]+$/u;

interface Place {
  readonly name: string;
  readonly type: GraphQLInputType;
}

/**
 * No text and no list comes in without an end, whatever its field says or forgets to say: looked at by the schema where
 * requests come in. Fields of `input` are named as validation names them, without it.
 */
export function requireBounds(
  places: readonly Place[],
  values: Readonly<Record<string, unknown>>,
): void {
  const problems = places.flatMap((place) => problemsOf(place, values[place.name], ''));
  if (problems.length > 0) {
    throw new InputError(problems);
  }
}

function problemsOf({ name, type }: Place, value: unknown, prefix: string): FieldProblem[] {
  const path = `${prefix}${name}`;
  const bare = getNullableType(type);
  if (isListType(bare) && Array.isArray(value)) {
    return value.length > MAX_ITEMS
      ? [{ path, rule: 'arrayMaxSize', params: { max: MAX_ITEMS } }]
      : value.flatMap((item) => problemsOf({ name, type: bare.ofType }, item, prefix));
  }
  if (isInputObjectType(bare) && typeof value === 'object' && value !== null) {
    const inner = path === 'input' ? '' : `${path}.`;
    const fields = value as Readonly<Record<string, unknown>>;
    return Object.values(bare.getFields()).flatMap((field) =>
      FILES.has(`${bare.name}.${field.name}`) ? [] : problemsOf(field, fields[field.name], inner),
    );
  }
  const rule = RULES[getNamedType(type).name]?.(value, name, isNonNullType(type));
  return rule === undefined || rule === null ? [] : [{ path, ...rule }];
}

type Rule = Omit<FieldProblem, 'path'>;

/** By the type of a field: what is wrong with a value that GraphQL has let pass. */
const RULES: Readonly<
  Record<string, (value: unknown, name: string, isNeeded: boolean) => Rule | null>
> = {
  ID: (value) => textRule(value, MAX_ID),
  String: (value, name, isNeeded) =>
    isNeeded && typeof value === 'string' && BLANK.test(value)
      ? { rule: 'isNotEmpty' }
      : (textRule(value, SHORT.has(name) ? MAX_SHORT : MAX_TEXT) ?? phoneRule(value, name)),
  Fen: (value) => (Math.abs(Number(value)) > MAX_FEN ? { rule: 'fenTooLarge' } : null),
  LocalDate: (value) => (isOfOurTime(value) ? null : { rule: 'date' }),
  YearMonth: (value) => (isOfOurTime(value) ? null : { rule: 'month' }),
  Instant: (value) =>
    value instanceof Date && !isOfOurTime(value.toISOString()) ? { rule: 'date' } : null,
};

/** A short text that a file, a page and the audit trail carry as it was given. */
export function textRule(value: unknown, max: number): Rule | null {
  if (typeof value !== 'string') {
    return null;
  }
  if (value.length > max) {
    return { rule: 'maxLength', params: { max } };
  }
  return UNPRINTABLE.test(value) ? { rule: 'isPrintable' } : null;
}

const phoneRule = (value: unknown, name: string): Rule | null =>
  PHONES.has(name) && typeof value === 'string' && phoneProblems('', tidyPhone(value)).length > 0
    ? { rule: 'phone' }
    : null;

const isOfOurTime = (value: unknown): boolean =>
  typeof value !== 'string' || (value >= FIRST_YEAR && value.slice(0, 4) <= LAST_YEAR);
