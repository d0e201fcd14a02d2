import { InputError, type FieldProblem } from '@yibu/kernel';
import {
  getNullableType,
  GraphQLID,
  GraphQLString,
  isInputObjectType,
  isListType,
  type GraphQLInputType,
} from 'graphql';

/** Ids are 26 characters long; what is beyond this is none. */
const MAX_ID = 64;
/** What somebody types to find something, and codes of ours. */
const MAX_SHORT = 100;
const SHORT: ReadonlySet<string> = new Set(['search', 'code', 'entity']);
/** Longer than any field of a form takes; each says its own, lower, limit itself. */
const MAX_TEXT = 2000;
const MAX_ITEMS = 20_000;
/** A whole file in one text, which limits itself. */
const FILES: ReadonlySet<string> = new Set(['UploadPackInput.text']);

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
  const max = bare === GraphQLID ? MAX_ID : bare === GraphQLString ? textLimit(name) : null;
  return typeof value === 'string' && max !== null && value.length > max
    ? [{ path, rule: 'maxLength', params: { max } }]
    : [];
}

const textLimit = (name: string): number => (SHORT.has(name) ? MAX_SHORT : MAX_TEXT);
