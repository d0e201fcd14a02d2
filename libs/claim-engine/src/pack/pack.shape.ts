import {
  amount,
  array,
  date,
  either,
  integer,
  mapOf,
  nullable,
  object,
  oneOf,
  optional,
  text,
  type Fields,
  type JsonSchema,
  type Shape,
} from '../base/shape.js';
import { MODIFIERS } from '../nodes/modifiers.js';
import { QUANTITIES } from '../nodes/quantities.js';
import { choice, gateShape, measureShape } from '../nodes/registry.js';
import { absencesRef, absencesShape } from './absence.shape.js';
import { sourceSchema, sourceShape } from './source.shape.js';
import { gateRef, list, measureRef, part, sw, switchSchema } from './switchable.js';

export const words: Shape = either(object({ zh: text, en: text }, { closed: true }), text);
const maybe = (shape: Shape): { readonly optional: Shape } => optional(nullable(shape));
const fen = nullable(integer({ min: 0 }));

const datedAmount = part({
  from: maybe(date),
  until: maybe(date),
  fen,
  source: optional(sourceShape),
});
const range = part({ minFen: fen, maxFen: fen });
const confirmation = part({
  when: gateRef,
  code: text,
  text: optional(words),
  decision: optional(text),
  options: optional(mapOf(integer({ min: 0 }))),
});

const amounts: Fields = {
  id: optional(text),
  fen: optional(fen),
  dated: optional(list(datedAmount, 1)),
  source: optional(sourceShape),
};

const row = part({
  ...amounts,
  when: optional(gateRef),
  label: optional(words),
  range: optional(range),
  confirm: optional(list(confirmation)),
});

const rate = part({
  ...amounts,
  rows: optional(list(row, 1)),
  pick: optional(oneOf(['FIRST', 'HIGHEST'])),
  otherwise: optional(oneOf(['NOTHING', 'REFUSE'])),
  percentOf: optional(measureRef),
  percent: maybe(amount),
  on: optional(oneOf(['FIRST_DAY', 'LAST_DAY', 'EACH_DAY'])),
  notice: optional(oneOf(['RAISES', 'REQUIRED'])),
  range: optional(range),
});

const warning = part({ when: gateRef, code: text, text: words, source: optional(sourceShape) });
const quantity = sw(choice('count', QUANTITIES));
const modifier = sw(
  choice('do', MODIFIERS, {
    when: optional(gateRef),
    label: optional(words),
    source: optional(sourceShape),
  }),
);
const UNITS = oneOf(['MONTH', 'QUARTER', 'HALF_YEAR', 'YEAR', 'ONCE']);

const unresolved = part({
  code: oneOf(['PARAMETER_MISSING', 'REFERENCE_MISSING', 'RANGE_WITHOUT_FORMULA']),
  what: words,
  supplier: optional(words),
  source: optional(sourceShape),
});

const program = object(
  {
    id: text,
    title: words,
    source: sourceShape,
    subject: oneOf(['person', 'bed', 'center', 'project', 'staff']),
    per: sw(UNITS),
    cycle: optional(sw(UNITS)),
    yearStart: optional(sw(integer({ min: 1, max: 12 }))),
    from: maybe(date),
    until: maybe(date),
    population: optional(
      sw(oneOf(['RESIDENTS', 'SERVED', 'FED', 'SERVED_OR_ELIGIBLE', 'EVERYONE'])),
    ),
    projectKinds: optional(array(text, 1)),
    afterMonths: optional(sw(integer({ min: 0 }))),
    require: optional(sw(gateRef)),
    quantity: optional(quantity),
    rate: optional(rate),
    adjust: optional(array(nullable(modifier))),
    warn: optional(array(nullable(warning))),
    confirm: optional(array(nullable(warning))),
    rounding: optional(sw(oneOf(['half-up', 'floor', 'ceil']))),
    roundTo: optional(sw(oneOf(['FEN', 'JIAO', 'YUAN']))),
    budget: maybe(
      part({
        fen: optional(fen),
        measure: optional(measureRef),
        perMeasureFen: optional(fen),
        source: optional(sourceShape),
      }),
    ),
    payers: optional(
      array(part({ id: text, name: words, parts: nullable(integer({ min: 0 })) }), 1),
    ),
    payee: optional(words),
    documents: optional(array(words)),
    unresolved: optional(array(unresolved)),
  },
  { closed: true },
);

