import {
  array,
  at,
  isRecord,
  mapOf,
  object,
  text,
  type Fields,
  type JsonSchema,
  type Shape,
} from '../base/shape.js';

export const switchSchema: JsonSchema = {
  type: 'object',
  required: ['decision', 'cases'],
  properties: { decision: { type: 'string' }, cases: { type: 'object' } },
  additionalProperties: false,
};
const SWITCH: JsonSchema = { $ref: '#/$defs/switch' };

/** A value, or a switch between values: `{ "decision": "A1", "cases": { "X": …, "Y": … } }`. */
export function sw(shape: Shape): Shape {
  return {
    check(value, path, problems) {
      if (!isRecord(value) || !('decision' in value && 'cases' in value)) {
        shape.check(value, path, problems);
        return;
      }
      text.check(value.decision, at(path, 'decision'), problems);
      mapOf({
        check: (item, where, out) => item === null || sw(shape).check(item, where, out),
        schema: shape.schema,
      }).check(value.cases, at(path, 'cases'), problems);
    },
    schema: () => ({ anyOf: [shape.schema(), SWITCH] }),
  };
}

/** A closed object of a pack: every field may be a switch, and the object itself too. */
export function part(fields: Fields): Shape {
  const switchable = Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      'optional' in field ? { optional: sw(field.optional) } : sw(field),
    ]),
  );
  return sw(object(switchable, { closed: true }));
}

export const list = (shape: Shape, least = 0): Shape => array(sw(shape), least);

/** A shape by name: printed once under `$defs`, so that gates may hold gates. */
export function named(name: string, shape: () => Shape): Shape {
  return {
    check(value, path, problems) {
      shape().check(value, path, problems);
    },
    schema: () => ({ $ref: `#/$defs/${name}` }),
  };
}

export const gateRef: Shape = named('gate', () => definitions.gate());
export const measureRef: Shape = named('measure', () => definitions.measure());

/** Filled by the registry of nodes; a node file names gates and measures without importing their registry. */
export const definitions: { gate: () => Shape; measure: () => Shape } = {
  gate: () => text,
  measure: () => text,
};
