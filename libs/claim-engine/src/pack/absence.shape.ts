import { array, integer, nullable, oneOf, optional, type Shape } from '../base/shape.js';
import { ABSENCE_KINDS } from '../facts/absence-rule.js';
import { list, named, part } from './switchable.js';

const word = oneOf(['COUNT', 'COUNT_IF_BED_HELD', 'NOT_COUNT']);
const limit = (max: number): { readonly optional: Shape } =>
  optional(nullable(integer({ min: 1, max })));

const rules = list(
  part({
    kinds: optional(array(oneOf(ABSENCE_KINDS), 1)),
    count: optional(oneOf(['COUNT', 'COUNT_IF_BED_HELD'])),
    perAbsence: limit(3660),
    perMonth: limit(31),
    perYear: limit(366),
    beyond: optional(oneOf(['NOT_COUNT', 'COUNT_IF_BED_HELD'])),
  }),
  1,
);

/** One word for all absences, or a list of rules by kind with limits. */
export const absencesShape: Shape = {
  check(value, path, problems) {
    (Array.isArray(value) ? rules : word).check(value, path, problems);
  },
  schema: () => ({ anyOf: [word.schema(), rules.schema()] }),
};

export const absencesRef: Shape = named('absences', () => absencesShape);
