import { isLocalDate, isYearMonth } from '@yibu/kernel';
import type { Problems } from './problem.js';

export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a piece of JSON must look like: checks a value, and prints itself as JSON Schema. */
export interface Shape {
  check(value: unknown, path: string, problems: Problems): void;
  schema(): JsonSchema;
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const typeName = (value: unknown): string => {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'array' : typeof value;
};

/** A field name is written with a dot where it can be, quoted where it must be. */
export const at = (path: string, key: string | number): string => {
  if (typeof key === 'number') {
    return `${path}[${key}]`;
  }
  return /^[A-Za-z_$][\w$-]*$/.test(key) ? `${path}.${key}` : `${path}[${JSON.stringify(key)}]`;
};

function leaf(expected: string, accepts: (value: unknown) => boolean, schema: JsonSchema): Shape {
  return {
    check(value, path, problems) {
      if (!accepts(value)) {
        problems.add(path, 'WRONG_TYPE', { expected, found: typeName(value) });
      }
    },
    schema: () => schema,
  };
}

export const text: Shape = leaf('string', (value) => typeof value === 'string' && value !== '', {
  type: 'string',
  minLength: 1,
});
export const bool: Shape = leaf('boolean', (value) => typeof value === 'boolean', {
  type: 'boolean',
});
export const scalar: Shape = leaf(
  'string, number or boolean',
  (value) => ['string', 'number', 'boolean'].includes(typeof value),
  { type: ['string', 'number', 'boolean'] },
);

export function integer(range: { readonly min?: number; readonly max?: number } = {}): Shape {
  const min = range.min ?? Number.MIN_SAFE_INTEGER;
  const max = range.max ?? Number.MAX_SAFE_INTEGER;
  return {
    check(value, path, problems) {
      if (typeof value !== 'number' || !Number.isSafeInteger(value)) {
        problems.add(path, 'WRONG_TYPE', { expected: 'integer', found: typeName(value) });
      } else if (value < min || value > max) {
        problems.add(path, 'OUT_OF_RANGE', { value, min, max });
      }
    },
    schema: () => ({
      type: 'integer',
      ...(range.min === undefined ? {} : { minimum: min }),
      ...(range.max === undefined ? {} : { maximum: max }),
    }),
  };
}

/** A measured size such as an area: a finite number, not necessarily whole. */
export const amount: Shape = {
  check(value, path, problems) {
    if (typeof value !== 'number' || !Number.isFinite(value)) {
      problems.add(path, 'WRONG_TYPE', { expected: 'number', found: typeName(value) });
    } else if (value < 0) {
      problems.add(path, 'OUT_OF_RANGE', { value, min: 0, max: Number.MAX_SAFE_INTEGER });
    }
  },
  schema: () => ({ type: 'number', minimum: 0 }),
};

function textual(code: 'NOT_A_DATE' | 'NOT_A_MONTH', accepts: (value: string) => boolean): Shape {
  return {
    check(value, path, problems) {
      if (typeof value !== 'string') {
        problems.add(path, 'WRONG_TYPE', { expected: 'string', found: typeName(value) });
      } else if (!accepts(value)) {
        problems.add(path, code, { value: value.slice(0, 40) });
      }
    },
    schema: () => ({
      type: 'string',
      pattern: code === 'NOT_A_DATE' ? '^\\d{4}-\\d{2}-\\d{2}$' : '^\\d{4}-\\d{2}$',
    }),
  };
}

export const date: Shape = textual('NOT_A_DATE', isLocalDate);
export const month: Shape = textual('NOT_A_MONTH', isYearMonth);

export function oneOf(values: readonly (string | number | boolean)[]): Shape {
  return {
    check(value, path, problems) {
      if (!values.includes(value as string)) {
        problems.add(path, 'NOT_ALLOWED', {
          value: isRecord(value) || Array.isArray(value) ? typeName(value) : String(value),
          allowed: values.map(String),
        });
      }
    },
    schema: () => ({ enum: values }),
  };
}

export function nullable(shape: Shape): Shape {
  return {
    check(value, path, problems) {
      if (value !== null) {
        shape.check(value, path, problems);
      }
    },
    schema: () => ({ anyOf: [{ type: 'null' }, shape.schema()] }),
  };
}

export function array(shape: Shape, least = 0): Shape {
  return {
    check(value, path, problems) {
      if (!Array.isArray(value)) {
        problems.add(path, 'WRONG_TYPE', { expected: 'array', found: typeName(value) });
        return;
      }
      if (value.length < least) {
        problems.add(path, 'MISSING', { least });
      }
      value.forEach((item, index) => {
        shape.check(item, at(path, index), problems);
      });
    },
    schema: () => ({
      type: 'array',
      items: shape.schema(),
      ...(least > 0 ? { minItems: least } : {}),
    }),
  };
}

export function mapOf(shape: Shape): Shape {
  return {
    check(value, path, problems) {
      if (!isRecord(value)) {
        problems.add(path, 'WRONG_TYPE', { expected: 'object', found: typeName(value) });
        return;
      }
      for (const [key, item] of Object.entries(value)) {
        shape.check(item, at(path, key), problems);
      }
    },
    schema: () => ({ type: 'object', additionalProperties: shape.schema() }),
  };
}

/** The first shape that takes the value decides; when none does, the problems of the last are told. */
export function either(...shapes: readonly Shape[]): Shape {
  return {
    check(value, path, problems) {
      const fits = shapes.some((shape) => {
        const trial = { list: [] as unknown[], add: (): void => void trial.list.push(0) };
        shape.check(value, path, trial as unknown as Problems);
        return trial.list.length === 0;
      });
      if (!fits) {
        shapes.at(-1)?.check(value, path, problems);
      }
    },
    schema: () => ({ anyOf: shapes.map((shape) => shape.schema()) }),
  };
}

export interface Fields {
  readonly [name: string]: Shape | { readonly optional: Shape };
}

type Field = Shape | { readonly optional: Shape };
const isOptional = (field: Field): boolean => 'optional' in field;
const shapeOf = (field: Field): Shape => ('optional' in field ? field.optional : field);

export const optional = (shape: Shape): { readonly optional: Shape } => ({ optional: shape });

export interface ObjectOptions {
  /** Packs refuse what they do not know (a misspelt gate would silently pay); facts ignore it. */
  readonly closed?: boolean;
}

function checkFields(
  value: Readonly<Record<string, unknown>>,
  fields: Fields,
  path: string,
  problems: Problems,
): void {
  for (const [name, field] of Object.entries(fields)) {
    const item = Object.hasOwn(value, name) ? value[name] : undefined;
    if (item !== undefined) {
      shapeOf(field).check(item, at(path, name), problems);
    } else if (!isOptional(field)) {
      problems.add(at(path, name), 'MISSING');
    }
  }
}

export function object(fields: Fields, options: ObjectOptions = {}): Shape {
  const required = Object.entries(fields).flatMap(([name, field]) =>
    isOptional(field) ? [] : [name],
  );
  return {
    check(value, path, problems) {
      if (!isRecord(value)) {
        problems.add(path, 'WRONG_TYPE', { expected: 'object', found: typeName(value) });
        return;
      }
      checkFields(value, fields, path, problems);
      if (options.closed === true) {
        for (const name of Object.keys(value)) {
          if (!(name in fields) && name !== 'note' && name !== '$schema') {
            problems.add(at(path, name), 'UNKNOWN_FIELD', {
              name,
              known: Object.keys(fields),
            });
          }
        }
      }
    },
    schema: () => ({
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(fields).map(([name, field]) => [name, shapeOf(field).schema()]),
      ),
      ...(required.length > 0 ? { required } : {}),
      ...(options.closed === true
        ? { additionalProperties: false, patternProperties: { '^(note|\\$schema)$': {} } }
        : {}),
    }),
  };
}