const careClasses = part({
  order: array(text, 1),
  names: mapOf(words),
  scales: mapOf(sw(mapOf(text))),
  month: oneOf(['LOWEST', 'FIRST_DAY', 'LAST_DAY', 'MOST_DAYS']),
  absences: optional(absencesRef),
  source: optional(sourceShape),
});

const decision = object(
  {
    id: text,
    question: words,
    options: array(object({ id: text, text: words }, { closed: true })),
    chosen: nullable(text),
    by: optional(words),
    on: maybe(date),
    why: optional(words),
    compare: optional(oneOf(['ALWAYS', 'DIFFERENT', 'NEVER'])),
    source: optional(sourceShape),
  },
  { closed: true },
);

const clauseValue = object(
  {
    name: words,
    op: oneOf(['>=', '<=', '=', 'between']),
    value: nullable(either(array(amount), amount)),
    unit: text,
    per: optional(amount),
    least: maybe(amount),
  },
  { closed: true },
);

const clause = object(
  {
    id: text,
    clause: text,
    treatment: oneOf([
      'COMPUTED',
      'CHECKLIST',
      'TARGET',
      'CATEGORY_LIST',
      'REFERENCE',
      'REFUSAL',
      'INFORMATION',
    ]),
    says: words,
    does: words,
    programs: optional(array(text)),
    items: optional(array(words)),
    values: optional(array(clauseValue)),
    due: maybe(text),
  },
  { closed: true },
);

const documentShape = object(
  {
    id: text,
    title: words,
    number: maybe(text),
    issuer: maybe(words),
    date: maybe(text),
    unsure: optional(words),
  },
  { closed: true },
);

const stacking = part({
  id: text,
  rule: oneOf(['HIGHEST_ONLY', 'FIRST_ONLY', 'DEDUCT', 'CAP', 'DAY_CAP']),
  programs: array(text, 1),
  fen: optional(fen),
  by: optional(oneOf(['SUBJECT', 'CENTER'])),
  over: optional(oneOf(['UNIT', 'YEAR'])),
  source: optional(sourceShape),
});

const notice = object(
  { rate: text, from: date, until: maybe(date), fen: integer({ min: 0 }), source: sourceShape },
  { closed: true },
);

const attribute = object(
  {
    of: oneOf(['center', 'person', 'staff', 'project']),
    name: text,
    label: words,
    kind: oneOf(['MONEY', 'NUMBER', 'YES_NO', 'CHOICE', 'TEXT']),
    unit: optional(words),
    options: optional(mapOf(words)),
    source: optional(sourceShape),
  },
  { closed: true },
);

export const packShape: Shape = object(
  {
    schema: oneOf(['pack/1']),
    id: text,
    version: text,
    title: words,
    jurisdiction: object({ name: words, counties: array(text, 1) }, { closed: true }),
    documents: array(documentShape, 1),
    careClasses: optional(careClasses),
    decisions: optional(array(decision)),
    notices: optional(array(notice)),
    programs: array(program),
    stacking: optional(array(nullable(stacking))),
    clauses: optional(array(clause)),
    attributes: optional(array(attribute)),
    contradictions: optional(
      array(
        object(
          { id: text, text: words, handling: words, decision: optional(text) },
          { closed: true },
        ),
      ),
    ),
  },
  { closed: true },
);

/** The published JSON Schema of `pack/1`, printed from the shapes that check it. */
export const packJsonSchema = (): JsonSchema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:yibu:pack:1',
  title: 'Yibu policy pack, pack/1',
  ...packShape.schema(),
  $defs: {
    gate: gateShape.schema(),
    measure: measureShape.schema(),
    absences: absencesShape.schema(),
    switch: switchSchema,
    source: sourceSchema(),
  },
});
