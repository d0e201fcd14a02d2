import { object, text, type Shape } from '../base/shape.js';

const source = object({ document: text, clause: text }, { closed: true });

export const sourceSchema = (): ReturnType<Shape['schema']> => source.schema();

/** The document and clause that a value comes from; printed once in the JSON Schema. */
export const sourceShape: Shape = {
  check: source.check.bind(source),
  schema: () => ({ $ref: '#/$defs/source' }),
};
